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
import type { Reading } from './reading.ts';

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
      isInfinitive(tree, child),
  );
  return clause ? plainly(fromTo(reading, clauseBody(reading, verb, clause), clause), clause, addressee) : null;
}

function addressedObject(reading: Reading, verb: Token): Token | null {
  const { tree } = reading;
  if (isPassive(tree, verb)) return objectOf(tree, verb);
  const object = tree.childBy(verb, 'obj', 'iobj');
  if (object) return object;
  const clause = tree.childrenBy(verb, 'ccomp', 'xcomp').find((child) => isInfinitive(tree, child));
  return clause ? tree.childBy(clause, 'nsubj') : null;
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
  const inner = tree
    .childrenBy(object, 'acl', 'ccomp')
    .find((child) => child.index > object.index && child.deprel !== 'acl:relcl' && isSaid(reading, child));
  if (inner && object.upos === 'NOUN') return plainly(cutForeign(reading, bodyRange(tree, inner, ['that']), inner), inner);
  const range = tree.subtreeRange(object);
  const above = object.index < verb.index && baseRelation(verb.deprel) === 'acl';
  const end = above ? Math.min(range.to, tree.subtreeRange(verb).from) : range.to;
  return plainly(cutForeign(reading, { from: range.from, to: Math.max(end, object.index + 1) }, object), object);
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
  const phrase = prepositional(tree, verb, [preposition]);
  if (!phrase || phrase.index < verb.index) return null;
  const range = bodyRange(tree, phrase, [preposition]);
  return plainly(coverQuotations(reading, cutForeign(reading, range, phrase), verb), phrase);
}

/** "accused Kabul of aiding rebels", "blamed the army for the raid", "was accused by Kabul of lying". */
export function objectPrepositional(reading: Reading, verb: Token, preposition: string): Found | null {
  const { tree } = reading;
  const object = objectOf(tree, verb);
  if (!object) return null;
  const phrase =
    prepositional(tree, verb, [preposition]) ?? (object.index > verb.index ? prepositional(tree, object, [preposition]) : null);
  if (!phrase || phrase.index < verb.index || phrase.index < object.index) return null;
  const range = bodyRange(tree, phrase, [preposition]);
  return plainly(coverQuotations(reading, cutForeign(reading, range, phrase), verb), phrase, object);
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
    .childrenBy(verb, 'obj', 'iobj', 'xcomp', 'ccomp')
    .filter((child) => child.index > verb.index && !isInfinitive(tree, child) && markOf(tree, child) === '');
  const [first, second] = parts;
  if (!first || (isPassive(tree, verb) ? parts.length < 1 : !second && !holdsQuotation(reading, first))) return null;
  const range = parts.map((part) => tree.subtreeRange(part)).reduce(joinRanges);
  return plainly(coverQuotations(reading, cutForeign(reading, range, second ?? first), verb), second ?? first);
}

/** The parser may hang the predicate below the object; a quotation behind the object's head shows it. */
function holdsQuotation(reading: Reading, object: Token): boolean {
  const range = reading.tree.subtreeRange(object);
  return reading.doc.quotations.some(({ range: quoted }) => quoted.from > object.index && quoted.to <= range.to + 1);
}
