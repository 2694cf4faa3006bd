import type { TokenRange } from '../../base/index.ts';
import type { Quotation } from '../../document/index.ts';
import { splitCondition } from './condition.ts';
import { trimContent } from './content.ts';
import { isVerbal, rangesMeet } from './grammar.ts';
import { type Draft, type Reading, sameParagraph } from './reading.ts';
import { refineStance } from './stance.ts';

/** A quoted stretch shorter than this without a verb of its own is no statement. */
const STATEMENT_LENGTH = 5;

/** Characters of the report's own text after which a quotation without a cue no longer belongs to the last speaker. */
const SPEAKER_REACH = 400;

/** Quoted sentences without a cue of their own: the rest of a quotation whose speaker is named, and quotations that follow one.
 * One claim a sentence. */
export function continuedQuotations(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const found: Draft[] = [];
  for (const quotation of reading.doc.quotations) {
    if (reading.doc.quotations.some((other) => other !== quotation && holds(other, quotation))) continue;
    const speaker = speakerOf(reading, quotation, [...drafts, ...found]);
    if (!speaker) continue;
    for (const piece of sentencesOf(reading, quotation)) {
      const draft = continuation(reading, piece, speaker, drafts);
      if (draft) found.push(draft);
    }
  }
  return found;
}

function holds(outer: Quotation, inner: Quotation): boolean {
  return outer.range.from <= inner.range.from && inner.range.to <= outer.range.to;
}

function sentencesOf(reading: Reading, quotation: Quotation): readonly TokenRange[] {
  return reading.doc.sentences
    .filter((sentence) => rangesMeet(sentence, quotation.range))
    .map((sentence) => ({
      from: Math.max(sentence.from, quotation.range.from),
      to: Math.min(sentence.to, quotation.range.to),
    }));
}

function continuation(reading: Reading, piece: TokenRange, last: Draft, drafts: readonly Draft[]): Draft | null {
  const covered = drafts.some(
    (draft) =>
      rangesMeet(draft.content, piece) &&
      (!isInside(draft.cue?.index ?? -1, piece) || rangeLength(draft.content) * 2 > rangeLength(piece)),
  );
  const content = trimContent(reading, piece);
  if (covered || !content || !isStatement(reading, content)) return null;
  const split = splitCondition(reading, content, null);
  return {
    ...last,
    cue: null,
    cueRange: null,
    stance: refineStance(reading, 'asserts', split.content, null, last.speaker),
    content: trimContent(reading, split.content) ?? split.content,
    condition: split.condition,
    rule: 'continued-quotation',
  };
}

function rangeLength({ from, to }: TokenRange): number {
  return to - from;
}

function isInside(index: number, range: TokenRange): boolean {
  return range.from <= index && index < range.to;
}

function isStatement(reading: Reading, range: TokenRange): boolean {
  if (rangeLength(range) < 2) return false;
  const verbal = reading.tree.tokens.slice(range.from, range.to).some(isVerbal);
  return verbal || rangeLength(range) >= STATEMENT_LENGTH;
}

/** Who speaks in a quotation: whoever speaks in another part of it, else the last speaker before it where it stands alone. */
function speakerOf(reading: Reading, quotation: Quotation, drafts: readonly Draft[]): Draft | null {
  const own = drafts.find(
    (draft) =>
      rangesMeet(draft.content, quotation.range) &&
      !isInside(draft.cue?.index ?? -1, quotation.range) &&
      mostlyIn(draft, quotation),
  );
  if (own) return own;
  return standsAlone(reading, quotation) ? lastSpeaker(reading, quotation, drafts) : null;
}

function mostlyIn(draft: Draft, quotation: Quotation): boolean {
  const shared = Math.min(draft.content.to, quotation.range.to) - Math.max(draft.content.from, quotation.range.from);
  return shared * 2 > rangeLength(draft.content);
}

/** Whether whole sentences are quoted, not words inside a sentence of the report. */
function standsAlone(reading: Reading, quotation: Quotation): boolean {
  const first = reading.tree.tokens[quotation.range.from];
  const last = reading.tree.tokens[quotation.range.to - 1];
  const start = first && reading.doc.sentences[first.sentence];
  const end = last && reading.doc.sentences[last.sentence];
  if (!first || !last || !start || !end) return false;
  return quotation.range.from - start.from <= 1 && (quotation.open || end.to - quotation.range.to <= 2);
}

function lastSpeaker(reading: Reading, quotation: Quotation, drafts: readonly Draft[]): Draft | null {
  let best: Draft | null = null;
  for (const draft of drafts) {
    const end = lastIndex(draft);
    if (end >= quotation.range.from || (best && lastIndex(best) >= end)) continue;
    best = draft;
  }
  const first = reading.tree.tokens[quotation.range.from];
  const last = best && reading.tree.tokens[lastIndex(best)];
  if (!best || !first || !last) return null;
  const between = reading.doc.text.slice(last.end, quotation.span.start);
  if (between.length > SPEAKER_REACH || (best.speaker === null && best.speakerSpan === null)) return null;
  return sameParagraph(reading, last, first) || wasQuoting(reading, best) || /^\W*$/.test(between) ? best : null;
}

function lastIndex(draft: Draft): number {
  return Math.max(draft.content.to - 1, draft.cue?.index ?? 0);
}

function wasQuoting(reading: Reading, draft: Draft): boolean {
  return reading.doc.quotations.some(({ range }) => rangesMeet(range, draft.content));
}
