import { joinHyphenated } from './hyphens.ts';
import type { PageLine } from './page-lines.ts';

/** Usual distances of lines from which a gap begins a paragraph. */
const GAP = 1.35;
/** Sizes of letters by which the first line of a paragraph stands further in. */
const INDENT = 0.8;
/** Share by which the letters of a heading are larger or smaller. */
const OTHER_SIZE = 0.12;
/** Share of a column's width below which a line that ends a sentence ends the paragraph too. */
const SHORT_LINE = 0.85;

const BULLET = /^[•▪◦‣·*–—-]\s/;

const SENTENCE_END = /[.!?…:]["'”’)\]]{0,2}$/;

/** The paragraphs of a document's pages, broken lines and words joined. A paragraph goes on over the end of a column or page where the sentence
 * does. */
export function paragraphsOf(pages: readonly (readonly PageLine[])[]): readonly string[] {
  const lines = pages.flat();
  const words = new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  const paragraphs: PageLine[][] = [];
  const leading = middle(pages.flatMap(distancesOf)) ?? Number.POSITIVE_INFINITY;
  for (const page of pages) {
    const column = columnOf(page);
    for (const [index, line] of page.entries()) {
      const before = page[index - 1] ?? paragraphs.at(-1)?.at(-1);
      const isSamePlace = index > 0 && before !== undefined && before.y > line.y;
      const isNew = isSamePlace ? beginsParagraph(before, line, leading, column) : !goesOn(before, line);
      if (isNew) paragraphs.push([line]);
      else paragraphs.at(-1)?.push(line);
    }
  }
  return paragraphs.map((paragraph) =>
    joinHyphenated(
      paragraph.map(({ text }) => text),
      words,
    ),
  );
}

/** Left edge and right edge that the lines of a page share, by their middle values. */
interface Column {
  readonly left: number;
  readonly right: number;
}

function beginsParagraph(before: PageLine, line: PageLine, leading: number, column: Column): boolean {
  if (before.y - line.y > leading * GAP || !isSameSize(before, line) || BULLET.test(line.text)) return true;
  const isColumn = Math.abs(before.left - column.left) < line.size * 4;
  if (line.left - before.left > line.size * INDENT && line.left - before.left < line.size * 6 && SENTENCE_END.test(before.text))
    return true;
  const width = column.right - column.left;
  return isColumn && SENTENCE_END.test(before.text) && before.right - column.left < width * SHORT_LINE;
}

/** Whether a sentence goes on over the end of a column or page. */
function goesOn(before: PageLine | undefined, line: PageLine): boolean {
  if (!before || !isSameSize(before, line)) return false;
  return !SENTENCE_END.test(before.text) && !BULLET.test(line.text);
}

function isSameSize(a: PageLine, b: PageLine): boolean {
  return Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * OTHER_SIZE;
}

/** Distances of the lines of a page that go down. */
function distancesOf(page: readonly PageLine[]): readonly number[] {
  return page.slice(1).flatMap(({ y }, index) => {
    const distance = (page[index]?.y ?? y) - y;
    return distance > 0 ? [distance] : [];
  });
}

function columnOf(page: readonly PageLine[]): Column {
  const widest = [...page].sort((a, b) => b.right - b.left - (a.right - a.left)).slice(0, Math.ceil(page.length / 2));
  return { left: middle(widest.map(({ left }) => left)) ?? 0, right: middle(widest.map(({ right }) => right)) ?? 0 };
}

function middle(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;
}
