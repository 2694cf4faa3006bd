import { describe, expect, test } from 'vitest';
import {
  argmax,
  ByteReader,
  ByteWriter,
  decodeLinear,
  decodeMlp,
  encodeLinear,
  encodeMlp,
  HIDDEN_SCALE,
  hashText,
  KeyIndex,
  LinearModel,
  OUTPUT_SCALE,
  packSections,
  SparseMlp,
  unpackSections,
} from './index.ts';

describe('bytes', () => {
  test.each([0, 1, 127, 128, 300, 65_535, 2 ** 31, 2 ** 32 - 1])('unsigned %d', (value) => {
    const writer = new ByteWriter();
    writer.unsigned(value);
    expect(new ByteReader(writer.finish()).unsigned()).toBe(value);
  });

  test.each([0, 1, -1, 63, -64, 64, 32_767, -32_768, 2 ** 31 - 1, -(2 ** 31)])('signed %d', (value) => {
    const writer = new ByteWriter();
    writer.signed(value);
    expect(new ByteReader(writer.finish()).signed()).toBe(value);
  });

  test('texts', () => {
    const writer = new ByteWriter();
    writer.texts(['', 'naïve', '— “']);
    expect(new ByteReader(writer.finish()).texts()).toEqual(['', 'naïve', '— “']);
  });

  test('reading past the end throws', () => expect(() => new ByteReader(new Uint8Array()).byte()).toThrow(RangeError));
});

test('hashes depend on every character and on the place', () => {
  const hashes = new Set(['', 'a', 'b', 'ab', 'ba', 'aa'].map((text) => hashText(text)));
  expect(hashes.size).toBe(6);
  expect(hashText('xaby', 1, 3)).toBe(hashText('ab'));
});

test('a key index finds what was stored and nothing else', () => {
  const index = new KeyIndex(1000);
  for (let key = 1; key <= 1000; key++) index.set(key, key * 2);
  for (let key = 1; key <= 1000; key++) expect(index.get(key)).toBe(key * 2);
  expect(index.get(5000)).toBe(-1);
});

test('sections come back', () => {
  const sections = unpackSections(packSections(new Map([['one', new Uint8Array([1, 2])]])));
  expect([...(sections.get('one') ?? [])]).toEqual([1, 2]);
});

test('a linear model adds the weights of known features', () => {
  const rows = {
    classes: 3,
    keys: Uint32Array.of(7, 4_000_000_000),
    starts: Uint32Array.of(0, 2, 3),
    cellClasses: Uint8Array.of(0, 2, 1),
    cellWeights: Int16Array.of(5, -3, 300),
  };
  const read = decodeLinear(encodeLinear(rows));
  expect(read).toEqual(rows);
  const scores = new Int32Array(3);
  new LinearModel(read).add(Int32Array.of(7, 7, 99, 4_000_000_000 | 0), 4, scores);
  expect([...scores]).toEqual([10, 300, -6]);
  expect(argmax(scores, 3)).toBe(1);
});

/** Sixteen units of which only the first few differ from 0. */
function units(...first: number[]): number[] {
  return [...first, ...Array<number>(16 - first.length).fill(0)];
}

test('a network adds rows, cuts at zero and multiplies', () => {
  const network = {
    hidden: 16,
    outputs: 2,
    keys: Uint32Array.of(3, 9),
    rows: Int16Array.of(...units(64, -64, -1, 128), ...units(64, 0, -3, 1, -200, 200)),
    bias: Int16Array.of(...units(0, 32)),
    output: Int16Array.of(...units(64, 64, 64, 0, 0, 0), 32, ...units(0, 0, 0, 64, 64, 32), 0),
  };
  const read = decodeMlp(encodeMlp(network));
  expect(read).toEqual(network);
  const model = new SparseMlp(read);
  model.read(Int32Array.of(3, 9, 1000), 3);
  const unit = HIDDEN_SCALE * OUTPUT_SCALE;
  expect([model.outputAt(0) / unit, model.outputAt(1) / unit]).toEqual([2.5, (129 * 64 + 200 * 32) / unit]);
  expect(model.best(0, 2)).toBe(1);
});

test('a network whose sums could overflow, or of an odd width, is refused', () => {
  const empty = { hidden: 16, outputs: 0, keys: Uint32Array.of(3), bias: new Int16Array(16), output: new Int16Array(0) };
  expect(() => new SparseMlp({ ...empty, rows: Int16Array.of(...units(256)) })).toThrow('32768');
  expect(() => new SparseMlp({ ...empty, hidden: 15, rows: new Int16Array(15) })).toThrow('15 units');
});
