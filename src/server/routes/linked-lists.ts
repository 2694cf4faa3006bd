import { z } from 'zod';
import {
  listCaseAgreements,
  listCaseDisputes,
  listCaseDyads,
  listCaseIncidents,
  listCaseTies,
  listOutlets,
  readCaseIncident,
  readExchange,
} from '../../picture/index.ts';
import { countIncidents } from '../../store/index.ts';
import { RequestError } from '../problems.ts';
import { FILTERS, listQuery, noQuery, words } from '../query-schema.ts';
import { readFilter, toAnswer, toPage } from '../read-filter.ts';
import { type Route, reading } from '../route.ts';

const LEVEL = z.enum(['party', 'country']).default('party').describe('Each organ for itself, or a country as one.');

/** Lists of what follows from many reports together. */
export const LINKED_ROUTES: readonly Route[] = [
  reading(
    '/api/incidents',
    'What many reports tell, once; and acts that are no happenings',
    z.strictObject({
      ...FILTERS,
      acts: z.enum(['yes', 'no']).default('yes').describe('Whether acts that are no happenings are listed too.'),
    }),
    async ({ db, view }, { query: { acts, ...query } }) => {
      const filter = { ...(await readFilter(db, query)), withActs: acts === 'yes' };
      const picture = await view.linked();
      const [items, total] = await Promise.all([listCaseIncidents(picture, filter), countIncidents(db, filter)]);
      return toPage(items, total, filter);
    },
  ),
  reading('/api/incidents/:id', 'An incident, with why its tellings were joined', noQuery, async ({ view }, { id }) =>
    readCaseIncident(await view.linked(), id),
  ),
  reading('/api/disputes', 'Statements and figures that cannot all be true', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    return toAnswer(await listCaseDisputes(await view.weighed(), filter), filter);
  }),
  reading('/api/agreements', 'What parties of different sides say', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    return toAnswer(await listCaseAgreements(await view.weighed(), filter), filter);
  }),
  reading('/api/ties', 'Ties between actors over all reports', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    return toAnswer(await listCaseTies(await view.linked(), filter), filter);
  }),
  reading(
    '/api/dyads',
    'Series of moves of every ordered pair',
    z.strictObject({
      ...FILTERS,
      level: LEVEL,
      unit: z.enum(['day', 'week', 'month']).default('day').describe('Length of a bin.'),
    }),
    async ({ db, view }, { query: { unit, level, ...query } }) => {
      const filter = await readFilter(db, query);
      return toAnswer(await listCaseDyads(await view.linked(), filter, { unit, level }), filter);
    },
  ),
  reading(
    '/api/exchange',
    'The moves of a pair in order',
    z.strictObject({ a: words.describe('Id of a party.'), b: words.describe('Id of the other.'), level: LEVEL }),
    async ({ view }, { query: { a, b, level } }) => {
      if (a === b) throw new RequestError('bad-filter', 'a and b must be two parties.');
      return readExchange(await view.linked(), [a], [b], level);
    },
  ),
  reading('/api/sources', 'What each outlet told first, alone and differently', noQuery, async ({ view }) => {
    const outlets = await listOutlets(await view.linked());
    return toPage(outlets, outlets.length, {});
  }),
];
