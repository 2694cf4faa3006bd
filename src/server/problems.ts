import type { Context } from 'hono';
import type { ProblemBody } from '../api/index.ts';

/** The ways a request can fail, with their HTTP status. The only place where status codes stand. */
const PROBLEMS = {
  'bad-request': [400, 'The request cannot be understood.'],
  'bad-filter': [400, 'A filter cannot be understood.'],
  'token-needed': [401, 'This server asks for its token: open the address it printed, or send "Authorization: Bearer TOKEN".'],
  'foreign-origin': [403, 'Only pages of this server may change the case.'],
  'read-only': [403, 'This case is served read-only.'],
  'not-found': [404, 'There is nothing under this address. The API is described at /api/openapi.json.'],
  'no-entry': [404, 'The case has no such entry.'],
  'method-not-allowed': [405, 'This address does not take this method.'],
  conflict: [409, 'The case does not allow this now.'],
  'too-large': [413, 'The request is too large.'],
  'not-json': [415, 'The body must be JSON, with the header "content-type: application/json".'],
  'wrong-host': [421, 'This server does not answer under this name.'],
  'too-many': [429, 'Too many requests; wait a little.'],
  internal: [500, 'The server failed on this request; its own output says why.'],
  unavailable: [503, 'The case cannot be read or written now.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

/** A way a request can fail. */
export type ProblemKind = keyof typeof PROBLEMS;

/** A request that cannot be answered, with the reason for the user. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind, detail: string = PROBLEMS[kind][1]) {
    super(detail);
    this.kind = kind;
  }
}

/** Answers a failed request as JSON. @param detail in place of the usual words; it may repeat words of the request, so it is only JSON */
export function problem(context: Context, kind: ProblemKind, detail: string = PROBLEMS[kind][1]): Response {
  const [status] = PROBLEMS[kind];
  return context.json({ status, code: kind, detail } satisfies ProblemBody, status);
}

/** All kinds with their status and usual words, for the description of the API. */
export function listProblems(): readonly { readonly kind: ProblemKind; readonly status: number; readonly detail: string }[] {
  return Object.entries(PROBLEMS).map(([kind, [status, detail]]) => ({ kind: kind as ProblemKind, status, detail }));
}
