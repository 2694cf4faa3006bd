import { createAdaptorServer } from '@hono/node-server';
import type { CaseRecord } from '../api/index.ts';
import type { Engine } from '../engine/index.ts';
import { createApp } from './app.ts';
import { loadSamples } from './samples.ts';

/** Where `lapwing serve` listens unless told otherwise. */
export const DEFAULT_PORT = 4317;

/** The only address that is ever bound: this machine itself. */
const LOOPBACK = '127.0.0.1';
/** Ports tried from the one asked for before giving up. */
const PORTS_TRIED = 32;
const LAST_PORT = 65_535;

export interface ServeOptions {
  /** 0 takes a free one; one in use gives way to the next. {@link DEFAULT_PORT} where left out. */
  readonly port?: number;
  /** Told the address, and how long coding took. */
  readonly note: (line: string) => void;
  /** What to serve; the bundled samples, coded now, where left out. */
  readonly records?: readonly CaseRecord[];
  /** Codes the samples; loaded where left out and needed. */
  readonly engine?: Pick<Engine, 'record'>;
}

/** A server that listens. It keeps the process alive until it is closed. */
export interface Serving {
  /** `http://127.0.0.1:4317/` */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

const SAMPLE_NOTE = 'Sample reports written for this project: the outlets are invented, the events are real.';

/** Serves records on this machine alone, as pages and as JSON, and says where.
 * @throws RangeError where the port is not one or no port near it is free */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { port = DEFAULT_PORT, note } = options;
  if (!Number.isInteger(port) || port < 0 || port > LAST_PORT)
    throw new RangeError(`${port} is not a port (0 to ${LAST_PORT})`);
  const records = options.records ?? (await codeSamples(options));
  const app = createApp(records, options.records ? undefined : SAMPLE_NOTE);
  const server = createAdaptorServer({ fetch: app.fetch });
  const bound = await listenFrom(port, server);
  const address = `http://${LOOPBACK}:${bound}/`;
  if (port !== 0 && bound !== port) note(`Port ${port} is in use; took ${bound}.`);
  note(`Reading ${records.length} reports at ${address} (Ctrl-C stops)`);
  return { address, port: bound, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function codeSamples({ engine, note }: ServeOptions): Promise<readonly CaseRecord[]> {
  const start = performance.now();
  const [reader, articles] = await Promise.all([engine ?? loadDefaultEngine(), loadSamples()]);
  const records = articles.map((article) => reader.record(article));
  note(`Coded ${records.length} sample reports in ${Math.round(performance.now() - start)} ms.`);
  return records;
}

/** Imported late: a server over given records needs no engine. */
async function loadDefaultEngine(): Promise<Engine> {
  const { loadEngine } = await import('../engine/index.ts');
  return loadEngine();
}

type HttpServer = ReturnType<typeof createAdaptorServer>;

async function listenFrom(port: number, server: HttpServer): Promise<number> {
  const last = port === 0 ? 0 : Math.min(LAST_PORT, port + PORTS_TRIED - 1);
  for (let next = port; next <= last; next++) {
    const bound = await listen(next, server);
    if (bound !== null) return bound;
  }
  throw new RangeError(`ports ${port} to ${last} are all in use; name another with --port`);
}

/** The port bound, or null where it is in use. */
function listen(port: number, server: HttpServer): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', bound);
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    };
    const bound = () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    server.once('error', failed);
    server.once('listening', bound);
    server.listen(port, LOOPBACK);
  });
}
