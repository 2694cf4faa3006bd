import type { CaseOutlet } from '../../api/index.ts';
import { familyOf, type Incident, isTold } from '../../link/index.ts';
import { toIncidentView } from './incident-view.ts';
import { nameActor, nameDocument } from './lines.ts';
import type { LinkedCase, ToldEvent } from './linked-case.ts';

/** Most incidents listed of an outlet, each for what it told first, alone and differently. */
const LISTED = 50;

/** The outlets of a case by number of documents: what each told first, alone, or otherwise than others. */
export function toOutlets(linked: LinkedCase): readonly CaseOutlet[] {
  const outlets = new Map<string | null, string[]>();
  for (const { id, source } of linked.documents.values()) outlets.set(source, [...(outlets.get(source) ?? []), id]);
  return [...outlets]
    .sort(([a, m], [b, n]) => n.length - m.length || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([name, documents]) => toOutlet(linked, name, documents));
}

function toOutlet(linked: LinkedCase, name: string | null, documents: readonly string[]): CaseOutlet {
  const own = new Set(documents);
  const first: Incident[] = [];
  const alone: Incident[] = [];
  const differently: { incident: Incident; says: string }[] = [];
  for (const incident of linked.incidents.values()) {
    const told = incident.tellings.flatMap((id) => linked.events.get(id) ?? []).filter(({ telling }) => isTold(telling));
    const [mine, others] = [
      told.filter((each) => own.has(each.telling.document)),
      told.filter((each) => !own.has(each.telling.document)),
    ];
    if (mine.length === 0) continue;
    if (others.length === 0) {
      alone.push(incident);
      continue;
    }
    const [day, other] = [firstDay(mine), firstDay(others)];
    if (day !== null && (other === null || day < other)) first.push(incident);
    const says = sayDifference(linked, mine, others);
    if (says !== null) differently.push({ incident, says });
  }
  const views = (incidents: readonly Incident[]) =>
    incidents
      .slice(-LISTED)
      .reverse()
      .map((each) => toIncidentView(linked, each));
  return {
    name,
    documents: documents.map((id) => nameDocument(linked, id)),
    ...{ first: views(first), alone: views(alone) },
    differently: differently
      .slice(-LISTED)
      .reverse()
      .map(({ incident, says }) => ({ incident: toIncidentView(linked, incident), says })),
  };
}

function firstDay(told: readonly ToldEvent[]): string | null {
  return told.flatMap(({ telling }) => telling.published ?? []).sort()[0] ?? null;
}

/** What an outlet's tellings of a happening have that no other's has: status, who did it, numbers. Null where nothing. */
function sayDifference(linked: LinkedCase, mine: readonly ToldEvent[], others: readonly ToldEvent[]): string | null {
  const differs = (own: readonly string[], theirs: readonly string[]) =>
    own.length > 0 && theirs.length > 0 && !own.some((value) => theirs.includes(value));
  const each = (told: readonly ToldEvent[], of: (event: ToldEvent) => readonly string[]) =>
    [...new Set(told.flatMap(of))].sort();
  const said: string[] = [];
  const [types, otherTypes] = [each(mine, ofType), each(others, ofType)];
  if (differs(types, otherTypes)) said.push(`${types.join(', ')}, elsewhere ${otherTypes.join(', ')}`);
  const [status, otherStatus] = [each(mine, ofStatus), each(others, ofStatus)];
  if (differs(status, otherStatus)) said.push(`${status.join(', ')}, elsewhere ${otherStatus.join(', ')}`);
  const [who, otherWho] = [each(mine, ofActors), each(others, ofActors)];
  const names = (ids: readonly string[]) => ids.map((id) => nameActor(linked, id).name).join(', ');
  if (differs(who, otherWho)) said.push(`by ${names(who)}, elsewhere by ${names(otherWho)}`);
  const [harm, otherHarm] = [each(mine, ofHarm), each(others, ofHarm)];
  if (differs(harm, otherHarm)) said.push(`${harm.join(', ')}, elsewhere ${otherHarm.join(', ')}`);
  return said.length === 0 ? null : said.join('; ');
}

const ofType = ({ telling }: ToldEvent) => [familyOf(telling.type)];
const ofStatus = ({ telling }: ToldEvent) => [telling.status];
const ofActors = ({ telling }: ToldEvent) => telling.actors.map(({ id }) => id);
const ofHarm = ({ telling }: ToldEvent) =>
  Object.entries(telling.harm).map(([kind, { low, high }]) => `${low === high ? low : `${low ?? ''}–${high ?? ''}`} ${kind}`);
