import { expect, test } from 'vitest';
import { binStart, dyadSeries, movesOf } from './dyads.ts';
import { groupTellings } from './group-tellings.ts';
import { tellingsOf } from './telling.ts';
import { caseRecord, event } from './testing/case-record.ts';

const SHELLING = {
  type: 'ASSAULT',
  modes: ['heavy-weapons'],
  actors: ['PAK:MIL'],
  recipients: ['AFG'],
  day: '2017-02-17',
} as const;
const records = [
  caseRecord(
    'a',
    [
      event('e1', SHELLING),
      event('e2', { type: 'THREATEN', actors: ['AFG'], recipients: ['PAK'], day: '2017-02-18' }),
      event('e3', { type: 'ASSAULT', actors: ['AFG:MIL'], recipients: ['PAK'], status: 'threatened' }),
      event('e4', { type: 'CONSULT', actors: ['PAK', 'AFG'], recipients: ['PAK', 'AFG'], day: '2017-03-15' }),
    ],
    [],
  ),
  caseRecord('b', [event('e1', { ...SHELLING, actors: ['PAK'] })], [], [], '2017-02-19'),
];
const tellings = records.flatMap(tellingsOf);
const groups = groupTellings(tellings);

test('a happening that two reports tell is one move of each pair of parties', () => {
  const moves = movesOf(groups, tellings, 'country').map(({ day, actor, recipient, type, tellings: told }) => [
    day,
    actor,
    recipient,
    type,
    told.length,
  ]);
  expect(moves).toEqual([
    ['2017-02-17', 'PAK', 'AFG', 'ASSAULT', 2],
    ['2017-02-18', 'AFG', 'PAK', 'ASSAULT', 1],
    ['2017-02-18', 'AFG', 'PAK', 'THREATEN', 1],
    ['2017-03-15', 'AFG', 'PAK', 'CONSULT', 1],
    ['2017-03-15', 'PAK', 'AFG', 'CONSULT', 1],
  ]);
});

test('organs are told apart where asked', () => {
  const pairs = movesOf(groups, tellings, 'party').map(({ actor, recipient }) => `${actor}>${recipient}`);
  expect(pairs).toContain('PAK:MIL>AFG');
  expect(pairs).toContain('AFG:MIL>PAK');
});

test('an undated move stands on the day of publication and says so', () => {
  const threatened = movesOf(groups, tellings, 'country').find(({ status }) => status === 'threatened');
  expect(threatened).toMatchObject({ day: '2017-02-18', isPublicationDay: true });
});

test('series part deeds from words; what is only threatened adds no score', () => {
  const series = dyadSeries(movesOf(groups, tellings, 'country'), 'month');
  expect(series.map(({ actor, recipient, bins }) => [actor, recipient, bins.length])).toEqual([
    ['AFG', 'PAK', 2],
    ['PAK', 'AFG', 2],
  ]);
  expect(series[0]?.bins[0]).toEqual({
    start: '2017-02-01',
    moves: 2,
    deeds: 1,
    words: 1,
    byQuad: { 1: 0, 2: 0, 3: 1, 4: 1 },
    byStatus: { threatened: 1, actual: 1 },
    deedScore: 0,
    wordScore: -3.5,
  });
});

test.each([
  ['2017-02-17', 'day', '2017-02-17'],
  ['2017-02-17', 'week', '2017-02-13'],
  ['2017-02-19', 'week', '2017-02-13'],
  ['2017-02-20', 'week', '2017-02-20'],
  ['2017-01-01', 'week', '2016-12-26'],
  ['2017-02-17', 'month', '2017-02-01'],
] as const)('%s lies in the %s of %s', (day, unit, start) => expect(binStart(day, unit)).toBe(start));
