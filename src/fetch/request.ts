import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type MayAsk, privateAddress } from './checked-lookup.ts';
import { FetchError } from './fetch-error.ts';

/** How one request is made. */
export interface RequestOptions {
  /** How the program names itself. */
  readonly userAgent: string;
  readonly mayAsk: MayAsk;
  readonly lookup: LookupFunction;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** Most bytes of an answer's headers. */
const MAX_HEADERS = 32 * 1024;

/** Asks for an address by GET, without cookies, proxies and redirects; the answer's body is still to come.
 * @throws FetchError where the address is refused or nobody answers */
export async function request(url: URL, { userAgent, mayAsk, lookup, signal }: RequestOptions): Promise<IncomingMessage> {
  // An address in digits is connected to without being looked up.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayAsk(host)) throw privateAddress(host, host);
  const ask = url.protocol === 'https:' ? requestSecure : requestPlain;
  try {
    return await new Promise((resolve, reject) => {
      const asked = ask(url, {
        // A connection of its own: no pool keeps one open to an address that was checked for another request.
        agent: false,
        lookup,
        signal,
        maxHeaderSize: MAX_HEADERS,
        headers: { 'User-Agent': userAgent, Accept: '*/*', 'Accept-Encoding': 'gzip, br' },
      });
      asked.on('response', resolve).on('error', reject).end();
    });
  } catch (error) {
    throw asFetchError(error, url.host, signal);
  }
}

/** What went wrong on the way as the refusal it is. */
export function asFetchError(error: unknown, host: string, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason instanceof FetchError ? signal.reason : error;
  if (error instanceof FetchError || !(error instanceof Error)) return error;
  const said = 'code' in error ? `${error.code}` : error.message;
  return new FetchError('fetch/unreachable', `${host} does not answer (${said})`);
}
