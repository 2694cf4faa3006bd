import { expect, test } from 'vitest';
import type { CaseIncident } from '../../src/api/index.ts';
import { lanesFinding, lanesOf, stateOf } from './lanes.ts';

const party = (id: string) => ({ id, name: `name of ${id}`, kind: 'state' }) as const;
const incident = (actor: string | null, recipient: string | null, place?: string): CaseIncident => ({
  ...{ id: `${actor}${recipient}${place}`, type: 'ACCUSE', modes: [], quad: 3, score: -3, status: 'actual', contested: false },
  actors: actor === null ? [] : [party(actor)],
  recipients: recipient === null ? [] : [party(recipient)],
  places: place === undefined ? [] : [{ id: place, name: place, kind: 'city', country: null, latitude: null, longitude: null }],
  ...{ day: '2017-02-17', lastDay: '2017-02-17', isPublicationDay: false, harm: {}, tellings: [] },
  sources: { documents: 1, outlets: [], independent: 1 },
});

test.each([
  ['PAK:MIL', 'PAK'],
  ['PAK', 'PAK'],
  ['islamic-state', 'islamic-state'],
  ['place:PAK', 'place:PAK'],
])('%s counts as %s', (id, state) => expect(stateOf(id)).toBe(state));

test('lanes are ordered pairs of states, a pair beside its reverse', () => {
  const incidents = [
    incident('AFG', 'PAK'),
    incident('IND', 'PAK'),
    incident('PAK:MIL', 'AFG'),
    incident('PAK', 'AFG:CVL'),
    incident('IND', 'PAK'),
    incident('PAK', 'PAK:CVL'),
    incident('PAK', null),
  ];
  const lanes = lanesOf(incidents, 'dyad', (id) => (id === 'PAK' ? 'Pakistan' : undefined));
  expect(lanes.map(({ label, incidents: held }) => `${label} ${held.length}`)).toEqual([
    'Pakistan → name of AFG 2',
    'name of AFG → Pakistan 1',
    'name of IND → Pakistan 2',
  ]);
  expect(lanesFinding(lanes, 7, 'dyad')).toBe('2 moves of 7 are Pakistan → name of AFG');
});

test('lanes of places take the first place', () => {
  const lanes = lanesOf([incident('A', 'B', 'Torkham'), incident('A', 'B')], 'place', () => undefined);
  expect(lanesFinding(lanes, 2, 'place')).toBe('1 move of 2 at Torkham');
  expect(lanesFinding([], 0, 'place')).toBe('No move has a place');
});
