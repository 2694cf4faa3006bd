import { SAMPLE_TEXTS } from '../../properties/texts.ts';
import type { Chance } from '../chance.ts';

const WORDS = SAMPLE_TEXTS.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '');
const SENTENCES = SAMPLE_TEXTS.flatMap((text) => text.split(/(?<=[.?!]["”]?)\s+/));
const MARKS = [...'.,;:!?-–—…()[]{}"\'“”‘’«»/\\|*&%$#@~^`+=<>_ \n\t\u00a0'];
/** Characters that break what is put together without care: halves of pairs, direction marks, controls, joiners, look-alikes, widest and
 * strangest planes. */
const STRANGE = [
  ...['\ud800', '\udfff', '\ud83d', '\u202e', '\u202c', '\u2066', '\u2069', '\u200b', '\u200d', '\ufeff', '\u00ad', '\u061c'],
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u2028',
    '\u2029',
    '\ufffd',
    '\ufffe',
    '\uffff',
    '\u0301',
    '\u0345',
  ],
  ...['İ', 'ı', 'ß', 'ﬁ', 'Ǆ', 'ﷺ', '㍿', '＝', '𝐀', '👩‍👩‍👧', '🇵🇰', '\u{10ffff}', '\u{e0041}', 'ℵ', '٣', '५', 'Ⅻ', '½', '²'],
];
const FOREIGN = ['شرطة', 'צבא', 'армия', '军队', 'ทหาร', 'στρατός', 'लश्कर', 'სამხედრო'];
/** Shapes that rules look for. */
const SHAPES = [
  ...['U.S.', 'Mr.', 'St.', 'a.m.', 'No. 5', '$1.5m', '3,000', '12-15', '1/2', '9/11', '50%', 'mid-2014', "'90s", '1980s'],
  ...['on Monday', 'last week', 'three days later', 'in May 2013', '3 March 2014', '2014-03-03', '2017-02-30', 'Feb. 29, 2015'],
  ...[
    'said',
    'according to',
    'he said.',
    '"We will',
    'told reporters',
    'not',
    'never',
    'if',
    'would',
    'denied that',
    'and',
    'or',
  ],
  ...[
    'at least 12 killed',
    'more than a hundred',
    'dozens of',
    'between 5 and 3 people',
    '0 dead',
    '99999999999999999999 injured',
  ],
  ...[
    '(AP) —',
    'KABUL (Reuters) -',
    'By Jane Doe',
    'Photo: X / Y',
    'http://example.org/a?b=c',
    'a@b.example',
    '#tag',
    '...',
    '--',
  ],
  ...['the former', 'its', 'they', 'who', 'whom', 'which', 'led by', 'known as', 'the Front (FF)', 'constructor', '__proto__'],
];

/** A text of up to about so many characters: news, news damaged, words without sense, strange characters, or one thing without end. */
export function makeText(chance: Chance, most = 600): string {
  const kind = chance.below(10);
  if (kind < 3) return damaged(chance, clipped(chance, news(chance, 5), most));
  if (kind < 6) return clipped(chance, salad(chance), most);
  if (kind < 7) return clipped(chance, strange(chance), most);
  if (kind < 8) return clipped(chance, nested(chance), most);
  if (kind < 9) return clipped(chance, repeated(chance, most), most);
  return clipped(chance, [news(chance, 2), strange(chance), salad(chance)].join(chance.pick([' ', '\n', '\n\n', ''])), most);
}

/** A word or a few, for names, titles and fields. */
export function makeWords(chance: Chance): string {
  return chance.some(0, 4, () => piece(chance)).join(chance.pick([' ', ' ', '', '-', '\t', '\n']));
}

function clipped(chance: Chance, text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, chance.below(most) + 1);
}

function news(chance: Chance, most: number): string {
  return chance.some(1, most, () => chance.pick(SENTENCES) + chance.pick([' ', ' ', '\n\n'])).join('');
}

function salad(chance: Chance): string {
  return chance.some(1, 90, () => piece(chance) + chance.pick([' ', ' ', ' ', ' ', '', ', ', '. ', '\n'])).join('');
}

function piece(chance: Chance): string {
  const kind = chance.below(20);
  if (kind < 10) return chance.pick(WORDS);
  if (kind < 15) return chance.pick(SHAPES);
  if (kind < 18) return chance.pick(MARKS);
  if (kind < 19) return chance.pick(FOREIGN);
  return chance.pick(STRANGE);
}

function strange(chance: Chance): string {
  const parts = chance.some(1, 60, () => {
    const kind = chance.below(4);
    if (kind === 0) return String.fromCharCode(chance.below(0x10000));
    if (kind === 1) return String.fromCodePoint(chance.below(0x110000));
    return kind === 2 ? chance.pick(STRANGE) : chance.pick(WORDS);
  });
  return parts.join(chance.pick(['', ' ']));
}

function nested(chance: Chance): string {
  const [open, close] = chance.pick([
    ...[
      ['(', ')'],
      ['“', '”'],
      ['"', '"'],
      ["'", "'"],
      ['[', ']'],
      ['{', '}'],
      ['“he said ‘', '’ ”'],
    ],
    ...[
      ['said that ', ''],
      ['if ', ', then '],
      ['the army of ', ''],
      ['not ', ''],
    ],
  ] as const) as readonly [string, string];
  const depth = chance.size(1, 60);
  return open.repeat(depth) + salad(chance) + close.repeat(chance.is(0.7) ? depth : chance.size(0, depth));
}

function repeated(chance: Chance, most: number): string {
  const unit = chance.is(0.5) ? piece(chance) : `${piece(chance)} ${piece(chance)} `;
  return salad(chance).slice(0, 80) + (unit || 'x').repeat(Math.ceil(chance.size(1, most) / (unit.length || 1)));
}

function damaged(chance: Chance, text: string): string {
  let left = text;
  for (let edits = chance.size(0, 12); edits > 0; edits--) {
    const at = chance.below(left.length + 1);
    left = left.slice(0, at) + (chance.is(0.3) ? '' : piece(chance)) + left.slice(at + chance.size(0, 8));
  }
  return left;
}
