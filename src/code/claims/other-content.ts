import { baseRelation, type Token } from '../../document/index.ts';
import { coverQuotations, cutForeign } from './content.ts';
import { type Found, plainly } from './found.ts';
import {
  bodyRange,
  isGerund,
  isInfinitive,
  isPassive,
  isVerbal,
  joinRanges,
  markOf,
  objectOf,
  prepositional,
} from './grammar.ts';
import { type Reading, sentenceOf } from './reading.ts';

/** "threatened to attack". */
export function infinitiveContent(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const clause = tree
    .childrenBy(verb, 'xcomp', 'advcl', 'ccomp')
    .find((child) => child.index > verb.index && isInfinitive(tree, child) && !tree.childBy(child, 'nsubj'));
  if (!clause || isPassive(tree, verb)) return null;
  if (tree.childBy(verb, 'obj') && baseRelation(clause.deprel) === 'advcl') return null;
  return plainly(clauseBody(reading, verb, clause), clause);
}

/** "urged Kabul to talk", "Kabul was told to talk", "called on Kabul to talk" (with a preposition). */
export function addressedInfinitive(reading: Reading, verb: Token, preposition: string): Found | null {
  const { tree } = reading;
  const addressee = preposition === '' ? addressedObject(reading, verb) : prepositional(tree, verb, [preposition]);
  if (!addressee) return null;
  const clause = [...tree.children(verb), ...tree.children(addressee)].find(
    (child) =>
      child.index > Math.max(verb.index, preposition === '' && isPassive(tree, verb) ? verb.index : addressee.index) &&
      ['xcomp', 'ccomp', 'advcl', 'acl'].includes(baseRelation(child.deprel)) &&
      child !== addressee &&
      !isPurpose(reading, child) &&
      isInfinitive(tree, child),
  );
  if (!clause) return surfaceInfinitive(reading, verb, addressee);
  return plainly(fromTo(reading, clauseBody(reading, verb, clause), clause), clause, addressee);
}

function addressedObject(reading: Reading, verb: Token): Token | null {
  const { tree } = reading;
  if (isPassive(tree, verb)) return objectOf(tree, verb);
  const object = tree.childBy(verb, 'obj', 'iobj');
  if (object) return object;
  const clause = tree.childrenBy(verb, 'ccomp', 'xcomp', 'advcl').find((child) => isInfinitive(tree, child));
  return clause ? tree.childBy(clause, 'nsubj') : null;
}

/** "in order to": what it was asked for, not what was asked. */
function isPurpose(reading: Reading, clause: Token): boolean {
  const { tree } = reading;
  return (
    tree.subtree(clause).some((token) => token.index < clause.index && token.form.toLowerCase() === 'order') ||
    tree.tokens[tree.subtreeRange(clause).from]?.form === ','
  );
}

/** The infinitive from its "to" (or "not to") on, without the addressee the parser may have put below it. */
function fromTo(reading: Reading, range: { from: number; to: number }, clause: Token): { from: number; to: number } {
  const { tree } = reading;
  const subject = tree.childBy(clause, 'nsubj');
  const from = subject && subject.index < clause.index ? tree.subtreeRange(subject).to : range.from;
  return { from: Math.min(from, clause.index), to: range.to };
}

function clauseBody(reading: Reading, verb: Token, clause: Token): { from: number; to: number } {
  return coverQuotations(reading, cutForeign(reading, bodyRange(reading.tree, clause, []), clause), verb);
}

/** "denied attacking the convoy". */
export function gerundContent(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const clause = tree
    .childrenBy(verb, 'xcomp', 'ccomp', 'advcl', 'obj')
    .find(
      (child) =>
        child.index > verb.index &&
        isGerund(tree, child) &&
        tree.token(child.index - 1).form !== ',' &&
        markOf(tree, child) === '',
    );
  return clause ? plainly(clauseBody(reading, verb, clause), clause) : null;
}

/** "denied the allegation", "claimed the attack", "the demand was rejected", "a charge it denies". */
export function objectContent(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const object = objectOf(tree, verb);
  if (!object) return null;
  const inner = [...tree.childrenBy(object, 'acl', 'ccomp'), ...tree.childrenBy(verb, 'advcl', 'ccomp')].find(
    (child) => child.index > object.index && child.deprel !== 'acl:relcl' && isSaid(reading, child),
  );
  if (inner && object.upos === 'NOUN') return plainly(cutForeign(reading, bodyRange(tree, inner, ['that']), inner), inner);
  const said = saidBehind(reading, object);
  if (said) return plainly(said, null);
  const range = tree.subtreeRange(object);
  const above = object.index < verb.index && baseRelation(verb.deprel) === 'acl';
  const end = above ? Math.min(range.to, tree.subtreeRange(verb).from) : range.to;
  const whole = { from: range.from, to: Math.max(end, object.index + 1) };
  return plainly(
    cutForeign(reading, above || object.index < verb.index ? whole : withFollowing(reading, verb, whole), object),
    object,
  );
}

/** "the demand that X close the border" with "that" taken for a relative pronoun: what stands behind the noun's own "that", unless
 * the clause lacks an object for the noun to be ("the demand that X rejected"). */
export function saidBehind(reading: Reading, noun: Token): { from: number; to: number } | null {
  const { tree, lexicon } = reading;
  const that = tree.tokens[noun.index + 1];
  const known = lexicon.nouns.get(noun.lemma.toLowerCase())?.some(({ contents }) => contents.includes('clause'));
  if (!known || that?.form.toLowerCase() !== 'that' || that.sentence !== noun.sentence) return null;
  const range = { from: that.index + 1, to: clauseEnd(reading, that.index, sentenceOf(reading, noun).to) };
  const words = tree.tokens.slice(range.from, range.to).filter((token) => token.upos !== 'PUNCT');
  const verbs = words.filter((token) => token.upos === 'VERB' || token.upos === 'AUX');
  const isGap = verbs.length === 0 || verbs.at(-1) === words.at(-1) || verbs[0] === words[0];
  return isGap ? null : range;
}

/** Whether a clause under a noun is what the noun says: "claims that S". */
function isSaid(reading: Reading, clause: Token): boolean {
  return markOf(reading.tree, clause) === 'that' && isVerbalClause(reading, clause);
}

function isVerbalClause(reading: Reading, clause: Token): boolean {
  return isVerbal(clause) || reading.tree.childBy(clause, 'cop', 'nsubj') !== null;
}

/** "called for a truce", "warned of war", "complained about raids". */
export function prepositionalContent(reading: Reading, verb: Token, preposition: string): Found | null {
  const { tree } = reading;
  const object = tree.childBy(verb, 'obj');
  const phrase = prepositional(tree, verb, [preposition]) ?? (object && prepositional(tree, object, [preposition]));
  if (!phrase || phrase.index < verb.index) return null;
  const range = withFollowing(reading, verb, bodyRange(tree, phrase, [preposition]));
  return plainly(coverQuotations(reading, cutForeign(reading, range, phrase), verb), phrase);
}

/** "accused Kabul of aiding rebels", "blamed the army for the raid", "was accused by Kabul of lying". */
export function objectPrepositional(reading: Reading, verb: Token, preposition: string): Found | null {
  const { tree } = reading;
  const object = objectOf(tree, verb);
  if (!object) return null;
  const phrase =
    prepositional(tree, verb, [preposition]) ?? (object.index > verb.index ? prepositional(tree, object, [preposition]) : null);
  if (!phrase || phrase.index < verb.index || phrase.index < object.index)
    return surfaceGerund(reading, verb, object, preposition);
  const range = bodyRange(tree, phrase, [preposition]);
  return plainly(coverQuotations(reading, cutForeign(reading, range, phrase), verb), phrase, object);
}

/** "accused by Turkey of | sheltering rebels" with the gerund taken for an adjective: from the gerund to the end of the clause. */
function surfaceGerund(reading: Reading, verb: Token, object: Token, preposition: string): Found | null {
  const { tree } = reading;
  const sentence = sentenceOf(reading, verb);
  const end = Math.min(sentence.to - 1, verb.index + ADDRESSEE_REACH);
  for (let index = verb.index + 1; index < end; index++) {
    const token = tree.token(index);
    if (token.upos === 'PUNCT') return null;
    const next = tree.token(index + 1);
    if (token.form.toLowerCase() === preposition && next.xpos === 'VBG')
      return plainly({ from: next.index, to: clauseEnd(reading, next.index, sentence.to) }, next, object);
  }
  return null;
}

/** "described the raid as an act of war": what is described, with its description. */
export function objectAs(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const object = objectOf(tree, verb);
  if (!object) return null;
  const phrase = prepositional(tree, verb, ['as']) ?? (object.index > verb.index ? prepositional(tree, object, ['as']) : null);
  if (!phrase || phrase.index < verb.index) return null;
  const described = tree.subtreeRange(phrase);
  const range = object.index > verb.index ? joinRanges(tree.subtreeRange(object), described) : described;
  return plainly(coverQuotations(reading, cutForeign(reading, range, phrase), verb), phrase);
}

/** "called the raid an act of war", "called 'absurd' the claim that ...", "was called a spy by Kabul". */
export function objectPredicate(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const parts = tree
    .childrenBy(verb, 'obj', 'iobj', 'xcomp', 'ccomp', 'obl:unmarked')
    .filter((child) => child.index > verb.index && !isInfinitive(tree, child) && markOf(tree, child) === '');
  const [first, second] = parts;
  if (
    !first ||
    (isPassive(tree, verb) ? parts.length < 1 : !second && !holdsQuotation(reading, first) && !holdsPredicate(reading, first))
  )
    return null;
  const range = parts.map((part) => tree.subtreeRange(part)).reduce(joinRanges);
  return plainly(coverQuotations(reading, cutForeign(reading, range, second ?? first), verb), second ?? first);
}

/** "called the raid | an act of war" read as an apposition without a comma. */
function holdsPredicate(reading: Reading, object: Token): boolean {
  return reading.tree.childrenBy(object, 'appos').some((child) => reading.tree.subtreeRange(child).from === object.index + 1);
}

/** The parser may hang the predicate below the object; a quotation behind the object's head, or before its determiner, shows it. */
function holdsQuotation(reading: Reading, object: Token): boolean {
  const range = reading.tree.subtreeRange(object);
  return reading.doc.quotations.some(({ range: quoted }) => {
    if (quoted.from > object.index) return quoted.to <= range.to + 1;
    const next = reading.tree.tokens[quoted.to + 1];
    return quoted.from >= range.from && next !== undefined && next.index < range.to && ['DET', 'PRON'].includes(next.upos);
  });
}

/** Words an addressee may be long. */
const ADDRESSEE_REACH = 10;

/** "asked Kabul on Monday to hand over X" with the infinitive taken for something else: from "to" to the end of the clause. */
function surfaceInfinitive(reading: Reading, verb: Token, addressee: Token): Found | null {
  const { tree } = reading;
  const sentence = sentenceOf(reading, verb);
  const end = Math.min(sentence.to - 1, verb.index + ADDRESSEE_REACH);
  for (let index = verb.index + 2; index < end; index++) {
    const token = tree.token(index);
    if (token.upos === 'PUNCT' || token.upos === 'VERB') return null;
    if (token.form.toLowerCase() !== 'to') continue;
    const next = tree.token(index + 1);
    const after = tree.tokens[index + 2];
    const looksVerbal =
      next.xpos === 'VB' ||
      (next.xpos === 'NN' && after !== undefined && ['RP', 'DT', 'CD', 'PRP$', 'IN'].includes(after.xpos));
    return looksVerbal ? plainly({ from: index, to: clauseEnd(reading, index, sentence.to) }, next, addressee) : null;
  }
  return null;
}

/** Where a clause gives way to the next one (", while Kabul ..."), or the end given. */
function clauseEnd(reading: Reading, from: number, end: number): number {
  for (let index = from + 1; index + 1 < end; index++) {
    const joint = reading.tree.token(index + 1).form.toLowerCase();
    if (reading.tree.token(index).form === ',' && ['while', 'but', 'whereas', 'although', 'and'].includes(joint)) return index;
  }
  return end;
}

/** Phrases right behind a content that the parser gave to the verb instead ("called for action | on a list of camps"). */
export function withFollowing(
  reading: Reading,
  verb: Token,
  range: { from: number; to: number },
): { from: number; to: number } {
  let { to } = range;
  for (const child of reading.tree.children(verb)) {
    const phrase = reading.tree.subtreeRange(child);
    if (phrase.from !== to || !['obl', 'nmod'].includes(child.deprel)) continue;
    if (isTimeOrOccasion(reading, child)) break;
    to = phrase.to;
  }
  return { from: range.from, to };
}

/** "on Sunday", "in a statement" tell when and where it was said, not what. */
function isTimeOrOccasion(reading: Reading, noun: Token): boolean {
  if (reading.doc.dates.some(({ range }) => range.from <= noun.index && noun.index < range.to)) return true;
  const lemma = noun.lemma.toLowerCase();
  return reading.lexicon.words('occasion').has(lemma) || reading.lexicon.words('document').has(lemma);
}
