import { type AnyFeed, DetectError, MalformedError, ParseError, parseFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { fail } from '../base/index.ts';
import { decodeText, readFullDate } from '../read/index.ts';
import { BadInput } from './bad-input.ts';
import { collect } from './chunks.ts';
import { type FeedItem, feedItems } from './feed-items.ts';
import type { Reader, ReadInner, Reading, Source } from './source.ts';

/** Largest feed read, in bytes: it is held whole. */
const MAX_FEED = 16 * 1024 * 1024;
/** Longest title and publisher, in code units. */
const LONGEST_LABEL = 400;

/** Reads the items of an RSS or Atom feed, each named `feed.xml:3` by its place. Nothing is fetched: what a feed holds as a summary only is
 * read as that, and the reading says so. */
export const readFeed: Reader = async function* (source, _, readInner) {
  const bytes = await collect(source.chunks, MAX_FEED);
  const text = await decodeText(bytes, source.name, source.encoding ?? declaredEncoding(bytes));
  if (!text.ok) throw new BadInput(text.problem.code, text.problem.detail);
  const items = feedItems(parse(text.value));
  if (items.length === 0) throw new BadInput('read/empty', 'a feed without items');
  for (const [index, item] of items.entries()) yield* readItem(item, `${source.name}:${index + 1}`, source, readInner);
};

async function* readItem(item: FeedItem, name: string, source: Source, readInner: ReadInner): AsyncGenerator<Reading> {
  if (item.text === null || item.text.trim() === '') {
    yield { kind: 'document', name, result: fail('read/empty', name, 'an item without text') };
    return;
  }
  const isMarkedUp = /<[a-z!/]|&(?:#\w{1,8}|[a-z]\w{1,30});/i.test(item.text);
  const readings = readInner({
    name,
    hint: '',
    format: isMarkedUp ? 'html' : 'text',
    chunks: (async function* () {
      yield Buffer.from(item.text ?? '', 'utf8');
    })(),
    depth: source.depth + 1,
    file: null,
    container: {
      externalId: item.id,
      title: label(item.title),
      source: label(item.source),
      url: item.url !== null && /^https?:\/\/\S+$/i.test(item.url) ? item.url : null,
      published: item.published === null ? null : readFullDate(item.published),
    },
    ...(source.growth ? { growth: source.growth } : {}),
  });
  for await (const reading of readings)
    yield reading.kind === 'document' && item.isSummary ? { ...reading, note: 'its feed holds a summary only' } : reading;
}

function parse(text: string): AnyFeed {
  try {
    return parseFeed(text);
  } catch (error) {
    if (error instanceof DetectError) throw new BadInput('read/not-a-feed', 'XML that is neither RSS nor Atom');
    if (error instanceof MalformedError || error instanceof ParseError) throw new BadInput('read/damaged', 'not a sound feed');
    throw error;
  }
}

/** The encoding that the XML declaration names, or null. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s{0,8}<\?xml[^>]{0,80}\sencoding\s{0,4}=\s{0,4}["']([\w-]{2,30})/i.exec(start)?.[1] ?? null;
}

/** A title or name in one line without marks, as many feeds escape theirs twice. */
function label(given: string | null): string | null {
  const cut = given?.slice(0, LONGEST_LABEL) ?? '';
  const plain = /[<&]/.test(cut) ? parseHTML(`<html><body>${cut}</body></html>`).document.body.textContent : cut;
  const line = (plain ?? '').replace(/\s+/g, ' ').trim();
  return line === '' ? null : line;
}
