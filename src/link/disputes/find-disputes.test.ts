import { describe, expect, test } from 'vitest';
import { joinTies } from '../case-ties.ts';
import { groupTellings } from '../group-tellings.ts';
import { statementsOf } from '../statement.ts';
import { tellingsOf } from '../telling.ts';
import { caseRecord, claim, event, tie } from '../testing/case-record.ts';
import { findAgreements, findDisputes } from './find-disputes.ts';

type Records = readonly ReturnType<typeof caseRecord>[];

function disputesOf(records: Records) {
  const tellings = records.flatMap(tellingsOf);
  return findDisputes(groupTellings(tellings), tellings, records.flatMap(statementsOf), joinTies(records));
}

const SHELLING = {
  type: 'ASSAULT',
  modes: ['heavy-weapons'],
  actors: ['PAK:MIL'],
  recipients: ['AFG'],
  day: '2017-02-17',
} as const;
const BLAST = { type: 'ASSAULT', modes: ['explosives'], recipients: ['PAK:CVL'], day: '2017-02-16' } as const;

describe('a dispute', () => {
  test('whether it happened: one report accuses, another denies', () => {
    const [found] = disputesOf([
      caseRecord('a', [event('e1', { ...SHELLING, status: 'alleged' })], [claim('c1', 'AFG', 'accuses', ['e1'])]),
      caseRecord('b', [event('e1', { ...SHELLING, status: 'denied' })], [claim('c1', 'PAK', 'denies', ['e1'])]),
    ]);
    expect(found).toMatchObject({
      kind: 'happened',
      sides: [
        { voices: ['AFG'], statements: ['a#c1'] },
        { voices: ['PAK'], statements: ['b#c1'] },
      ],
    });
  });

  test('whether it happened, of words that hold no event', () => {
    const [found] = disputesOf([caseRecord('a', [], [claim('c1', 'AFG', 'accuses', []), claim('c2', 'PAK', 'denies', [])])]);
    expect(found).toMatchObject({ kind: 'happened', incidents: [] });
  });

  test('whether it happened, told as a fact by a report and denied in another', () => {
    const [found] = disputesOf([
      caseRecord('a', [event('e1', SHELLING)], []),
      caseRecord('b', [event('e1', { ...SHELLING, status: 'denied' })], [claim('c1', 'PAK', 'denies', ['e1'])]),
    ]);
    expect(found?.sides[0]).toMatchObject({ voices: ['Outlet a'], tellings: ['a#e1'] });
  });

  test('who did it', () => {
    const [found] = disputesOf([
      caseRecord('a', [event('e1', { ...BLAST, actors: ['islamic-state'] })], []),
      caseRecord('b', [event('e1', { ...BLAST, actors: ['pakistani-taliban'] })], []),
    ]);
    expect(found).toMatchObject({ kind: 'who', sides: [{ position: 'islamic-state' }, { position: 'pakistani-taliban' }] });
  });

  test('who is to blame', () => {
    const charge = { type: 'ACCUSE', modes: ['allege'] } as const;
    const [found] = disputesOf([
      caseRecord('a', [event('e1', { ...charge, actors: ['AFG'], recipients: ['PAK'], day: '2017-02-18' })], []),
      caseRecord('b', [event('e1', { ...charge, actors: ['PAK:MIL'], recipients: ['AFG'], day: '2017-03-01' })], []),
    ]);
    expect(found).toMatchObject({ kind: 'blame', sides: [{ position: 'AFG accuses PAK' }, { position: 'PAK accuses AFG' }] });
  });

  test('how many', () => {
    const [found] = disputesOf([
      caseRecord('a', [event('e1', { ...BLAST, harm: { killed: { low: 5, high: 5 } } })], []),
      caseRecord('b', [event('e1', { ...BLAST, harm: { killed: { low: 17, high: 17 } } })], []),
      caseRecord('c', [event('e1', { ...BLAST, harm: { killed: { low: 11, high: null } } })], []),
    ]);
    expect(found?.sides.map(({ position, tellings }) => [position, tellings.length])).toEqual([
      ['killed: 5', 1],
      ['killed: 17, at least 11', 2],
    ]);
  });

  test('whether a tie holds', () => {
    const [found] = disputesOf([
      caseRecord('a', [], [], [tie('AFG', 'hosts', 'haqqani-network', { attributedTo: 'PAK' })]),
      caseRecord('b', [], [], [tie('AFG', 'hosts', 'haqqani-network', { attributedTo: 'PAK', deniedBy: ['AFG'] })]),
    ]);
    expect(found).toMatchObject({ kind: 'tie', sides: [{ voices: ['PAK'] }, { voices: ['AFG'] }] });
  });
});

describe('no dispute', () => {
  const cases: readonly (readonly [string, Records])[] = [
    [
      'the same speaker says it and takes it back',
      [caseRecord('a', [], [claim('c1', 'PAK', 'asserts', []), claim('c2', 'PAK', 'denies', [])])],
    ],
    [
      'a denial that nobody answers',
      [caseRecord('a', [event('e1', { ...SHELLING, status: 'denied' })], [claim('c1', 'PAK', 'denies', ['e1'])])],
    ],
    [
      'a toll that rose',
      [
        caseRecord('a', [event('e1', { ...BLAST, harm: { killed: { low: 5, high: 5 } } })], [], [], '2017-02-16'),
        caseRecord('b', [event('e1', { ...BLAST, harm: { killed: { low: 17, high: 17 } } })], [], [], '2017-02-17'),
      ],
    ],
    [
      'two who did it together',
      [caseRecord('a', [event('e1', { ...BLAST, actors: ['islamic-state', 'pakistani-taliban'] })], [])],
    ],
    [
      'charges in one direction',
      [
        caseRecord('a', [event('e1', { type: 'ACCUSE', actors: ['AFG'], recipients: ['PAK'], day: '2017-02-18' })], []),
        caseRecord('b', [event('e1', { type: 'ACCUSE', actors: ['AFG:GOV'], recipients: ['PAK:MIL'], day: '2017-02-20' })], []),
      ],
    ],
    [
      'charges in both directions a year apart',
      [
        caseRecord('a', [event('e1', { type: 'ACCUSE', actors: ['AFG'], recipients: ['PAK'], day: '2016-02-18' })], []),
        caseRecord('b', [event('e1', { type: 'ACCUSE', actors: ['PAK'], recipients: ['AFG'], day: '2017-02-20' })], []),
      ],
    ],
    [
      'a tie that is only claimed',
      [caseRecord('a', [], [], [tie('AFG', 'hosts', 'haqqani-network', { attributedTo: 'PAK' })])],
    ],
  ];
  test.each(cases)('%s', (_, records) => expect(disputesOf(records)).toEqual([]));
});

test('who corroborates whom: speakers of different sides, not two of one country', () => {
  const told = (id: string, speaker: string) =>
    caseRecord(id, [event('e1', { ...SHELLING, status: 'alleged' })], [claim('c1', speaker, 'asserts', ['e1'])]);
  const agreementsOf = (records: Records) =>
    findAgreements(groupTellings(records.flatMap(tellingsOf)), records.flatMap(statementsOf));
  expect(agreementsOf([told('a', 'AFG'), told('b', 'USA:MIL')])).toMatchObject([{ voices: ['AFG', 'USA:MIL'] }]);
  expect(agreementsOf([told('a', 'AFG'), told('b', 'AFG:GOV')])).toEqual([]);
});
