import { describe, expect, test } from 'vitest';
import { processorTime } from '../../test/support/processor-time.ts';
import { readLayout } from './zones.ts';

const BODY = 'Rebels shelled the garrison on Monday, officials said.';

function zonesOf(text: string): readonly string[] {
  return readLayout(text).zones.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);
}

describe('headline', () => {
  test.each([
    { name: 'short first line', text: `Shells fall on Veldra\n\n${BODY}`, zones: ['headline: Shells fall on Veldra'] },
    { name: 'right above the body', text: `Shells fall on Veldra\n${BODY}`, zones: ['headline: Shells fall on Veldra'] },
    { name: 'with empty lines and spaces before', text: `\n\n  Shells fall  \n\n${BODY}`, zones: ['headline: Shells fall'] },
    { name: 'question', text: `Who shelled Veldra?\n\n${BODY}`, zones: ['headline: Who shelled Veldra?'] },
    { name: 'sentence', text: `Shells fell on Veldra.\n\n${BODY}`, zones: [] },
    { name: 'sentence ending inside quotation marks', text: `“Shells fell on Veldra.”\n\n${BODY}`, zones: [] },
    { name: 'only line', text: 'Shells fall on Veldra', zones: [] },
    { name: 'paragraph broken into lines', text: 'Rebels shelled the garrison\non Monday, officials said.', zones: [] },
    { name: 'long line', text: `${'Shells fall '.repeat(20)}\n\n${BODY}`, zones: [] },
    { name: 'no letters', text: `* * *\n\n${BODY}`, zones: [] },
  ])('$name', ({ text, zones }) => {
    expect(zonesOf(text)).toEqual(zones);
  });
});

describe('byline and dateline', () => {
  test.each([
    { name: 'byline', text: `Shells fall\nBy Jane Doe\n\n${BODY}`, zones: ['headline: Shells fall', 'byline: By Jane Doe'] },
    {
      name: 'two authors',
      text: `By Jane Doe and John Roe, Staff Writers\n\n${BODY}`,
      zones: ['byline: By Jane Doe and John Roe, Staff Writers'],
    },
    {
      name: 'date of its own',
      text: `Shells fall\n\nMonday, February 20, 2017\n\n${BODY}`,
      zones: ['headline: Shells fall', 'dateline: Monday, February 20, 2017'],
    },
    { name: 'place, country, agency', text: `VELDRA, Arland (ANB) - ${BODY}`, zones: ['dateline: VELDRA, Arland (ANB) -'] },
    { name: 'place and day', text: `VELDRA, Feb. 17 — ${BODY}`, zones: ['dateline: VELDRA, Feb. 17 —'] },
    { name: 'capitals and a colon', text: `VELDRA: ${BODY}`, zones: ['dateline: VELDRA:'] },
    { name: 'place, day and a colon', text: `Port Veldra, Feb 17: ${BODY}`, zones: ['dateline: Port Veldra, Feb 17:'] },
    {
      name: 'agency before the day',
      text: `VELDRA (ANB), 20 February 2017 - ${BODY}`,
      zones: ['dateline: VELDRA (ANB), 20 February 2017 -'],
    },
    {
      name: 'byline without a name',
      text: `By our special correspondent\n\nVELDRA: ${BODY}`,
      zones: ['byline: By our special correspondent', 'dateline: VELDRA:'],
    },
    { name: 'speaker before a colon', text: `The governor: “${BODY}”`, zones: [] },
    { name: 'place before a colon', text: `Veldra: ${BODY}`, zones: [] },
    {
      name: 'place alone',
      text: `Shells fall\n\nPORT VELDRA — ${BODY}`,
      zones: ['headline: Shells fall', 'dateline: PORT VELDRA —'],
    },
    { name: 'small letters with agency', text: `Port Veldra (ANB) – ${BODY}`, zones: ['dateline: Port Veldra (ANB) –'] },
    {
      name: 'place, region, day',
      text: `Veldra, Northern Province, 3 March 2014 – ${BODY}`,
      zones: ['dateline: Veldra, Northern Province, 3 March 2014 –'],
    },
    { name: 'sentence that begins with by', text: `By Monday the rebels had left the town.\n\n${BODY}`, zones: [] },
    {
      name: 'clause before a dash',
      text: `The governor, a former rebel — and no friend of theirs — fled.\n\n${BODY}`,
      zones: [],
    },
    { name: 'name before a dash', text: `Veldra — a port of 900 — fell on Monday.\n\n${BODY}`, zones: [] },
    { name: 'date in the body', text: `${BODY}\n\nFebruary 20, 2017\n\n${BODY}`, zones: [] },
  ])('$name', ({ text, zones }) => {
    expect(zonesOf(text)).toEqual(zones);
  });
});

describe('captions and credits', () => {
  test.each([
    {
      name: 'caption with credit',
      text: `Smoke over Veldra. (Jane Doe/Arland News)\n\n${BODY}`,
      zones: ['caption: Smoke over Veldra.', 'credit: (Jane Doe/Arland News)'],
    },
    {
      name: 'in the middle',
      text: `${BODY}\n\nSmoke over Veldra. (AP Photo/John Roe)\n\n${BODY}`,
      zones: ['caption: Smoke over Veldra.', 'credit: (AP Photo/John Roe)'],
    },
    { name: 'credit alone', text: `${BODY}\n(Reuters)\n${BODY}`, zones: ['credit: (Reuters)'] },
    {
      name: 'credit line',
      text: `${BODY}\n\nPhoto: Jane Doe / Arland News\n\n${BODY}`,
      zones: ['credit: Photo: Jane Doe / Arland News'],
    },
    { name: 'sign-off of an agency', text: `${BODY}\n\n${BODY} (Reuters)`, zones: ['credit: (Reuters)'] },
    { name: 'remark in brackets', text: `${BODY} (He gave no details)\n\n${BODY}`, zones: [] },
    { name: 'either-or in brackets', text: `${BODY} (dead and/or missing)\n\n${BODY}`, zones: [] },
    {
      name: 'abbreviation in brackets',
      text: 'They joined the Arland Liberation Front (ALF)\n\nIt was founded in March.',
      zones: ['headline: They joined the Arland Liberation Front (ALF)'],
    },
  ])('$name', ({ text, zones }) => {
    expect(zonesOf(text)).toEqual(zones);
  });
});

test('layout takes linear time on lines without end and lines without number', () => {
  for (const text of [
    'A'.repeat(1_000_000),
    'A\n'.repeat(500_000),
    '('.repeat(500_000),
    'By A. '.repeat(200_000),
    'A, '.repeat(300_000),
  ]) {
    const elapsed = processorTime();
    readLayout(text);
    expect(elapsed()).toBeLessThan(2000);
  }
});
