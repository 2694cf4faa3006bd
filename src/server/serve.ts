import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { Explainer, type OpenCoder, openCoderInThreads } from '../ingest/index.ts';
import type { CaseLocation } from '../store/index.ts';
import { createApp } from './app.ts';
import { CaseView } from './case-view.ts';
import { Jobs } from './jobs.ts';
import { openSampleCase, openServedCase, type ServedDatabases } from './open-served-case.ts';
import { loadSamples } from './samples.ts';
import type { ServedCase } from './served-case.ts';
import { loadWebFiles } from './web-files.ts';

/** Where `lapwing serve` listens unless told otherwise. */
export const DEFAULT_PORT = 4317;

/** This machine itself, which alone is bound unless another address is asked for. */
const LOOPBACK = '127.0.0.1';
const LOOPBACKS: ReadonlySet<string> = new Set([LOOPBACK, 'localhost', '::1']);
/** Ports tried from the one asked for before giving up. */
const PORTS_TRIED = 32;
const LAST_PORT = 65_535;
/** Bytes of a token that is made here. */
const TOKEN_BYTES = 18;
/** Fewest characters of a token: shorter ones can be guessed. */
const TOKEN_MIN = 16;

export interface ServeOptions {
  /** 0 takes a free one; one in use gives way to the next. {@link DEFAULT_PORT} where left out. */
  readonly port?: number;
  /** Name or address to listen on; any but this machine's own asks for a token. */
  readonly host?: string;
  /** What every request must bring; made here where another address is bound and none is given. */
  readonly token?: string;
  /** Told the address, and how coding goes. */
  readonly note: (line: string) => void;
  /** The case to serve; the bundled samples, coded now, where left out. */
  readonly location?: CaseLocation;
  /** Makes records of added documents; a thread with an engine where left out. */
  readonly openCoder?: () => Promise<OpenCoder>;
}

/** A server that listens. It keeps the process alive until it is closed. */
export interface Serving {
  /** `http://127.0.0.1:4317/`, with the token where there is one. */
  readonly address: string;
  readonly port: number;
  /** Resolves when documents being added are in the case. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const SAMPLE_NOTE = 'Sample reports written for this project: the outlets are invented, the events are real.';

/** Serves a case as pages and as JSON, and says where.
 * @throws RangeError where the port is not one, no port near it is free, or the token is too short
 * @throws StoreError where the case cannot be opened */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { port = DEFAULT_PORT, host = LOOPBACK, note, location, openCoder = openThread } = options;
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT)
    throw new RangeError(`${port} is not a port (0 to ${LAST_PORT})`);
  const token = tokenFor(host, options.token);
  const files = await loadWebFiles();
  const databases = await (location ? openServedCase(location) : openSampleCase());
  const served = toServed(databases, location ? null : SAMPLE_NOTE, openCoder);
  const app = createApp(served, { token, host: LOOPBACKS.has(host) ? null : host, files, clientOf });
  const server = createAdaptorServer({ fetch: app.fetch });
  const close = async () => {
    await new Promise((resolve) => server.close(resolve));
    await Promise.all([served.jobs.close(), served.explainer.close()]);
    await databases.close();
  };
  try {
    const bound = await listenFrom(port, host, server);
    const named = host.includes(':') ? `[${host}]` : host;
    const address = `http://${named}:${bound}/${token === null ? '' : `?token=${encodeURIComponent(token)}`}`;
    if (port !== 0 && bound !== port) note(`Port ${port} is in use; took ${bound}.`);
    if (!location) await codeSamples(served, note);
    note(`Reading ${location ? databases.db.name : 'the sample reports'} at ${address} (Ctrl-C stops)`);
    return { address, port: bound, settled: () => served.jobs.settled(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function tokenFor(host: string, token: string | undefined): string | null {
  if (token !== undefined && token.length < TOKEN_MIN) throw new RangeError(`a token needs ${TOKEN_MIN} characters at least`);
  return token ?? (LOOPBACKS.has(host) ? null : randomBytes(TOKEN_BYTES).toString('base64url'));
}

function toServed(databases: ServedDatabases, note: string | null, openCoder: () => Promise<OpenCoder>): ServedCase {
  const { db, writer } = databases;
  return {
    ...{ name: db.name, note, db, writer, view: new CaseView(db, writer), jobs: new Jobs(writer, openCoder) },
    explainer: new Explainer(),
    ...{ reviewer: userInfo().username, now: () => new Date().toISOString() },
  };
}

function clientOf(context: Context<{ Bindings: HttpBindings }>): string {
  return context.env?.incoming?.socket.remoteAddress ?? 'unknown';
}

/** One engine in a thread of its own, so that the server answers while it codes. */
const openThread = () => openCoderInThreads({ workers: 1 });

/** Begins to code the samples; they come to the case one by one while it is served. */
async function codeSamples({ jobs }: ServedCase, note: (line: string) => void): Promise<void> {
  const articles = await loadSamples();
  const start = performance.now();
  jobs.start(articles.map((value) => ({ ok: true, value })));
  note(`Coding ${articles.length} sample reports; the case fills while you look.`);
  void jobs.settled().then(() => note(`Coded them in ${Math.round(performance.now() - start)} ms.`));
}

type HttpServer = ReturnType<typeof createAdaptorServer>;

async function listenFrom(port: number, host: string, server: HttpServer): Promise<number> {
  const last = port === 0 ? 0 : Math.min(LAST_PORT, port + PORTS_TRIED - 1);
  for (let next = port; next <= last; next++) {
    const bound = await listen(next, host, server);
    if (bound !== null) return bound;
  }
  throw new RangeError(`ports ${port} to ${last} are all in use; name another with --port`);
}

/** The port bound, or null where it is in use. */
function listen(port: number, host: string, server: HttpServer): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', bound);
      if (error.code === 'EADDRINUSE') resolve(null);
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new RangeError(`this machine has no address "${host}" to listen on`));
      else reject(error);
    };
    const bound = () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    server.once('error', failed);
    server.once('listening', bound);
    server.listen(port, host);
  });
}
