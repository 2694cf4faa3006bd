import { z } from 'zod';
import type { CaseFilter } from '../../api/index.ts';
import { readDecisionsOn } from '../../ingest/index.ts';
import type { Dispute, Incident } from '../../link/index.ts';
import { type CaseDb, listClaimIds, listEventIds } from '../../store/index.ts';
import { toAgreementView, toDisputeView } from '../linked/dispute-view.ts';
import { toDyads } from '../linked/dyad-view.ts';
import { toExchange } from '../linked/exchange-view.ts';
import { toIncidentView } from '../linked/incident-view.ts';
import { toLedger } from '../linked/ledger-view.ts';
import type { LinkedCase } from '../linked/linked-case.ts';
import { toOutlets } from '../linked/outlets-view.ts';
import { toTieView } from '../linked/tie-view.ts';
import { RequestError } from '../problems.ts';
import { FILTERS, listQuery, noQuery, words } from '../query-schema.ts';
import { pageOf, readFilter, toPage } from '../read-filter.ts';
import { type Route, reading } from '../route.ts';

const LEVEL = z.enum(['party', 'country']).default('party').describe('Each organ for itself, or a country as one.');

/** Whether a filter asks for anything. */
function isNarrowed({ limit: _, offset: __, ...rest }: CaseFilter): boolean {
  return Object.keys(rest).length > 0;
}

/** Ids of the events a filter wants; undefined where it wants all. */
async function wantedEvents(db: CaseDb, filter: CaseFilter): Promise<ReadonlySet<string> | undefined> {
  return isNarrowed(filter) ? listEventIds(db, filter) : undefined;
}

async function wantedClaims(db: CaseDb, filter: CaseFilter): Promise<ReadonlySet<string> | undefined> {
  return isNarrowed(filter) ? listClaimIds(db, filter) : undefined;
}

/** Incidents of which a filter wants some telling, by day and id. */
async function wantedIncidents(db: CaseDb, linked: LinkedCase, filter: CaseFilter): Promise<readonly Incident[]> {
  const events = await wantedEvents(db, filter);
  const all = [...linked.incidents.values()];
  return events ? all.filter(({ tellings }) => tellings.some((id) => events.has(id))) : all;
}

async function wantedDisputes(db: CaseDb, disputes: readonly Dispute[], asked: CaseFilter): Promise<readonly Dispute[]> {
  const { type, ...filter } = asked;
  const ofKind = type ? disputes.filter(({ kind }) => type.includes(kind)) : disputes;
  const [events, claims] = await Promise.all([wantedEvents(db, filter), wantedClaims(db, filter)]);
  if (!events || !claims) return ofKind;
  return ofKind.filter(({ sides }) =>
    sides.some(({ tellings, statements }) => tellings.some((id) => events.has(id)) || statements.some((id) => claims.has(id))),
  );
}

/** Lists of what follows from many reports together. */
export const LINKED_ROUTES: readonly Route[] = [
  reading(
    '/api/incidents',
    'What many reports tell, once; and acts that are no happenings',
    listQuery,
    async ({ db, view }, { query }) => {
      const filter = await readFilter(db, query);
      const linked = await view.linked();
      const page = pageOf(await wantedIncidents(db, linked, filter), filter);
      return { ...page, items: page.items.map((incident) => toIncidentView(linked, incident)) };
    },
  ),
  reading('/api/incidents/:id', 'An incident, with why its tellings were joined', noQuery, async ({ db, view }, { id }) => {
    const linked = await view.linked();
    const incident = linked.incidents.get(id);
    if (!incident) throw new RequestError('no-entry', 'The case has no such incident.');
    const decisions = await readDecisionsOn(db, [id, ...incident.tellings]);
    return { ...toIncidentView(linked, incident), joins: incident.joins, decisions };
  }),
  reading('/api/disputes', 'Statements and figures that cannot all be true', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    const linked = await view.linked();
    const page = pageOf(await wantedDisputes(db, linked.disputes, filter), filter);
    return { ...page, items: page.items.map((dispute) => toDisputeView(linked, dispute)) };
  }),
  reading('/api/agreements', 'What parties of different sides say', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    const linked = await view.linked();
    const claims = await wantedClaims(db, filter);
    const wanted = linked.agreements.filter(({ statements }) => !claims || statements.some((id) => claims.has(id)));
    const page = pageOf(wanted, filter);
    return { ...page, items: page.items.map((agreement) => toAgreementView(linked, agreement)) };
  }),
  reading('/api/ties', 'Ties between actors over all reports', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    const linked = await view.linked();
    const page = pageOf(
      linked.ties.filter((tie) => isWantedTie(tie, filter)),
      filter,
    );
    return { ...page, items: page.items.map((tie) => toTieView(linked, tie)) };
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
      return pageOf(toDyads(await view.linked(), unit, level, await wantedEvents(db, filter)), filter);
    },
  ),
  reading(
    '/api/exchange',
    'The moves of a pair in order',
    z.strictObject({ a: words.describe('Id of a party.'), b: words.describe('Id of the other.'), level: LEVEL }),
    async ({ view }, { query: { a, b, level } }) => {
      if (a === b) throw new RequestError('bad-filter', 'a and b must be two parties.');
      return toExchange(await view.linked(), a, b, level);
    },
  ),
  reading('/api/ledger', 'Who says what about whom', listQuery, async ({ db, view }, { query }) => {
    const filter = await readFilter(db, query);
    return toLedger(await view.linked(), await wantedClaims(db, filter));
  }),
  reading('/api/sources', 'What each outlet told first, alone and differently', noQuery, async ({ view }) => {
    const outlets = toOutlets(await view.linked());
    return toPage(outlets, outlets.length, {});
  }),
];

function isWantedTie(tie: LinkedCase['ties'][number], filter: CaseFilter): boolean {
  const { actor, recipient, party, type, from, to, document } = filter;
  const ends = [tie.from, tie.to];
  const isAmong = (ids: readonly string[] | undefined, found: readonly string[]) =>
    !ids || found.some((id) => ids.includes(id));
  const words = [...tie.stated, ...tie.claimed, ...tie.denied];
  return (
    isAmong(actor, recipient ? [tie.from] : ends) &&
    isAmong(recipient, [tie.to]) &&
    isAmong(party, ends) &&
    isAmong(type, [tie.kind]) &&
    isAmong(
      document,
      words.map((word) => word.document),
    ) &&
    (from === undefined || (tie.last !== null && tie.last >= from)) &&
    (to === undefined || (tie.first !== null && tie.first <= to))
  );
}
