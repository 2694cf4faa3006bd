import type { z } from 'zod';
import type { Reads, Writes } from '../api/index.ts';
import type { ServedCase } from './served-case.ts';

/** What a route is given of a request. */
export interface RouteInput<Query, Body> {
  readonly query: Query;
  readonly body: Body;
  /** What stands for `:id`, decoded; empty for paths without. */
  readonly id: string;
}

/** An address of the API. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  /** What it does, in a line. */
  readonly summary: string;
  readonly query: z.ZodType;
  readonly body: z.ZodType | null;
  /** Status of the answer where all went well. */
  readonly status: 200 | 201 | 202;
  handle(served: ServedCase, input: RouteInput<unknown, unknown>): Promise<unknown>;
}

/** A route that is read. */
export function reading<Path extends keyof Reads, Query extends z.ZodType>(
  path: Path,
  summary: string,
  query: Query,
  handle: (served: ServedCase, input: RouteInput<z.output<Query>, null>) => Promise<Reads[Path]['answer']>,
): Route {
  return {
    ...{ method: 'GET', path, summary, query, body: null, status: 200 },
    handle: (served, { query, id }) => handle(served, { query: query as z.output<Query>, body: null, id }),
  };
}

/** A route that is written to. */
export function writing<Path extends keyof Writes, Body extends z.ZodType>(
  address: Path,
  summary: string,
  { body, query, status }: { readonly body: Body | null; readonly query: z.ZodType; readonly status: Route['status'] },
  handle: (served: ServedCase, input: RouteInput<unknown, z.output<Body>>) => Promise<Writes[Path]['answer']>,
): Route {
  const [method, path = ''] = address.split(' ') as ['POST' | 'DELETE', string];
  return {
    ...{ method, path, summary, query, body, status },
    handle: (served, { query, body, id }) => handle(served, { query, body: body as z.output<Body>, id }),
  };
}
