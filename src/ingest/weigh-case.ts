import { findAgreements, findDisputes, findVariants, joinTies } from '../link/index.ts';
import {
  type CaseDb,
  inTransaction,
  lockWeighing,
  readSetting,
  replaceAgreements,
  replaceDisputes,
  replaceVariants,
  writeSetting,
} from '../store/index.ts';
import { LINKINGS } from './link-case.ts';
import { type LinkedCase, LinkedReader } from './linked-case.ts';

/** Setting: the change of incidents up to which disputes were weighed. */
const WEIGHED = 'weighed';

/** Whether disputes, agreements and names of actors are those of the incidents as they are. */
export async function isWeighed(db: CaseDb): Promise<boolean> {
  return (await readSetting(db, WEIGHED)) === (await readSetting(db, LINKINGS));
}

/** Makes the case be weighed again, though its incidents may be what they were. */
export function askToWeigh(db: CaseDb): Promise<void> {
  return writeSetting(db, WEIGHED, '');
}

/** Finds disputes, agreements and names of actors anew where incidents have changed. It reads what linking has of the whole case, so it is
 * done once at the end of a run; ended before, even by force, it is done by the next.
 * @param linked the case where it was read already; linked again since, it is weighed again by the next
 * @returns whether there was anything to do */
export async function weighCase(db: CaseDb, linked?: LinkedCase): Promise<boolean> {
  if (await isWeighed(db)) return false;
  const { linking, groups, tellings, statements, ties, actors } = linked ?? (await new LinkedReader(db).read());
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
    if (Number((await readSetting(db, WEIGHED)) ?? 0) >= Number(linking)) return false;
    await replaceDisputes(db, disputes);
    await replaceAgreements(db, agreements);
    await replaceVariants(db, variants);
    await writeSetting(db, WEIGHED, linking);
    return true;
  });
}
