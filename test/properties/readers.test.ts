import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument, readDocuments } from '../../src/read/index.ts';
import { TEXTS } from './texts.ts';
import { articleViolations } from './violations.ts';

/** Whatever the bytes, a reader answers with a Result, and an article it gives has its zones inside its text. */

const SEED = 20261123;
const TIMEOUT = 60_000;
const NAMES = ['report.txt', 'page.html', 'batch.jsonl', 'nameless'];

async function expectAnswer(bytes: Uint8Array, name: string): Promise<void> {
  const first = await readDocument(bytes, { name });
  if (first.ok) expect(articleViolations(first.value)).toEqual([]);
  else expect(first.problem.code).toMatch(/^read\//);
  for await (const read of readDocuments(bytes, { name })) if (read.ok) expect(articleViolations(read.value)).toEqual([]);
}

describe.each(NAMES)('%s', (name) => {
  test('random bytes', { timeout: TIMEOUT }, async () => {
    const bytes = fc.uint8Array({ maxLength: 600 });
    await fc.assert(
      fc.asyncProperty(bytes, (given) => expectAnswer(given, name)),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('random bytes behind a byte-order mark or a declaration', { timeout: TIMEOUT }, async () => {
    const starts = [
      '\u00ef\u00bb\u00bf',
      '\u00ff\u00fe',
      '\u00fe\u00ff',
      '<meta charset=utf-16>',
      '<meta charset="nonsense">',
      '{"text":"',
    ];
    const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(bytes, ([start, rest]) =>
        expectAnswer(Uint8Array.from([...Buffer.from(start, 'latin1'), ...rest]), name),
      ),
      { seed: SEED, numRuns: 100 },
    );
  });

  test('random texts', { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(...Object.values(TEXTS)), (text) => expectAnswer(Buffer.from(text, 'utf8'), name)),
      { seed: SEED, numRuns: 100 },
    );
  });
});

test('lines of JSON with any fields', { timeout: TIMEOUT }, async () => {
  const text = fc.oneof(TEXTS['sentences of the samples in any order'], TEXTS['any code points']);
  const span = fc.oneof(fc.tuple(fc.integer(), fc.integer()), fc.record({ start: fc.nat(300), end: fc.nat(300) }));
  const fields = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        text: fc.oneof(text, fc.jsonValue()),
        id: fc.oneof(fc.string(), fc.jsonValue()),
        title: fc.jsonValue(),
        date: fc.oneof(fc.constantFrom('2020-02-30', '2020-02-29', 'May'), fc.jsonValue()),
        published: fc.oneof(fc.constantFrom('2020-13-01', '2020-02-29'), fc.jsonValue()),
        entities: fc.oneof(fc.array(span), fc.jsonValue()),
      },
      { requiredKeys: [] },
    ),
  );
  const lines = fc.array(fields, { maxLength: 4 }).map((values) => values.map((value) => JSON.stringify(value)).join('\n'));
  await fc.assert(
    fc.asyncProperty(lines, (batch) => expectAnswer(Buffer.from(batch, 'utf8'), 'batch.jsonl')),
    { seed: SEED, numRuns: 150 },
  );
});

test.each([
  ['tags never closed', '<div>'.repeat(20_000)],
  ['tags never opened', '</div>'.repeat(20_000)],
  ['one long tag', `<p ${'a="b" '.repeat(20_000)}`],
  ['comments begun', '<!--'.repeat(30_000)],
  ['brackets of JSON', '['.repeat(100_000)],
  ['JSON nested deep', `{"text":${'['.repeat(50_000)}`],
])('%s', { timeout: TIMEOUT }, async (_name, text) => {
  for (const name of NAMES) await expectAnswer(Buffer.from(text, 'utf8'), name);
});
