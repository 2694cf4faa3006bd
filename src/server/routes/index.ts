import type { Route } from '../route.ts';
import { ACTOR_ROUTES } from './actors.ts';
import { BACKGROUND_ROUTES } from './background.ts';
import { CASE_ROUTES } from './case.ts';
import { DECISION_ROUTES } from './decisions.ts';
import { DOCUMENT_ROUTES } from './documents.ts';
import { LEDGER_ROUTES } from './ledger.ts';
import { LINKED_ROUTES } from './linked-lists.ts';
import { LIST_ROUTES } from './lists.ts';
import { RULE_ROUTES } from './rules.ts';

/** Every address of the API but for files and its own description. */
export const ROUTES: readonly Route[] = [
  ...CASE_ROUTES,
  ...LIST_ROUTES,
  ...LINKED_ROUTES,
  ...LEDGER_ROUTES,
  ...ACTOR_ROUTES,
  ...BACKGROUND_ROUTES,
  ...DECISION_ROUTES,
  ...DOCUMENT_ROUTES,
  ...RULE_ROUTES,
];
