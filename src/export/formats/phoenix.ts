import { type CameoRow, cameoRows, quadOfRoot } from '../cameo-rows.ts';
import { cameoActor, cameoCode } from '../cameo-sectors.ts';
import type { ExportFormat } from '../export-format.ts';
import type { Party } from '../happening.ts';
import type { Columns } from '../native-tables.ts';
import { placeOf } from '../places.ts';
import { TSV_FILE, tableLines } from './tabular.ts';

/** The 26 columns of Phoenix event data, tab-separated. */
export const PHOENIX: ExportFormat = {
  name: 'phoenix',
  title: 'Phoenix events',
  ...TSV_FILE,
  units: ['events', 'incidents'],
  says: 'claims',
  needsDay: true,
  write: (source) => tableLines(PHOENIX_COLUMNS, cameoRows(source), { separator: 'tab', isHeaded: true }),
};

/** Columns of Phoenix by their names. */
export const PHOENIX_COLUMNS: Columns<CameoRow> = {
  EventID: ['text', ({ number }) => String(number)],
  Date: ['text', ({ happening }) => (happening.start ?? '').replaceAll('-', '')],
  Year: ['text', ({ happening }) => (happening.start ?? '').slice(0, 4)],
  Month: ['text', ({ happening }) => (happening.start ?? '').slice(5, 7)],
  Day: ['text', ({ happening }) => (happening.start ?? '').slice(8, 10)],
  ...actorColumns('Source', ({ source }) => source),
  ...actorColumns('Target', ({ target }) => target),
  EventCode: ['text', ({ code }) => code],
  EventRootCode: ['text', ({ root }) => root],
  // Phoenix gives statements and appeals no quad.
  QuadClass: ['whole', ({ root }) => (root === '01' || root === '02' ? 0 : quadOfRoot(root))],
  GoldsteinScore: ['number', ({ goldstein }) => goldstein],
  Issues: ['text', ({ happening }) => happening.contexts.map((context) => `${context.toUpperCase()},1`).join(';')],
  Lat: ['number', ({ happening }) => placeOf(happening)?.latitude ?? null],
  Lon: ['number', ({ happening }) => placeOf(happening)?.longitude ?? null],
  LocationName: ['text', ({ happening }) => nameOf(happening, (kind) => kind !== 'country' && kind !== 'region')],
  StateName: ['text', ({ happening }) => nameOf(happening, (kind) => kind === 'region')],
  CountryCode: ['text', ({ happening }) => placeOf(happening)?.country ?? ''],
  SentenceID: ['text', ({ happening }) => `${happening.reports[0].id}_${happening.evidencePoints.start}`],
  URLs: ['text', ({ happening }) => happening.reports.flatMap(({ url }) => url ?? []).join(';')],
  NewsSources: ['text', ({ happening }) => happening.outlets.join(';')],
};

function nameOf(happening: CameoRow['happening'], fits: (kind: string) => boolean): string {
  const place = placeOf(happening);
  return place && fits(place.kind) ? place.name : '';
}

function actorColumns(name: string, partyOf: (row: CameoRow) => Party | null): Columns<CameoRow> {
  const actor = (row: CameoRow) => cameoActor(partyOf(row));
  return {
    [`${name}ActorFull`]: ['text', (row) => cameoCode(actor(row))],
    [`${name}ActorEntity`]: ['text', (row) => actor(row).country || actor(row).group],
    [`${name}ActorRole`]: ['text', (row) => actor(row).role],
    [`${name}ActorAttribute`]: ['text', () => ''],
  };
}
