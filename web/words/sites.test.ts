import { expect, test } from 'vitest';
import type { CaseIncident } from '../../src/api/index.ts';
import { killedAt, mainSites, quadsOf, sitesFinding, sitesOf, vagueness } from './sites.ts';

const incident = (
  place: string | null,
  quad: CaseIncident['quad'],
  status: CaseIncident['status'],
  killed?: readonly [number, number | null],
): CaseIncident => ({
  ...{ id: 'i', type: 'ASSAULT', modes: [], quad, score: -9, status, contested: false, actors: [], recipients: [] },
  places:
    place === null
      ? []
      : [{ id: place, name: place, kind: 'city', country: null, latitude: place === 'nowhere' ? null : 34, longitude: 71 }],
  ...{ day: null, lastDay: null, isPublicationDay: true, tellings: [], sources: { documents: 1, outlets: [], independent: 1 } },
  harm: killed ? { killed: { low: killed[0], best: null, high: killed[1], told: [] } } : {},
});

test('incidents by place, the fullest first, those without a point left out', () => {
  const incidents = [
    incident('Torkham', 4, 'actual'),
    incident('Sehwan', 4, 'actual'),
    incident('Sehwan', 1, 'alleged'),
    incident('nowhere', 4, 'actual'),
    incident(null, 4, 'actual'),
  ];
  const sites = sitesOf(incidents);
  expect(sites.map(({ place, incidents: held }) => `${place.name} ${held.length}`)).toEqual(['Sehwan 2', 'Torkham 1']);
  expect(sitesFinding(sites, 5)).toBe('3 of 5 moves have a place; most are at Sehwan (2)');
  expect(quadsOf(sites[0]?.incidents ?? []).map(({ facts, others }) => `${facts}/${others}`)).toEqual([
    '0/1',
    '0/0',
    '0/0',
    '1/0',
  ]);
});

test.each([
  {
    killed: [
      [70, 90],
      [2, 2],
    ] as const,
    low: 72,
    high: 92,
  },
  {
    killed: [
      [70, null],
      [2, 2],
    ] as const,
    low: 72,
    high: null,
  },
  { killed: [] as const, low: 0, high: 0 },
])('killed: $low to $high', ({ killed, low, high }) => {
  expect(killedAt(killed.map((bounds) => incident('x', 4, 'actual', bounds)))).toEqual({ low, high });
});

test('a country is vaguer than a province, a town is not vague', () => {
  expect(vagueness({ kind: 'country' })).toBeGreaterThan(vagueness({ kind: 'province' }));
  expect(vagueness({ kind: 'city' })).toBe(0);
});

test('the map begins where most of it is', () => {
  const site = (name: string, longitude: number, count: number) => ({
    place: { id: name, name, kind: 'city', country: null, latitude: 34, longitude },
    incidents: Array.from({ length: count }, () => incident(name, 4, 'actual')),
  });
  const near = [site('Torkham', 71, 5), site('Kabul', 69, 3), site('Quetta', 67, 2)];
  expect(mainSites([...near, site('London', 0, 1)]).map(({ place }) => place.name)).toEqual(['Torkham', 'Kabul', 'Quetta']);
  expect(mainSites(near)).toHaveLength(3);
  expect(mainSites([site('Torkham', 71, 1)])).toHaveLength(1);
  expect(mainSites([])).toEqual([]);
});
