import type { IncomingMessage } from 'node:http';
import { checkedLookup, type MayAsk, type Resolve, systemResolve } from './checked-lookup.ts';
import { FetchError } from './fetch-error.ts';
import { isPublicAddress } from './public-address.ts';
import { asFetchError, type RequestOptions, request } from './request.ts';
import { type Robots, readRobots } from './robots.ts';

/** Bounds of a fetch. */
export interface FetchLimits {
  /** Most bytes of what is fetched, as it is sent. */
  readonly bytes: number;
  /** Longest time from the first request to the last byte. */
  readonly seconds: number;
  readonly redirects: number;
}

const LIMITS: FetchLimits = { bytes: 64 * 1024 * 1024, seconds: 60, redirects: 5 };
/** Bytes of a robots.txt that are read (RFC 9309 §2.5). */
const MAX_ROBOTS = 500 * 1024;
/** Longest address, in code units. */
const LONGEST_URL = 2000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** How a run fetches. */
export interface FetchOptions {
  /** Product token by which robots.txt names it. */
  readonly robot: string;
  /** Of the program. */
  readonly version: string;
  /** Which addresses may be asked; those of the public internet where left out. */
  readonly mayAsk?: MayAsk;
  /** How names become addresses; by the system where left out. */
  readonly resolve?: Resolve;
  readonly limits?: Partial<FetchLimits>;
}

/** What an address answered. */
export interface Fetched {
  /** Where it came from, after redirects. */
  readonly url: string;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
  /** Its bytes as sent. @throws FetchError while they are read, where they are too many, too slow or break off */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Fetches addresses that a person named, one by one, as robots.txt allows. */
export class Fetcher {
  readonly #options: FetchOptions;
  readonly #limits: FetchLimits;
  readonly #robots = new Map<string, Robots>();

  constructor(options: FetchOptions) {
    this.#options = options;
    this.#limits = { ...LIMITS, ...options.limits };
  }

  /** @throws FetchError where it is not an address of the web, is refused, or does not answer with a document */
  async fetch(address: string): Promise<Fetched> {
    const how = this.#begin();
    const { answer, url } = await this.#follow(webUrl(address), how, async (next) => {
      if (!(await this.#robotsOf(next, how)).isAllowed(next.pathname + next.search))
        throw new FetchError('fetch/robots', `the robots.txt of ${next.host} does not allow it`);
    });
    const { statusCode = 0, headers } = answer;
    if (statusCode < 200 || statusCode > 299 || statusCode === 204) {
      answer.destroy();
      throw new FetchError('fetch/status', `${url.host} answers with status ${statusCode}`);
    }
    return {
      url: url.href,
      contentType: headers['content-type'],
      contentEncoding: headers['content-encoding'],
      chunks: this.#bodyOf(answer, url.host, how.signal),
    };
  }

  #begin(): RequestOptions {
    const { robot, version, mayAsk = isPublicAddress, resolve = systemResolve } = this.#options;
    const { seconds } = this.#limits;
    const ending = new AbortController();
    const late = () => ending.abort(new FetchError('fetch/too-slow', `takes more than ${seconds} s`));
    setTimeout(late, seconds * 1000).unref();
    return {
      userAgent: `${robot}/${version} (reads single addresses that a person names)`,
      mayAsk,
      lookup: checkedLookup(resolve, mayAsk),
      signal: ending.signal,
    };
  }

  /** The first answer that is no redirect. Every address on the way is checked before it is asked. */
  async #follow(
    from: URL,
    how: RequestOptions,
    check: (url: URL) => Promise<void>,
  ): Promise<{ readonly answer: IncomingMessage; readonly url: URL }> {
    let url = from;
    for (let count = 0; count <= this.#limits.redirects; count++) {
      await check(url);
      const answer = await request(url, how);
      const { location } = answer.headers;
      if (!REDIRECTS.has(answer.statusCode ?? 0) || location === undefined) return { answer, url };
      answer.destroy();
      url = webUrl(location, url);
    }
    throw new FetchError('fetch/too-many-redirects', `is redirected more than ${this.#limits.redirects} times`);
  }

  /** The rules of a host, asked for once. Where there are none, all is allowed; where it cannot tell, nothing (RFC 9309 §2.3.1). */
  async #robotsOf(url: URL, how: RequestOptions): Promise<Robots> {
    const known = this.#robots.get(url.origin);
    if (known) return known;
    const { answer, url: from } = await this.#follow(new URL('/robots.txt', url), how, async () => {});
    const status = answer.statusCode ?? 0;
    if (status >= 500) {
      answer.destroy();
      throw new FetchError(
        'fetch/robots',
        `the robots.txt of ${url.host} cannot be read (status ${status}), so nothing is allowed`,
      );
    }
    const text = status >= 200 && status <= 299 ? await readStart(answer, from.host, how.signal) : '';
    answer.destroy();
    const robots = readRobots(text, this.#options.robot.toLowerCase());
    this.#robots.set(url.origin, robots);
    return robots;
  }

  async *#bodyOf(answer: IncomingMessage, host: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
    const { bytes } = this.#limits;
    let length = 0;
    try {
      for await (const chunk of answer) {
        length += chunk.length;
        if (length > bytes) throw new FetchError('fetch/too-large', `more than ${bytes} bytes`);
        yield chunk as Uint8Array;
      }
    } catch (error) {
      throw asFetchError(error, host, signal);
    } finally {
      answer.destroy();
    }
  }
}

async function readStart(answer: IncomingMessage, host: string, signal: AbortSignal): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of answer) {
      parts.push(chunk);
      length += chunk.length;
      if (length >= MAX_ROBOTS) break;
    }
  } catch (error) {
    throw asFetchError(error, host, signal);
  }
  return Buffer.concat(parts).subarray(0, MAX_ROBOTS).toString('utf8');
}

/** An address of the web. @throws FetchError for any other */
function webUrl(address: string, base?: URL): URL {
  const url = address.length <= LONGEST_URL ? URL.parse(address, base?.href) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new FetchError('fetch/bad-url', 'not an http or https address');
  if (url.username !== '' || url.password !== '')
    throw new FetchError('fetch/bad-url', 'an address with a name or password in it');
  return url;
}
