import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { textId } from '../../src/base/index.ts';
import type { Article } from '../../src/document/index.ts';

/** Texts nobody would print, and texts somebody might. */

const SAMPLES = new URL('../../samples/', import.meta.url);

/** The bundled plain-text reports. */
export const SAMPLE_TEXTS: readonly string[] = readdirSync(SAMPLES)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));

const WORDS = SAMPLE_TEXTS.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
const SENTENCES = SAMPLE_TEXTS.flatMap((text) => text.split(/(?<=[.?!]["”]?)\s+/));

/** A text as it stands, past the reader, so that nothing is cleaned or refused. */
export function bareArticle(text: string): Article {
  const blank = { externalId: null, title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...blank, id: textId(text), published: '2019-05-10', publishedBasis: 'given', language: 'en', text };
}

const words = fc.constantFrom(...WORDS);
const anyCodePoints = fc.string({ unit: 'binary', maxLength: 400 });
const anyCodeUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 })
  .map((units) => String.fromCharCode(...units));
const surrogates = fc
  .array(fc.oneof(words, fc.constantFrom('\ud800', '\udfff', '\ud83d', '\ude00', ' ', '.', '"')), { maxLength: 120 })
  .map((parts) => parts.join(''));
const MARKS = ['\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2069', '\ufeff'];
const bidi = fc
  .array(fc.oneof(words, fc.constantFrom(...MARKS, 'شرطة', 'צבא', ' ', '\u00a0', '\u0301')), { maxLength: 120 })
  .map((parts) => parts.join(' '));
const longWords = fc
  .array(fc.tuple(words, fc.integer({ min: 1, max: 3000 })), { maxLength: 6 })
  .map((parts) => parts.map(([word, times]) => word.repeat(times).slice(0, 8000)).join(' '));
const PUNCTUATION = [...'.,;:!?-–—…()[]{}"\'“”‘’«»/\\|*&%$#@~^`+=<>_ \n\t'];
const punctuation = fc.array(fc.constantFrom(...PUNCTUATION), { maxLength: 600 }).map((marks) => marks.join(''));
const TAGS = [
  '<p>',
  '</p>',
  '<b',
  '<!--',
  '-->',
  '<a href="',
  '">',
  '&amp;',
  '&#x',
  '&nbsp',
  '<script>',
  '</div>',
  '<![CDATA[',
];
const htmlSoup = fc.array(fc.oneof(words, fc.constantFrom(...TAGS)), { maxLength: 150 }).map((parts) => parts.join(' '));
const wordSalad = fc.array(words, { maxLength: 200 }).map((parts) => parts.join(' '));
const punctuatedSalad = fc
  .array(fc.oneof({ arbitrary: words, weight: 3 }, fc.constantFrom(...PUNCTUATION)), { maxLength: 200 })
  .map((parts) => parts.join(' '));
/** Whole sentences of the samples in any order, some of them starting a paragraph. */
export const shuffledNews = fc
  .array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', ' ', '\n\n')), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join('').trim());
const truncated = fc
  .tuple(fc.constantFrom(...SAMPLE_TEXTS), fc.nat(5000), fc.nat(1500))
  .map(([text, from, length]) => text.slice(from % text.length).slice(0, length));
const damaged = fc
  .tuple(
    shuffledNews,
    fc.array(fc.tuple(fc.nat(4000), fc.constantFrom(...PUNCTUATION, '\ud800', 'said', '12')), { maxLength: 20 }),
  )
  .map(([text, edits]) => edits.reduce((left, [at, put]) => splice(left, at, put), text));

function splice(text: string, at: number, put: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + put + text.slice(place + 1);
}

/** Random texts by what they are made of. */
export const TEXTS = {
  'any code points': anyCodePoints,
  'any code units': anyCodeUnits,
  'lone surrogates among words': surrogates,
  'right-to-left words and direction marks': bidi,
  'very long words': longWords,
  'punctuation alone': punctuation,
  'HTML soup': htmlSoup,
  'words of the samples in any order': wordSalad,
  'the same with punctuation': punctuatedSalad,
  'sentences of the samples in any order': shuffledNews,
  'samples cut off anywhere': truncated,
  'samples with characters put in and taken out': damaged,
} satisfies Readonly<Record<string, fc.Arbitrary<string>>>;

/** Single texts that are hard by their size or depth. */
export const HARD_TEXTS: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['white space alone', ' \n\t\u00a0\u2003\n\n'],
  ...['a', '7', '.', '"', ' ', '\n'].map((unit): readonly [string, string] => [
    `200,000 times ${JSON.stringify(unit)}`,
    unit.repeat(200_000),
  ]),
  ...['(', '\ud800', '\u0301', '\u202e', '😀'].map((unit): readonly [string, string] => [
    `20,000 times ${JSON.stringify(unit)}`,
    unit.repeat(20_000),
  ]),
  ['quotation marks nested 5,000 deep', `${'“So '.repeat(5000)}he said${'”'.repeat(5000)}`],
  ['straight marks nested 5,000 deep', `${`"So, '`.repeat(2500)}he said${`'"`.repeat(2500)}`],
  ['brackets nested 5,000 deep', `${'(army '.repeat(5000)}left${')'.repeat(5000)}`],
  ['tags nested 2,000 deep', `${'<div>'.repeat(2000)}The army left.${'</div>'.repeat(2000)}`],
  ['one sentence of 1,500 clauses', `The army said ${'that the rebels said '.repeat(1500)}it was over.`],
  ['one list of 3,000 names', `${'France, Kenya and '.repeat(1500)}Peru attacked Chad.`],
  ['3,000 lines of one word', 'Army\n'.repeat(3000)],
  ['2,000 numbers', '12 killed, '.repeat(2000)],
  ['2,000 dates', 'on Monday '.repeat(2000)],
  ['2,000 cues', 'said officials, '.repeat(2000)],
];
