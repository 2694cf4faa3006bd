import { type CsvValue, csvLine } from '../base/index.ts';
import type { CaseList } from './case-lists.ts';

/** How a list is written as a file: CSV that names its columns once, a JSON list with an entry a line, or JSON Lines. */
export type ListFormat = 'csv' | 'json' | 'jsonl';

/** The lines of CSV that an entry makes, each by the names of its columns. */
export type CsvFields<Entry> = (entry: Entry) => readonly Readonly<Record<string, CsvValue>>[];

/** One line of CSV an entry, with the columns of a list. */
export function fieldsOf<Entry>(list: CaseList<Entry>): CsvFields<Entry> {
  return (entry) => [list.fields(entry)];
}

/** A list as the text of a file, piece by piece. */
export function listText<Entry>(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  fields: CsvFields<Entry>,
  format: ListFormat,
): AsyncGenerator<string> {
  return format === 'csv' ? csvText(entries, fields) : jsonText(entries, format);
}

async function* csvText<Entry>(
  entries: AsyncIterable<Entry> | Iterable<Entry>,
  fields: CsvFields<Entry>,
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const entry of entries)
    for (const line of fields(entry)) {
      if (isFirst) yield csvLine(Object.keys(line));
      isFirst = false;
      yield csvLine(Object.values(line));
    }
}

async function* jsonText(
  entries: AsyncIterable<unknown> | Iterable<unknown>,
  format: 'json' | 'jsonl',
): AsyncGenerator<string> {
  if (format === 'jsonl') {
    for await (const entry of entries) yield `${JSON.stringify(entry)}\n`;
    return;
  }
  let before = '[';
  for await (const entry of entries) {
    yield `${before}\n${JSON.stringify(entry)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
