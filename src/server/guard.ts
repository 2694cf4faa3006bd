import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { RequestError } from './problems.ts';
import { RateLimit } from './rate-limit.ts';

/** Who may ask. */
export interface GuardOptions {
  /** Asked for of everybody, where there is one. */
  readonly token: string | null;
  /** Name or address the server was told to listen on, beside this machine's own names; null where that is none but them. */
  readonly host: string | null;
  /** The address a request comes from. */
  readonly clientOf: (context: Context) => string;
  /** The time in milliseconds. */
  readonly clock: () => number;
}

/** Names this machine has for itself. A page elsewhere that points its own name here (DNS rebinding) is refused. */
const OWN_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Addresses that stand for all of a machine's. Under what name they are reached is not known, so the token alone decides. */
const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

const COOKIE = 'lapwing-token';

/** Requests at once and a second, of one client: for reading, for writing, and for tokens that are wrong. */
const READS = { burst: 400, perSecond: 100 };
const WRITES = { burst: 60, perSecond: 5 };
const WRONG_TOKENS = { burst: 10, perSecond: 0.2 };

/** Refuses requests under a foreign name, without the token, too many, and writes that do not come from our own pages. */
export function guard({ token, host, clientOf, clock }: GuardOptions): MiddlewareHandler {
  const [reads, writes, wrong] = [READS, WRITES, WRONG_TOKENS].map((rate) => new RateLimit(rate, clock));
  return async (context, next) => {
    const client = clientOf(context);
    checkHost(context, host);
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    if (!(isRead ? reads : writes)?.takes(client)) throw new RequestError('too-many');
    if (token !== null && !hasToken(context, token)) {
      if (wrong?.isSpent(client)) throw new RequestError('too-many');
      if (!takesTokenFromAddress(context, token)) {
        if (hasAnyToken(context)) wrong?.takes(client);
        throw new RequestError('token-needed');
      }
      return context.redirect(new URL(context.req.url).pathname);
    }
    if (!isRead) checkOrigin(context);
    await next();
  };
}

function checkHost(context: Context, host: string | null): void {
  const { hostname } = new URL(context.req.url);
  if (OWN_NAMES.has(hostname)) return;
  if (host === null) throw new RequestError('wrong-host', 'This server answers for localhost and 127.0.0.1 only.');
  const named = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host.toLowerCase();
  if (!ANY_ADDRESS.has(host) && hostname !== named) throw new RequestError('wrong-host');
}

/** A browser says where a request comes from; programs that are no browsers say nothing and have no cookies to misuse. */
function checkOrigin(context: Context): void {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') throw new RequestError('foreign-origin');
  const origin = context.req.header('origin');
  // A browser's own scheme is known to it alone: behind a proxy with TLS its pages come by https.
  const { host } = new URL(context.req.url);
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`)
    throw new RequestError('foreign-origin');
}

function hasToken(context: Context, token: string): boolean {
  return given(context).some((text) => isSame(text, token));
}

function given(context: Context): readonly string[] {
  const bearer = /^Bearer (.+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
  const cookie = getCookie(context, COOKIE);
  return [...(bearer === undefined ? [] : [bearer]), ...(cookie === undefined ? [] : [cookie])];
}

function hasAnyToken(context: Context): boolean {
  return given(context).length > 0 || context.req.query('token') !== undefined;
}

/** The address that the server printed has the token in it; it goes into a cookie and out of the address. */
function takesTokenFromAddress(context: Context, token: string): boolean {
  const asked = context.req.query('token');
  if (context.req.method !== 'GET' || asked === undefined || !isSame(asked, token)) return false;
  setCookie(context, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
  return true;
}

/** Takes the same time whatever the texts. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
