import type { Context } from 'hono';
import type { ProblemBody } from '../api/index.ts';

/** The ways a request can fail, with their HTTP status. The only place where status codes stand. */
const PROBLEMS = {
  'not-found': [404, 'There is no such page. The list of reports is at /.'],
  'unknown-record': [404, 'No record has this id. The ids are listed at /api/records.'],
  'method-not-allowed': [405, 'This server only answers GET and HEAD.'],
  'wrong-host': [421, 'This server answers for localhost and 127.0.0.1 only.'],
  internal: [500, 'The server failed on this request; its own output says why.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

/** Answers a failed request as JSON. Nothing of the request is repeated in it. */
export function problem(context: Context, kind: keyof typeof PROBLEMS): Response {
  const [status, detail] = PROBLEMS[kind];
  return context.json({ status, code: kind, detail } satisfies ProblemBody, status);
}
