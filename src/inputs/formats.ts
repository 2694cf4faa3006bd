import { FORMATS, type Format } from '../read/index.ts';

/** How bytes are read: as a document, or as something that holds documents. */
export type InputFormat = Format | 'gzip' | 'zstd';

/** Endings of file names and what they stand for: those of documents, and those of what documents come in. */
const ENDINGS: Readonly<Record<string, InputFormat>> = {
  ...FORMATS,
  gz: 'gzip',
  zst: 'zstd',
};

/** First bytes of formats, as Latin-1. */
const OPENINGS: readonly (readonly [InputFormat, string])[] = [
  ['gzip', '\x1f\x8b\x08'],
  ['zstd', '\x28\xb5\x2f\xfd'],
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

/** The format that first bytes show; null where they show none and it is left to the reader of documents. */
export function formatOfBytes(start: Uint8Array): InputFormat | null {
  const opening = Buffer.from(start.subarray(0, OPENING_BYTES)).toString('latin1');
  return OPENINGS.find(([, start]) => opening.startsWith(start))?.[0] ?? null;
}
