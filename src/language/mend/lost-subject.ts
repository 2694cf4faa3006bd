import type { ClauseTree } from './clause-tree.ts';
import { nounPhraseBefore } from './noun-phrase-before.ts';

/** Relations in which a finite verb may lack a subject only because the parser gave it to something else. */
const CLAUSES: ReadonlySet<string> = new Set([
  'root',
  'conj',
  'advcl',
  'ccomp',
  'parataxis',
  'appos',
  'nmod',
  'obj',
  'dep',
  'obl',
]);
/** Words that make a clause of what follows. */
const SUBORDINATORS: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'till', 'as', 'while', 'because']);
/** Longest aside looked past, in words. */
const MAX_ASIDE = 20;
const SUBJECTS: ReadonlySet<string> = new Set(['nsubj', 'csubj', 'expl']);

/** "Police made 30 arrests and the sheikh denounced it", read as arrests and a sheikh: a finite verb right after a noun phrase that begins
 * its clause has that phrase for subject. */
export function mendLostSubjects(tree: ClauseTree): void {
  for (let verb = 1; verb < tree.size; verb++) {
    if (!tree.isVerb(verb) || tree.hasSubject(verb) || !CLAUSES.has(tree.relation(verb))) continue;
    const start = tree.groupStart(verb);
    const found = nounPhraseBefore(tree, start) ?? nounPhraseBeforeAside(tree, start);
    if (found && isHungBelow(tree, verb, found.head)) liftOut(tree, verb, found.head);
    if (!found || (!tree.isFinite(verb) && !isMistagged(tree, verb, found.opener))) continue;
    if (SUBJECTS.has(tree.relation(found.head)) || !tree.isNominal(found.head)) continue;
    if (tree.isBelow(verb, found.head) || isListed(tree, found.head, found.opener)) continue;
    if (!tree.isFinite(verb)) tree.tags[verb] = 'VBD';
    giveSubject(tree, verb, found.head, found.opener);
  }
}

/** ", in return," */
function isShortAside(tree: ClauseTree, opening: number, closing: number): boolean {
  return closing - opening <= 4 && tree.tag(opening + 1) === 'IN' && /^NN/.test(tree.tag(closing - 1));
}

/** "his aides, by contrast, apologised", joined to the aides as if it were one of them, in a sentence that has another verb before. */
function isHungBelow(tree: ClauseTree, verb: number, noun: number): boolean {
  if (tree.head(verb) !== noun || tree.relation(verb) !== 'conj' || tree.child(verb, 'cc', 'mark') >= 0) return false;
  return /^VB[DN]$/.test(tree.tag(verb)) && tree.child(verb, 'aux') < 0 && verbAbove(tree, noun) >= 0;
}

function verbAbove(tree: ClauseTree, at: number): number {
  let above = tree.head(at);
  for (let steps = 0; above >= 0 && !tree.isVerb(above) && steps < tree.size; steps++) above = tree.head(above);
  return above;
}

function liftOut(tree: ClauseTree, verb: number, noun: number): void {
  tree.attach(verb, verbAbove(tree, noun), 'parataxis');
  tree.tags[verb] = 'VBD';
}

/** "until the government let him go", tagged as an infinitive or participle: after such a word only a finite verb makes a clause. */
function isMistagged(tree: ClauseTree, verb: number, opener: number): boolean {
  const bare = /^VB[NP]?$/.test(tree.tag(verb)) && tree.child(verb, 'aux', 'mark') < 0;
  return bare && SUBORDINATORS.has(tree.form(opener)) && tree.child(verb, 'obj', 'ccomp', 'xcomp') >= 0;
}

/** The phrase before an aside in commas ("the foreign secretary, James Cleverly, accused them"). */
function nounPhraseBeforeAside(tree: ClauseTree, verb: number): ReturnType<typeof nounPhraseBefore> {
  const closing = verb - 1;
  if (tree.form(closing) !== ',') return null;
  for (let at = closing - 1; at > 0 && closing - at < MAX_ASIDE; at--) {
    if (tree.form(at) !== ',') continue;
    const found = nounPhraseBefore(tree, at);
    const aside = tree.words.findIndex((_, word) => word > at && word < closing && tree.head(word) === found?.head);
    if (found && isShortAside(tree, at, closing)) return found;
    return found && aside >= 0 && /^(?:appos|acl|nmod)$/.test(tree.relation(aside)) ? found : null;
  }
  return null;
}

/** "Kenya, Uganda and Chad signed": the phrase is one of several that already stand together at the start of the clause. */
function isListed(tree: ClauseTree, head: number, opener: number): boolean {
  const first = tree.head(head);
  return tree.relation(head) === 'conj' && opener > 0 && SUBJECTS.has(tree.relation(first));
}

function giveSubject(tree: ClauseTree, verb: number, subject: number, opener: number): void {
  const passive = tree.children(verb).some((child) => tree.relations[child] === 'aux:pass');
  const joined = tree.children(subject).filter((child) => tree.relation(child) === 'cc' && child < subject);
  tree.attach(subject, verb, passive ? 'nsubj:pass' : 'nsubj');
  for (const child of joined) tree.attach(child, verb, 'cc');
  if (opener < 0 || tree.tag(opener) !== 'IN' || !tree.isBelow(opener, subject)) return;
  tree.attach(opener, verb, 'mark');
  if (tree.relation(verb) === 'conj') tree.relations[verb] = 'advcl';
}

/** "After talks, the government and the NPA met" with the NPA alone meeting: a phrase joined to one that begins the clause is its second half. */
export function mendJoinedSubjects(tree: ClauseTree): void {
  for (let verb = 3; verb < tree.size; verb++) {
    const second = tree.children(verb).find((child) => SUBJECTS.has(tree.relation(child)) && child < verb);
    if (!tree.isVerb(verb) || second === undefined || tree.tag(second).startsWith('PRP')) continue;
    const found = nounPhraseBefore(tree, tree.groupStart(verb));
    if (!found || found.head >= second || found.start === 0 || SUBJECTS.has(tree.relation(found.head))) continue;
    const and = tree.words.findIndex((_, at) => at > found.head && at < second && tree.tag(at) === 'CC');
    if (and < 0 || !/^(?:appos|root|obj|obl|nmod|dep|conj)$/.test(tree.relation(found.head)) || tree.isBelow(verb, found.head))
      continue;
    if (tree.relation(second) !== 'nsubj' || !/^[,;]$/.test(tree.form(found.opener)) || tree.form(found.start - 2) === 'and')
      continue;
    tree.attach(found.head, verb, tree.relations[second] ?? 'nsubj');
    tree.attach(second, found.head, 'conj');
    tree.attach(and, second, 'cc');
  }
}

/** "Supporters of Khan attacked a base" with Khan attacking: what stands between a noun, "of" and the verb belongs to the noun. */
export function mendOfSubjects(tree: ClauseTree): void {
  for (let at = 3; at < tree.size; at++) {
    const [noun, owner] = [tree.head(at), tree.child(at, 'nsubj')];
    if (tree.tag(at) !== 'VBD' || tree.relations[at] !== 'acl' || noun < 0 || owner <= noun || owner > at) continue;
    const of = tree.children(at).find((child) => child < owner && tree.form(child) === 'of');
    if (of !== noun + 1 || tree.hasSubject(noun) || tree.child(noun, 'cop') >= 0) continue;
    tree.takePlace(at, noun);
    tree.attach(noun, at, 'nsubj');
    tree.attach(owner, noun, 'nmod');
    tree.attach(of, owner, 'case');
    for (const child of tree.children(noun)) if (child > at) tree.heads[child] = at;
  }
}
