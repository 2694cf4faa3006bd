import { expect, test } from 'vitest';
import { lotsOf, toDocument } from './report-files.ts';

const file = (name: string, size: number) => new File([new Uint8Array(size)], name);

test('files go in as few lots as a request holds', () => {
  expect(lotsOf([])).toEqual([]);
  expect(lotsOf([file('a', 10), file('b', 10)]).map((lot) => lot.length)).toEqual([2]);
  const large = 10 * 1024 * 1024;
  expect(lotsOf([file('a', large), file('b', large), file('c', 1)]).map((lot) => lot.length)).toEqual([1, 2]);
  expect(lotsOf(Array.from({ length: 450 }, (_, index) => file(String(index), 1))).map((lot) => lot.length)).toEqual([
    200, 200, 50,
  ]);
});

test('bytes come through as they are', async () => {
  const bytes = new Uint8Array([0, 255, 10, 128]);
  const { name, base64 } = await toDocument(new File([bytes], 'x.bin'));
  expect(name).toBe('x.bin');
  expect(base64).toBe('AP8KgA==');
});
