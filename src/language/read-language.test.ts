import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article, Parsed } from '../document/index.ts';
import { loadLanguageModels, parseTokens, readLanguage } from './index.ts';

const models = loadLanguageModels(new Uint8Array(readFileSync('weights/english.bin')));

function article(text: string): Article {
  const nothing = { externalId: null, title: null, source: null, url: null, published: null, givenEntities: null };
  return { ...nothing, id: 'test', publishedBasis: 'unknown', language: 'en', text, zones: [] };
}

const read = (text: string) => readLanguage(article(text), models);
const forms = (text: string) => read(text).tokens.map((token) => token.form);
const sentences = (text: string) => {
  const doc = read(text);
  return doc.sentences.map(({ from, to }) => doc.text.slice(doc.tokens[from]?.start, doc.tokens[to - 1]?.end));
};

describe('words', () => {
  test.each([
    { name: 'full stop', text: 'Troops left.', expected: ['Troops', 'left', '.'] },
    { name: 'abbreviation', text: 'U.S. officials left.', expected: ['U.S.', 'officials', 'left', '.'] },
    { name: 'rank', text: 'Gen. Amiri spoke.', expected: ['Gen.', 'Amiri', 'spoke', '.'] },
    { name: 'negation', text: "They don't talk.", expected: ['They', 'do', "n't", 'talk', '.'] },
    { name: 'curly negation', text: 'They don’t talk.', expected: ['They', 'do', 'n’t', 'talk', '.'] },
    { name: 'possessive', text: "The army's tanks", expected: ['The', 'army', "'s", 'tanks'] },
    { name: 'plural possessive', text: "the rebels' camp", expected: ['the', 'rebels', "'", 'camp'] },
    { name: 'number', text: 'about 3,500 men', expected: ['about', '3,500', 'men'] },
    { name: 'quotation marks', text: '“Stop,” he said.', expected: ['“', 'Stop', ',', '”', 'he', 'said', '.'] },
    { name: 'hyphen', text: 'the al-Noor mosque', expected: ['the', 'al', '-', 'Noor', 'mosque'] },
    { name: 'brackets', text: 'the party (PPK) won', expected: ['the', 'party', '(', 'PPK', ')', 'won'] },
    { name: 'dash without spaces', text: 'talks—if any', expected: ['talks', '—', 'if', 'any'] },
    { name: 'money', text: '$20 million', expected: ['$', '20', 'million'] },
    { name: 'nothing', text: '', expected: [] },
    { name: 'white space', text: ' \n\n\t ', expected: [] },
  ])('$name', ({ text, expected }) => expect(forms(text)).toEqual(expected));
});

describe('sentences', () => {
  test.each([
    { name: 'two', text: 'Shells fell. Nobody was hurt.', expected: ['Shells fell.', 'Nobody was hurt.'] },
    { name: 'abbreviation before a capital', text: 'U.S. President Clark met Gen. Amiri in St. Louis.', expected: 1 },
    { name: 'abbreviation inside', text: 'He met U.S. officials on Monday.', expected: 1 },
    { name: 'end inside a quotation', text: '“He left.” She stayed.', expected: ['“He left.”', 'She stayed.'] },
    { name: 'straight quotation marks', text: '"He left." She stayed.', expected: ['"He left."', 'She stayed.'] },
    { name: 'speech goes on after the mark', text: '"Will you talk?" the envoy asked.', expected: 1 },
    { name: 'quotation over two sentences', text: '“The siege is over. We won,” he said.', expected: 2 },
    { name: 'headline above a paragraph', text: 'Rebels Seize Border Town\n\nRebels took a town on Monday.', expected: 2 },
    {
      name: 'hard-wrapped lines',
      text: 'The government said on Tuesday that its forces had taken\nback three villages in the east of the country after two\ndays of fighting.',
      expected: 1,
    },
    { name: 'decimal number', text: 'It cost 3.5 million dollars.', expected: 1 },
    { name: 'closing bracket before a small letter', text: 'The senator (R-Ariz.) spoke at 5 p.m. Monday.', expected: 1 },
    { name: 'time of day before a new sentence', text: 'It began at 5 p.m. They left.', expected: 2 },
    { name: 'two ranks', text: 'Maj. Gen. Amiri met Lt. Col. Berg.', expected: 1 },
    { name: 'initial', text: 'John F. Kennedy spoke.', expected: 1 },
  ])('$name', ({ text, expected }) => {
    if (typeof expected === 'number') expect(sentences(text)).toHaveLength(expected);
    else expect(sentences(text)).toEqual(expected);
  });

  test('a zone is never part of a sentence of the text', () => {
    const text = 'Rebels seize town KABUL — Rebels took a town.';
    const zones = [{ kind: 'headline' as const, span: { start: 0, end: 17 } }];
    const doc = readLanguage({ ...article(text), zones }, models);
    expect(doc.tokens[doc.sentences[1]?.from ?? 0]?.form).toBe('KABUL');
  });
});

describe('lemmas', () => {
  test.each([
    ['Sweden expelled two diplomats.', 'expelled', 'expel'],
    ['The party is boycotting the vote.', 'boycotting', 'boycott'],
    ['The minister canceled the talks.', 'canceled', 'cancel'],
    ['The minister cancelled the talks.', 'cancelled', 'cancel'],
    ['Soldiers stopped the bus.', 'stopped', 'stop'],
    ['The army shelled the town.', 'shelled', 'shell'],
    ['Militants kidnapped a priest.', 'kidnapped', 'kidnap'],
    ['They fled across the border.', 'fled', 'flee'],
    ['The court has sought answers.', 'sought', 'seek'],
    ['The general denied the report.', 'denied', 'deny'],
    ['Planes bombed the bridges.', 'bridges', 'bridge'],
    ['Both armies withdrew.', 'armies', 'army'],
    ['The women wept.', 'women', 'woman'],
    ['They were arrested.', 'were', 'be'],
    ['He accused Paris of lying.', 'lying', 'lie'],
    ['The crisis deepened.', 'crisis', 'crisis'],
  ])('%s %s', (text, form, lemma) => expect(read(text).tokens.find((token) => token.form === form)?.lemma).toBe(lemma));
});

describe('trees', () => {
  test.each([
    { name: 'active', text: 'The army attacked the village.', word: 'army', head: 'attacked', deprel: 'nsubj' },
    { name: 'object', text: 'The army attacked the village.', word: 'village', head: 'attacked', deprel: 'obj' },
    { name: 'passive', text: 'The village was attacked by rebels.', word: 'village', head: 'attacked', deprel: 'nsubj:pass' },
    { name: 'agent', text: 'The village was attacked by rebels.', word: 'rebels', head: 'attacked', deprel: 'obl:agent' },
    { name: 'full stop', text: 'The minister resigned.', word: '.', head: 'resigned', deprel: 'punct' },
    { name: 'speech', text: 'The minister said the army killed six men.', word: 'killed', head: 'said', deprel: 'ccomp' },
  ])('$name', ({ text, word, head, deprel }) => {
    const doc = read(text);
    const found = doc.tokens.find((token) => token.form === word);
    expect({ head: doc.tokens[found?.head ?? -1]?.form, deprel: found?.deprel }).toEqual({ head, deprel });
  });

  test('given words', () => {
    const [words] = parseTokens([['Rebels', 'shelled', 'the', 'town', '.']], models);
    expect(words?.map((word) => word.head)).toEqual([1, -1, 3, 1, 1]);
    expect(parseTokens([[]], models)).toEqual([[]]);
  });
});

/** What holds of every reading. */
function checkReading(doc: Parsed): void {
  let covered = 0;
  for (const [number, { from, to }] of doc.sentences.entries()) {
    expect(from).toBe(covered);
    expect(to).toBeGreaterThan(from);
    expect(to - from).toBeLessThanOrEqual(400);
    covered = to;
    const own = doc.tokens.slice(from, to);
    expect(own.filter((token) => token.head === -1)).toHaveLength(1);
    for (const token of own) {
      expect(token.sentence).toBe(number);
      let steps = 0;
      for (let at = token.index; at >= 0 && steps <= own.length; at = doc.tokens[at]?.head ?? -1) {
        expect(at >= from && at < to).toBe(true);
        steps++;
      }
      expect(steps).toBeLessThanOrEqual(own.length);
    }
  }
  expect(covered).toBe(doc.tokens.length);
  let end = 0;
  for (const [index, token] of doc.tokens.entries()) {
    expect(token.index).toBe(index);
    expect(token.start).toBeGreaterThanOrEqual(end);
    expect(token.form).toBe(doc.text.slice(token.start, token.end));
    expect(doc.text.slice(end, token.start).trim().replaceAll('\u200b', '')).toBe('');
    expect(token.form).not.toBe('');
    end = token.end;
  }
}

describe('any text', () => {
  test('random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => checkReading(read(text))),
      { numRuns: 200, seed: 1 },
    );
  });

  test('random words and marks', () => {
    const piece = fc.constantFrom(
      'The',
      'army',
      'said',
      '"',
      '“',
      '”',
      '.',
      ',',
      '(',
      ')',
      '-',
      '\n',
      '\n\n',
      ' ',
      "n't",
      '...',
      'U.S.',
      '\ud800',
      '—',
      ':',
      '5',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), fc.constantFrom('', ' '), (pieces, gap) =>
        checkReading(read(pieces.join(gap))),
      ),
      { numRuns: 300, seed: 2 },
    );
  });

  test.each(['a', '.', '"', '(', '-', "'", ' ', '\n', '\ud83d', 'A ', 'a\n', '“ ', '. '])('a long row of %j', (unit) => {
    const doc = read(unit.repeat(100_000 / unit.length));
    expect(doc.sentences.length).toBeLessThanOrEqual(doc.tokens.length);
    expect(doc.tokens.every((token) => token.form === doc.text.slice(token.start, token.end))).toBe(true);
  });

  test('reading twice gives the same', () => {
    const text = 'The envoy met rebels. “We agreed,” he said.';
    expect(read(text)).toEqual(read(text));
  });
});

describe('names', () => {
  test('runs of proper nouns with a label', () => {
    const doc = read('Foreign Minister Anna Berg met officials in Moscow.');
    const names = doc.names.map(({ range, label }) => [
      doc.text.slice(doc.tokens[range.from]?.start, doc.tokens[range.to - 1]?.end),
      label,
    ]);
    expect(names).toContainEqual(['Moscow', 'place']);
    expect(names.some(([name, label]) => name?.endsWith('Anna Berg') && label === 'person')).toBe(true);
  });
});
