import { randomBytes } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { readCorrected } from '../ingest/index.ts';
import { PAGE_POLICY, renderIndex, renderReport } from '../show/index.ts';
import { eachRecord, findDocumentId, StoreError } from '../store/index.ts';
import { RequestError } from './problems.ts';
import type { ServedCase } from './served-case.ts';
import type { WebFile } from './web-files.ts';

/** What the build of the web application has in the place of the nonce. */
export const NONCE_MARK = '__LAPWING_NONCE__';

/** Reports on the plain list of reports, which is shown where the web application is not built. */
const LISTED = 500;

/** The policy of answers that are no pages. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Pages: the web application, and every report as a plain page that works alone. */
export function addPages(app: Hono, served: ServedCase, files: ReadonlyMap<string, WebFile>): void {
  app.get('/reports/:id', async (context) => {
    const corrected = await readReport(served, context.req.param('id'));
    context.header('content-security-policy', `${PAGE_POLICY}; frame-ancestors 'none'`);
    return context.html(renderReport(corrected.record, { indexHref: '/' }));
  });
  app.get('*', async (context) => {
    const { path } = context.req;
    if (path === '/api' || path.startsWith('/api/')) throw new RequestError('not-found');
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file) return sendFile(context, file);
    const index = files.get('/index.html');
    if (index && !/\.[a-z0-9]{1,12}$/i.test(path)) return sendApp(context, index);
    if (path === '/' && !index) return sendList(context, served);
    throw new RequestError('not-found');
  });
}

async function readReport({ db }: ServedCase, prefix: string) {
  try {
    const corrected = await readCorrected(db, await findDocumentId(db, prefix));
    if (corrected) return corrected;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
  throw new RequestError('not-found', 'There is no such report.');
}

function sendFile(context: Context, { bytes, type, isHashed }: WebFile): Response {
  if (isHashed) context.header('cache-control', 'public, max-age=31536000, immutable');
  return context.body(bytes, 200, { 'content-type': type });
}

/** The web application's page; each answer has a nonce of its own. */
function sendApp(context: Context, { bytes }: WebFile): Response {
  const nonce = randomBytes(16).toString('base64');
  context.header('content-security-policy', appPolicy(nonce));
  return context.html(new TextDecoder().decode(bytes).replaceAll(NONCE_MARK, nonce));
}

/** The policy of the web application: its own files and nothing from elsewhere; inline styles and scripts only with the nonce. */
function appPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

async function sendList(context: Context, { db, note }: ServedCase): Promise<Response> {
  const entries: { href: string; record: Parameters<typeof renderReport>[0] }[] = [];
  for await (const record of eachRecord(db)) {
    entries.push({ href: `/reports/${record.document.id}`, record });
    if (entries.length === LISTED) break;
  }
  context.header('content-security-policy', `${PAGE_POLICY}; frame-ancestors 'none'`);
  return context.html(renderIndex(entries, note === null ? {} : { note }));
}
