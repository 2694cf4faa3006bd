import type { Mark, Stretch } from './marks.ts';

/** A stretch of text over which the same marks hold. */
export interface Segment extends Stretch {
  /** Outermost (longest) first. */
  readonly marks: readonly Mark[];
}

/** A paragraph with what of it is marked. */
export interface Paragraph extends Stretch {
  readonly segments: readonly Segment[];
}

/** Cuts a text into its lines and these at every border of a mark, so that marks that overlap or cross become a flat list in order. */
export function cutText(text: string, marks: readonly Mark[]): readonly Paragraph[] {
  const waiting = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: Mark[] = [];
  return linesOf(text).map((line) => {
    for (let mark = waiting[next]; mark !== undefined && mark.start < line.end; mark = waiting[++next]) open.push(mark);
    open = open.filter(({ end }) => end > line.start);
    return { ...line, segments: cut(line, open) };
  });
}

/** Lines that hold more than white space. */
function linesOf(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let start = 0; start <= text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (text.slice(start, end).trim() !== '') found.push({ start, end });
    start = end + 1;
  }
  return found;
}

function cut(within: Stretch, marks: readonly Mark[]): readonly Segment[] {
  const borders = new Set([within.start, within.end]);
  for (const { start, end } of marks) {
    borders.add(Math.max(start, within.start));
    borders.add(Math.min(end, within.end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const byStart = [...marks].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: Mark[] = [];
  return sorted.slice(0, -1).map((start, index) => {
    open = open.filter(({ end }) => end > start);
    for (let mark = byStart[next]; mark !== undefined && mark.start <= start; mark = byStart[++next])
      if (mark.end > start) open.push(mark);
    const held = [...open].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
    return { start, end: sorted[index + 1] ?? start, marks: held };
  });
}
