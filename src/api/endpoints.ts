import type {
  CaseActor,
  CaseClaim,
  CaseDocument,
  CaseEvent,
  CaseFigure,
  CasePlace,
  CaseStatement,
  CaseTime,
  CaseToldTie,
} from './case.ts';
import type { CaseDecision, DecisionInput } from './decision.ts';
import type {
  ActorBackground,
  CaseActorDetail,
  CaseAgreement,
  CaseDispute,
  CaseDocumentDetail,
  CaseDyad,
  CaseExchange,
  CaseIncident,
  CaseIncidentDetail,
  CaseLedger,
  CaseOutlet,
  CaseOverview,
  CaseTieView,
  DocumentRules,
  DocumentsInput,
  JobView,
  ListAnswer,
  QueueView,
  SearchAnswer,
} from './views.ts';

/** Narrows a list down; all that is given must hold, lists are alternatives. The same names as the options of `lapwing show`.
 * Actors and places by id or name. */
export interface ListQuery {
  readonly actor?: string | readonly string[];
  readonly recipient?: string | readonly string[];
  /** On either side. */
  readonly party?: string | readonly string[];
  readonly type?: string | readonly string[];
  readonly status?: string | readonly string[];
  readonly speaker?: string | readonly string[];
  /** Of claims: who acts in what somebody else says. */
  readonly about?: string | readonly string[];
  readonly place?: string | readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
  readonly document?: string | readonly string[];
  /** Of events: least confidence, 0 to 1. */
  readonly confidence?: number;
  /** At most 500; 50 where left out. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** Every path that is read: what it can be asked and what it answers. `:id` stands for an id. */
export interface Reads {
  '/api/case': { query: Record<never, never>; answer: CaseOverview };
  '/api/documents': { query: ListQuery; answer: ListAnswer<CaseDocument> };
  '/api/documents/:id': { query: Record<never, never>; answer: CaseDocumentDetail };
  '/api/documents/:id/rules': { query: Record<never, never>; answer: DocumentRules };
  '/api/incidents': { query: ListQuery & { readonly acts?: 'yes' | 'no' }; answer: ListAnswer<CaseIncident> };
  '/api/incidents/:id': { query: Record<never, never>; answer: CaseIncidentDetail };
  '/api/events': { query: ListQuery; answer: ListAnswer<CaseEvent> };
  '/api/claims': { query: ListQuery; answer: ListAnswer<CaseClaim> };
  '/api/ties': { query: ListQuery; answer: ListAnswer<CaseTieView> };
  '/api/told-ties': { query: ListQuery; answer: ListAnswer<CaseToldTie> };
  '/api/figures': { query: ListQuery; answer: ListAnswer<CaseFigure> };
  '/api/places': { query: ListQuery; answer: ListAnswer<CasePlace> };
  '/api/times': { query: ListQuery; answer: ListAnswer<CaseTime> };
  '/api/actors': { query: ListQuery; answer: ListAnswer<CaseActor> };
  '/api/actors/:id/background': { query: Record<never, never>; answer: ActorBackground };
  '/api/actors/:id': { query: Record<never, never>; answer: CaseActorDetail };
  '/api/disputes': { query: ListQuery; answer: ListAnswer<CaseDispute> };
  '/api/agreements': { query: ListQuery; answer: ListAnswer<CaseAgreement> };
  '/api/dyads': {
    query: ListQuery & { readonly unit?: 'day' | 'week' | 'month'; readonly level?: 'party' | 'country' };
    answer: ListAnswer<CaseDyad>;
  };
  '/api/exchange': {
    query: { readonly a: string; readonly b: string; readonly level?: 'party' | 'country' };
    answer: CaseExchange;
  };
  '/api/ledger': { query: ListQuery; answer: CaseLedger };
  '/api/ledger/claims': {
    query: ListQuery & { readonly row?: string; readonly column?: string };
    answer: ListAnswer<CaseClaim>;
  };
  '/api/sources': { query: Record<never, never>; answer: ListAnswer<CaseOutlet> };
  '/api/search': { query: { readonly q: string; readonly limit?: number }; answer: SearchAnswer };
  '/api/statements/:id': { query: Record<never, never>; answer: CaseStatement };
  '/api/decisions': { query: { readonly subject?: string }; answer: ListAnswer<CaseDecision> };
  '/api/jobs/:id': { query: Record<never, never>; answer: JobView };
  /** Null where the case has no queue, as a case in a file. */
  '/api/queue': { query: Record<never, never>; answer: QueueView | null };
}

/** Every path that is written to. */
export interface Writes {
  'POST /api/decisions': { body: DecisionInput; answer: CaseDecision };
  'POST /api/decisions/:id/undo': { body: { readonly why?: string | null; readonly by?: string }; answer: CaseDecision };
  'POST /api/documents': { body: DocumentsInput; answer: JobView };
  'DELETE /api/jobs/:id': { body: null; answer: JobView };
}

/** What each path answers, `POST /api/decisions` and the like by method and path; the description of the API is made from it. */
export type Answers = {
  readonly [Path in keyof Reads]: Reads[Path]['answer'];
} & { readonly [Address in keyof Writes]: Writes[Address]['answer'] };
