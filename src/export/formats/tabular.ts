import { csvLine, tsvLine } from '../../base/index.ts';
import { type Columns, cellsOf } from '../native-tables.ts';

/** How the lines of a table are set. */
export interface TableStyle {
  readonly separator: 'comma' | 'tab';
  /** Whether the first line names the columns. */
  readonly isHeaded: boolean;
  /** What stands for a cell without a value. */
  readonly missing?: string;
}

/** Rows as lines of text. */
export async function* tableLines<Row>(
  columns: Columns<Row>,
  rows: AsyncIterable<Row>,
  { separator, isHeaded, missing = '' }: TableStyle,
): AsyncGenerator<string> {
  const cells = cellsOf(columns);
  const line = separator === 'comma' ? csvLine : (values: Parameters<typeof tsvLine>[0]) => tsvLine(values, missing);
  if (isHeaded) yield line(cells.map(({ name }) => name));
  for await (const row of rows) yield line(cells.map(({ of }) => of(row)));
}

/** Media types and endings of the two kinds of tables. */
export const TSV_FILE = { mediaType: () => 'text/tab-separated-values; charset=utf-8', ending: () => 'tsv' } as const;
export const CSV_FILE = { mediaType: () => 'text/csv; charset=utf-8; header=present', ending: () => 'csv' } as const;
