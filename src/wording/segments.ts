import type { Span } from '../base/index.ts';

/** What a stretch of a text is marked with. */
interface Marked {
  readonly span: Span;
}

/** A stretch of text over which the same marks hold. */
export interface Segment<Mark extends Marked> extends Span {
  /** Outermost (longest) first. */
  readonly marks: readonly Mark[];
}

/** A paragraph with what of it is marked. */
export interface Paragraph<Mark extends Marked> extends Span {
  readonly segments: readonly Segment<Mark>[];
}

/** Cuts a text into its paragraphs, and these at every mark border. */
export function cutText<Mark extends Marked>(text: string, marks: readonly Mark[]): readonly Paragraph<Mark>[] {
  const stretches = paragraphs(text);
  const dealt = deal(stretches, marks, ({ span }) => span);
  return stretches.map((stretch, index) => ({ ...stretch, segments: cutSegments(stretch, dealt[index] ?? []) }));
}

/** Cuts a stretch of text at every mark border, so that overlapping and crossing marks become a flat, ordered list.
 *  The segments cover `within` without gaps. */
export function cutSegments<Mark extends Marked>(within: Span, marks: readonly Mark[]): readonly Segment<Mark>[] {
  const inside = marks.filter(({ span }) => span.start < within.end && within.start < span.end);
  const borders = new Set([within.start, within.end]);
  for (const { span } of inside) {
    borders.add(Math.max(span.start, within.start));
    borders.add(Math.min(span.end, within.end));
  }
  const sorted = [...borders].sort((a, b) => a - b);
  const waiting = [...inside].sort((a, b) => a.span.start - b.span.start).reverse();
  let open: Mark[] = [];
  return sorted.slice(0, -1).map((start, index) => {
    open = open.filter(({ span }) => span.end > start);
    const before = open.length;
    for (let next = waiting.at(-1); next && next.span.start <= start; next = waiting.at(-1)) {
      waiting.pop();
      open.push(next);
    }
    if (open.length > before) open = open.toSorted((a, b) => length(b.span) - length(a.span) || a.span.start - b.span.start);
    return { start, end: sorted[index + 1] ?? start, marks: open };
  });
}

/** The paragraphs of a text: runs of characters between line ends that hold more than white space. */
export function paragraphs(text: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    if (text.slice(start, end).trim() !== '') found.push({ start, end });
    start = end + 1;
  }
  return found;
}

/** For each of some ordered stretches, the items whose span shares a character with it, in the order of their starts. */
export function deal<Item>(
  stretches: readonly Span[],
  items: readonly Item[],
  spanOf: (item: Item) => Span,
): readonly Item[][] {
  const waiting = items.toSorted((a, b) => spanOf(a).start - spanOf(b).start);
  let next = 0;
  let open: Item[] = [];
  return stretches.map(({ start, end }) => {
    for (let item = waiting[next]; item !== undefined && spanOf(item).start < end; item = waiting[++next]) open.push(item);
    open = open.filter((item) => spanOf(item).end > start);
    return [...open];
  });
}

function length(span: Span): number {
  return span.end - span.start;
}
