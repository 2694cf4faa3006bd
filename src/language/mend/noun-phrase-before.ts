import type { ClauseTree } from './clause-tree.ts';

/** Longest phrase looked at, in words. */
const MAX_WORDS = 14;

/** How far back the word that announces a pair is looked for. */
const MAX_PAIR = 8;

const PHRASE_TAGS: ReadonlySet<string> = new Set('DT PRP$ CD JJ JJR JJS NN NNS NNP NNPS POS HYPH AFX $ PDT'.split(' '));
const NOUN_TAG = /^(?:NNS?|NNPS?|CD)$/;
const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'it', 'they', 'we', 'i', 'who']);
/** Prepositions that join nouns to one phrase ("the sheikh of the mosque in Cairo"). */
const INNER: ReadonlySet<string> = new Set(['of', 'in', 'from', 'at', 'near', 'for', 'with', 'between', 'on']);
/** Words after which a clause may begin. */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  'after before since until till as while because although though that if unless once whereas when where'.split(' '),
);
const TIME_WORDS =
  /^(?:day|week|month|year|decade|century|hour|minute|morning|afternoon|evening|night|weekend|time|today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\d+)s?$/;

/** A noun phrase that begins where a clause may begin. */
export interface PhraseBefore {
  /** First word of the phrase. */
  readonly start: number;
  readonly head: number;
  /** The word it follows, -1 at the start of the sentence. */
  readonly opener: number;
}

/** The noun phrase that fills the words from the beginning of a clause up to a verb; null where something else stands there. Of "Oslo and
 * Bern met" it is the whole, of "talks in Oslo failed and Bern met" the second noun. */
export function nounPhraseBefore(tree: ClauseTree, verb: number): PhraseBefore | null {
  const end = verb - 1;
  if (PRONOUNS.has(tree.form(end)) && opensClause(tree, end - 1)) return { start: end, head: end, opener: end - 1 };
  if (end < 0 || !NOUN_TAG.test(tree.tag(end))) return null;
  let found: PhraseBefore | null = null;
  for (let last = end; last >= 0 && NOUN_TAG.test(tree.tag(last)); ) {
    const opener = walkBack(tree, last);
    if (opener === last || !opensClause(tree, opener) || INNER.has(tree.form(opener + 1))) break;
    const head = headOf(tree, opener + 1, last);
    if (head < 0 || TIME_WORDS.test(tree.form(head))) break;
    if (found === null || tree.tag(found.opener) === 'CC') found = { start: opener + 1, head, opener };
    if (tree.tag(opener) !== 'CC') break;
    last = opener - 1;
  }
  return found && tree.tag(found.opener) === 'CC' && isOneOfTwo(tree, found.opener) ? null : found;
}

/** "between Oslo and Bern": the second of two that belong together. */
function isOneOfTwo(tree: ClauseTree, and: number): boolean {
  for (let at = and - 1; at >= 0 && and - at < MAX_PAIR && !/^(?:VB|MD)/.test(tree.tag(at)); at--)
    if (tree.form(at) === 'between' || tree.form(at) === 'both') return true;
  return false;
}

/** The first word before a phrase that is no part of it. */
function walkBack(tree: ClauseTree, end: number): number {
  let at = end;
  while (at >= 0 && end - at < MAX_WORDS && (PHRASE_TAGS.has(tree.tag(at)) || isInner(tree, at))) at--;
  return at;
}

function isInner(tree: ClauseTree, at: number): boolean {
  return tree.tag(at) === 'IN' && INNER.has(tree.form(at)) && NOUN_TAG.test(tree.tag(at - 1));
}

function opensClause(tree: ClauseTree, at: number): boolean {
  if (at < 0) return true;
  const [form, tag] = [tree.form(at), tree.tag(at)];
  return tag === 'CC' || CLAUSE_OPENERS.has(form) || /^(?:[,;:–—"“]|--|``)$/.test(form);
}

/** The first noun that ends a run of words without preposition: names by their first word, as trees have it. */
function headOf(tree: ClauseTree, start: number, end: number): number {
  let last = start;
  while (last < end && tree.tag(last + 1) !== 'IN') last++;
  for (let at = last, steps = 0; steps <= last - start; steps++) {
    const head = tree.head(at);
    if (head < start || head > last || !/^(?:flat|compound|nmod|amod|appos|nummod|det|case)$/.test(tree.relation(at)))
      return at;
    at = head;
  }
  return NOUN_TAG.test(tree.tag(last)) ? last : -1;
}
