import type { Span } from '../../base/index.ts';
import { baseRelation, rangeSpan, type Token } from '../../document/index.ts';
import type { EntityId } from '../../resolve/index.ts';
import { agentOf, verbLemmas } from './grammar.ts';
import { mentionOf, type Reading } from './reading.ts';

/** Who is speaking: somebody resolved, or only what the text calls them ("critics"). */
export interface Speaker {
  readonly token: Token;
  readonly id: EntityId | null;
  readonly span: Span;
  /** A pronoun nobody resolved: whoever spoke last. */
  readonly carried: boolean;
}

/** Sentences in which an earlier "statement" is looked for. */
const STATEMENT_REACH = 4;

/** Reads a noun phrase as a speaker. Null where it is nothing that speaks ("the conflict threatens to ...").
 * @param lenient whether any noun will do, as beside a quotation */
export function readSpeaker(reading: Reading, token: Token, lenient: boolean): Speaker | null {
  const lemma = token.lemma.toLowerCase();
  if (reading.lexicon.words('document').has(lemma) && token.upos === 'NOUN') {
    const issuer = issuerOf(reading, token) ?? earlierIssuer(reading, token);
    if (issuer && issuer !== token) return readSpeaker(reading, issuer, lenient) ?? unnamed(reading, token);
    return unnamed(reading, token);
  }
  const mention = mentionOf(reading, token);
  const entity = mention?.entities[0];
  if (mention && entity !== undefined && !isThing(reading, entity, token))
    return { token, id: entity, span: mention.span, carried: false };
  if (token.upos === 'PRON') return readPronoun(reading, token);
  if (token.upos === 'PROPN') return unnamed(reading, token);
  if (lenient || reading.lexicon.words('speaker').has(lemma)) return unnamed(reading, token);
  return ['ADJ', 'NUM', 'DET'].includes(token.upos) && reading.lexicon.words('speaker').has(token.form.toLowerCase())
    ? unnamed(reading, token)
    : null;
}

/** A common noun of unknown kind is somebody only when it is a word for those who speak. */
function isThing(reading: Reading, entity: EntityId, token: Token): boolean {
  if (token.upos !== 'NOUN' || reading.lexicon.words('speaker').has(token.lemma.toLowerCase())) return false;
  const known = reading.doc.entities.find((candidate) => candidate.id === entity);
  return known === undefined || known.kind === 'unknown';
}

function readPronoun(reading: Reading, token: Token): Speaker | null {
  const form = token.form.toLowerCase();
  if (['he', 'she', 'they', 'it', 'we', 'i', 'his', 'her', 'their', 'its', 'our', 'my', 'hers', 'theirs'].includes(form))
    return { token, id: null, span: { start: token.start, end: token.end }, carried: true };
  if (['who', 'which', 'that', 'what', 'this', 'there', 'you', 'me', 'him'].includes(form)) return null;
  return unnamed(reading, token);
}

function unnamed(reading: Reading, token: Token): Speaker {
  return { token, id: null, span: nounPhrase(reading, token), carried: false };
}

/** From the first modifier to the head, without clauses and appositions. */
export function nounPhrase(reading: Reading, token: Token): Span {
  const { tree } = reading;
  let [from, to] = [token.index, token.index + 1];
  for (const child of tree.children(token)) {
    const relation = baseRelation(child.deprel);
    if (child.index === from - 1 || ['det', 'amod', 'compound', 'nummod'].includes(relation) || child.deprel === 'nmod:poss')
      if (child.index < from && child.upos !== 'PUNCT' && relation !== 'case' && relation !== 'cc')
        from = tree.subtreeRange(child).from;
    if (relation === 'flat' && child.index >= to) to = tree.subtreeRange(child).to;
  }
  return rangeSpan(tree.tokens, { from, to });
}

/** Whose statement, report or demand a noun is: possessor, `by`/`from`/`of` phrase, adjective of origin, or whoever issued it. */
export function issuerOf(reading: Reading, noun: Token, depth = 0): Token | null {
  const { tree } = reading;
  const possessor = tree.childBy(noun, 'nmod:poss');
  if (possessor) return possessor;
  for (const child of tree.childrenBy(noun, 'nmod', 'obl')) if (['by', 'from'].includes(tree.preposition(child))) return child;
  for (const child of tree.childrenBy(noun, 'acl'))
    if (child.xpos === 'VBN' && isLight(reading, child)) {
      const agent = agentOf(tree, child);
      if (agent) return agent;
    }
  const above = depth < 3 ? issuerAbove(reading, noun, depth) : null;
  if (above) return above;
  return tree.childrenBy(noun, 'amod', 'compound', 'nmod').find((child) => isNamed(reading, child)) ?? null;
}

function isNamed(reading: Reading, modifier: Token): boolean {
  const { tree } = reading;
  if (baseRelation(modifier.deprel) === 'nmod' && !['of', ''].includes(tree.preposition(modifier))) return false;
  return reading.mentions.has(modifier.index);
}

/** "Kabul issued a statement", "a statement was issued by Kabul", "in a statement, Kabul said". */
function issuerAbove(reading: Reading, noun: Token, depth: number): Token | null {
  const { tree } = reading;
  const head = tree.head(noun);
  if (!head) return null;
  const relation = baseRelation(noun.deprel);
  if (relation === 'conj') return issuerOf(reading, head, depth + 1);
  if ((relation === 'obj' || noun.deprel === 'nsubj:pass') && isLight(reading, head)) return agentOf(tree, head);
  const speaks = verbLemmas(tree, head).some((lemma) => reading.lexicon.verbs.has(lemma));
  if (relation === 'obl' && tree.preposition(noun) === 'in' && (speaks || isLight(reading, head))) return agentOf(tree, head);
  if (
    relation === 'obl' &&
    ['under', 'on'].includes(tree.preposition(noun)) &&
    reading.lexicon.words('pretext').has(noun.lemma.toLowerCase())
  )
    return agentOf(tree, head);
  return null;
}

/** Whether a verb only carries a noun of speech: issue, make, voice. */
export function isLight(reading: Reading, verb: Token): boolean {
  return verbLemmas(reading.tree, verb).some((lemma) => reading.lexicon.words('light').has(lemma));
}

/** "The statement said ...": who issued the statement mentioned before. */
function earlierIssuer(reading: Reading, noun: Token): Token | null {
  const { tree } = reading;
  for (let index = noun.index - 1; index >= 0; index--) {
    const token = tree.token(index);
    if (token.sentence < noun.sentence - STATEMENT_REACH) return null;
    if (token.upos !== 'NOUN' || !reading.lexicon.words('document').has(token.lemma.toLowerCase())) continue;
    if (token.lemma.toLowerCase() !== noun.lemma.toLowerCase() && noun.lemma.toLowerCase() !== 'document') continue;
    const issuer = issuerOf(reading, token);
    if (issuer) return issuer;
  }
  return null;
}
