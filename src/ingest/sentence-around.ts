import type { RecordSpan } from '../api/index.ts';

/** Farthest that the ends of a sentence are looked for, in UTF-16 code units. */
const REACH = 600;

/** The sentence around some words, roughly: from the end of the sentence or line before to the end of their own. */
export function sentenceAround(text: string, { start, end }: Pick<RecordSpan, 'start' | 'end'>): RecordSpan {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  const breaks = [...before.matchAll(/[.!?]["”’)]?\s+|\n+/g)];
  const last = breaks.at(-1);
  const first = last ? from + last.index + last[0].length : from;
  const after = text.slice(end, end + REACH);
  const close = /[.!?]["”’)]?(?=\s|$)|\n/.exec(after);
  const stop = close ? end + close.index + (close[0] === '\n' ? 0 : close[0].length) : end + after.length;
  return { start: first, end: stop, text: text.slice(first, stop) };
}
