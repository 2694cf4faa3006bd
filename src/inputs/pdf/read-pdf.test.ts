import { describe, expect, test } from 'vitest';
import { type PdfLine, pdfOf } from '../../../test/support/pdf-of.ts';
import { readTold } from '../../../test/support/read-told.ts';

const head = (page: number): PdfLine => [72, 760, `The Daily Example, page ${page}`];

describe('PDF files', () => {
  test('paragraphs, words and sentences broken over lines and pages are whole again; heads and numbers go', async () => {
    const bytes = pdfOf([
      [
        head(1),
        [72, 720, 'Shelling reported in the valley', 16],
        [72, 690, 'The army shelled two villages in the valley on Monday, offi-'],
        [72, 678, 'cials of the province said. Three people were injured and the'],
        [72, 666, 'road to the north was closed.'],
        [82, 654, 'Rebels denied that they had fired first. A spokesman of the'],
        [72, 642, 'front said that its fighters had left the anti-'],
        [72, 630, 'government camp before the attack, and that the'],
        [300, 30, '1'],
      ],
      [
        head(2),
        [72, 720, 'wounded were taken to a clinic (it is near).'],
        [72, 690, 'A second report followed.'],
        [300, 30, '2'],
      ],
      [head(3), [72, 720, 'It was short.'], [300, 30, '3']],
    ]);
    expect(await readTold('a.pdf', bytes)).toEqual([
      `a.pdf ${['Shelling reported in the valley', '', '', '', '', 'unknown Shelling reported in the valley'].join('|')}\n\n${[
        'The army shelled two villages in the valley on Monday, officials of the province said. Three people were injured and the road to the north was closed.',
        'Rebels denied that they had fired first. A spokesman of the front said that its fighters had left the anti-government camp before the attack, and that the wounded were taken to a clinic (it is near).',
        'A second report followed.',
        'It was short.',
      ].join('\n\n')} (3 pages)`,
    ]);
  });

  test('what a browser prints around a page goes, a list stays one', async () => {
    const bytes = pdfOf([
      [
        [30, 770, '11/23/26, 6:09 AM'],
        [300, 770, 'Shelling in the valley'],
        [72, 700, 'The ministry gave these figures of the attack on Monday in the north:'],
        [72, 688, '\x95 Two soldiers were killed'],
        [72, 676, '\x95 Seven were wounded'],
        [30, 20, 'https://news.example/shelling'],
        [560, 20, '1/1'],
      ],
    ]);
    const [told = ''] = await readTold('a.pdf', bytes);
    expect(told).toContain('in the north:\n\n• Two soldiers were killed\n\n• Seven were wounded (1 page)');
    expect(told).not.toContain('6:09');
  });

  test('two columns are read one after the other, whatever stands beside', async () => {
    const column = (x: number, ...texts: readonly string[]) => texts.map((text, index): PdfLine => [x, 700 - 12 * index, text]);
    const bytes = pdfOf([
      [
        ...column(72, 'The army shelled two villages in', 'the valley on Monday and the'),
        ...column(320, 'governor of the province called', 'for talks with the rebels.'),
      ],
    ]);
    expect((await readTold('a.pdf', bytes))[0]).toContain(
      'shelled two villages in the valley on Monday and the governor of the province called for talks',
    );
  });

  test.each([
    { name: 'no text', bytes: pdfOf([[], []]), told: /^a\.pdf read\/empty: a PDF without text/ },
    { name: 'not a PDF', bytes: Buffer.from('<html>'), told: /^a\.pdf read\/damaged: not a sound PDF/ },
    { name: 'the first line alone', bytes: Buffer.from('%PDF-1.7\n'), told: /^a\.pdf read\/damaged: not a sound PDF/ },
    {
      name: 'more pages than are read',
      bytes: pdfOf(Array.from({ length: 2001 }, () => [])),
      told: /^a\.pdf read\/too-large: more than 2000 pages/,
    },
  ])('$name', async ({ bytes, told }) => {
    expect(await readTold('a.pdf', bytes)).toEqual([expect.stringMatching(told)]);
  });
});
