import type { CaseFilter } from '../api/index.ts';
import { type CaseDb, eachEvent } from '../store/index.ts';
import { eachIncident } from './each-incident.ts';
import type { ExportFormat, ExportRequest, ExportSource, ExportUnit } from './export-format.ts';
import type { ExportTables } from './export-tables.ts';
import { EXPORT_FORMATS } from './formats/index.ts';
import { type Happening, hasHappened } from './happening.ts';
import { ReportShelf } from './report-shelf.ts';
import { tellEvent } from './tell-event.ts';
import { tellIncident } from './tell-incident.ts';

/** Bytes gathered before they are handed on. */
const CHUNK = 1 << 16;

/** A request that cannot be met: a message for the user. */
export class ExportError extends Error {
  override readonly name = 'ExportError';
}

/** The format of a name. @throws ExportError where there is none */
export function exportFormat(name: string): ExportFormat {
  const format = EXPORT_FORMATS.find((each) => each.name === name);
  if (!format) throw new ExportError(`no format "${name}"; there is ${EXPORT_FORMATS.map((each) => each.name).join(', ')}`);
  return format;
}

/** The unit a request is for. @throws ExportError where the format has no such unit */
export function exportUnit({ name, units }: ExportFormat, asked?: ExportUnit): ExportUnit {
  const unit = asked ?? units[0];
  if (!units.includes(unit)) throw new ExportError(`${name} has no ${unit}, only ${units.join(' and ')}`);
  return unit;
}

/** A case in another format, as bytes, piece by piece: only lists of actors, places and decisions are held whole. The same case gives the
 * same bytes. Incidents are those found when the case was last linked. @throws ExportError where format or unit are none */
export async function* exportCase(
  db: CaseDb,
  request: ExportRequest,
  tables: ExportTables,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const format = exportFormat(request.format);
  const unit = exportUnit(format, request.unit);
  checkFilter(format, unit, request.filter ?? {});
  const source: ExportSource = {
    ...{ db, unit, tables, filter: request.filter ?? {}, withUnactual: request.withUnactual ?? false },
    happenings: () => happeningsFor(db, format, unit, request),
  };
  yield* gathered(format.write(source));
}

/** What a whole case can be narrowed down by: reports of some days, words or ids. */
const CASE_FILTERS: readonly string[] = ['from', 'to', 'text', 'document'];

function checkFilter({ name, units, isWhole = false }: ExportFormat, unit: ExportUnit, filter: CaseFilter): void {
  if (isWhole && Object.keys(filter).length > 0) throw new ExportError(`${name} always holds the whole case`);
  const unfit = unit === 'case' ? Object.keys(filter).find((key) => !CASE_FILTERS.includes(key)) : undefined;
  if (unfit === undefined) return;
  const other = units.includes('events') ? `; --${unfit} narrows --events down` : '';
  throw new ExportError(`${name} of the whole case is narrowed down by ${CASE_FILTERS.join(', ')} alone${other}`);
}

async function* happeningsFor(
  db: CaseDb,
  { says, needsDay = false, holds = () => true }: ExportFormat,
  unit: ExportUnit,
  { filter = {}, withUnactual = false, onLeftOut }: ExportRequest,
): AsyncGenerator<Happening> {
  const all = says === 'status' || withUnactual;
  for await (const happening of unit === 'incidents' ? incidents(db, filter) : events(db, filter)) {
    const fits = all || hasHappened(happening);
    const lacks = !holds(happening) ? 'kind' : needsDay && happening.start === null ? 'day' : null;
    if (lacks !== null || !fits) onLeftOut?.(happening, lacks ?? 'status');
    if (lacks === null && (fits || says === 'claims')) yield happening;
  }

  async function* events(db: CaseDb, filter: NonNullable<ExportRequest['filter']>): AsyncGenerator<Happening> {
    const shelf = new ReportShelf(db);
    for await (const { document, event } of eachEvent(db, filter)) yield tellEvent(await shelf.get(document.id), event);
  }

  async function* incidents(db: CaseDb, filter: NonNullable<ExportRequest['filter']>): AsyncGenerator<Happening> {
    const shelf = new ReportShelf(db);
    for await (const incident of eachIncident(db, filter)) {
      const told = await tellIncident(shelf, incident);
      if (told) yield told;
    }
  }
}

/** Small pieces put together to chunks. */
async function* gathered(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : Buffer.from(piece);
    held.push(bytes);
    size += bytes.length;
    if (size < CHUNK) continue;
    yield new Uint8Array(Buffer.concat(held));
    held = [];
    size = 0;
  }
  if (size > 0) yield new Uint8Array(Buffer.concat(held));
}
