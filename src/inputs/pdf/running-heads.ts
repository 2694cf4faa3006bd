import type { PageLine } from './page-lines.ts';

/** Lines at the top and at the foot of a page that can be its running head or foot. */
const MARGIN_LINES = 2;
/** Pages on which the same line must stand at the margin. */
const MIN_PAGES = 3;

const PAGE_NUMBER = /^(?:[-–—|·\s]*(?:page\s+)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|·\s]*)$/i;

/** What browsers print above and below a page: the moment with the title, and the address. */
const PRINTED = /^(?:(?:https?|file):\/\/\S+|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?:\s?[ap]m)?\b.*)$/i;

/** The pages without what is printed on every one of them: page numbers, what a browser printed them with, and lines at the
 * margin that come back on three pages or more, apart from their numbers. */
export function withoutRunningHeads(pages: readonly (readonly PageLine[])[]): readonly (readonly PageLine[])[] {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const shape of new Set(marginOf(page).map(shapeOf))) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return pages.map((page) => {
    const margin = new Set(marginOf(page));
    const printed = [...margin].filter(({ text }) => PRINTED.test(text));
    const isHead = (line: PageLine) =>
      PAGE_NUMBER.test(line.text) ||
      printed.some(({ y }) => Math.abs(y - line.y) < 1) ||
      (counts.get(shapeOf(line)) ?? 0) >= MIN_PAGES;
    return page.filter((line) => !margin.has(line) || !isHead(line));
  });
}

/** The highest and the lowest lines of a page, wherever the file draws them. */
function marginOf(page: readonly PageLine[]): readonly PageLine[] {
  const byHeight = [...page].sort((a, b) => b.y - a.y);
  return [...byHeight.slice(0, MARGIN_LINES), ...byHeight.slice(-MARGIN_LINES)];
}

function shapeOf({ text }: PageLine): string {
  return text.toLowerCase().replace(/\d+/g, '#');
}
