import { findDocumentId } from '../../store/index.ts';
import { noQuery } from '../query-schema.ts';
import { type Route, reading } from '../route.ts';

/** Why documents were coded as they were. */
export const RULE_ROUTES: readonly Route[] = [
  reading(
    '/api/documents/:id/rules',
    'Why each entry of a document was coded: the steps of the rules, found by coding it again',
    noQuery,
    async ({ db, explainer }, { id }) => explainer.explain(db, await findDocumentId(db, id)),
  ),
];
