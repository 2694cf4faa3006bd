import type { Span } from '../base/index.ts';
import type { Zone } from '../document/index.ts';

/** Widest line taken for a hard-wrapped one, and the narrowest width at which text is wrapped at all, in code units. */
const WRAP_MAX = 120;
const WRAP_MIN = 40;

/** Zones that are never part of a sentence of the running text. */
const SEPARATE = new Set(['headline', 'byline', 'dateline', 'caption', 'credit']);

/** Spans no sentence crosses: blocks between blank lines, zones, and lines that were ended on purpose.
 * A newline is taken for a wrapped line's when the next word would not have fitted on the line. */
export function findParagraphs(text: string, zones: readonly Zone[]): readonly Span[] {
  const cuts = new Set<number>();
  for (const { kind, span } of zones) {
    if (!SEPARATE.has(kind)) continue;
    cuts.add(span.start);
    cuts.add(span.end);
  }
  for (const block of findBlocks(text)) addLineCuts(text, block, cuts);
  const points = [0, ...[...cuts].filter((cut) => cut > 0 && cut < text.length).sort((a, b) => a - b), text.length];
  const paragraphs: Span[] = [];
  for (let at = 1; at < points.length; at++) {
    const [start = 0, end = 0] = [points[at - 1], points[at]];
    if (start < end) paragraphs.push({ start, end });
  }
  return paragraphs;
}

/** Runs of lines that are not blank. */
function findBlocks(text: string): Span[][] {
  const blocks: Span[][] = [];
  let lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (text.slice(start, Math.min(end, start + 2000)).trim() !== '') lines.push({ start, end });
    else if (lines.length > 0) {
      blocks.push(lines);
      lines = [];
    }
    start = end + 1;
  }
  if (lines.length > 0) blocks.push(lines);
  return blocks;
}

function addLineCuts(text: string, lines: readonly Span[], cuts: Set<number>): void {
  const first = lines[0];
  if (!first) return;
  cuts.add(first.start);
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  const wrapped = width >= WRAP_MIN && width <= WRAP_MAX;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next) continue;
    if (!wrapped || line.end - line.start + 1 + firstWordLength(text, next) <= width) cuts.add(next.start);
  }
}

function firstWordLength(text: string, line: Span): number {
  const found = /^\s*\S{1,60}/.exec(text.slice(line.start, Math.min(line.end, line.start + 120)));
  return found ? found[0].length : 0;
}
