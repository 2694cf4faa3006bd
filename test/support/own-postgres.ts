import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of one's own, in a temporary folder on a free port. */
export interface OwnPostgres {
  readonly url: string;
  /** Ends every process of the server at once, as a loss of power would, and starts it again. */
  crash(): void;
  /** Ends it for good, and takes away its folder. */
  stop(): void;
}

/** Where Debian puts PostgreSQL's programs, one folder a version. */
const DEBIAN_FOLDER = '/usr/lib/postgresql';

/** Starts a server, or answers null where PostgreSQL is not installed.
 * @param settings more settings, e.g. `fsync=on`; without, nothing is waited for to be on the disk */
export async function startPostgres(settings: readonly string[] = ['fsync=off']): Promise<OwnPostgres | null> {
  const programs = findPrograms();
  if (programs === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-postgres-'));
  const owner = findOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const run = (program: string, ...args: readonly string[]) =>
    execFileSync(join(programs, program), args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...owner });
  const data = join(folder, 'data');
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'tester', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync');
  const given = settings.map((setting) => ` -c ${setting}`).join('');
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=100${given}`;
  const start = () => run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  const end = () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
  start();
  return {
    url: `postgres://tester@127.0.0.1:${port}/postgres`,
    crash() {
      end();
      start();
    },
    stop() {
      end();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The folder of the newest PostgreSQL's programs, or null. */
function findPrograms(): string | null {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(DEBIAN_FOLDER, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(':');
  return (
    [...newest, ...onPath].find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
  );
}

/** PostgreSQL refuses to run as root: there its own user runs it. */
function findOwner(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: ask('-u'), gid: ask('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
