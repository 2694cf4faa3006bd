import { dateParts } from '../../base/index.ts';
import { acledType } from '../acled-types.ts';
import { areCivilian } from '../armed.ts';
import type { ExportFormat } from '../export-format.ts';
import type { ExportTables } from '../export-tables.ts';
import type { Happening, Party } from '../happening.ts';
import type { Columns } from '../native-tables.ts';
import { numericId } from '../numeric-id.ts';
import { isSite, placeOf } from '../places.ts';
import { daysOf } from '../span-of-days.ts';
import { CSV_FILE, tableLines } from './tabular.ts';

/** Our data in the shape of ACLED's CSV: its 31 columns, its names of event types. These are not ACLED data. */
export const ACLED: ExportFormat = {
  name: 'acled',
  title: 'ACLED-shaped CSV',
  ...CSV_FILE,
  units: ['incidents', 'events'],
  says: 'nothing',
  needsDay: true,
  holds: (happening) => acledType(happening) !== null,
  write: (source) => tableLines(acledColumns(source.tables), source.happenings(), { separator: 'comma', isHeaded: true }),
};

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Columns of ACLED by their names. */
export function acledColumns({ countries }: ExportTables): Columns<Happening> {
  const country = (happening: Happening) => countries.get(countryOf(happening));
  const admin = (happening: Happening, kind: string) => happening.places.find((place) => place.kind === kind)?.name ?? '';
  return {
    event_id_cnty: ['text', (happening) => `${countryOf(happening)}${numericId(happening.id)}`],
    event_date: ['text', ({ start }) => longDate(start)],
    year: ['text', ({ start }) => (start ?? '').slice(0, 4)],
    time_precision: ['whole', timePrecision],
    disorder_type: ['text', (happening) => acledType(happening)?.disorder ?? ''],
    event_type: ['text', (happening) => acledType(happening)?.event ?? ''],
    sub_event_type: ['text', (happening) => acledType(happening)?.sub ?? ''],
    actor1: ['text', ({ actors }) => actors[0]?.name ?? ''],
    assoc_actor_1: ['text', ({ actors }) => others(actors)],
    inter1: ['text', ({ actors }) => interOf(actors[0])],
    actor2: ['text', ({ recipients }) => recipients[0]?.name ?? ''],
    assoc_actor_2: ['text', ({ recipients }) => others(recipients)],
    inter2: ['text', ({ recipients }) => interOf(recipients[0])],
    interaction: ['text', ({ actors, recipients }) => interaction(actors[0], recipients[0])],
    civilian_targeting: ['text', ({ recipients }) => (areCivilian(recipients) ? 'Civilian targeting' : '')],
    iso: ['whole', (happening) => country(happening)?.numeric ?? null],
    region: ['text', (happening) => country(happening)?.acledRegion ?? ''],
    country: ['text', (happening) => country(happening)?.name ?? ''],
    admin1: ['text', (happening) => admin(happening, 'region')],
    admin2: ['text', (happening) => admin(happening, 'area')],
    admin3: ['text', () => ''],
    location: ['text', (happening) => placeOf(happening)?.name ?? ''],
    latitude: ['number', (happening) => placeOf(happening)?.latitude ?? null],
    longitude: ['number', (happening) => placeOf(happening)?.longitude ?? null],
    geo_precision: ['whole', geoPrecision],
    source: ['text', ({ outlets }) => outlets.join('; ')],
    source_scale: ['text', () => ''],
    notes: ['text', ({ evidence, status, isContested }) => noteOf(evidence.text, status, isContested)],
    fatalities: ['whole', ({ harm }) => harm.killed?.best ?? 0],
    tags: ['text', () => ''],
    timestamp: ['whole', ({ reports }) => secondsOf(reports[0].published)],
  };
}

/** The country of the place, else of those it was done to, else of those who did it. */
function countryOf(happening: Happening): string {
  const parties = [...happening.recipients, ...happening.actors];
  return placeOf(happening)?.country ?? parties.find(({ country }) => country !== null)?.country ?? '';
}

function longDate(day: string | null): string {
  const parts = day === null ? null : dateParts(day);
  return parts ? `${String(parts.day).padStart(2, '0')} ${MONTHS[parts.month - 1] ?? ''} ${parts.year}` : '';
}

/** 1 the day is known, 2 the week, 3 the month or less. */
function timePrecision(happening: Happening): number {
  const days = daysOf(happening);
  if (happening.isPublicationDay) return 2;
  return days <= 1 ? 1 : days <= 7 ? 2 : 3;
}

/** 1 the place is known, 2 a part of the region, 3 only the region or country. */
function geoPrecision(happening: Happening): number | null {
  const place = placeOf(happening);
  if (!place) return null;
  if (isSite(place.kind)) return 1;
  return place.kind === 'area' ? 2 : 3;
}

/** ACLED's words for kinds of actors. */
function interOf(party: Party | undefined): string {
  if (!party) return '';
  if (['state', 'government', 'military', 'police'].includes(party.kind)) return 'State forces';
  if (party.kind === 'armed-group')
    return party.sector === 'PRM' || party.sector === 'CRM' ? 'Political militia' : 'Rebel group';
  return party.kind === 'unknown' ? 'External/Other forces' : 'Civilians';
}

function interaction(actor: Party | undefined, recipient: Party | undefined): string {
  const [one, other] = [interOf(actor), interOf(recipient)];
  if (one === '' || other === '') return `Sole ${(one || other).toLowerCase()} action`;
  return `${one}-${other}`;
}

function others([, ...rest]: readonly Party[]): string {
  return rest.map(({ name }) => name).join('; ');
}

/** The words of the report; what the shape has no column for is said before them. */
function noteOf(words: string, status: string, isContested: boolean): string {
  const said = [...(status === 'actual' ? [] : [status]), ...(isContested ? ['contested'] : [])];
  return said.length === 0 ? words : `[${said.join(', ')}] ${words}`;
}

function secondsOf(day: string | null): number | null {
  return day === null ? null : Date.parse(`${day}T00:00:00Z`) / 1000;
}
