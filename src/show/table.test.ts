import { expect, test } from 'vitest';
import { exampleRecord } from '../../test/support/example-record.ts';
import { renderTable } from './table.ts';
import { cutToWidth, textWidth, wrapToWidth } from './text-width.ts';

test.each([24, 32, 60, 71, 72, 80, 100, 120, 200])('no line is wider than %i cells', (width) => {
  for (const line of renderTable(exampleRecord(), width).split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(width);
});

test('status is told in sign and word, and nothing is lost where columns make way', () => {
  const wide = renderTable(exampleRecord(), 160);
  expect(wide).toMatch(
    /Ostland\s+□ assault, heavy weapons\s+Westmark\s+alleged\s+4 Mar 2016\s+Westmark\s+killed 12–15\s+Karsa/,
  );
  expect(wide).toMatch(/⊠ assault, firearms\s+Westmark\s+denied/);
  expect(renderTable(exampleRecord(), 80)).toContain('killed 12–15 · Karsa · “Ostland');
});

test('a record without entries is only its head', () => {
  const { document, versions } = exampleRecord();
  const empty = { actors: [], places: [], events: [], claims: [], ties: [], figures: [], times: [] };
  const table = renderTable({ schema: 'lapwing/1', versions, document, ...empty }, 80);
  expect(table).toBe('Ferry war: Ostland shells Karsa harbour\nInvented Courier, 5 Mar 2016\nNo event and no claim found\n');
});

test('control characters of a document never reach the terminal', () => {
  const record = exampleRecord();
  const table = renderTable({ ...record, document: { ...record.document, title: 'a\u001b]0;x\u0007b\u202e' } }, 80);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

test('widths count cells, not code units', () => {
  expect(textWidth('ab')).toBe(2);
  expect(textWidth('日本')).toBe(4);
  expect(textWidth('e\u0301')).toBe(1);
  expect(cutToWidth('日本語', 5)).toBe('日本…');
  expect(wrapToWidth('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapToWidth('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  expect(wrapToWidth('日', 1)).toEqual(['…']);
});

test('an inferred day of publication tells from which words', () => {
  const record = exampleRecord();
  const span = { start: 0, end: 7, text: record.document.text.slice(0, 7) };
  const publishedEvidence = [{ span, rule: 'published/office-held', from: '2016-01-01', to: null }];
  const inferred = { ...record, document: { ...record.document, publishedBasis: 'inferred' as const, publishedEvidence } };
  expect(renderTable(inferred, 100)).toContain('5 Mar 2016, date inferred');
  expect(renderTable(inferred, 100)).toMatch(new RegExp(`${span.text}\\s+since 1 Jan 2016\\s+office held`));
  expect(renderTable(record, 100)).not.toContain('inferred');
});
