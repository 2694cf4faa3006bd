import { fail, ok, type PlainDate, type Result, type Span } from '../base/index.ts';
import type { Article } from '../document/index.ts';
import { makeArticle } from './article.ts';
import { readFullDate } from './date-line.ts';
import type { ReadOptions } from './options.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a JSON text that must be an object. */
export function readObject(json: string, subject: string): Result<Fields> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('read/bad-json', subject, error.message);
  }
  return isFields(value) ? ok(value) : fail('read/bad-json', subject, 'not a JSON object');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one line `{"id","text","title","source","url","published","entities"}`; only `text` is required.
 * @param number of the line, from 1; problems name `file:line` */
export function readJsonLine(json: string, number: number, options: ReadOptions): Result<Article> {
  const subject = `${options.name}:${number}`;
  const read = readObject(json, subject);
  if (!read.ok) return read;
  const fields = read.value;
  const { text, id } = fields;
  if (typeof text !== 'string') return fail('read/bad-line', subject, '"text" must be a text');
  const published = readPublished(fields.published ?? options.published ?? null, subject);
  if (!published.ok) return published;
  const entities = readSpans(fields.entities ?? null, text, subject, 'entities');
  if (!entities.ok) return entities;
  for (const field of ['title', 'source', 'url'])
    if (typeof (fields[field] ?? '') !== 'string') return fail('read/bad-line', subject, `"${field}" must be a text`);
  if (typeof (id ?? '') !== 'string' && typeof id !== 'number')
    return fail('read/bad-line', subject, '"id" must be a text or a number');
  return makeArticle(text, subject, {
    externalId: id === undefined || id === null ? null : String(id),
    title: textOf(fields.title),
    source: textOf(fields.source) ?? options.source ?? null,
    url: textOf(fields.url),
    published: published.value,
    publishedBasis: published.value === null ? 'unknown' : 'given',
    entities: entities.value,
  });
}

/** Reads all lines, empty ones left out; a bad line is a problem and the rest go on. */
export function* readJsonLines(jsonl: string, options: ReadOptions): Generator<Result<Article>> {
  let number = 0;
  for (let start = 0; start < jsonl.length; ) {
    const newline = jsonl.indexOf('\n', start);
    const end = newline < 0 ? jsonl.length : newline;
    number++;
    const line = jsonl.slice(start, end);
    if (line.trim() !== '') yield readJsonLine(line, number, options);
    start = end + 1;
  }
}

/** A publication date as given by a caller: ISO, with or without a time of day, or a date in words with its year. Null stays null. */
export function readPublished(value: unknown, subject: string): Result<PlainDate | null> {
  if (value === null || value === '') return ok(null);
  const date = typeof value === 'string' ? readFullDate(value) : null;
  return date === null
    ? fail('read/bad-date', subject, `${JSON.stringify(value)} is not a date of the form YYYY-MM-DD`)
    : ok(date);
}

/** Spans as a caller gives them in the field of a line, in text order. A problem where one is not inside the text or does not hold the text it says. */
export function readSpans(value: unknown, text: string, subject: string, field: string): Result<readonly Span[] | null> {
  if (value === null) return ok(null);
  if (!Array.isArray(value)) return fail('read/bad-span', subject, `"${field}" must be a list of spans`);
  const spans: Span[] = [];
  for (const entry of value) {
    const span = readSpan(entry, text);
    if (typeof span === 'string') return fail('read/bad-span', subject, `"${field}": ${span}`);
    spans.push(span);
  }
  return ok(spans.sort((a, b) => a.start - b.start || a.end - b.end));
}

function readSpan(entry: unknown, text: string): Span | string {
  const shown = JSON.stringify(entry);
  if (!isFields(entry)) return `${shown} is not a span`;
  const { start, end } = entry;
  if (typeof start !== 'number' || typeof end !== 'number' || !Number.isInteger(start) || !Number.isInteger(end))
    return `${shown} has no whole start and end`;
  if (start < 0 || end <= start || end > text.length) return `${shown} is empty or not inside 0..${text.length}`;
  if (!/[^\s\p{C}]/u.test(text.slice(start, end))) return `${shown} holds nothing to read`;
  const said = entry.text;
  if (typeof said === 'string' && text.slice(start, end) !== said) return `${shown} stands at "${text.slice(start, end)}"`;
  return { start, end };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
