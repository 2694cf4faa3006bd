import type { TokenRange } from '../../base/index.ts';
import { baseRelation, type Token } from '../../document/index.ts';
import { splitCondition } from './condition.ts';
import { coverQuotations, longest, piecesOutside, saysSomething, trimContent } from './content.ts';
import { rangesMeet } from './grammar.ts';
import { type Draft, quotationAround, type Reading, sentenceOf } from './reading.ts';
import { readSpeaker } from './speaker.ts';
import { refineStance } from './stance.ts';

/** "S, according to X", "In the words of X, S", "S, X being quoted": an attributing phrase and the rest of its clause. */
export function accordingTo(reading: Reading): readonly Draft[] {
  const drafts: Draft[] = [];
  const phrases = [...reading.lexicon.phrases]
    .filter((phrase) => !PARTICIPLES.has(phrase) && phrase !== 'per')
    .map((phrase) => phrase.split(' '));
  for (const token of reading.doc.tokens) {
    const length = phraseLength(reading, phrases, token);
    if (length > 0) drafts.push(...readPhrase(reading, token, length));
  }
  return drafts;
}

/** Participles that only pass on what another source says; a finite "cites" is a verb like any other. */
const PARTICIPLES = new Set(['citing', 'quoting']);

function phraseLength(reading: Reading, phrases: readonly (readonly string[])[], token: Token): number {
  const form = token.form.toLowerCase();
  for (const words of phrases) {
    if (words[0] !== form) continue;
    if (words.every((word, offset) => reading.tree.tokens[token.index + offset]?.form.toLowerCase() === word))
      return words.length;
  }
  return 0;
}

function readPhrase(reading: Reading, opener: Token, length: number): readonly Draft[] {
  const source = sourceOf(reading, opener, length);
  const speaker = source && readSpeaker(reading, source, true);
  if (!source || !speaker) return [];
  const phrase = phraseRange(reading, opener, source);
  const content = contentBeside(reading, opener, phrase);
  const trimmed = content && trimContent(reading, coverQuotations(reading, content, opener));
  if (!trimmed || !saysSomething(reading, trimmed)) return [];
  const split = splitCondition(reading, trimmed, null);
  return [
    {
      cue: opener,
      cueRange: { from: opener.index, to: opener.index + length },
      speakerToken: speaker.token,
      speaker: speaker.id,
      speakerSpan: speaker.carried ? null : speaker.span,
      stance: refineStance(reading, 'asserts', split.content, null, speaker.id),
      addressee: null,
      content: split.content,
      condition: split.condition,
      rule: 'phrase/according-to',
    },
  ];
}

/** The noun the phrase leads to: the head above its words, or the first noun behind them. */
function sourceOf(reading: Reading, opener: Token, length: number): Token | null {
  const { tree } = reading;
  const last = tree.token(opener.index + length - 1);
  for (const step of tree.pathToRoot(last))
    if (step.index > last.index && ['NOUN', 'PROPN', 'PRON'].includes(step.upos)) return step;
  const end = endOfNoun(reading, last.index + 1, sentenceOf(reading, opener).to);
  for (let index = last.index + 1; index < end; index++) {
    const token = tree.token(index);
    const head = tree.head(token);
    if (['NOUN', 'PROPN', 'PRON'].includes(token.upos) && (!head || head.index <= last.index || head.index >= end))
      return token;
  }
  return null;
}

/** Words a source may be long where the parser did not say. */
const SOURCE_LENGTH = 8;

function endOfNoun(reading: Reading, from: number, end: number): number {
  const limit = Math.min(end, from + SOURCE_LENGTH);
  for (let index = from; index < limit; index++)
    if (['PUNCT', 'VERB', 'AUX'].includes(reading.tree.token(index).upos)) return index;
  return limit;
}

/** The phrase with everything that belongs to its noun, up to the comma that closes it. */
function phraseRange(reading: Reading, opener: Token, source: Token): TokenRange {
  const range = reading.tree.subtreeRange(source);
  return { from: opener.index, to: Math.max(range.to, source.index + 1) };
}

function contentBeside(reading: Reading, opener: Token, phrase: TokenRange): TokenRange | null {
  const sentence = sentenceOf(reading, opener);
  const governor = governorOf(reading, opener, phrase);
  const clause = governor ? reading.tree.subtreeRange(governor) : sentence;
  const zone = new Set<number>();
  for (let index = phrase.from; index < phrase.to; index++) zone.add(index);
  const initial = opener.index - sentence.from <= 1;
  if (initial && governor)
    for (let index = phrase.to; index < mainStart(reading, governor, phrase.to); index++) zone.add(index);
  const quotation = quotationAround(reading, opener.index);
  const reach = quotation ? quotation.range : sentence;
  const range = rangesMeet(clause, reach)
    ? { from: Math.max(clause.from, reach.from), to: Math.min(clause.to, reach.to) }
    : reach;
  return longest(piecesOutside(range, zone)) ?? longest(piecesOutside(sentence, zone));
}

/** The clause the phrase belongs to: the nearest verb (or predicate) above it. */
function governorOf(reading: Reading, opener: Token, phrase: TokenRange): Token | null {
  const last = phrase.to + 2 >= sentenceOf(reading, opener).to;
  for (const step of reading.tree.pathToRoot(opener)) {
    if (last && step.head >= 0 && ['VBG', 'VBN'].includes(step.xpos) && baseRelation(step.deprel) === 'advcl') continue;
    if (step.index >= phrase.from && step.index < phrase.to) continue;
    if (['VERB', 'AUX'].includes(step.upos) || step.head < 0 || reading.tree.childBy(step, 'nsubj', 'cop')) return step;
  }
  return null;
}

/** Where the clause itself starts, behind the phrase and what hangs on it ("According to Reuters, citing the army, ..."). */
function mainStart(reading: Reading, governor: Token, from: number): number {
  for (const child of reading.tree.children(governor)) {
    if (child.index < from) continue;
    const participle = baseRelation(child.deprel) === 'advcl' && PARTICIPLES.has(child.form.toLowerCase());
    if (!participle && child.upos !== 'PUNCT') return Math.min(reading.tree.subtreeRange(child).from, governor.index);
  }
  return Math.max(from, governor.index);
}
