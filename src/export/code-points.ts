import type { Span } from '../base/index.ts';

/** A half-open range of code points of a text, as Python, R and the Web Annotation model count. */
export interface PointRange {
  readonly start: number;
  readonly end: number;
}

/** A span's place in code points. Our own offsets are UTF-16 code units; the two differ after the first character beyond the Basic
 * Multilingual Plane. */
export function codePointRange(text: string, { start, end }: Span): PointRange {
  const before = countPoints(text, 0, start);
  return { start: before, end: before + countPoints(text, start, end) };
}

/** Code points between two offsets. The second half of a pair counts where its first half does. */
function countPoints(text: string, from: number, to: number): number {
  let count = to - from;
  for (let at = Math.max(from, 1); at < to; at++) if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) count--;
  return count;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
