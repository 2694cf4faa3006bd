import {
  findAgreements,
  findDisputes,
  findVariants,
  type Group,
  type Incident,
  joinTies,
  type NamedActor,
  type Statement,
  type Telling,
  type TieTeller,
} from '../link/index.ts';
import {
  type CaseDb,
  eachIncidentDetails,
  eachSaid,
  eachTelling,
  inTransaction,
  lockWeighing,
  readSetting,
  replaceAgreements,
  replaceDisputes,
  replaceVariants,
  writeSetting,
} from '../store/index.ts';
import { LINKINGS } from './link-case.ts';
import type { Said } from './said.ts';

/** Setting: the change of incidents up to which disputes were weighed. */
const WEIGHED = 'weighed';

/** Everything that linking has of a case. */
export interface LinkedCase {
  readonly groups: readonly Group[];
  readonly tellings: readonly Telling[];
  readonly statements: readonly Statement[];
  readonly ties: readonly TieTeller[];
  readonly actors: readonly NamedActor[];
}

/** Reads what linking has of a case, without its texts. */
export async function readLinkedCase(db: CaseDb): Promise<LinkedCase> {
  const tellings = new Map<string, Telling>();
  for await (const body of eachTelling(db)) {
    const telling = body as Telling;
    tellings.set(telling.id, telling);
  }
  const groups: Group[] = [];
  for await (const details of eachIncidentDetails(db)) {
    const { id, tellings: members, joins } = details as Incident;
    groups.push({ id, tellings: members.flatMap((member) => tellings.get(member) ?? []), joins });
  }
  const said: Said[] = [];
  for await (const each of eachSaid(db)) said.push(each as Said);
  return {
    groups: groups.sort((a, b) => (a.id < b.id ? -1 : 1)),
    tellings: [...tellings.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    statements: said.flatMap(({ statements }) => statements).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ties: said.map(({ ties }) => ties),
    actors: said.flatMap(({ actors }) => actors),
  };
}

/** Whether disputes, agreements and names of actors are those of the incidents as they are. */
export async function isWeighed(db: CaseDb): Promise<boolean> {
  return (await readSetting(db, WEIGHED)) === (await readSetting(db, LINKINGS));
}

/** Finds disputes, agreements and names of actors anew where incidents have changed. It reads what linking has of the whole case, so it is
 * done once at the end of a run; ended before, even by force, it is done by the next. @returns whether there was anything to do */
export async function weighCase(db: CaseDb): Promise<boolean> {
  if (await isWeighed(db)) return false;
  const linkings = (await readSetting(db, LINKINGS)) ?? '';
  const { groups, tellings, statements, ties, actors } = await readLinkedCase(db);
  const joined = joinTies(ties);
  const disputes = findDisputes(groups, tellings, statements, joined).map((dispute) => {
    return { id: dispute.id, kind: dispute.kind, details: dispute };
  });
  const agreements = findAgreements(groups, statements).map((agreement) => {
    return { incident: agreement.incident, details: agreement };
  });
  const variants = findVariants(actors).flatMap(({ id, variants }) =>
    variants.map(({ id: actor, reasons }) => ({ actor, called: id, why: reasons })),
  );
  return inTransaction(db, async (db) => {
    await lockWeighing(db);
    // Another program may have done so meanwhile, of incidents as new as these or newer.
    if (Number((await readSetting(db, WEIGHED)) ?? 0) >= Number(linkings)) return false;
    await replaceDisputes(db, disputes);
    await replaceAgreements(db, agreements);
    await replaceVariants(db, variants);
    await writeSetting(db, WEIGHED, linkings);
    return true;
  });
}
