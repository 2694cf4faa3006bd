import { fail, withoutControls } from '../../base/index.ts';
import { MAX_DOCUMENT } from '../../read/index.ts';
import { Growth } from '../growth.ts';
import { decodeContent } from '../http-body.ts';
import type { Reader, ReadInner, Reading, Source } from '../source.ts';
import { readRecords, type WarcEntry } from './records.ts';
import { readResponse, type StoredResponse } from './response.ts';

/** Largest response read, in bytes: a page of the greatest length, and its headers. */
const MAX_RESPONSE = 2 * MAX_DOCUMENT + 64 * 1024;
/** Records that say something of others or of the file, and hold no document. */
const COMPANIONS = new Set(['warcinfo', 'request', 'metadata']);
const PAGES = new Set(['text/html', 'application/xhtml+xml']);
/** Longest address told, in code units. */
const LONGEST_URL = 2000;

/** Reads the web pages of a WARC file, each named `crawl.warc:12` by the place of its record. The address is the page's; the day of the crawl
 * is told with the reading, since no page was published because it was crawled. What is no page, and responses other than 200, are told as
 * skipped; damaged records are problems, and the others are read. */
export const readWarc: Reader = async function* (source, _, readInner) {
  for await (const entry of readRecords(source.chunks, (fields) => (typeOf(fields) === 'response' ? MAX_RESPONSE : -1)))
    yield* readEntry(entry, source, readInner);
};

function typeOf(fields: ReadonlyMap<string, string>): string {
  return fields.get('warc-type')?.toLowerCase() ?? '';
}

async function* readEntry(entry: WarcEntry, source: Source, readInner: ReadInner): AsyncGenerator<Reading> {
  const name = `${source.name}:${entry.number}`;
  const type = typeOf(entry.fields);
  if (entry.damage !== null) yield { kind: 'document', name, result: fail('read/bad-record', name, entry.damage) };
  else if (COMPANIONS.has(type)) return;
  else if (type !== 'response')
    yield { kind: 'skipped', name, reason: `a WARC record of type ${JSON.stringify(withoutControls(type.slice(0, 40)))}` };
  else if (entry.block === null)
    yield { kind: 'document', name, result: fail('read/too-large', name, `a response of more than ${MAX_RESPONSE} bytes`) };
  else {
    const response = readResponse(entry.block);
    if (response === null) yield { kind: 'document', name, result: fail('read/bad-record', name, 'not an HTTP response') };
    else yield* readPage(response, entry, name, source, readInner);
  }
}

async function* readPage(
  response: StoredResponse,
  { fields }: WarcEntry,
  name: string,
  source: Source,
  readInner: ReadInner,
): AsyncGenerator<Reading> {
  const url = urlOf(fields);
  const skipped = (reason: string): Reading => ({ kind: 'skipped', name, reason: [reason, url].filter(Boolean).join(' ') });
  if (response.status !== 200) return yield skipped(`HTTP status ${response.status}`);
  if (!PAGES.has(response.type)) return yield skipped(`${response.type || 'no media type'}, not a web page`);
  const growth = new Growth(source.growth);
  const readings = readInner({
    name,
    hint: '',
    format: 'html',
    encoding: response.charset,
    chunks: (async function* () {
      yield* decodeContent(once(response.body), response.contentEncoding, growth);
    })(),
    depth: source.depth + 1,
    file: null,
    container: {
      externalId: fields.get('warc-record-id')?.replace(/^<|>$/g, '').slice(0, LONGEST_URL) || null,
      title: null,
      source: null,
      url,
      published: null,
    },
  });
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(fields.get('warc-date') ?? '')?.[1];
  for await (const reading of readings)
    yield reading.kind === 'document' && day !== undefined ? { ...reading, note: `crawled ${day}` } : reading;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Some crawlers put the address between angle brackets. */
function urlOf(fields: ReadonlyMap<string, string>): string | null {
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '';
  return /^https?:\/\/\S+$/i.test(url) && url.length <= LONGEST_URL ? url : null;
}
