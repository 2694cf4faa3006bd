import type { ClauseTree } from './clause-tree.ts';

/** What somebody does by speaking and is not done to them, so that the form in "-ed" with such a complement is a past tense. */
const SPOKEN: ReadonlySet<string> = new Set(
  (
    'appeal call condemn demand deny dismiss insist offer pledge promise propose reject repeat reiterate threaten urge voice vow ' +
    'warn welcome'
  ).split(' '),
);
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
    tree.tags[at] = tree.tag(verb);
    tree.attach(at, verb, 'conj');
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
  return tree.isVerb(at) && (tree.tag(at) === 'VBD' || isPerfect);
}
