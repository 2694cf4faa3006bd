/** A run of text at its place on a page, in points from the lower left corner. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Size of its letters, in points. */
  readonly size: number;
}

/** A line of a page. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Share of the letters' size by which runs of one line may stand higher or lower, as footnote marks do. */
const SAME_LINE = 0.5;
/** Share of the letters' size from which a gap between two runs is a space. */
const SPACE = 0.2;
/** Sizes of letters from which a gap is that between two columns. */
const COLUMN_GAP = 3;

/** Joins the runs of a page to lines, in the order in which the file draws them. */
export function pageLines(runs: readonly TextRun[]): readonly PageLine[] {
  const lines: PageLine[] = [];
  let open: PageLine | null = null;
  for (const run of runs) {
    const isSpace = run.text.trim() === '';
    // PDF.js fills the gap between two columns with a space as wide.
    if (isSpace && (open === null || run.width > open.size * COLUMN_GAP)) continue;
    if (open !== null && isSameLine(open, run)) open = extend(open, run);
    else {
      if (open !== null) lines.push(open);
      open = isSpace ? null : { ...run, left: run.x, right: run.x + run.width };
    }
  }
  if (open !== null) lines.push(open);
  return lines
    .map(({ text, left, right, y, size }) => ({ text: text.replace(/\s+/g, ' ').trim(), left, right, y, size }))
    .filter(({ text }) => text !== '');
}

function isSameLine(line: PageLine, run: TextRun): boolean {
  const size = Math.max(line.size, run.size);
  const gap = run.x - line.right;
  return Math.abs(line.y - run.y) <= size * SAME_LINE && gap > -size && gap < size * COLUMN_GAP;
}

function extend(line: PageLine, run: TextRun): PageLine {
  const isApart = run.x - line.right > Math.max(line.size, run.size) * SPACE && !/\s$/.test(line.text) && !/^\s/.test(run.text);
  const isMain = run.text.trim().length > line.text.length;
  return {
    text: line.text + (isApart ? ' ' : '') + run.text,
    left: line.left,
    right: Math.max(line.right, run.x + run.width),
    y: isMain ? run.y : line.y,
    size: Math.max(line.size, run.size),
  };
}
