import { areCivilian, areState } from '../armed.ts';
import type { ExportFormat } from '../export-format.ts';
import type { ExportTables } from '../export-tables.ts';
import type { Happening, Party, Place } from '../happening.ts';
import type { Columns } from '../native-tables.ts';
import { numericId } from '../numeric-id.ts';
import { isSite, placeOf } from '../places.ts';
import { daysOf } from '../span-of-days.ts';
import { CSV_FILE, tableLines } from './tabular.ts';

/** Our data in the shape of UCDP GED's CSV: its 49 columns, for violence that killed somebody. These are not UCDP data. */
export const GED: ExportFormat = {
  name: 'ucdp-ged',
  title: 'UCDP-GED-shaped CSV',
  ...CSV_FILE,
  units: ['incidents', 'events'],
  says: 'nothing',
  needsDay: true,
  holds: ({ type, harm }) => type === 'ASSAULT' && ((harm.killed?.best ?? 0) > 0 || (harm.killed?.high ?? 0) > 0),
  write: (source) => tableLines(gedColumns(source.tables), source.happenings(), { separator: 'comma', isHeaded: true }),
};

/** Columns of UCDP GED by their names. Ids are ours: numbers made from names, the same in every export. */
export function gedColumns({ countries }: ExportTables): Columns<Happening> {
  const country = (happening: Happening) => countries.get(placeOf(happening)?.country ?? '');
  const gw = (party: Party | undefined) => countries.get(party?.country ?? '')?.gw ?? null;
  const sideA = ({ actors }: Happening) => actors[0];
  const sideB = ({ recipients }: Happening) => recipients[0];
  const nameA = (happening: Happening) => sideA(happening)?.name ?? 'Unknown';
  const nameB = (happening: Happening) => sideB(happening)?.name ?? 'Unknown';
  const dyad = (happening: Happening) => [nameA(happening), nameB(happening)].join(' - ');
  const admin = (happening: Happening, kind: string) => happening.places.find((place) => place.kind === kind)?.name ?? '';
  const dyadId = (happening: Happening) => numericId(`dyad|${sideA(happening)?.id ?? ''}|${sideB(happening)?.id ?? ''}`);
  const sideId = (party: Party | undefined) => (party ? numericId(`actor|${party.id}`) : null);
  return {
    id: ['whole', ({ id }) => numericId(id)],
    relid: ['text', ({ id }) => id],
    year: ['text', ({ start }) => (start ?? '').slice(0, 4)],
    active_year: ['text', () => ''],
    code_status: ['text', ({ status }) => (status === 'actual' || status === 'ongoing' ? 'Clear' : `Check: ${status}`)],
    type_of_violence: ['whole', typeOfViolence],
    conflict_dset_id: ['whole', dyadId],
    conflict_new_id: ['whole', dyadId],
    conflict_name: ['text', dyad],
    dyad_dset_id: ['whole', dyadId],
    dyad_new_id: ['whole', dyadId],
    dyad_name: ['text', dyad],
    side_a_dset_id: ['whole', (happening) => sideId(sideA(happening))],
    side_a_new_id: ['whole', (happening) => sideId(sideA(happening))],
    side_a: ['text', nameA],
    side_b_dset_id: ['whole', (happening) => sideId(sideB(happening))],
    side_b_new_id: ['whole', (happening) => sideId(sideB(happening))],
    side_b: ['text', nameB],
    number_of_sources: ['whole', ({ outlets, reports }) => Math.max(outlets.length, reports.length)],
    source_article: ['text', ({ reports }) => reports.map(citation).join('; ')],
    source_office: ['text', ({ outlets }) => outlets.join('; ')],
    source_date: ['text', ({ reports }) => reports.map(({ published }) => published ?? '').join('; ')],
    source_headline: ['text', ({ reports }) => reports.map(({ title }) => title ?? '').join('; ')],
    source_original: ['text', speakers],
    where_prec: ['whole', wherePrecision],
    where_coordinates: ['text', (happening) => placeOf(happening)?.name ?? ''],
    where_description: ['text', ({ places }) => places.map(({ words, name }) => words ?? name).join('; ')],
    adm_1: ['text', (happening) => admin(happening, 'region')],
    adm_2: ['text', (happening) => admin(happening, 'area')],
    latitude: ['number', (happening) => placeOf(happening)?.latitude ?? null],
    longitude: ['number', (happening) => placeOf(happening)?.longitude ?? null],
    geom_wkt: ['text', (happening) => pointOf(placeOf(happening))],
    priogrid_gid: ['whole', (happening) => gridCell(placeOf(happening))],
    country: ['text', (happening) => country(happening)?.name ?? ''],
    country_id: ['whole', (happening) => country(happening)?.gw ?? null],
    region: ['text', (happening) => country(happening)?.ucdpRegion ?? ''],
    event_clarity: ['whole', (happening) => (datePrecision(happening) === 1 ? 1 : 2)],
    date_prec: ['whole', datePrecision],
    date_start: ['date', ({ start }) => start],
    date_end: ['date', ({ end }) => end],
    deaths_a: ['whole', () => 0],
    deaths_b: ['whole', () => 0],
    deaths_civilians: ['whole', ({ harm, recipients }) => (areCivilian(recipients) ? (harm.killed?.best ?? 0) : 0)],
    deaths_unknown: ['whole', ({ harm, recipients }) => (areCivilian(recipients) ? 0 : (harm.killed?.best ?? 0))],
    best: ['whole', ({ harm }) => harm.killed?.best ?? 0],
    high: ['whole', ({ harm }) => harm.killed?.high ?? harm.killed?.best ?? 0],
    low: ['whole', ({ harm }) => harm.killed?.low ?? 0],
    gwnoa: ['whole', (happening) => (areState(happening.actors) ? gw(sideA(happening)) : null)],
    gwnob: ['whole', (happening) => (areState(happening.recipients) ? gw(sideB(happening)) : null)],
  };
}

/** 1 state-based, 2 between groups, 3 one-sided. */
function typeOfViolence({ actors, recipients }: Happening): number {
  if (recipients.length === 0 || areCivilian(recipients)) return 3;
  return areState(actors) || areState(recipients) ? 1 : 2;
}

function citation({ source, published, title }: Happening['reports'][number]): string {
  return [source, published, title].filter((part) => part !== null).join(', ');
}

function speakers({ claims }: Happening): string {
  return [...new Set(claims.map(({ speaker, claim }) => speaker?.name ?? claim.speakerSpan?.text ?? ''))]
    .filter((name) => name !== '')
    .join('; ');
}

/** 1 the spot, 3 a district, 4 a region, 6 a country; 7 where only that it happened is known. */
function wherePrecision(happening: Happening): number {
  const place = placeOf(happening);
  if (!place || place.latitude === null) return 7;
  if (isSite(place.kind)) return 1;
  return place.kind === 'area' ? 3 : place.kind === 'region' ? 4 : 6;
}

/** 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more. */
function datePrecision(happening: Happening): number {
  if (happening.isPublicationDay) return 3;
  const days = daysOf(happening);
  if (days <= 1) return 1;
  if (days <= 6) return 2;
  return days <= 7 ? 3 : days <= 31 ? 4 : 5;
}

function pointOf(place: Place | null): string {
  return place && place.latitude !== null && place.longitude !== null ? `POINT (${place.longitude} ${place.latitude})` : '';
}

/** Rows and columns of the PRIO grid: cells of half a degree, numbered from the south-west by rows (Tollefsen et al. 2012). */
const GRID_COLUMNS = 720;
const GRID_ROWS = 360;

function gridCell(place: Place | null): number | null {
  if (!place || place.latitude === null || place.longitude === null) return null;
  const row = Math.min(GRID_ROWS - 1, Math.floor((place.latitude + 90) * 2));
  const column = Math.min(GRID_COLUMNS - 1, Math.floor((place.longitude + 180) * 2));
  return row * GRID_COLUMNS + column + 1;
}
