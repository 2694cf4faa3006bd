import type { ClauseTree } from './clause-tree.ts';

const VERB_TAG = /^VB[DNPZ]$/;
const LOOSE: ReadonlySet<string> = new Set(['acl', 'conj', 'ccomp', 'appos', 'parataxis', 'dep', 'advcl']);
const COMPLEMENTS = ['obj', 'obl', 'xcomp', 'ccomp', 'advcl', 'advmod', 'compound'] as const;

/** "The organisation called on Cairo to act." read as an organisation that is called: a full sentence that has nothing but a noun at its
 * root has for its verb the participle that follows the noun, also past an aside ("Chad, which is hot, accused Niger"). */
export function mendLostVerb(tree: ClauseTree): void {
  const { root } = tree;
  if (root < 0 || !isFullSentence(tree)) return;
  if (tree.isNominal(root) && !tree.hasSubject(root) && tree.child(root, 'cop', 'case') < 0) promote(tree, root, root);
  else if (isOpening(tree, root)) {
    const subject = subjectAfterOpening(tree, root);
    if (subject >= 0) promote(tree, root, subject);
  }
}

function isFullSentence(tree: ClauseTree): boolean {
  for (let at = tree.size - 1; at >= 0 && at >= tree.size - 3; at--) if (tree.form(at) === '.') return true;
  return false;
}

/** "Having seized the port, …": no sentence by itself. */
function isOpening(tree: ClauseTree, root: number): boolean {
  return (
    tree.isVerb(root) &&
    !tree.isFinite(root) &&
    tree.groupStart(root) === 0 &&
    !tree.hasSubject(root) &&
    /ing$/.test(tree.form(0))
  );
}

/** The first noun phrase after the opening's comma, where it was hung below the opening. */
function subjectAfterOpening(tree: ClauseTree, root: number): number {
  const comma = tree.words.findIndex((_, at) => at > root && tree.form(at) === ',');
  if (comma < 0) return -1;
  return tree.words.findIndex(
    (_, at) => at > comma && tree.isNominal(at) && tree.head(at) <= comma && tree.relation(at) !== 'punct',
  );
}

function promote(tree: ClauseTree, root: number, subject: number): void {
  const verb = tree.words.findIndex((_, at) => at > subject && isLostVerb(tree, at, subject));
  if (verb < 0) return;
  const described = tree.relation(verb) === 'amod' ? tree.head(verb) : -1;
  tree.attach(verb, -1, 'root');
  if (subject !== root) tree.attach(root, verb, 'advcl');
  tree.attach(subject, verb, 'nsubj');
  if (/^(?:VBN|JJ)$/.test(tree.tag(verb))) tree.tags[verb] = 'VBD';
  if (described >= 0) tree.attach(described, verb, 'obj');
  for (let at = verb + 1; at < tree.size; at++) if (tree.head(at) >= 0 && tree.head(at) < verb) tree.heads[at] = verb;
  for (let at = 0; at < subject; at++)
    if (subject !== root && tree.head(at) === root && tree.relation(at) === 'punct') tree.heads[at] = verb;
}

function isLostVerb(tree: ClauseTree, at: number, subject: number): boolean {
  if (isVerbLikeAdjective(tree, at)) return tree.isBelow(at, subject) && hasAside(tree, subject, at - 1);
  if (!tree.isVerb(at) || !VERB_TAG.test(tree.tag(at)) || tree.hasSubject(at)) return false;
  if (!LOOSE.has(tree.relation(at)) || tree.relations[at] === 'acl:relcl' || !tree.isBelow(at, subject)) return false;
  if (
    tree.children(at).some((child) => /^(?:aux|mark|cc)$/.test(tree.relation(child)) || tree.relations[child] === 'obl:agent')
  )
    return false;
  const start = tree.groupStart(at);
  if (tree.form(start - 1) !== ',')
    return tree.child(at, 'obj', 'xcomp', 'ccomp', 'advcl') >= 0 && isPlainPhrase(tree, subject, start);
  if (tree.child(at, ...COMPLEMENTS) < 0) return false;
  return hasAside(tree, subject, start - 1);
}

/** "…, blamed Poland for it" tagged as an adjective: right after a comma, before its object. */
function isVerbLikeAdjective(tree: ClauseTree, at: number): boolean {
  if (!/^JJ$/.test(tree.tag(at)) || !/ed$/.test(tree.form(at)) || tree.form(at - 1) !== ',') return false;
  const [relation, head] = [tree.relation(at), tree.head(at)];
  return (relation === 'amod' && head > at && tree.form(at + 1) !== ',') || (relation === 'conj' && tree.child(at, 'obj') > at);
}

/** Nothing but the noun's own phrase stands before the verb. */
function isPlainPhrase(tree: ClauseTree, subject: number, end: number): boolean {
  for (let at = subject + 1; at < end; at++)
    if (/^(?:VB|MD|W|,|:|CC)/.test(tree.tag(at)) || !tree.isBelow(at, subject)) return false;
  return true;
}

/** An aside between commas follows the noun's own phrase and ends before the verb. */
function hasAside(tree: ClauseTree, subject: number, closing: number): boolean {
  const opening = tree.words.findIndex((_, at) => at > subject && tree.form(at) === ',');
  return opening > 0 && opening < closing && isPlainPhrase(tree, subject, opening);
}
