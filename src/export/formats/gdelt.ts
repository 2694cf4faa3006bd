import { dateParts } from '../../base/index.ts';
import { type CameoRow, cameoRows, quadOfRoot } from '../cameo-rows.ts';
import { cameoActor, cameoCode } from '../cameo-sectors.ts';
import type { ExportFormat } from '../export-format.ts';
import type { ExportTables } from '../export-tables.ts';
import type { Party } from '../happening.ts';
import type { Columns } from '../native-tables.ts';
import { isSite, placeOf } from '../places.ts';
import { TSV_FILE, tableLines } from './tabular.ts';

/** The 61 columns of GDELT 2.0 events (GDELT Event Database codebook 2.0), tab-separated, without a line of names. */
export const GDELT: ExportFormat = {
  name: 'gdelt',
  title: 'GDELT 2.0 events',
  ...TSV_FILE,
  units: ['events', 'incidents'],
  says: 'claims',
  needsDay: true,
  write: (source) => tableLines(gdeltColumns(source.tables), cameoRows(source), { separator: 'tab', isHeaded: false }),
};

/** Columns of GDELT by their names in the codebook. */
export function gdeltColumns(tables: ExportTables): Columns<CameoRow> {
  return {
    GLOBALEVENTID: ['whole', ({ number }) => number],
    Day: ['text', (row) => digits(dayOf(row))],
    MonthYear: ['text', (row) => digits(dayOf(row)).slice(0, 6)],
    Year: ['text', (row) => dayOf(row).slice(0, 4)],
    FractionDate: ['number', (row) => fraction(dayOf(row))],
    ...actorColumns('Actor1', ({ source }) => source),
    ...actorColumns('Actor2', ({ target }) => target),
    IsRootEvent: ['whole', () => 1],
    EventCode: ['text', ({ code }) => code],
    EventBaseCode: ['text', ({ code }) => code.slice(0, 3)],
    EventRootCode: ['text', ({ root }) => root],
    QuadClass: ['whole', ({ root }) => quadOfRoot(root)],
    GoldsteinScale: ['number', ({ goldstein }) => goldstein],
    NumMentions: ['whole', ({ happening }) => happening.tellings.length],
    NumSources: ['whole', ({ happening }) => Math.max(1, happening.outlets.length)],
    NumArticles: ['whole', ({ happening }) => happening.reports.length],
    AvgTone: ['text', () => ''],
    ...noPlaceColumns('Actor1Geo'),
    ...noPlaceColumns('Actor2Geo'),
    ...placeColumns('ActionGeo', tables),
    DATEADDED: ['text', ({ happening }) => addedAt(happening.reports[0].published)],
    SOURCEURL: ['text', ({ happening }) => happening.reports[0].url ?? `urn:sha256:${happening.reports[0].id}`],
  };
}

function dayOf({ happening }: CameoRow): string {
  return happening.start ?? '';
}

function digits(day: string): string {
  return day.replaceAll('-', '');
}

/** Year and part of the year, by the codebook's formula. */
function fraction(day: string): number | null {
  const parts = dateParts(day);
  if (!parts) return null;
  return Number((parts.year + (parts.month * 30 + parts.day) / 365).toFixed(4));
}

/** Publication stands for the moment of adding: the same case gives the same file. */
function addedAt(published: string | null): string {
  return published === null ? '' : `${digits(published)}000000`;
}

function actorColumns(name: string, partyOf: (row: CameoRow) => Party | null): Columns<CameoRow> {
  const actor = (row: CameoRow) => cameoActor(partyOf(row));
  return {
    [`${name}Code`]: ['text', (row) => cameoCode(actor(row))],
    [`${name}Name`]: ['text', (row) => partyOf(row)?.name.toUpperCase() ?? ''],
    [`${name}CountryCode`]: ['text', (row) => actor(row).country],
    [`${name}KnownGroupCode`]: ['text', (row) => actor(row).group],
    [`${name}EthnicCode`]: ['text', () => ''],
    [`${name}Religion1Code`]: ['text', () => ''],
    [`${name}Religion2Code`]: ['text', () => ''],
    [`${name}Type1Code`]: ['text', (row) => actor(row).role],
    [`${name}Type2Code`]: ['text', () => ''],
    [`${name}Type3Code`]: ['text', () => ''],
  };
}

/** Where an actor is from is not read; GDELT's 0 says so. */
function noPlaceColumns(name: string): Columns<CameoRow> {
  return geoColumns(name, { type: () => 0, name: () => '', country: () => '', latitude: () => null, longitude: () => null });
}

function placeColumns(name: string, { countries }: ExportTables): Columns<CameoRow> {
  const place = ({ happening }: CameoRow) => placeOf(happening);
  const country = (row: CameoRow) => countries.get(place(row)?.country ?? '');
  return geoColumns(name, {
    type: (row) => geoType(place(row)?.kind, place(row)?.country),
    name: (row) => fullName(place(row)?.name, place(row)?.kind, country(row)?.name),
    country: (row) => country(row)?.fips ?? '',
    latitude: (row) => place(row)?.latitude ?? null,
    longitude: (row) => place(row)?.longitude ?? null,
  });
}

interface Geo {
  readonly type: (row: CameoRow) => number;
  readonly name: (row: CameoRow) => string;
  readonly country: (row: CameoRow) => string;
  readonly latitude: (row: CameoRow) => number | null;
  readonly longitude: (row: CameoRow) => number | null;
}

function geoColumns(name: string, { type, name: full, country, latitude, longitude }: Geo): Columns<CameoRow> {
  return {
    [`${name}_Type`]: ['whole', type],
    [`${name}_FullName`]: ['text', full],
    [`${name}_CountryCode`]: ['text', country],
    [`${name}_ADM1Code`]: ['text', country],
    [`${name}_ADM2Code`]: ['text', () => ''],
    [`${name}_Lat`]: ['number', latitude],
    [`${name}_Long`]: ['number', longitude],
    [`${name}_FeatureID`]: ['text', (row) => (type(row) === 1 ? country(row) : '')],
  };
}

/** 1 country, 2 state of the USA, 3 city of the USA, 4 city elsewhere, 5 state elsewhere; 0 none. */
function geoType(kind: string | undefined, country: string | null | undefined): number {
  if (kind === undefined) return 0;
  if (kind === 'country') return 1;
  if (isSite(kind)) return country === 'USA' ? 3 : 4;
  return country === 'USA' ? 2 : 5;
}

function fullName(name: string | undefined, kind: string | undefined, country: string | undefined): string {
  if (name === undefined) return '';
  return kind === 'country' || country === undefined ? name : `${name}, ${country}`;
}
