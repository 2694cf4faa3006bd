import { foldName } from '../base/index.ts';
import { type DataFiles, type Row, readTable, splitList } from './data-files.ts';

/** What a place of the gazetteer is. */
export const PLACE_KINDS = ['country', 'region', 'city', 'crossing', 'facility', 'area'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How closely a place is located: a site, a town, a second-level or first-level division, a country, a sea or other wide area. */
export const PRECISIONS = ['point', 'town', 'district', 'region', 'country', 'area'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** One place a name may stand for. */
export interface GazetteerEntry {
  /** `geonames:1168197`, `cities:ML.04.ber`, `admin1:PK.03`, `admin2:PK.03.12`, `lapwing:torkham` or `country:PAK`. */
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly precision: Precision;
  /** ISO 3166-1 alpha-3; null for areas that belong to no one country. */
  readonly country: string | null;
  /** First-level division it lies in, in English where GeoNames has it so; empty where not known. */
  readonly division: string;
  /** Degrees north, null where the place has no point precise enough to be used ("Central Asia"). */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Inhabitants; 0 where not known. */
  readonly population: number;
  /** A capital, or a city spoken of as its government. */
  readonly capital: boolean;
  /** Comes from our own supplement of places named in conflict news. */
  readonly supplement: boolean;
}

/** What a word beside a name tells about it; see data/places/README.md. */
export const PLACE_CUES = ['locative', 'region', 'city', 'site', 'verb', 'deed', 'based', 'hostile'] as const;
export type PlaceCue = (typeof PLACE_CUES)[number];

/** Finds places by name. */
export interface Gazetteer {
  /** Lower-case words beside names. */
  readonly cues: ReadonlyMap<string, PlaceCue>;
  /** Keys of names that are as often common words or people. */
  readonly unsure: ReadonlySet<string>;
  /** Every place that bears the name, in no promised order; empty where none does. */
  find(name: string): readonly GazetteerEntry[];
  /** The country of an ISO 3166-1 alpha-3 code, or null. */
  country(code: string): GazetteerEntry | null;
}

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/[øö]/g, 'o'],
  [/[łḷ]/g, 'l'],
  [/[đð]/g, 'd'],
  [/ı/g, 'i'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/ß/g, 'ss'],
  [/þ/g, 'th'],
  [/['ʻʿʾ]/g, ''],
];

/** How place names are compared: folded, apostrophes dropped, every other mark a space. "Sana'a" -> `sanaa`. */
export function placeKey(name: string): string {
  const folded = LETTERS.reduce((text, [from, to]) => text.replace(from, to), foldName(name));
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Opens data/places. The big table is searched where it lies and not parsed.
 * @throws RangeError naming file and line where a table is missing or damaged */
export function loadGazetteer(files: DataFiles): Gazetteer {
  const countries = readTable(files, 'places/countries.tsv').map(countryEntry);
  const supplement = readTable(files, 'places/supplement.tsv').map(supplementEntry);
  const named = new Map<string, GazetteerEntry[]>();
  for (const { entry, names } of [...countries, ...supplement])
    for (const key of new Set(names.map(placeKey))) named.set(key, [...(named.get(key) ?? []), entry]);
  const byCode = new Map(countries.map(({ entry }) => [entry.country, entry]));
  const search = sortedTable(files, 'places/gazetteer.tsv');
  return {
    cues: new Map(readTable(files, 'places/cues.tsv').map((row) => [row.cell('word'), cueOf(row)] as const)),
    unsure: new Set(readTable(files, 'places/unsure.tsv').map((row) => row.cell('key'))),
    find(name) {
      const key = placeKey(name);
      return key === '' ? [] : [...(named.get(key) ?? []), ...search(key).map(readLine)];
    },
    country: (code) => byCode.get(code) ?? null,
  };
}

function cueOf(row: Row): PlaceCue {
  const cue = PLACE_CUES.find((each) => each === row.cell('use'));
  if (!cue) throw new RangeError(`${row.file}:${row.line}: "${row.cell('use')}" is none of ${PLACE_CUES.join(', ')}`);
  return cue;
}

interface Named {
  readonly entry: GazetteerEntry;
  readonly names: readonly string[];
}

function countryEntry(row: Row): Named {
  const code = row.cell('id');
  return named(row, { id: `country:${code}`, kind: 'country', country: code, supplement: false, capital: false });
}

function supplementEntry(row: Row): Named {
  const kind = PLACE_KINDS.find((each) => each === row.cell('kind'));
  if (!kind) throw new RangeError(`${row.file}:${row.line}: "${row.cell('kind')}" is none of ${PLACE_KINDS.join(', ')}`);
  const capital = row.cell('seat') !== '';
  return named(row, { id: `lapwing:${row.cell('id')}`, kind, country: row.cell('country') || null, supplement: true, capital });
}

function named(row: Row, known: Pick<GazetteerEntry, 'id' | 'kind' | 'country' | 'supplement' | 'capital'>): Named {
  const name = row.cell('name');
  const [latitude, longitude] = [coordinate(row, 'latitude', 90), coordinate(row, 'longitude', 180)];
  if ((latitude === null) !== (longitude === null)) throw new RangeError(`${row.file}:${row.line}: half a point`);
  const names = [name, ...splitList(row.cell('names'))];
  const precision = known.kind === 'region' && names.some(isDistrict) ? 'district' : PRECISION_OF[known.kind];
  return { entry: { ...known, name, precision, division: '', latitude, longitude, population: 0 }, names };
}

const PRECISION_OF: Readonly<Record<PlaceKind, Precision>> = {
  country: 'country',
  region: 'region',
  city: 'town',
  crossing: 'point',
  facility: 'point',
  area: 'area',
};

function isDistrict(name: string): boolean {
  return / (?:district|agency)$/i.test(name);
}

function coordinate(row: Row, column: string, limit: number): number | null {
  const cell = row.cell(column);
  if (cell === '') return null;
  const value = Number(cell);
  if (!(Math.abs(value) <= limit)) throw new RangeError(`${row.file}:${row.line}: ${column} "${cell}" is not within ±${limit}`);
  return value;
}

const COLUMNS = 'key\tname\tkind\tcountry\tdivision\tlatitude\tlongitude\tpopulation\tid';

/** Looks lines up by their first cell in a table sorted by it in code unit order.
 * @throws RangeError if the table is missing or its header is not the expected one */
function sortedTable(files: DataFiles, file: string): (key: string) => readonly string[] {
  const text = files.get(file);
  if (text === undefined) throw new RangeError(`${file}: no such data file`);
  const header = text.startsWith('#') ? text.indexOf(`\n${COLUMNS}\n`) + 1 : 0;
  if (!text.startsWith(`${COLUMNS}\n`, header)) throw new RangeError(`${file}: the header line is not "${COLUMNS}"`);
  const body = header + COLUMNS.length + 1;
  return (key) => linesWithKey(text, body, key);
}

function linesWithKey(text: string, body: number, key: string): readonly string[] {
  let low = body;
  let high = text.length;
  while (low < high) {
    const start = Math.max(body, text.lastIndexOf('\n', (low + high) >> 1) + 1);
    const end = lineEnd(text, start);
    if (start >= high || end < low) break;
    if (keyAt(text, start) < key) low = end + 1;
    else high = start;
  }
  const lines: string[] = [];
  for (let start = low; start < text.length && keyAt(text, start) === key; start = lineEnd(text, start) + 1)
    lines.push(text.slice(start, lineEnd(text, start)));
  return lines;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function keyAt(text: string, start: number): string {
  return text.slice(start, text.indexOf('\t', start));
}

const KIND_LETTERS: Readonly<Record<string, PlaceKind>> = { c: 'city', p: 'city', r: 'region', d: 'region' };

function readLine(line: string): GazetteerEntry {
  const [, name = '', letter = '', country = '', division = '', latitude, longitude, population, id = ''] = line.split('\t');
  const kind = KIND_LETTERS[letter] ?? 'city';
  return {
    id,
    name,
    kind,
    precision: letter === 'd' ? 'district' : PRECISION_OF[kind],
    country: country || null,
    division,
    latitude: Number(latitude),
    longitude: Number(longitude),
    population: Number(population),
    capital: letter === 'c',
    supplement: false,
  };
}
