import { plain } from './escape.ts';
import { cutToWidth, padToWidth, textWidth, wrapToWidth } from './text-width.ts';

/** A column of a table of plain text. */
export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Fewest cells this column is worth printing in. */
  readonly least: number;
  /** Columns with a higher number make way first where the terminal is narrow; without one a column stays. */
  readonly drop?: number;
}

/** What is printed under a row: the words it rests on. */
export type Below<Row> = (row: Row) => string;

/** Narrowest terminal in which columns are set side by side. */
const COLUMNS_FROM = 72;
const GAP = '  ';

/** Rows below a heading, no line wider than `width` cells; nothing where there are no rows. Columns empty in all rows are left out, and on
 * a narrow terminal each row is set as a list. */
export function section<Row>(
  heading: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  width: number,
  below?: Below<Row>,
): readonly string[] {
  if (rows.length === 0) return [];
  const used = columns.filter((column) => rows.some((row) => plain(column.cell(row)) !== ''));
  const kept = width < COLUMNS_FROM ? used : dropColumns(used, width);
  const cells = rows.map((row) => kept.map((column) => plain(column.cell(row))));
  const under = rows.map((row) => (below ? plain(below(row)) : ''));
  const aside = rows.map((row) =>
    used.flatMap((column) => (kept.includes(column) || column.cell(row) === '' ? [] : [plain(column.cell(row))])),
  );
  const notes = under.map((words, at) => [...(aside[at] ?? []), words].filter((part) => part !== '').join(' · '));
  const heads = kept.map(({ head }) => head);
  const widths = fitWidths(
    heads,
    cells,
    kept.map(({ least }) => least),
    width,
  );
  const body =
    width < COLUMNS_FROM || widths === null
      ? stacked(heads, cells, notes, width)
      : sideBySide(heads, cells, notes, widths, width);
  return [cutToWidth(heading.toUpperCase(), width), ...body];
}

function dropColumns<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  const room = width - GAP.length * (columns.length - 1);
  const last = Math.max(...columns.map(({ drop }) => drop ?? 0));
  if (last === 0 || sum(columns.map(({ least }) => least)) <= room) return columns;
  return dropColumns(
    columns.filter(({ drop }) => drop !== last),
    width,
  );
}

/** Widths of the columns in `width` cells: what each needs where all fit, else the room is shared, the widest giving most.
 *  Null where not even the least widths fit. */
function fitWidths(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  least: readonly number[],
  width: number,
): readonly number[] | null {
  const widths = heads.map((head, at) => Math.max(textWidth(head), ...rows.map((row) => textWidth(row[at] ?? ''))));
  const room = width - GAP.length * (heads.length - 1);
  for (let excess = sum(widths) - room; excess > 0; excess = sum(widths) - room) {
    const slack = widths.map((wide, at) => wide - (least[at] ?? 1));
    const most = Math.max(...slack);
    if (most <= 0) return null;
    const at = slack.indexOf(most);
    const second = Math.max(0, ...slack.filter((_, other) => other !== at));
    widths[at] = (widths[at] ?? 0) - Math.min(excess, Math.max(1, most - second));
  }
  return widths;
}

function sideBySide(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  widths: readonly number[],
  width: number,
): readonly string[] {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => padToWidth(cutToWidth(cell, widths[at] ?? 0), widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const indent = GAP + GAP;
  return [
    line(heads),
    widths.map((wide) => '─'.repeat(wide)).join(GAP),
    ...rows.flatMap((row, at) => {
      const note = notes[at] ?? '';
      return note === '' ? [line(row)] : [line(row), indent + cutToWidth(note, width - indent.length)];
    }),
  ];
}

function stacked(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  notes: readonly string[],
  width: number,
): readonly string[] {
  return rows.flatMap((row, index) => {
    const cells = row.flatMap((cell, at) => (cell === '' ? [] : [`${heads[at]}: ${cell}`]));
    const note = notes[index] ?? '';
    const lines = [...cells, ...(note === '' ? [] : [note])].flatMap((text) => wrapToWidth(text, width - GAP.length));
    return [cutToWidth(`${index + 1}.`, width), ...lines.map((text) => GAP + text)];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
