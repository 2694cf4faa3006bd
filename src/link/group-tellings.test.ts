import { describe, expect, test } from 'vitest';
import { compareTellings } from './compare-tellings.ts';
import { groupTellings } from './group-tellings.ts';
import { toIncident } from './incident.ts';
import type { Telling } from './telling.ts';

const PAK_ARMY = { id: 'PAK:MIL', kind: 'military', country: 'PAK' } as const;
const PAK = { id: 'PAK', kind: 'state', country: 'PAK' } as const;
const AFG = { id: 'AFG', kind: 'state', country: 'AFG' } as const;
const CIVILIANS = { id: 'PAK:CVL', kind: 'people', country: 'PAK' } as const;
const BOMBER = { id: 'suicide-bomber', kind: 'unknown', country: null } as const;
const IS = { id: 'islamic-state', kind: 'armed-group', country: null } as const;
const QUETTA = { id: 'quetta', kind: 'city', country: 'PAK', latitude: 30.18, longitude: 67 } as const;
const LAHORE = { id: 'lahore', kind: 'city', country: 'PAK', latitude: 31.55, longitude: 74.34 } as const;
const BALOCHISTAN = { id: 'balochistan', kind: 'region', country: 'PAK', latitude: 28.5, longitude: 65.5 } as const;

/** A bombing in Quetta on 8 August, told by a report of the next day. */
function telling(id: string, over: Partial<Telling> = {}): Telling {
  const document = id.split('#')[0] ?? id;
  return {
    id,
    document,
    event: id.split('#')[1] ?? 'e1',
    source: `Outlet ${document}`,
    published: '2016-08-09',
    type: 'ASSAULT',
    modes: ['suicide-attack'],
    status: 'actual',
    actors: [BOMBER],
    recipients: [CIVILIANS],
    places: [QUETTA],
    time: { start: '2016-08-08', end: '2016-08-08' },
    harm: { killed: { low: 70, high: 70 } },
    words: ['bomber', 'hospital', 'lawyers'],
    trigger: 'killed',
    sameAs: [],
    confidence: 0.9,
    ...over,
  };
}

describe('two tellings of one happening', () => {
  const first = telling('a#e1');
  const cases: readonly (readonly [string, Partial<Telling>])[] = [
    ['another toll', { harm: { killed: { low: 54, high: null } } }],
    ['no toll, no place', { harm: {}, places: [] }],
    ['the group that claimed it instead of the bomber', { actors: [IS] }],
    ['a day later, as seen from another zone', { time: { start: '2016-08-09', end: '2016-08-09' } }],
    ['the province instead of the city', { places: [BALOCHISTAN] }],
    ['no day, in the news of that week', { time: null }],
    ['the year alone, years later', { time: { start: '2016-01-01', end: '2016-12-31' }, published: '2019-01-05' }],
    ['doubted', { status: 'alleged' }],
    ['the deed and its outcome in one report', { document: 'a', harm: {}, trigger: 'wounded' }],
    ['with explosives, as another report has it', { modes: ['explosives'] }],
  ];
  test.each(cases)('%s', (_, over) => {
    expect(groupTellings([first, telling('b#e1', over)])).toHaveLength(1);
  });
});

describe('two happenings', () => {
  const first = telling('a#e1');
  const cases: readonly (readonly [string, Partial<Telling>])[] = [
    ['another city on the same day', { places: [LAHORE] }],
    ['the same city a week later', { time: { start: '2016-08-15', end: '2016-08-15' }, published: '2016-08-16' }],
    ['the anniversary', { time: { start: '2017-08-08', end: '2017-08-08' }, published: '2017-08-09' }],
    ['another kind of act', { type: 'PROTEST', modes: ['demo'] }],
    [
      'the air force against militants',
      { modes: ['aerial'], actors: [PAK_ARMY], recipients: [IS], harm: {}, words: ['raids'] },
    ],
    ['only threatened', { status: 'threatened' }],
    ['told apart in the same report', { document: 'a', harm: { killed: { low: 2, high: 2 } }, trigger: 'wounded' }],
    ['said twice by one party in one report', { document: 'a', type: 'ACCUSE', modes: ['allege'] }],
    [
      'the second of two like attacks, a day later, with another toll',
      { time: { start: '2016-08-09', end: '2016-08-09' }, harm: { killed: { low: 4, high: 4 } }, words: ['second', 'station'] },
    ],
  ];
  test.each(cases)('%s', (_, over) => {
    const groups = groupTellings([first, telling('b#e1', over)]);
    expect(groups.every(({ tellings }) => tellings.length === 1)).toBe(true);
  });
});

test('likeness is symmetric', () => {
  const other = telling('b#e1', { actors: [IS], time: null, harm: {}, places: [BALOCHISTAN] });
  expect(compareTellings(other, telling('a#e1'))).toEqual(compareTellings(telling('a#e1'), other));
});

test('a bridge does not join what cannot be one', () => {
  const vague = telling('b#e1', { places: [], harm: {}, actors: [] });
  const groups = groupTellings([telling('a#e1'), vague, telling('c#e1', { places: [LAHORE] })]);
  expect(groups.map(({ tellings }) => tellings.length).sort()).toEqual([1, 2]);
});

test('the order of arrival changes nothing', () => {
  const tellings = [
    telling('a#e1'),
    telling('b#e1', { harm: {} }),
    telling('c#e1', { places: [LAHORE] }),
    telling('d#e1', { places: [], actors: [] }),
    telling('e#e1', { type: 'COERCE', modes: ['restrict'], actors: [PAK], recipients: [AFG], harm: {} }),
    telling('f#e1', { type: 'SANCTION', modes: [], actors: [PAK_ARMY], recipients: [AFG], harm: {} }),
  ];
  const expected = groupTellings(tellings);
  for (let turn = 1; turn < tellings.length; turn++)
    expect(groupTellings([...tellings.slice(turn), ...tellings.slice(0, turn)].reverse())).toEqual(expected);
});

describe('what people ruled', () => {
  const [a, b, c] = [telling('a#e1'), telling('b#e1'), telling('c#e1', { places: [LAHORE] })];
  test('parts what the rules join', () => {
    expect(groupTellings([a, b], [{ a: 'b#e1', b: 'a#e1', same: false }])).toHaveLength(2);
  });
  test('joins what the rules part, and says so', () => {
    const groups = groupTellings([a, c], [{ a: 'a#e1', b: 'c#e1', same: true }]);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.joins[0]?.reasons[0]?.about).toBe('reviewer');
  });
  test('about tellings that are gone is left alone', () => {
    expect(groupTellings([a], [{ a: 'a#e1', b: 'gone#e1', same: true }])).toHaveLength(1);
  });
});

describe('an incident', () => {
  const tellings = [
    telling('a#e1', { source: 'Wire', harm: { killed: { low: 54, high: null } } }),
    telling('b#e1', { source: 'Wire', published: '2016-08-10' }),
    telling('c#e1', { source: 'Post', published: '2016-08-10', actors: [IS], harm: { killed: { low: 72, high: 72 } } }),
    telling('d#e1', { source: 'Echo', status: 'denied', harm: {}, time: null, places: [BALOCHISTAN] }),
    telling('e#e1', { source: 'Mail', published: '2016-08-10' }),
  ];
  const group = groupTellings(tellings)[0];
  const incident = group && toIncident(group, new Map([['d', { source: 'Echo', copyOf: 'c' }]]));

  test('holds all tellings', () => expect(incident?.tellings).toHaveLength(5));
  test('names who is named', () => expect(incident?.actors).toEqual(['islamic-state']));
  test('names the nearest places told', () => expect(incident?.places).toEqual(['quetta', 'balochistan']));
  test('gives low, best and high', () => {
    expect(incident?.harm.killed).toMatchObject({ low: 54, best: 70, high: null });
  });
  test('counts outlets, and copies once', () => {
    expect(incident?.sources).toEqual({ documents: 5, outlets: ['Echo', 'Mail', 'Post', 'Wire'], independent: 3 });
  });
  test('is contested where somebody denies it', () => expect(incident).toMatchObject({ status: 'actual', contested: true }));
  test('has the day that the dated tellings agree on', () => {
    expect(incident?.time).toEqual({ start: '2016-08-08', end: '2016-08-08' });
  });
});
