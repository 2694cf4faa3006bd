import type { ActorBackground } from '../../api/index.ts';
import { readDataFiles } from '../../engine/index.ts';
import { type GroupTie, loadGroupNames, loadGroupTies, tiesOfGroup } from '../../knowledge/index.ts';
import { noQuery } from '../query-schema.ts';
import { type Route, reading } from '../route.ts';

interface Known {
  readonly ties: readonly GroupTie[];
  readonly names: ReadonlyMap<string, string>;
}

/** Read when first asked for; the tables do not change while the program runs. */
let known: Promise<Known> | null = null;

async function readKnown(): Promise<Known> {
  const files = await readDataFiles();
  return { ties: loadGroupTies(files), names: loadGroupNames(files) };
}

async function backgroundOf(id: string): Promise<ActorBackground> {
  known ??= readKnown();
  const { ties, names } = await known;
  const named = (group: string) => ({ id: group, name: names.get(group) ?? group });
  return {
    ties: tiesOfGroup(ties, id).map(({ group, kind, other, from, to, source }) => {
      return { from: named(group), kind, to: named(other), first: from, last: to, source };
    }),
  };
}

/** What is known of actors besides the reports. */
export const BACKGROUND_ROUTES: readonly Route[] = [
  reading(
    '/api/actors/:id/background',
    'Ties of a group that public sources date; no report of the case need say so',
    noQuery,
    (_, { id }) => backgroundOf(id),
  ),
];
