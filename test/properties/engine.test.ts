import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/document/index.ts';
import { type Engine, loadEngine } from '../../src/engine/index.ts';
import { toRecord } from '../../src/engine/record.ts';
import { bareArticle, HARD_TEXTS, SAMPLE_TEXTS, shuffledNews, TEXTS } from './texts.ts';
import { eventsBefore, parseViolations, recordViolations } from './violations.ts';

/** What holds of every text, with nothing said about whether the coding is right. */

const SEED = 20261123;
const TIMEOUT = 60_000;
/** Nothing in these paragraphs takes up anybody or anything a report before them could tell. */
const UNRELATED = [
  'The recipe calls for three eggs, a cup of flour and a pinch of salt. Stir it slowly until it thickens.',
  'Spring came late to the orchard. The pear trees bloomed in May and the bees were busy until dusk.',
  'The museum shows forty paintings of ships and harbours. Tickets cost nine pounds and children pay half.',
];

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
});

/** All broken promises of an article, coded twice. */
function violations(article: Article): readonly string[] {
  const coded = engine.code(article);
  const record = toRecord(coded, engine.versions);
  const again = JSON.stringify(engine.record(article)) === JSON.stringify(record);
  return [...parseViolations(coded), ...recordViolations(record), ...(again ? [] : ['coded differently twice'])];
}

describe('random text keeps every promise', () => {
  test.each(Object.entries(TEXTS))('%s', { timeout: TIMEOUT }, (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(violations(bareArticle(text))).toEqual([]);
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
});

describe('a hard text keeps every promise', () => {
  test.each(HARD_TEXTS)('%s', { timeout: TIMEOUT }, (_name, text) => {
    const coded = engine.code(bareArticle(text));
    expect([...parseViolations(coded), ...recordViolations(toRecord(coded, engine.versions))]).toEqual([]);
  });
});

test('given parties anywhere in the text keep every promise', { timeout: TIMEOUT }, () => {
  const spans = fc.uniqueArray(fc.nat(1000), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(shuffledNews, spans, (text, marks) => {
      const offsets = [...new Set(marks.map((mark) => mark % text.length))].sort((a, b) => a - b);
      const givenEntities = offsets.slice(1).map((end, index) => ({ start: offsets[index] ?? 0, end }));
      expect(violations({ ...bareArticle(text), givenEntities })).toEqual([]);
    }),
    { seed: SEED, numRuns: 40 },
  );
});

test('an unrelated paragraph at the end leaves earlier types and triggers alone', { timeout: TIMEOUT }, () => {
  const before = (text: string) => {
    const article = bareArticle(text);
    return eventsBefore(engine.code(article), text.trimEnd().length);
  };
  const unchanged = (text: string, end: string) => {
    const coded = engine.code(bareArticle(`${text}\n\n${end}`));
    expect(eventsBefore(coded, text.trimEnd().length)).toEqual(before(text));
  };
  for (const [index, text] of SAMPLE_TEXTS.entries()) unchanged(text, UNRELATED[index % UNRELATED.length] ?? '');
  fc.assert(fc.property(shuffledNews, fc.constantFrom(...UNRELATED), unchanged), { seed: SEED, numRuns: 40 });
});
