import type { CaseOverview, RibbonCount } from '../api/index.ts';
import { compareText } from '../base/index.ts';
import { type EventType, QUAD_OF } from '../codebook/index.ts';
import {
  countActors,
  countClaims,
  countDocuments,
  countEvents,
  countFigures,
  countIncidents,
  countIncidentsByDay,
  countIncidentsByParty,
  countOutlets,
  countTies,
} from '../store/index.ts';
import type { CasePicture } from './case-picture.ts';
import { listCaseDisputes } from './disputes.ts';
import { listCaseIncidents } from './incidents.ts';

/** How many of each the overview shows. */
const LATEST = 5;
const DISPUTES = 3;
const PARTIES = 30;

/** What a case is about, as far as its reports say. */
export type CaseSummary = Pick<
  CaseOverview,
  'counts' | 'from' | 'to' | 'sources' | 'ribbon' | 'parties' | 'latest' | 'disputes'
>;

/** What a case is about: how much there is, who, when, the last happenings, the first disputes. */
export function readSummary(picture: CasePicture): Promise<CaseSummary> {
  return picture.once(summarise);
}

async function summarise(picture: CasePicture): Promise<CaseSummary> {
  const { db } = picture;
  const [names, sources, ribbon, parties, latest, disputes, incidents] = await Promise.all([
    picture.names(),
    countOutlets(db),
    readRibbon(picture),
    countIncidentsByParty(db, PARTIES),
    listCaseIncidents(picture, { isNewestFirst: true, limit: LATEST }),
    listCaseDisputes(picture, { limit: DISPUTES }),
    countIncidents(db),
  ]);
  const [documents, actors, events, claims, ties, figures] = await Promise.all(
    [countDocuments, countActors, countEvents, countClaims, countTies, countFigures].map((count) => count(db)),
  );
  return {
    counts: {
      ...{ documents: documents ?? 0, actors: actors ?? 0, events: events ?? 0, claims: claims ?? 0, ties: ties ?? 0 },
      ...{ figures: figures ?? 0, sources: sources.length, incidents, disputes: disputes.total },
    },
    ...{ from: ribbon[0]?.day ?? null, to: ribbon.at(-1)?.day ?? null, sources, ribbon, latest, disputes: disputes.items },
    parties: parties.map(({ actor, acts, receives }) => ({ ...names.actor(actor), out: acts, in: receives })),
  };
}

/** How many incidents of each quad and status there are a day. */
async function readRibbon({ db }: CasePicture): Promise<readonly RibbonCount[]> {
  const cells = new Map<string, RibbonCount & { count: number }>();
  for (const { day, type, status, count } of await countIncidentsByDay(db)) {
    const quad = QUAD_OF[type as EventType];
    const key = `${day}|${quad}|${status}`;
    const known = cells.get(key) ?? { day, quad, status: status as RibbonCount['status'], count: 0 };
    cells.set(key, { ...known, count: known.count + count });
  }
  return [...cells].sort(([a], [b]) => compareText(a, b)).map(([, cell]) => cell);
}
