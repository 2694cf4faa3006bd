import { withoutControls } from './controls.ts';

/** A value of a line of CSV or TSV. */
export type CsvValue = string | number | boolean | null;

/** How a cell begins that a spreadsheet takes for a formula, also in the wide forms that some read as the narrow ones. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One line of CSV (RFC 4180), with its line end; see {@link safeCell}. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = safeCell(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of tab-separated values, with its line end. Such files know no quoting: tabs and line ends become spaces.
 * @param missing what stands for null */
export function tsvLine(values: readonly CsvValue[], missing = ''): string {
  const cells = values.map((value) => {
    if (value === null) return missing;
    return typeof value === 'string' ? safeCell(value.replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ')) : String(value);
  });
  return `${cells.join('\t')}\n`;
}

/** A text that is safe in a spreadsheet: one that would be taken for a formula gets an apostrophe before it (reports are not ours, and a
 * cell of one must not run), and what could reorder or hide the rest of a line becomes U+FFFD. */
export function safeCell(text: string): string {
  const shown = withoutControls(text);
  return FORMULA.test(shown) ? `'${shown}` : shown;
}
