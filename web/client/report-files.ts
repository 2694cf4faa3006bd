import type { DocumentsInput } from '../../src/api/index.ts';

export type NewDocument = DocumentsInput['documents'][number];

/** Bytes and files that go into one request; the server takes 32 MB and 500 files, and base64 takes a third more. */
const BYTES_AT_ONCE = 16 * 1024 * 1024;
const FILES_AT_ONCE = 200;

/** Files in as many lots as requests are needed. */
export function lotsOf(files: readonly File[]): readonly (readonly File[])[] {
  const lots: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = lots.at(-1);
    if (last && bytes + file.size <= BYTES_AT_ONCE && last.length < FILES_AT_ONCE) last.push(file);
    else {
      lots.push([file]);
      bytes = 0;
    }
    bytes += file.size;
  }
  return lots;
}

/** A file as the server takes it. @throws Error where the browser cannot read it, as with a folder */
export async function toDocument(file: File): Promise<NewDocument> {
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw new Error(`${file.name} cannot be read: a folder is added by its files.`);
    }),
  );
  const STEP = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return { name: file.name, base64: btoa(binary) };
}
