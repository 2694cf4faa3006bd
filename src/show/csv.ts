/** A value of a line of CSV. */
export type CsvValue = string | number | boolean | null;

/** One line of CSV (RFC 4180), with its line end. A text that a spreadsheet would take for a formula gets an apostrophe before it:
 * reports are not ours, and a cell of one must not run. */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
