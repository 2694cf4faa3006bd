import { listCaseActors, readCaseActor } from '../../picture/index.ts';
import { RequestError } from '../problems.ts';
import { listQuery, noQuery } from '../query-schema.ts';
import { readFilter, toAnswer } from '../read-filter.ts';
import { type Route, reading } from '../route.ts';

/** Who is in the case, and what it knows of one of them. */
export const ACTOR_ROUTES: readonly Route[] = [
  reading('/api/actors', 'Actors, those in most documents first', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    return toAnswer(await listCaseActors(await view.weighed(), filter), filter);
  }),
  reading(
    '/api/actors/:id',
    'An actor: names, roles, ties, moves, claims by and about it',
    noQuery,
    async ({ view }, { id }) => {
      const actor = await readCaseActor(await view.linked(), id);
      if (!actor) throw new RequestError('no-entry', 'The case has no such actor.');
      return actor;
    },
  ),
];
