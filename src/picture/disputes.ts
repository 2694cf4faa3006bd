import type { CaseAgreement, CaseDispute, CaseFilter, DisputeSide, RecordBounds } from '../api/index.ts';
import { compareText, type PlainDate } from '../base/index.ts';
import type { Agreement, Dispute, Incident, Side } from '../link/index.ts';
import { listAgreements, listClaimIds, listDisputes, listEventIds, listIncidentDays, listIncidents } from '../store/index.ts';
import { asksNothing } from './asks-nothing.ts';
import { type CaseLines, readLines } from './case-lines.ts';
import type { CaseNames } from './case-names.ts';
import type { CasePicture } from './case-picture.ts';
import { type Part, partOf } from './part.ts';

/** The disputes of a case with the words and speakers of each side, by the first day they concern. `type` is the kind of dispute; of the
 * other filters each must fit an event or a claim of one side. */
export async function listCaseDisputes(picture: CasePicture, filter: CaseFilter = {}): Promise<Part<CaseDispute>> {
  const { type, limit: _, offset: __, ...about } = filter;
  const [all, isWanted] = await Promise.all([picture.once(datedDisputes), wantedBy(picture, about)]);
  const wanted = all.filter(
    ({ dispute: { kind, sides } }) => (type === undefined || type.includes(kind)) && sides.some(isWanted),
  );
  const { items: page, total } = partOf(wanted, filter);
  const sides = page.flatMap(({ dispute }) => dispute.sides);
  const names = await picture.names();
  const [lines, incidents] = await Promise.all([
    readLines(picture.db, names, {
      tellings: sides.flatMap(({ tellings }) => tellings),
      statements: sides.flatMap(({ statements }) => statements),
    }),
    detailsOf(
      picture,
      page.flatMap(({ dispute }) => dispute.incidents),
    ),
  ]);
  return {
    items: page.map(({ dispute, day }) => toCaseDispute(dispute, day, { names, lines, incidents })),
    total,
  };
}

/** Who corroborates whom: happenings that parties of different sides say. */
export async function listCaseAgreements(picture: CasePicture, filter: CaseFilter = {}): Promise<Part<CaseAgreement>> {
  const { limit: _, offset: __, ...about } = filter;
  const [stored, isWanted] = await Promise.all([listAgreements(picture.db), wantedBy(picture, about)]);
  const wanted = stored
    .map(({ details }) => details as Agreement)
    .filter(({ statements }) => isWanted({ tellings: [], statements }));
  const { items: page, total } = partOf(wanted, filter);
  const names = await picture.names();
  const [lines, incidents] = await Promise.all([
    readLines(picture.db, names, { tellings: [], statements: page.flatMap(({ statements }) => statements) }),
    detailsOf(
      picture,
      page.map(({ incident }) => incident),
    ),
  ]);
  const items = page.map(({ incident, voices, statements }): CaseAgreement => {
    const found = incidents.get(incident);
    return {
      ...{ incident, about: found ? describe(found, names) : '' },
      voices: voices.map((voice) => voiceName(voice, names)),
      statements: lines.statements(statements),
    };
  });
  return { items, total };
}

interface DatedDispute {
  readonly dispute: Dispute;
  readonly day: PlainDate | null;
}

/** All disputes by the first day of what they are about, else of the reports that have them. */
async function datedDisputes(picture: CasePicture): Promise<readonly DatedDispute[]> {
  const { db } = picture;
  const [stored, documents] = await Promise.all([listDisputes(db), picture.documents()]);
  const disputes = stored.map(({ details }) => details as Dispute);
  const days = new Map(await listIncidentDays(db, { ids: disputes.flatMap(({ incidents }) => incidents) }));
  const dayOf = ({ incidents, sides }: Dispute): PlainDate | null => {
    const happened = incidents.flatMap((id) => days.get(id) ?? []);
    if (happened.length > 0) return happened.sort()[0] ?? null;
    const told = sides.flatMap(({ statements, tellings }) => [...statements, ...tellings]);
    return told.flatMap((id) => documents.get(documentOf(id))?.published ?? []).sort()[0] ?? null;
  };
  return disputes
    .map((dispute) => ({ dispute, day: dayOf(dispute) }))
    .sort((a, b) => compareText(a.day ?? '9999', b.day ?? '9999') || compareText(a.dispute.id, b.dispute.id));
}

/** The document of an entry, `DOCUMENT#e3`. */
function documentOf(entry: string): string {
  return entry.split('#', 1)[0] ?? entry;
}

/** Whether a side has an event or a claim that a filter wants. */
async function wantedBy(
  { db }: CasePicture,
  filter: CaseFilter,
): Promise<(side: Pick<Side, 'tellings' | 'statements'>) => boolean> {
  if (asksNothing(filter)) return () => true;
  const { status, place, confidence, about } = filter;
  const isOfEvents = [status, place, confidence].some((value) => value !== undefined);
  const none: ReadonlySet<string> = new Set();
  const [events, claims] = await Promise.all([
    about === undefined ? listEventIds(db, filter) : none,
    isOfEvents ? none : listClaimIds(db, filter),
  ]);
  return ({ tellings, statements }) => tellings.some((id) => events.has(id)) || statements.some((id) => claims.has(id));
}

/** What linking knows of some incidents. */
async function detailsOf({ db }: CasePicture, ids: readonly string[]): Promise<ReadonlyMap<string, Incident>> {
  const stored = ids.length === 0 ? [] : await listIncidents(db, { ids: [...new Set(ids)] });
  return new Map(stored.map(({ id, details }) => [id, details as Incident]));
}

/** What a dispute or an agreement is shown with. */
interface Words {
  readonly names: CaseNames;
  readonly lines: CaseLines;
  readonly incidents: ReadonlyMap<string, Incident>;
}

function toCaseDispute({ id, kind, incidents, sides }: Dispute, day: PlainDate | null, words: Words): CaseDispute {
  const shown = sides.map((side) => toCaseSide(side, kind, words));
  const about = incidents.flatMap((incident) => words.incidents.get(incident) ?? [])[0];
  const claims = sides.flatMap(({ statements }) => statements);
  const said = kind === 'happened' ? words.lines.content(claims) : null;
  return {
    ...{ id, kind, incidents, day, sides: shown },
    about: about ? describe(about, words.names) : (said ?? shown.map(({ position }) => position).join(' / ')),
  };
}

function toCaseSide(
  { position, voices, statements, tellings, bounds }: Side,
  kind: Dispute['kind'],
  { names, lines }: Words,
): DisputeSide {
  const isWords = kind === 'figure' || kind === 'happened';
  return {
    position: isWords ? position : position.replace(/\S+/g, (word) => names.actor(word).name),
    voices: voices.map((voice) => voiceName(voice, names)),
    statements: lines.statements(statements),
    tellings: lines.tellings(tellings),
    bounds: (bounds ?? null) as RecordBounds | null,
  };
}

/** A voice of a dispute is an actor's id, an outlet's name, a document that has none, or a document and its words for a speaker. */
function voiceName(voice: string, names: CaseNames): { readonly id: string | null; readonly name: string } {
  const unnamed = /^[0-9a-f]{64}(?::(.*))?$/s.exec(voice);
  if (unnamed) return { id: null, name: unnamed[1] ?? 'outlet not known' };
  return { id: names.has(voice) ? voice : null, name: names.actor(voice).name };
}

/** An incident in a few words: "ASSAULT, Pakistan to Afghanistan, Lal Pur". */
function describe({ type, actors, recipients, places }: Incident, names: CaseNames): string {
  const list = (ids: readonly string[]) => ids.map((id) => names.actor(id).name).join(', ');
  const parties = [list(actors), list(recipients)].filter((part) => part !== '').join(' to ');
  const place = places.flatMap((id) => names.place(id)?.name ?? [])[0];
  return [type, parties, place ?? ''].filter((part) => part !== '').join(', ');
}
