import { z } from 'zod';
import type { CaseOverview, ListAnswer } from '../../api/index.ts';
import { readCorrected, readDecisionsOn } from '../../ingest/index.ts';
import { listCaseActors, readSummary } from '../../picture/index.ts';
import {
  countClaims,
  countDocuments,
  countEvents,
  eachClaim,
  eachEvent,
  findDocumentId,
  listDocuments,
  readStatement,
} from '../../store/index.ts';
import { RequestError } from '../problems.ts';
import { noQuery, words } from '../query-schema.ts';
import { type Route, reading } from '../route.ts';
import type { ServedCase } from '../served-case.ts';
import { snippetOf } from '../snippet.ts';
import { pageFrom } from './lists.ts';

/** While documents come in, disputes are not weighed anew each time somebody looks. */
async function toOverview({ name, note, writer, view, jobs }: ServedCase): Promise<CaseOverview> {
  const running = jobs.running();
  const picture = await (running.length > 0 ? view.linked() : view.weighed());
  return { ...(await readSummary(picture)), name, note, writable: writer !== null, jobs: running };
}

/** Most hits of each kind that a search answers with. */
const HITS = 50;

const page = <T>({ items, total }: Pick<ListAnswer<T>, 'items' | 'total'>) => ({ items, total });

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
    return { document, ...corrected, decisions };
  }),
  reading('/api/statements/:id', 'An entry with the words around it', noQuery, ({ db }, { id }) => readStatement(db, id)),
  reading(
    '/api/search',
    'Documents, events, claims and actors that have the words',
    z.strictObject({
      q: words.describe('All these words, in any inflection; "words in a row"; beginnings, word*.'),
      limit: z.coerce.number().int().min(1).max(HITS).default(5).describe('Most items of each kind.'),
    }),
    async ({ db, view }, { query: { q: text, limit } }) => {
      const filter = { text, limit };
      const [documents, events, claims, actors] = await Promise.all([
        pageFrom(db, filter, listDocuments, countDocuments),
        pageFrom(db, filter, eachEvent, countEvents),
        pageFrom(db, filter, eachClaim, countClaims),
        listCaseActors(await view.linked(), filter),
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
