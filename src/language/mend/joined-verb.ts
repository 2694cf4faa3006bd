import type { ClauseTree } from './clause-tree.ts';

/** What somebody does by speaking and is not done to them, so that the form in "-ed" with such a complement is a past tense. */
const SPOKEN: ReadonlySet<string> = new Set(
  (
    'appeal call condemn demand deny dismiss insist offer pledge promise propose reject repeat reiterate threaten urge voice vow ' +
    'warn welcome'
  ).split(' '),
);
/** Verbs whose past looks like their present. */
const SAME_FORM: ReadonlySet<string> = new Set('beat broadcast cut hit hurt put quit set shut split spread'.split(' '));
const COMPLEMENTS = ['obj', 'iobj', 'obl', 'xcomp', 'ccomp', 'advcl'] as const;

/** "Oslo condemned the raid and called for calm" with a raid called for calm: a form in "-ed" after "and" is joined to the verb above, not to
 * its object or adverb. */
export function mendJoinedVerbs(tree: ClauseTree): void {
  for (let at = 3; at < tree.size; at++) {
    const first = tree.head(at);
    if (!isJoinedPast(tree, at) || first < 0 || tree.isVerb(first) || tree.child(first, 'cop') >= 0) continue;
    if (!isPlainPhrase(tree, first, at) || tree.child(at, ...COMPLEMENTS) < at) continue;
    const verb = pastAbove(tree, first);
    if (verb < 0 || (tree.tag(at) === 'VBN' && tree.relation(first) !== 'obj')) continue;
    tree.tags[at] = SAME_FORM.has(tree.form(verb)) ? 'VBD' : tree.tag(verb);
    tree.attach(at, verb, 'conj');
  }
}

const HAVING_DONE: ReadonlySet<string> = new Set(
  'ask compel force instruct oblige order press prompt tell urge warn'.split(' '),
);

/** "burned homes and forced people to flee" with homes and forced people: who is made to do something is the object of the making. */
export function mendForcedObjects(tree: ClauseTree): void {
  for (let at = 3; at < tree.size - 3; at++) {
    const noun = tree.head(at);
    if (tree.tag(at) !== 'VBN' || tree.relation(at) !== 'amod' || noun < at || !HAVING_DONE.has(tree.lemma(at))) continue;
    if (tree.tag(at - 1) !== 'CC' || tree.relation(noun) !== 'conj' || tree.form(noun + 1) !== 'to') continue;
    const verb = pastAbove(tree, noun);
    const infinitive = tree.head(noun + 1);
    if (verb < 0 || infinitive < noun) continue;
    tree.tags[at] = 'VBD';
    tree.attach(at, verb, 'conj');
    tree.attach(noun, at, 'obj');
    tree.attach(infinitive, at, 'xcomp');
    tree.attach(at - 1, at, 'cc');
  }
}

/** "torching homes and forcing people to flee" with homes that force: an "-ing" with a complement is joined to the "-ing" above. */
export function mendJoinedGerunds(tree: ClauseTree): void {
  for (let at = 3; at < tree.size; at++) {
    const noun = tree.head(at);
    if (tree.tag(at) !== 'VBG' || tree.relation(at) !== 'conj' || tree.tag(at - 1) !== 'CC' || !tree.isNominal(noun)) continue;
    if (tree.child(at, 'obj', 'ccomp', 'xcomp') < at || tree.child(noun, 'cop') >= 0) continue;
    let verb = tree.head(noun);
    for (let steps = 0; verb >= 0 && tree.isNominal(verb) && steps < tree.size; steps++) verb = tree.head(verb);
    if (verb >= 0 && verb < noun && tree.tag(verb) === 'VBG') tree.attach(at, verb, 'conj');
  }
}

/** "Kerry replied that Moscow was to blame and threatened sanctions" with Moscow threatening: what is said in words of its own is joined to
 * the verb of saying where the clause between only says what is or what was done. */
export function mendJoinedSpeech(tree: ClauseTree): void {
  for (let at = 4; at < tree.size; at++) {
    const inner = tree.head(at);
    if (!isJoinedPast(tree, at) || inner < 0 || tree.relation(inner) !== 'ccomp' || !SPOKEN.has(tree.lemma(at))) continue;
    const outer = tree.head(inner);
    const isState = tree.children(inner).some((child) => /^(?:cop|aux:pass)$/.test(tree.relations[child] ?? ''));
    if (!isState || outer < 0 || outer > inner || tree.tag(outer) !== 'VBD' || !tree.hasSubject(outer)) continue;
    const object = tree.child(at, 'obj') > at ? tree.child(at, 'obj') : lentObject(tree, at, inner);
    if (object < 0 && !/^(?:appeal|call|vow|pledge|threaten|promise|offer)$/.test(tree.lemma(at))) continue;
    if (object < 0 && tree.child(at, 'obl', 'xcomp') < at) continue;
    if (object >= 0) tree.attach(object, at, 'obj');
    tree.tags[at] = 'VBD';
    tree.attach(at, outer, 'conj');
  }
}

/** The object right behind a joined verb that the parse gave to the passive before it. */
function lentObject(tree: ClauseTree, at: number, inner: number): number {
  return tree
    .children(inner)
    .reduce((found, child) => (found < 0 && child > at && tree.relation(child) === 'obj' ? child : found), -1);
}

function isJoinedPast(tree: ClauseTree, at: number): boolean {
  return (
    tree.relation(at) === 'conj' &&
    /^VB[DN]$/.test(tree.tag(at)) &&
    tree.isVerb(at) &&
    !tree.hasSubject(at) &&
    tree.child(at, 'aux', 'mark') < 0 &&
    tree.tag(tree.groupStart(at) - 1) === 'CC'
  );
}

/** Nothing but words of the first's own phrase and the "and" stands between it and the second. */
function isPlainPhrase(tree: ClauseTree, first: number, second: number): boolean {
  for (let at = first + 1; at < second; at++)
    if (tree.form(at) === ',' || tree.isVerb(at) || !tree.isBelow(at, first)) return false;
  return true;
}

/** The nearest verb above in the past, simple or perfect, that has its subject. */
function pastAbove(tree: ClauseTree, from: number): number {
  for (let at = tree.head(from), steps = 0; at >= 0 && steps < tree.size; at = tree.head(at), steps++)
    if (isPast(tree, at) && at < from && (tree.hasSubject(at) || tree.relation(at) === 'conj')) return at;
  return -1;
}

function isPast(tree: ClauseTree, at: number): boolean {
  const isPerfect =
    tree.tag(at) === 'VBN' && tree.children(at).some((child) => tree.form(child) === 'had' || tree.form(child) === 'has');
  return tree.isVerb(at) && (tree.tag(at) === 'VBD' || isPerfect || (tree.tag(at) === 'VBP' && SAME_FORM.has(tree.form(at))));
}
