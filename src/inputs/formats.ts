import { FORMATS, type Format } from '../read/index.ts';

/** What holds documents. */
export type ContainerFormat = 'gzip' | 'zstd' | 'zip' | 'feed' | 'warc' | 'mail' | 'pdf';

/** How bytes are read: as a document, or as something that holds documents. */
export type InputFormat = Format | ContainerFormat;

/** Endings of file names and what they stand for: those of documents, and those of what documents come in. */
const ENDINGS: Readonly<Record<string, InputFormat>> = {
  ...FORMATS,
  pdf: 'pdf',
  eml: 'mail',
  xml: 'feed',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  warc: 'warc',
  zip: 'zip',
  gz: 'gzip',
  zst: 'zstd',
};

/** First bytes, as Latin-1, of formats that no text begins with. */
const BINARY_OPENINGS: readonly (readonly [InputFormat, string])[] = [
  ['gzip', '\x1f\x8b\x08'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['pdf', '%PDF-'],
];

/** Where the name of the first entry of an archive stands, and what it is in the files of word processors and in e-books, which are left to the reader
 * of documents to refuse. */
const ZIP_NAME = 30;
const OFFICE = /^(?:\[Content_Types\]\.xml|mimetype|_rels\/|docProps\/|word\/)/;

/** How other formats begin. */
const OPENINGS: readonly (readonly [InputFormat, RegExp])[] = [
  ['warc', /^WARC\/[01]\.\d/],
  ['feed', /^(?:\xef\xbb\xbf)?\s*<(?:[?!][\s\S]*<)?(?:rss|feed|rdf:RDF)[\s>]/],
  ['mail', /^(?:[A-Z][\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version|Message-ID):/i],
];

/** Bytes that are enough to tell a format. */
export const OPENING_BYTES = 1024;

/** Endings that are read, with their dots, in order. */
export const INPUT_ENDINGS: readonly string[] = Object.keys(ENDINGS).map((ending) => `.${ending}`);

/** The format that a name's ending stands for; null where it is none that is read. */
export function inputFormatOf(name: string): InputFormat | null {
  const ending = /\.([a-z]{1,8})$/i.exec(name.slice(-10))?.[1];
  return ENDINGS[ending?.toLowerCase() ?? ''] ?? null;
}

/** The format of bytes by their name and how they begin. What no text begins with goes before the ending of a document; otherwise the ending
 * decides, and the beginning where there is none. Null where neither tells and it is left to the reader of documents. */
export function formatOf(name: string, start: Uint8Array): InputFormat | null {
  const opening = Buffer.from(start.subarray(0, OPENING_BYTES)).toString('latin1');
  const named = inputFormatOf(name);
  const isDocument = named === null || named in DOCUMENTS;
  const binary = isDocument ? BINARY_OPENINGS.find(([, start]) => opening.startsWith(start)) : undefined;
  if (binary?.[0] === 'zip' && OFFICE.test(opening.slice(ZIP_NAME))) return null;
  return binary?.[0] ?? named ?? OPENINGS.find(([, pattern]) => pattern.test(opening))?.[0] ?? null;
}

const DOCUMENTS: Readonly<Record<string, true>> = { text: true, html: true, jsonl: true } satisfies Record<Format, true>;
