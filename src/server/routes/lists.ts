import type { CaseFilter, ListAnswer } from '../../api/index.ts';
import {
  type CaseDb,
  collect,
  countClaims,
  countDocuments,
  countEvents,
  countFigures,
  countPlaces,
  countTies,
  countTimes,
  eachClaim,
  eachEvent,
  eachFigure,
  eachTie,
  eachTime,
  listDocuments,
  listPlaces,
} from '../../store/index.ts';
import { type ListAsked, listQuery } from '../query-schema.ts';
import { readFilter, toPage } from '../read-filter.ts';
import { type Route, reading } from '../route.ts';
import type { ServedCase } from '../served-case.ts';

type Read<T> = (db: CaseDb, filter: CaseFilter) => AsyncIterable<T> | Promise<readonly T[]>;
type Count = (db: CaseDb, filter: CaseFilter) => Promise<number>;

/** A page of a list of the store. */
export async function pageFrom<T>(db: CaseDb, filter: CaseFilter, read: Read<T>, count: Count): Promise<ListAnswer<T>> {
  const [items, total] = await Promise.all([toList(read(db, filter)), count(db, filter)]);
  return toPage(items, total, filter);
}

async function toList<T>(items: AsyncIterable<T> | Promise<readonly T[]>): Promise<readonly T[]> {
  return items instanceof Promise ? items : collect(items);
}

function listed<T>(read: Read<T>, count: Count) {
  return async ({ db }: ServedCase, { query }: { readonly query: ListAsked }) =>
    pageFrom(db, await readFilter(db, query), read, count);
}

/** Lists that the store answers. */
export const LIST_ROUTES: readonly Route[] = [
  reading('/api/documents', 'Documents by day of publication', listQuery, listed(listDocuments, countDocuments)),
  reading('/api/events', 'Events of reports, by day', listQuery, listed(eachEvent, countEvents)),
  reading('/api/claims', 'Attributed statements, by day of publication', listQuery, listed(eachClaim, countClaims)),
  reading('/api/told-ties', 'Ties as single reports tell them', listQuery, listed(eachTie, countTies)),
  reading('/api/figures', 'Counted quantities', listQuery, listed(eachFigure, countFigures)),
  reading('/api/places', 'Places, those in most documents first', listQuery, listed(listPlaces, countPlaces)),
  reading('/api/times', 'Dates and periods that reports name', listQuery, listed(eachTime, countTimes)),
];
