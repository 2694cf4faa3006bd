import { z } from 'zod';
import type { CaseOverview, ListAnswer } from '../../api/index.ts';
import { readCorrected, readDecisionsOn } from '../../ingest/index.ts';
import {
  countActors,
  countClaims,
  countDocuments,
  countEvents,
  countFigures,
  countTies,
  eachClaim,
  eachEvent,
  findDocumentId,
  listActors,
  listDocuments,
  readStatement,
} from '../../store/index.ts';
import { toDisputeView } from '../linked/dispute-view.ts';
import { toIncidentView } from '../linked/incident-view.ts';
import { nameActor } from '../linked/lines.ts';
import type { LinkedCase } from '../linked/linked-case.ts';
import { ribbonOf } from '../linked/ribbon.ts';
import { RequestError } from '../problems.ts';
import { noQuery, words } from '../query-schema.ts';
import { type Route, reading } from '../route.ts';
import type { ServedCase } from '../served-case.ts';
import { snippetOf } from '../snippet.ts';
import { pageFrom } from './lists.ts';

/** How many of each the overview shows. */
const LATEST = 5;
const DISPUTES = 3;
const PARTIES = 30;

async function toOverview({ name, note, db, writer, view, jobs }: ServedCase): Promise<CaseOverview> {
  const [linked, documents, actors, events, claims, ties, figures] = await Promise.all([
    view.linked(),
    countDocuments(db),
    countActors(db),
    countEvents(db),
    countClaims(db),
    countTies(db),
    countFigures(db),
  ]);
  const ribbon = ribbonOf(linked);
  const sources = countSources(linked);
  const happened = [...linked.incidents.values()].filter(({ id }) => !linked.events.has(id));
  return {
    ...{ name, note, writable: writer !== null },
    counts: {
      ...{ documents, actors, events, claims, ties, figures, sources: sources.length },
      ...{ incidents: happened.length, disputes: linked.disputes.length },
    },
    ...{ from: ribbon[0]?.day ?? null, to: ribbon.at(-1)?.day ?? null, sources, ribbon },
    parties: countParties(linked).slice(0, PARTIES),
    latest: happened
      .slice(-LATEST)
      .reverse()
      .map((incident) => toIncidentView(linked, incident)),
    disputes: linked.disputes.slice(0, DISPUTES).map((dispute) => toDisputeView(linked, dispute)),
    jobs: jobs.running(),
  };
}

function countSources({ documents }: LinkedCase): CaseOverview['sources'] {
  const counts = new Map<string | null, number>();
  for (const { source } of documents.values()) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts]
    .map(([name, documents]) => ({ name, documents }))
    .sort((a, b) => b.documents - a.documents || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

/** Parties by how many incidents they act or are acted on in. */
function countParties(linked: LinkedCase): CaseOverview['parties'] {
  const counts = new Map<string, { out: number; in: number }>();
  const of = (id: string) => {
    const known = counts.get(id) ?? { out: 0, in: 0 };
    counts.set(id, known);
    return known;
  };
  for (const { actors, recipients } of linked.incidents.values()) {
    for (const id of actors) of(id).out++;
    for (const id of recipients) of(id).in++;
  }
  return [...counts]
    .map(([id, moves]) => ({ ...nameActor(linked, id), ...moves }))
    .sort((a, b) => b.out + b.in - a.out - a.in || (a.id < b.id ? -1 : 1));
}

/** Most hits of each kind that a search answers with. */
const HITS = 50;

const page = <T>({ items, total }: ListAnswer<T>) => ({ items, total });

/** The case as a whole, single documents and statements, and searching. */
export const CASE_ROUTES: readonly Route[] = [
  reading('/api/case', 'What the case is about', noQuery, toOverview),
  reading('/api/documents/:id', 'A document, its record as corrected, and the corrections', noQuery, async ({ db }, { id }) => {
    const full = await findDocumentId(db, id);
    const [[document], corrected, decisions] = await Promise.all([
      listDocuments(db, { document: [full] }),
      readCorrected(db, full),
      readDecisionsOn(db, [full]),
    ]);
    if (!document || !corrected) throw new RequestError('no-entry', 'The case has no such document.');
    return { document, ...corrected, decisions, rules: {} };
  }),
  reading('/api/statements/:id', 'An entry with the words around it', noQuery, ({ db }, { id }) => readStatement(db, id)),
  reading(
    '/api/search',
    'Documents, events, claims and actors that have the words',
    z.strictObject({
      q: words.describe('All these words, in any inflection; "words in a row"; beginnings, word*.'),
      limit: z.coerce.number().int().min(1).max(HITS).default(5).describe('Most items of each kind.'),
    }),
    async ({ db }, { query: { q: text, limit } }) => {
      const filter = { text, limit };
      const [documents, events, claims, actors] = await Promise.all([
        pageFrom(db, filter, listDocuments, countDocuments),
        pageFrom(db, filter, eachEvent, countEvents),
        pageFrom(db, filter, eachClaim, countClaims),
        pageFrom(db, filter, listActors, countActors),
      ]);
      const items = await Promise.all(
        documents.items.map(async ({ id, title, source, published }) => ({
          ...{ id, title, source, published, snippet: await snippetOf(db, id, text) },
        })),
      );
      return { documents: { items, total: documents.total }, events: page(events), claims: page(claims), actors: page(actors) };
    },
  ),
];
