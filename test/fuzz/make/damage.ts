import type { Chance } from '../chance.ts';

/** Most bytes of a damaged input. */
const MOST = 1 << 17;
/** Bytes that end, open or measure something in one format or another. */
const TOKENS: readonly Buffer[] = [
  ...[
    '\0',
    '\r\n',
    '\n',
    '\r\n\r\n',
    '<',
    '>',
    '</',
    '<!--',
    ']]>',
    '&#x',
    '"',
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '\\u',
    '\\ud800',
    '%',
    '=?',
  ],
  ...[
    '--',
    '=',
    ';',
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    'WARC/1.0',
    'obj',
    'endobj',
    'stream',
    'trailer',
    'charset=',
    'utf-16',
  ],
  ...[
    '-1',
    '0',
    '1e999',
    '99999999999999999999',
    'null',
    'true',
    '__proto__',
    '\u00ef\u00bb\u00bf',
    '\u00ff\u00fe',
    '\u00c0\u00af',
  ],
].map((token) => Buffer.from(token, 'latin1'));

/** Bytes with some of them changed, taken out, put in, doubled or cut off; now and then as they were. */
export function damage(chance: Chance, bytes: Uint8Array): Uint8Array {
  let left: Buffer = Buffer.from(bytes);
  for (let edits = chance.is(0.3) ? 0 : chance.size(1, 10); edits > 0; edits--) left = edited(chance, left).subarray(0, MOST);
  return left;
}

function edited(chance: Chance, bytes: Buffer): Buffer {
  const at = chance.below(bytes.length + 1);
  const length = chance.size(1, Math.max(1, Math.min(bytes.length, 400)));
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (chance.below(7)) {
    case 0: {
      const changed = Buffer.from(bytes);
      if (at < changed.length) changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
      return changed;
    }
    case 1:
      return Buffer.concat([before, Buffer.from([chance.below(256)]), after.subarray(1)]);
    case 2:
      return Buffer.concat([before, after.subarray(length)]);
    case 3:
      return Buffer.concat([before, chance.pick(TOKENS), after]);
    case 4:
      return Buffer.concat([before, after.subarray(0, length), after]);
    case 5:
      return chance.is(0.3) ? Buffer.from(before) : Buffer.concat([before, chance.pick(TOKENS), after.subarray(length)]);
    default:
      return Buffer.concat([before, ...Array(chance.size(1, 200)).fill(after.subarray(0, chance.size(1, 40))), after]);
  }
}
