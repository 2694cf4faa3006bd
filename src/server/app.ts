import { Hono } from 'hono';
import type { CaseRecord, RecordSummary } from '../api/index.ts';
import { PAGE_POLICY, renderIndex, renderReport } from '../show/index.ts';
import { problem } from './problems.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${PAGE_POLICY}; frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

/** Names this machine has for itself. A page elsewhere that points its own name here (DNS rebinding) is refused. */
const OWN_HOSTS = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i;

/** The pages and the HTTP API over a fixed list of records. Requests are answered from memory: no path of a request
 *  reaches the disk.
 *  @param note a line under the list's heading, plain text */
export function createApp(records: readonly CaseRecord[], note?: string): Hono {
  const byId = new Map(records.map((record) => [record.document.id, record]));
  const app = new Hono();
  app.use(async (context, next) => {
    if (!OWN_HOSTS.test(new URL(context.req.url).host)) context.res = problem(context, 'wrong-host');
    else if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
      context.res = problem(context, 'method-not-allowed');
    else await next();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  });
  app.get('/', (context) => {
    const entries = [...byId].map(([id, record]) => ({ href: `/reports/${id}`, record }));
    return context.html(renderIndex(entries, note === undefined ? {} : { note }));
  });
  app.get('/reports/:id', (context) => {
    const record = byId.get(context.req.param('id'));
    return record ? context.html(renderReport(record, { indexHref: '/' })) : problem(context, 'not-found');
  });
  app.get('/api/records', (context) => context.json([...byId.values()].map(toSummary)));
  app.get('/api/records/:id', (context) => {
    const record = byId.get(context.req.param('id'));
    return record ? context.json(record) : problem(context, 'unknown-record');
  });
  app.notFound((context) => problem(context, 'not-found'));
  app.onError((error, context) => {
    console.error(error);
    return problem(context, 'internal');
  });
  return app;
}

function toSummary({ document, actors, places, events, claims, ties, figures, times }: CaseRecord): RecordSummary {
  const { id, title, source, published } = document;
  return {
    ...{ id, href: `/api/records/${id}`, title, source, published },
    counts: {
      actors: actors.length,
      places: places.length,
      events: events.length,
      claims: claims.length,
      ties: ties.length,
      figures: figures.length,
      times: times.length,
    },
  };
}
