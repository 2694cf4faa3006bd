import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../../test/support/processor-time.ts';
import { taggedText } from '../../../test/support/tagged-text.ts';
import { loadGazetteer } from '../../knowledge/index.ts';
import { resolveDates } from '../dates/index.ts';
import { findFigures, loadFigureWords } from '../figures/index.ts';
import { resolvePlaces } from './index.ts';

const DATA = new URL('../../../data/', import.meta.url);
const FILES = new Map(
  ['places', 'figures'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, DATA)).map(
      (name) => [`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, DATA), 'utf8')] as const,
    ),
  ),
);
const GAZETTEER = loadGazetteer(FILES);
const WORDS = loadFigureWords(FILES);

/** Words that dates, figures and places are made of, to be put together at random. */
const WORD = fc.constantFrom(
  ...(
    'May March 5 19 2014 2014-02-30 1980s between and from to , . - the last next week Friday Feb. early of in since until ago three ' +
    'years later more than dozens hundred thousand million a half killed dead people soldiers no deaths Kabul Gaza Paris Texas Georgia ' +
    'U.S. province city al- Tripoli one 10:30 $ % said will ( ) " Ali 48 hours within'
  ).split(' '),
);

describe('whatever the text', () => {
  test('spans lie in it, in order, and the same text gives the same answer', () => {
    fc.assert(
      fc.property(fc.array(WORD, { minLength: 1, maxLength: 40 }), fc.constantFrom('2019-05-15', null), (words, published) => {
        const doc = taggedText(words.join(' '), { published });
        const read = () => [resolveDates(doc), findFigures(doc, WORDS), resolvePlaces(doc, [], GAZETTEER).placeMentions];
        const all = read();
        expect(read()).toEqual(all);
        for (const found of all)
          for (const [index, { span, range }] of found.entries()) {
            expect(span.start).toBeGreaterThanOrEqual(found[index - 1]?.span.start ?? 0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(doc.text.length);
            expect(doc.tokens[range.from]?.start).toBeLessThanOrEqual(span.start);
            expect(doc.tokens[range.to - 1]?.end).toBeGreaterThanOrEqual(span.end);
          }
        for (const { start, end } of resolveDates(doc)) expect(start === null || end === null || start <= end).toBe(true);
        for (const { low, high } of findFigures(doc, WORDS)) expect(low === null || high === null || low <= high).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  /** Milliseconds; each takes some hundred on a free machine. */
  const SLOWEST = 8_000;
  test.each([
    'Aleppo, ',
    'one thousand ',
    'Friday ',
    'between 5 and ',
    'hundreds of ',
    'Springfield ',
    'killed 12 and ',
    'in Paris, Texas, ',
  ])('a long run of "%s" takes its time and no more', (piece) => {
    const doc = taggedText(piece.repeat(6000).trim(), { published: '2019-05-15' });
    const elapsed = processorTime();
    findFigures(doc, WORDS, resolveDates(doc));
    resolvePlaces(doc, [], GAZETTEER);
    expect(elapsed()).toBeLessThan(SLOWEST);
  });
});
