import type { CaseAgreement, CaseDispute, CaseIncident, DisputeSide, RecordBounds } from '../api/index.ts';
import type { Agreement, Dispute, Incident, Side } from '../link/index.ts';
import { type CaseDb, type IncidentFilter, listAgreements, listDisputes, listIncidents } from '../store/index.ts';
import { type CaseLines, readLines } from './case-lines.ts';
import { type CaseNames, readNames } from './case-names.ts';

/** What disputes and agreements can be narrowed down by: the incidents they are about, and kinds. */
export type DisputeFilter = Omit<IncidentFilter, 'type' | 'limit'> & {
  readonly kinds?: readonly string[];
  readonly limit?: number;
};

/** The disputes of a case with the words and speakers of each side, by the first day they concern. Filters are those of the incidents they
 * are about; a dispute about none fits `text` or a `document` by its own words only, and an `actor` by its voices. */
export async function listCaseDisputes(db: CaseDb, filter: DisputeFilter = {}): Promise<readonly CaseDispute[]> {
  const { kinds, limit, ...about } = filter;
  const [names, stored] = await Promise.all([readNames(db), listDisputes(db, kinds)]);
  const disputes = stored.map(({ details }) => details as Dispute);
  const sides = disputes.flatMap((dispute) => dispute.sides);
  const lines = await readLines(db, names, {
    tellings: sides.flatMap(({ tellings }) => tellings),
    statements: sides.flatMap(({ statements }) => statements),
  });
  const incidents = await incidentsOf(
    db,
    disputes.flatMap((dispute) => dispute.incidents),
    about,
  );
  const wanted = disputes.filter((dispute) => isWanted(dispute, about, incidents, lines));
  const shown = wanted.map((dispute) => toCaseDispute(dispute, names, lines, incidents));
  shown.sort((a, b) => compare(a.day ?? '9999', b.day ?? '9999') || compare(a.id, b.id));
  return limit === undefined ? shown : shown.slice(0, limit);
}

/** How many disputes a filter wants; its limit does not count. */
export async function countCaseDisputes(db: CaseDb, { limit: _, ...filter }: DisputeFilter = {}): Promise<number> {
  return (await listCaseDisputes(db, filter)).length;
}

/** Who corroborates whom: happenings that parties of different sides say. */
export async function listCaseAgreements(db: CaseDb, filter: DisputeFilter = {}): Promise<readonly CaseAgreement[]> {
  const { kinds: _, limit, ...about } = filter;
  const [names, stored] = await Promise.all([readNames(db), listAgreements(db)]);
  const agreements = stored.map(({ details }) => details as Agreement);
  const lines = await readLines(db, names, {
    tellings: [],
    statements: agreements.flatMap(({ statements }) => statements),
  });
  const incidents = await incidentsOf(
    db,
    agreements.map(({ incident }) => incident),
    about,
  );
  const shown = agreements.flatMap(({ incident, voices, statements }): readonly CaseAgreement[] => {
    const found = incidents.get(incident);
    if (!found) return [];
    return [
      {
        incident,
        about: describe(found, names),
        voices: voices.map((voice) => voiceName(voice, names)),
        statements: lines.statements(statements),
      },
    ];
  });
  return limit === undefined ? shown : shown.slice(0, limit);
}

type Found = Pick<CaseIncident, 'id' | 'day'> & { readonly details: Incident };

async function incidentsOf(db: CaseDb, ids: readonly string[], filter: IncidentFilter): Promise<ReadonlyMap<string, Found>> {
  const stored = ids.length === 0 ? [] : await listIncidents(db, { ...filter, ids: [...new Set(ids)] });
  return new Map(stored.map(({ id, day, details }) => [id, { id, day, details: details as Incident }]));
}

function isWanted(
  { incidents, sides }: Dispute,
  filter: IncidentFilter,
  found: ReadonlyMap<string, Found>,
  lines: CaseLines,
): boolean {
  if (Object.values(filter).every((value) => value === undefined)) return true;
  if (incidents.length > 0) return incidents.some((id) => found.has(id));
  const { actor, recipient, speaker, document, from, to, ...others } = filter;
  if (Object.values(others).some((value) => value !== undefined)) return false;
  const voices = sides.flatMap((side) => side.voices);
  const documents = sides
    .flatMap(({ statements, tellings }) => [...lines.statements(statements), ...lines.tellings(tellings)])
    .map((line) => line.document);
  return (
    [actor, recipient, speaker].every((ids) => ids === undefined || ids.some((id) => voices.includes(id))) &&
    (document === undefined || documents.some(({ id }) => document.includes(id))) &&
    (from === undefined || documents.some(({ published }) => published !== null && published >= from)) &&
    (to === undefined || documents.some(({ published }) => published !== null && published <= to))
  );
}

function toCaseDispute(
  { id, kind, incidents, sides }: Dispute,
  names: CaseNames,
  lines: CaseLines,
  found: ReadonlyMap<string, Found>,
): CaseDispute {
  const shown = sides.map((side) => toCaseSide(side, kind, names, lines));
  const about = incidents.flatMap((incident) => found.get(incident) ?? []);
  const published = shown
    .flatMap(({ statements, tellings }) => [...statements, ...tellings])
    .flatMap(({ document }) => document.published ?? [])
    .sort();
  return {
    ...{ id, kind, incidents },
    about: about[0] ? describe(about[0], names) : (shown[0]?.position ?? ''),
    day: about.flatMap(({ day }) => day ?? []).sort()[0] ?? published[0] ?? null,
    sides: shown,
  };
}

function toCaseSide(
  { position, voices, statements, tellings, bounds }: Side,
  kind: Dispute['kind'],
  names: CaseNames,
  lines: CaseLines,
): DisputeSide {
  return {
    position: kind === 'who' ? names.actor(position).name : position,
    voices: voices.map((voice) => voiceName(voice, names)),
    statements: lines.statements(statements),
    tellings: lines.tellings(tellings),
    bounds: (bounds ?? null) as RecordBounds | null,
  };
}

/** A voice of a dispute is an actor's id, an outlet's name, or a document and its words for a speaker. */
function voiceName(voice: string, names: CaseNames): { readonly id: string | null; readonly name: string } {
  const unnamed = /^[0-9a-f]{64}:(.*)$/s.exec(voice);
  if (unnamed) return { id: null, name: unnamed[1] ?? voice };
  const { name } = names.actor(voice);
  return { id: voice, name };
}

/** An incident in a few words: "ASSAULT, Pakistan to Afghanistan, Lal Pur". */
function describe({ details: { type, actors, recipients, places } }: Found, names: CaseNames): string {
  const list = (ids: readonly string[]) => ids.map((id) => names.actor(id).name).join(', ');
  const parties = [list(actors), list(recipients)].filter((part) => part !== '').join(' to ');
  const place = places.flatMap((id) => names.place(id)?.name ?? [])[0];
  return [type, parties, place ?? ''].filter((part) => part !== '').join(', ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
