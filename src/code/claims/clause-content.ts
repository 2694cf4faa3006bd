import type { TokenRange } from '../../base/index.ts';
import { baseRelation, type Token } from '../../document/index.ts';
import { coverQuotations, cueZone, cutForeign, longest, piecesOutside, saysSomething } from './content.ts';
import { type Found, plainly } from './found.ts';
import { bodyRange, isFiniteClause, isInfinitive, isVerbal, rangesMeet } from './grammar.ts';
import { findQuoted } from './quoted-content.ts';
import { type Reading, sentenceOf } from './reading.ts';

/** Words between a verb and its "that" ("said on Sunday in Kabul that"). */
const THAT_REACH = 7;

/** "said (that) S", "S, he said", "A, he said, B", with or without quotation marks. */
export function clauseContent(reading: Reading, verb: Token): Found | null {
  const quoted = findQuoted(reading, verb);
  const clause = complementClause(reading, verb);
  const found =
    clause ??
    restAsClause(reading, verb) ??
    insertedContent(reading, verb) ??
    afterThat(reading, verb) ??
    (quoted ? null : setOffCue(reading, verb));
  if (!quoted) return found;
  return found ? agree(found, quoted) : quoted;
}

/** A clause and a quotation found for one cue: whichever holds the other, or both. */
function agree(clause: Found, quoted: Found): Found {
  if (!rangesMeet(clause.range, quoted.range)) {
    const longer = clause.range.to - clause.range.from > quoted.range.to - quoted.range.from;
    return longer ? clause : { ...quoted, second: quoted.second };
  }
  const holds = clause.range.from <= quoted.range.from && quoted.range.to <= clause.range.to;
  return holds ? { ...clause, second: quoted.second } : { ...quoted, head: clause.head };
}

function complementClause(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const clauses = tree.children(verb).filter((child) => isContentClause(reading, verb, child));
  const clause = clauses.find((child) => saysSomething(reading, tree.subtreeRange(child))) ?? clauses[0];
  if (!clause) return null;
  const range = bodyRange(tree, clause, ['that']);
  const pieces = piecesOutside(range, clause.index > verb.index ? new Set() : cueZone(tree, verb, clause));
  const main = longest(pieces.length > 1 ? pieces : [range]);
  if (!main) return null;
  const whole = coverQuotations(reading, cutForeign(reading, main, clause), verb);
  return plainly(whole, clause);
}

function isContentClause(reading: Reading, verb: Token, child: Token): boolean {
  const { tree } = reading;
  const relation = baseRelation(child.deprel);
  const mark = tree.childBy(child, 'mark');
  const opener = mark ? mark.form.toLowerCase() : '';
  if (relation === 'ccomp' && child.upos === 'PROPN' && !tree.childBy(child, 'cop', 'nsubj')) return false;
  if (relation === 'ccomp') return !['whether', 'if', 'for', 'as'].includes(opener) && !isInfinitive(tree, child);
  if (relation === 'xcomp') return isFiniteClause(tree, child) && !isInfinitive(tree, child) && isVerbal(child);
  if (relation === 'advcl') return opener === 'that';
  return (
    relation === 'parataxis' && child.index > verb.index && isFiniteClause(tree, child) && betweenIs(reading, verb, child, ':')
  );
}

function betweenIs(reading: Reading, verb: Token, clause: Token, mark: string): boolean {
  const start = reading.tree.subtreeRange(clause).from;
  return reading.tree.tokens.slice(verb.index, start + 1).some((token) => token.form === mark);
}

/** "The danger, he said, is ...": the cue stands inside or behind the clause it reports; behind a semicolon it reports something else. */
function insertedContent(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const head = tree.head(verb);
  if (!head || !['parataxis', 'discourse', 'dep', 'advcl'].includes(baseRelation(verb.deprel))) return null;
  const mark = tree.childBy(verb, 'mark');
  const asInserted = mark !== null && mark.form.toLowerCase() === 'as';
  if (!tree.childBy(verb, 'nsubj') || (baseRelation(verb.deprel) === 'advcl' && !asInserted)) return null;
  if (asInserted && (tree.childBy(verb, 'obj', 'ccomp', 'xcomp') || !isSetOff(reading, verb))) return null;
  const own = tree.subtreeRange(verb);
  if (own.from > head.index && [own.from, own.from - 1].some((index) => tree.tokens[index]?.form === ';')) return null;
  const zone = new Set(tree.subtree(verb).map((token) => token.index));
  const pieces = piecesOutside(tree.subtreeRange(head), zone);
  const main = longest(pieces);
  if (!main || (pieces.length === 1 && own.from < main.from && !asInserted)) return null;
  const toEnd = main.from > verb.index ? { from: main.from, to: sentenceOf(reading, verb).to } : main;
  return plainly(coverQuotations(reading, cutForeign(reading, toEnd, head), verb), head);
}

/** "critics say the plan rewards violence" with the clause taken for an object: "say" has no object of such length. */
function restAsClause(reading: Reading, verb: Token): Found | null {
  const { tree, lexicon } = reading;
  const object = tree.childBy(verb, 'obj');
  if (!object || !lexicon.words('clausal').has(verb.lemma.toLowerCase()) || object.index < verb.index) return null;
  const from = tree.subtreeRange(object).from;
  const end = sentenceOf(reading, verb).to;
  const comma = tree.tokens.slice(from, end).findIndex((token) => token.form === ',');
  const range = { from, to: comma < 0 ? end : from + comma };
  const fits = range.to - from >= 4 && from - verb.index <= 1 && !lexicon.words('unsaid').has(object.lemma.toLowerCase());
  return fits ? plainly(range, object) : null;
}

function isSetOff(reading: Reading, verb: Token): boolean {
  const { from, to } = reading.tree.subtreeRange(verb);
  const neighbours = [
    reading.tree.tokens[from - 1],
    reading.tree.tokens[from],
    reading.tree.tokens[to - 1],
    reading.tree.tokens[to],
  ];
  return neighbours.some((token) => token?.form === ',');
}

/** Where the parser lost the clause: everything behind the verb's own "that". */
function afterThat(reading: Reading, verb: Token): Found | null {
  const sentence = sentenceOf(reading, verb);
  for (let index = verb.index + 1; index < Math.min(sentence.to, verb.index + THAT_REACH); index++) {
    const token = reading.tree.token(index);
    if (isVerbal(token)) return null;
    if (token.form.toLowerCase() !== 'that') continue;
    if (token.upos !== 'SCONJ') return null;
    const range = { from: index + 1, to: sentence.to };
    return saysSomething(reading, range) ? plainly(range, reading.tree.head(token)) : null;
  }
  return null;
}

/** ", he said." at the end of a sentence or ", he said," within it, however it was attached: the rest of the sentence. */
function setOffCue(reading: Reading, verb: Token): Found | null {
  const { tree } = reading;
  const subject = tree.childBy(verb, 'nsubj');
  if (!subject || tree.childBy(verb, 'obj', 'xcomp', 'ccomp')) return null;
  const sentence = sentenceOf(reading, verb);
  const from = Math.min(tree.subtreeRange(subject).from, verb.index);
  const to = Math.max(tree.subtreeRange(subject).to, verb.index + 1);
  if (tree.tokens[from - 1]?.form !== ',') return null;
  const left: TokenRange = { from: sentence.from, to: from - 1 };
  const right: TokenRange = { from: to + 1, to: sentence.to };
  const goesOn = tree.tokens[to]?.form === ',' && saysSomething(reading, right);
  if (!goesOn && tree.tokens.slice(to, sentence.to).some((token) => isVerbal(token))) return null;
  const range = goesOn ? longest([left, right]) : left;
  return range && range.from < range.to && saysSomething(reading, range) ? plainly(range, null) : null;
}
