import type { Atom } from '../atoms.ts';
import type { Found } from '../found.ts';
import { eves } from './eves.ts';
import { joinRanges } from './join-ranges.ts';
import { openEnds } from './open-ends.ts';

/** Changes read dates by what stands between and before them. */
export type Refiner = (found: readonly Found[], atoms: readonly Atom[]) => readonly Found[];

/** The refiners, in the order they run. */
export const DATE_REFINERS: readonly Refiner[] = [eves, joinRanges, openEnds];
