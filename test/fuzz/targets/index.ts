import type { Target } from '../target.ts';
import { ACTOR_FILES } from './actor-files.ts';
import { BUNDLE } from './bundle.ts';
import { CONLLU } from './conllu.ts';
import { CORRECTIONS } from './corrections.ts';
import { ENGINE } from './engine.ts';
import { READERS } from './reading.ts';
import { REQUESTS } from './requests.ts';

/** Everything that is tried. */
export const TARGETS: readonly Target[] = [...READERS, ENGINE, CONLLU, ACTOR_FILES, CORRECTIONS, BUNDLE, REQUESTS];

/** @throws RangeError where there is no such target */
export function targetOf(name: string): Target {
  const found = TARGETS.find((target) => target.name === name);
  if (!found) throw new RangeError(`no target "${name}"; there is ${TARGETS.map((target) => target.name).join(', ')}`);
  return found;
}
