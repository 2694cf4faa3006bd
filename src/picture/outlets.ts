import type { CaseDocumentName, CaseIncident, CaseOutlet } from '../api/index.ts';
import { compareText } from '../base/index.ts';
import { familyOf, type Telling } from '../link/index.ts';
import { listIncidentDays } from '../store/index.ts';
import type { CaseNames } from './case-names.ts';
import type { CasePicture } from './case-picture.ts';
import { listCaseIncidents } from './incidents.ts';

/** Most incidents listed of an outlet, each for what it told first, alone and differently: the last ones. */
const LISTED = 50;

/** The outlets of a case by number of documents: what each told first, alone, or otherwise than others. */
export function listOutlets(picture: CasePicture): Promise<readonly CaseOutlet[]> {
  return picture.once(readOutlets);
}

/** What an outlet tells, by ids of incidents. */
interface Told {
  readonly first: string[];
  readonly alone: string[];
  readonly differently: { readonly incident: string; readonly says: string }[];
}

async function readOutlets(picture: CasePicture): Promise<readonly CaseOutlet[]> {
  const [names, { groups }, documents, days] = await Promise.all([
    picture.names(),
    picture.linked(),
    picture.documents(),
    listIncidentDays(picture.db),
  ]);
  const outlets = new Map<string | null, { documents: CaseDocumentName[]; told: Told }>();
  for (const document of documents.values()) {
    const outlet = outlets.get(document.source) ?? { documents: [], told: { first: [], alone: [], differently: [] } };
    outlet.documents.push(document);
    outlets.set(document.source, outlet);
  }
  const outletOf = new Map([...documents.values()].map(({ id, source }) => [id, outlets.get(source)]));
  const dayOf = new Map(days);
  const dated = [...groups].sort((a, b) => compareText(dayOf.get(a.id) ?? '', dayOf.get(b.id) ?? ''));
  for (const { id, tellings } of dated)
    for (const outlet of new Set(tellings.map(({ document }) => outletOf.get(document)))) {
      if (!outlet) continue;
      const isOwn = ({ document }: Telling) => outletOf.get(document) === outlet;
      note(
        outlet.told,
        id,
        tellings.filter(isOwn),
        tellings.filter((telling) => !isOwn(telling)),
        names,
      );
    }
  const ranked = [...outlets].sort(
    ([a, m], [b, n]) => n.documents.length - m.documents.length || compareText(a ?? '', b ?? ''),
  );
  const views = await incidentsOf(
    picture,
    ranked.map(([, { told }]) => told),
  );
  return ranked.map(([name, { documents, told }]) => ({
    ...{ name, documents, ...toViews(told, views) },
  }));
}

function note(told: Told, incident: string, mine: readonly Telling[], others: readonly Telling[], names: CaseNames): void {
  if (others.length === 0) {
    told.alone.push(incident);
    return;
  }
  const [day, other] = [firstDay(mine), firstDay(others)];
  if (day !== null && (other === null || day < other)) told.first.push(incident);
  const says = sayDifference(mine, others, names);
  if (says !== null) told.differently.push({ incident, says });
}

/** The incidents that are listed, with their words. */
async function incidentsOf(picture: CasePicture, all: readonly Told[]): Promise<ReadonlyMap<string, CaseIncident>> {
  const ids = all.flatMap(({ first, alone, differently }) => [
    ...lastOf(first),
    ...lastOf(alone),
    ...lastOf(differently).map(({ incident }) => incident),
  ]);
  const incidents = await listCaseIncidents(picture, { ids: [...new Set(ids)] });
  return new Map(incidents.map((incident) => [incident.id, incident]));
}

function toViews(
  { first, alone, differently }: Told,
  views: ReadonlyMap<string, CaseIncident>,
): Pick<CaseOutlet, 'first' | 'alone' | 'differently'> {
  const each = (ids: readonly string[]) => lastOf(ids).flatMap((id) => views.get(id) ?? []);
  return {
    ...{ first: each(first), alone: each(alone) },
    differently: lastOf(differently).flatMap(({ incident: id, says }) => {
      const incident = views.get(id);
      return incident ? [{ incident, says }] : [];
    }),
  };
}

/** The last of a list, the newest first. */
function lastOf<T>(all: readonly T[]): readonly T[] {
  return all.slice(-LISTED).reverse();
}

function firstDay(told: readonly Telling[]): string | null {
  return told.flatMap(({ published }) => published ?? []).sort()[0] ?? null;
}

/** What an outlet's tellings of a happening have that no other's has: status, who did it, numbers. Null where nothing. */
function sayDifference(mine: readonly Telling[], others: readonly Telling[], names: CaseNames): string | null {
  const said: string[] = [];
  for (const { of, say } of DIFFERENCES) {
    const [own, theirs] = [mine, others].map((told) => [...new Set(told.flatMap(of))].sort()) as [string[], string[]];
    if (own.length === 0 || theirs.length === 0 || own.some((value) => theirs.includes(value))) continue;
    said.push(`${say(own, names)}, elsewhere ${say(theirs, names)}`);
  }
  return said.length === 0 ? null : said.join('; ');
}

interface Difference {
  readonly of: (telling: Telling) => readonly string[];
  readonly say: (values: readonly string[], names: CaseNames) => string;
}

const plainly = (values: readonly string[]) => values.join(', ');

const DIFFERENCES: readonly Difference[] = [
  { of: ({ type }) => [familyOf(type)], say: plainly },
  { of: ({ status }) => [status], say: plainly },
  {
    of: ({ actors }) => actors.map(({ id }) => id),
    say: (ids, names) => `by ${ids.map((id) => names.actor(id).name).join(', ')}`,
  },
  {
    of: ({ harm }) =>
      Object.entries(harm).map(([kind, { low, high }]) => `${low === high ? low : `${low ?? ''}–${high ?? ''}`} ${kind}`),
    say: plainly,
  },
];
