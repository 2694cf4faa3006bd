import { QUAD_NAMES, QUAD_OF } from '../../codebook/index.ts';
import type { ExportFormat } from '../export-format.ts';
import type { ExportTables } from '../export-tables.ts';
import type { Happening, Party } from '../happening.ts';
import type { Columns } from '../native-tables.ts';
import { geonamesId, isSite, placeOf } from '../places.ts';
import { TSV_FILE, tableLines } from './tabular.ts';

/** The 40 columns of POLECAT, tab-separated, "None" where there is nothing. Several parties stand in one cell. */
export const POLECAT: ExportFormat = {
  name: 'polecat',
  title: 'POLECAT events',
  ...TSV_FILE,
  units: ['events', 'incidents'],
  says: 'nothing',
  needsDay: true,
  write: (source) =>
    tableLines(polecatColumns(source.tables), source.happenings(), { separator: 'tab', isHeaded: true, missing: 'None' }),
};

/** Columns of POLECAT by their names. */
export function polecatColumns({ countries }: ExportTables): Columns<Happening> {
  const placeNamed = (happening: Happening, fits: (kind: string) => boolean) => {
    const place = placeOf(happening);
    return place && fits(place.kind) ? place.name : null;
  };
  return {
    'Event ID': ['text', ({ id }) => id],
    'Event Date': ['date', ({ start }) => start],
    'Event Type': ['text', ({ type }) => type],
    'Event Mode': ['text', ({ modes }) => joined(modes)],
    Intensity: ['number', ({ score }) => score],
    'Quad Code': ['text', ({ type }) => QUAD_NAMES[QUAD_OF[type]].toUpperCase()],
    Contexts: ['text', ({ contexts }) => joined(contexts)],
    ...partyColumns('Actor', ({ actors }) => actors, countries),
    ...partyColumns('Recipient', ({ recipients }) => recipients, countries),
    Placename: ['text', (happening) => placeOf(happening)?.name ?? null],
    City: ['text', (happening) => placeNamed(happening, isSite)],
    District: ['text', (happening) => placeNamed(happening, (kind) => kind === 'area')],
    Province: ['text', (happening) => placeNamed(happening, (kind) => kind === 'region')],
    Country: ['text', (happening) => placeOf(happening)?.country ?? null],
    Latitude: ['number', (happening) => placeOf(happening)?.latitude ?? null],
    Longitude: ['number', (happening) => placeOf(happening)?.longitude ?? null],
    'GeoNames ID': ['text', (happening) => geonamesId(placeOf(happening) ?? { id: '' })],
    'Raw Placename': ['text', (happening) => placeOf(happening)?.words ?? null],
    'Feature Type': ['text', (happening) => placeOf(happening)?.kind ?? null],
    Source: ['text', ({ reports }) => reports[0].source],
    'Publication Date': ['date', ({ reports }) => reports[0].published],
    'Story People': ['text', () => null],
    'Story Organizations': ['text', () => null],
    'Story Locations': ['text', () => null],
    Language: ['text', ({ reports }) => reports[0].language],
    Version: ['text', () => 'lapwing/1'],
  };
}

/** Columns of actors are named in two ways: "Actor Sectors", but "Primary Actor Sector" and "Wikipedia Actor ID". */
function partyColumns(
  name: string,
  partiesOf: (happening: Happening) => readonly Party[],
  countries: ExportTables['countries'],
): Columns<Happening> {
  const each = (of: (party: Party) => string | null) => (happening: Happening) =>
    joined(partiesOf(happening).map((party) => of(party) ?? 'None'));
  return {
    [`${name} Name`]: ['text', each((party) => party.name)],
    [`${name} Country`]: ['text', each(({ country }) => country)],
    [`${name} COW`]: ['text', each(({ country }) => countries.get(country ?? '')?.cow?.toString() ?? null)],
    [`Primary ${name} Sector`]: ['text', (happening) => partiesOf(happening)[0]?.sector ?? null],
    [`${name} Sectors`]: ['text', each(({ sector }) => sector)],
    [`${name} Title`]: ['text', () => null],
    [`${name} Name Raw`]: ['text', each(({ words }) => words)],
    [`Wikipedia ${name} ID`]: ['text', () => null],
  };
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('; ');
}
