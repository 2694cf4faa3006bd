import { type CameoRow, cameoRows } from '../cameo-rows.ts';
import { cameoActor } from '../cameo-sectors.ts';
import type { ExportFormat } from '../export-format.ts';
import type { ExportTables } from '../export-tables.ts';
import type { Party } from '../happening.ts';
import type { Columns } from '../native-tables.ts';
import { isSite, placeOf } from '../places.ts';
import { TSV_FILE, tableLines } from './tabular.ts';

/** The 20 columns of ICEWS coded events, tab-separated. */
export const ICEWS: ExportFormat = {
  name: 'icews',
  title: 'ICEWS events',
  ...TSV_FILE,
  units: ['events', 'incidents'],
  says: 'claims',
  needsDay: true,
  write: (source) => tableLines(icewsColumns(source.tables), cameoRows(source), { separator: 'tab', isHeaded: true }),
};

/** Columns of ICEWS by their names. */
export function icewsColumns(tables: ExportTables): Columns<CameoRow> {
  const place = ({ happening }: CameoRow) => placeOf(happening);
  const country = (id: string | null | undefined) => tables.countries.get(id ?? '')?.name ?? '';
  const sectors = (party: Party | null) => cameoActor(party).role;
  const named = (row: CameoRow, fits: (kind: string) => boolean) => {
    const found = place(row);
    return found && fits(found.kind) ? found.name : '';
  };
  return {
    'Event ID': ['whole', ({ number }) => number],
    'Event Date': ['date', ({ happening }) => happening.start],
    'Source Name': ['text', ({ source }) => source?.name ?? ''],
    'Source Sectors': ['text', ({ source }) => sectors(source)],
    'Source Country': ['text', ({ source }) => country(source?.country)],
    'Event Text': ['text', ({ code }) => tables.cameoWords.get(code) ?? ''],
    'CAMEO Code': ['text', ({ code }) => code],
    Intensity: ['number', ({ goldstein }) => goldstein],
    'Target Name': ['text', ({ target }) => target?.name ?? ''],
    'Target Sectors': ['text', ({ target }) => sectors(target)],
    'Target Country': ['text', ({ target }) => country(target?.country)],
    'Story ID': ['text', ({ happening }) => happening.reports[0].id],
    'Sentence Number': ['text', () => ''],
    Publisher: ['text', ({ happening }) => happening.reports[0].source ?? ''],
    City: ['text', (row) => named(row, isSite)],
    District: ['text', (row) => named(row, (kind) => kind === 'area')],
    Province: ['text', (row) => named(row, (kind) => kind === 'region')],
    Country: ['text', (row) => country(place(row)?.country)],
    Latitude: ['number', (row) => place(row)?.latitude ?? null],
    Longitude: ['number', (row) => place(row)?.longitude ?? null],
  };
}
