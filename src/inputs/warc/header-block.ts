/** A first line and named fields, as WARC records and HTTP messages begin. */
export interface HeaderBlock {
  readonly firstLine: string;
  /** By name in lower case; of a repeated one the first. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Reads a block of headers (RFC 9112 §2, ISO 28500 §4); a line that begins with white space goes on the field before it. Null where a line
 * is no field. */
export function readHeaderBlock(block: string): HeaderBlock | null {
  const [firstLine = '', ...lines] = block.split(/\r?\n/);
  const fields = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    if (line === '') continue;
    if (/^[ \t]/.test(line)) {
      if (last !== null) fields.set(last, `${fields.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) return null;
    const name = line.slice(0, colon).trim().toLowerCase();
    last = fields.has(name) ? null : name;
    if (last !== null) fields.set(last, line.slice(colon + 1).trim());
  }
  return { firstLine, fields };
}

/** Where a block of headers that begins the bytes ends, and where what follows begins; null where no empty line ends it. */
export function endOfHeaders(bytes: Buffer): { readonly end: number; readonly next: number } | null {
  const [long, short] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')];
  if (long < 0 && short < 0) return null;
  return short < 0 || (long >= 0 && long < short) ? { end: long, next: long + 4 } : { end: short, next: short + 2 };
}
