import { ByteReader, ByteWriter } from './bytes.ts';

const MAGIC = [0x4c, 0x50, 0x57, 0x47];

/** Version of the weights layout; a change in any feature function or encoding raises it. */
export const WEIGHTS_VERSION = 1;

/** Packs named sections into one weights file: magic "LPWG", version, then name, length and bytes of each section. */
export function packSections(sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const writer = new ByteWriter();
  writer.raw(new Uint8Array(MAGIC));
  writer.unsigned(WEIGHTS_VERSION);
  writer.unsigned(sections.size);
  for (const [name, bytes] of sections) {
    writer.text(name);
    writer.unsigned(bytes.length);
    writer.raw(bytes);
  }
  return writer.finish();
}

/** Opens what {@link packSections} wrote.
 * @throws RangeError where the bytes are not a weights file, have another version or are cut short */
export function unpackSections(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (MAGIC.some((byte, at) => bytes[at] !== byte)) {
    const found = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
    throw new RangeError(`not a Lapwing weights file: starts with "${found}", expected "4c 50 57 47"`);
  }
  const reader = new ByteReader(bytes.subarray(MAGIC.length));
  const version = reader.unsigned();
  if (version !== WEIGHTS_VERSION) throw new RangeError(`weights have version ${version}, expected ${WEIGHTS_VERSION}`);
  const sections = new Map<string, Uint8Array>();
  const count = reader.unsigned();
  for (let section = 0; section < count; section++) {
    const name = reader.text();
    sections.set(name, reader.raw(reader.unsigned()));
  }
  return sections;
}
