import { z } from 'zod';
import type { DecisionInput } from '../../api/index.ts';
import { decide, readDecisionsOn, undoDecision } from '../../ingest/index.ts';
import { decisionBody, undoBody } from '../decision-schema.ts';
import { RequestError } from '../problems.ts';
import { noQuery, words } from '../query-schema.ts';
import { toPage } from '../read-filter.ts';
import { type Route, reading, writing } from '../route.ts';
import type { ServedCase } from '../served-case.ts';

function writerOf({ writer }: ServedCase) {
  if (writer === null) throw new RequestError('read-only');
  return writer;
}

/** What people decide. */
export const DECISION_ROUTES: readonly Route[] = [
  reading(
    '/api/decisions',
    'What people decided, in order',
    z.strictObject({ subject: words.optional().describe('An entry, a document, an incident, or actor:ID.') }),
    async ({ db }, { query: { subject } }) => {
      const decisions = await readDecisionsOn(db, subject === undefined ? undefined : [subject]);
      return toPage(decisions, decisions.length, {});
    },
  ),
  writing(
    'POST /api/decisions',
    'Decide: accept, reject, edit, merge, split or add',
    { body: decisionBody, query: noQuery, status: 201 },
    async (served, { body }) => {
      await served.view.linked();
      return decide(writerOf(served), body as DecisionInput, {
        ...{ byWhom: body.by ?? served.reviewer, now: served.now() },
      });
    },
  ),
  writing(
    'POST /api/decisions/:id/undo',
    'Take a decision back, by its number',
    { body: undoBody, query: noQuery, status: 201 },
    (served, { body, id }) => {
      if (!/^\d{1,9}$/.test(id)) throw new RequestError('no-entry', 'A decision is named by its number.');
      return undoDecision(writerOf(served), Number(id), body.why ?? null, {
        ...{ byWhom: body.by ?? served.reviewer, now: served.now() },
      });
    },
  ),
];
