import type { ActorFile } from '../engine/index.ts';
import { type CaseDb, readSetting, writeSetting } from '../store/index.ts';

const SETTING = 'actors';

/** The actor files that a case carries, the first strongest; none where it was given none. What is coded for the case is coded with them,
 * wherever the case goes. */
export async function readCaseActors(db: CaseDb): Promise<readonly ActorFile[]> {
  const kept = await readSetting(db, SETTING);
  return kept === null ? [] : (JSON.parse(kept) as readonly ActorFile[]);
}

/** Gives a case other actor files in place of those it carries. */
export async function keepCaseActors(db: CaseDb, files: readonly ActorFile[]): Promise<void> {
  await writeSetting(db, SETTING, JSON.stringify(files));
}
