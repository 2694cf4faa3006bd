import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeArticle } from './article.ts';

const PIECES = [
  'By ',
  'Jane Doe',
  '\n',
  '\n\n',
  '(AP)',
  '(Jane Doe/Agency)',
  'VELDRA',
  ', ',
  'Feb. 17',
  '2017',
  ' — ',
  ': ',
  'Photo: ',
  '“',
  '”',
  '.',
  ' ',
  '\r\n',
  '\u00ad',
  '\u00a0',
  '\ud800',
  'the rebels said',
  'Monday, February 20, 2017',
];

test('zones lie in the text, in order and apart, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 40 }), (pieces) => {
      const read = makeArticle(pieces.join(''), 'random');
      if (!read.ok) return;
      const { text, zones } = read.value;
      let from = 0;
      for (const { span } of zones) {
        expect(span.start).toBeGreaterThanOrEqual(from);
        expect(span.end).toBeGreaterThan(span.start);
        from = span.end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
      expect(/\r|\u00ad/.test(text)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
      const once = makeArticle(given, 'random');
      if (!once.ok) return;
      const twice = makeArticle(once.value.text, 'random');
      expect(twice.ok && twice.value.id).toBe(once.value.id);
    }),
  );
});

test('given spans stay in order and inside the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const given = pieces.join('');
      const [start, end] = [a % (given.length + 1), b % (given.length + 1)].sort((x, y) => x - y);
      const read = makeArticle(given, 'random', { entities: [{ start: start ?? 0, end: end ?? 0 }] });
      if (!read.ok) return;
      const [span] = read.value.givenEntities ?? [];
      expect(span && 0 <= span.start && span.start <= span.end && span.end <= read.value.text.length).toBe(true);
    }),
  );
});
