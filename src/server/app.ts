import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ExportError } from '../export/index.ts';
import { ReviewError } from '../ingest/index.ts';
import { StoreError } from '../store/index.ts';
import { checkBody, checkQuery } from './check-request.ts';
import { addExport, exportQuery } from './export.ts';
import { guard } from './guard.ts';
import { describeApi } from './open-api.ts';
import { addPages, NO_PAGE_POLICY } from './pages.ts';
import { type ProblemKind, problem, RequestError } from './problems.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes/index.ts';
import type { ServedCase } from './served-case.ts';
import type { WebFile } from './web-files.ts';

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': NO_PAGE_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache',
};

/** Largest bodies, in bytes: of documents, and of everything else. */
const DOCUMENTS_MAX = 32 * 1024 * 1024;
const BODY_MAX = 256 * 1024;

/** How the app is reached. */
export interface AppOptions {
  readonly token?: string | null;
  readonly host?: string | null;
  readonly files?: ReadonlyMap<string, WebFile>;
  readonly clientOf?: (context: Context) => string;
  /** In milliseconds. */
  readonly clock?: () => number;
}

/** Pages and HTTP API of a case. No path of a request reaches the disk. */
export function createApp(served: ServedCase, options: AppOptions = {}): Hono {
  const { token = null, host = null, files = new Map(), clientOf = () => 'local', clock = () => performance.now() } = options;
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });
  app.use(guard({ token, host, clientOf, clock }));
  app.use(async (context, next) => {
    const maxSize = context.req.path === '/api/documents' ? DOCUMENTS_MAX : BODY_MAX;
    return bodyLimit({ maxSize, onError: () => refuseSize(maxSize) })(context, next);
  });
  for (const route of ROUTES) addRoute(app, served, route);
  app.get('/api/openapi.json', (context) => context.json(describeApi(ROUTES, exportQuery)));
  addExport(app, served);
  refuseOtherMethods(app);
  addPages(app, served, files);
  app.notFound((context) => problem(context, 'method-not-allowed'));
  app.onError((error, context) => answerError(error, context));
  return app;
}

function refuseSize(maxSize: number): never {
  throw new RequestError('too-large', `The body is larger than ${maxSize / 1024} kB.`);
}

function addRoute(app: Hono, served: ServedCase, route: Route): void {
  app.on(route.method, route.path, async (context) => {
    const query = checkQuery(route.query, context);
    const body = route.body === null ? null : await checkBody(route.body, context);
    const answer = await route.handle(served, { query, body, id: context.req.param('id') ?? '' });
    return context.json(answer ?? null, route.status);
  });
}

/** A known address asked in a way it has not. */
function refuseOtherMethods(app: Hono): void {
  for (const path of new Set(ROUTES.map((route) => route.path)))
    app.all(path, () => {
      throw new RequestError('method-not-allowed');
    });
}

/** What the failures of a case mean to who asked. */
const STORE_PROBLEMS: Readonly<Record<string, ProblemKind>> = {
  'store/no-entry': 'no-entry',
  'store/no-document': 'no-entry',
  'store/bad-id': 'no-entry',
  'store/ambiguous-id': 'bad-request',
};

const REVIEW_PROBLEMS = { 'no-entry': 'no-entry', 'bad-decision': 'bad-request', conflict: 'conflict' } as const;

function answerError(error: Error, context: Context): Response {
  if (error instanceof RequestError) return problem(context, error.kind, error.message);
  if (error instanceof ExportError) return problem(context, 'bad-filter', error.message);
  if (error instanceof ReviewError) return problem(context, REVIEW_PROBLEMS[error.code], error.message);
  if (error instanceof StoreError) {
    const known = STORE_PROBLEMS[error.code];
    if (known) return problem(context, known, error.message);
    console.error(error);
    return problem(context, 'unavailable', error.message);
  }
  console.error(error);
  return problem(context, 'internal');
}
