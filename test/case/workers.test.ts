import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, describe, expect, inject, test } from 'vitest';
import {
  collect,
  countDocuments,
  eachRecordJson,
  listDead,
  listDisputes,
  listIncidents,
  locateCase,
  type OpenedCase,
  openCase,
} from '../../src/store/index.ts';
import { makeChance } from '../support/chance.ts';
import { checkWhole } from '../support/check-whole.ts';
import { endOf, type ProgramRun, startLapwing } from '../support/lapwing.ts';
import { type OwnPostgres, startPostgres } from '../support/own-postgres.ts';
import { runHere } from '../support/run-here.ts';

// Four workers on one queue, while workers are killed, the server crashes and connections are cut: in the end the case is what one
// undisturbed process makes of the same reports, byte for byte. `npm run soak:workers` does the same at length.

const IS_SOAK = process.env.SOAK === '1';
const WORKERS = 4;
const REPORTS = IS_SOAK ? Number(process.env.SOAK_REPORTS ?? 1000) : 80;
/** Disturbances, spread evenly over the work. */
const DISTURBANCES = IS_SOAK ? Math.ceil(REPORTS / 15) : 5;
const SEED = Number(process.env.SOAK_SEED ?? 20261123);
const TIME_MS = IS_SOAK ? 4 * 3_600_000 : 300_000;
/** Seconds after which a killed worker's documents go to others: the least there is. */
const SILENCE = '10';

/** Exit code of a worker that SIGTERM ended in order. */
const STOPPED = 143;

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-workers-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TOWNS = ['Sarobi', 'Zaranj', 'Khost', 'Gardez', 'Farah', 'Herat', 'Kunduz', 'Bannu', 'Quetta', 'Chaman', 'Swabi'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
const ARCHIVE = join(FOLDER, 'archive.jsonl');
writeFileSync(ARCHIVE, Array.from({ length: REPORTS }, (_, at) => JSON.stringify(report(at))).join('\n'));

function report(at: number) {
  const [town, month] = [TOWNS[at % TOWNS.length], MONTHS[(at * 7) % MONTHS.length]];
  const text = `Rebels shelled the town of ${town} on ${(at % 28) + 1} ${month} 2016, killing ${at + 2} people, the government of Afghanistan said. It blamed Pakistan for attack number ${at}.`;
  return { id: at, text, published: '2016-12-01', source: `Outlet ${at % 5}` };
}

/** What must not differ: records as they were made, and what linking makes of them. */
async function pictureOf(db: OpenedCase) {
  return {
    records: await collect(eachRecordJson(db)),
    incidents: await listIncidents(db),
    disputes: (await listDisputes(db)).map(({ id }) => id).sort(),
  };
}

async function undisturbed() {
  const options = ['--case', join(FOLDER, 'alone')];
  expect((await runHere(['add', ARCHIVE, ...options])).code).toBe(0);
  const db = await openCase(locateCase({ case: join(FOLDER, 'alone') }), 'read');
  const picture = await pictureOf(db);
  await db.close();
  return picture;
}

/** Workers that are started, killed and put to sleep. */
class Crew {
  readonly #options: readonly string[];
  readonly #workers = new Map<ChildProcess, Promise<ProgramRun>>();

  constructor(options: readonly string[]) {
    this.#options = options;
  }

  hire(): void {
    const child = startLapwing(['work', '--workers', '1', '--silence', SILENCE, ...this.#options]);
    this.#workers.set(
      child,
      endOf(child).finally(() => this.#workers.delete(child)),
    );
  }

  /** @returns a worker, chosen by a number from 0 up to 1 */
  pick(chance: number): ChildProcess | undefined {
    return [...this.#workers.keys()][Math.floor(chance * this.#workers.size)];
  }

  get size(): number {
    return this.#workers.size;
  }

  /** Tells all to stop, and answers how they ended. */
  async dismiss(): Promise<readonly ProgramRun[]> {
    for (const child of this.#workers.keys()) child.kill('SIGTERM');
    return await Promise.all(this.#workers.values());
  }

  killAll(): void {
    for (const child of this.#workers.keys()) child.kill('SIGKILL');
  }
}

/** Asks the server until it answers: it may be starting. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'StoreError') throw error;
      await wait(200);
    }
}

/** Waits until so many documents are in the case. */
async function reach(db: OpenedCase, documents: number): Promise<void> {
  while ((await asked(() => countDocuments(db))) < documents) await wait(50);
}

type Disturbance = (server: OwnPostgres, db: OpenedCase, crew: Crew, chance: () => number) => Promise<void> | void;

const kill: Disturbance = (_, __, crew, chance) => void crew.pick(chance())?.kill('SIGKILL');
const crash: Disturbance = (server) => server.crash();
const cut: Disturbance = async (_, db) => {
  await asked(() =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name like 'lapwing%'`.execute(
      db.query,
    ),
  );
};
/** A worker that hangs longer than it may be silent, and then goes on as if nothing had been. */
const freeze: Disturbance = (_, __, crew, chance) => {
  const worker = crew.pick(chance());
  worker?.kill('SIGSTOP');
  setTimeout(() => worker?.kill('SIGCONT'), (Number(SILENCE) + 8) * 1000);
};
const KINDS: readonly Disturbance[] = [freeze, kill, cut, crash, kill];

describe.skipIf(inject('postgresUrl') === null)('workers on one queue', () => {
  test(`${DISTURBANCES} disturbances leave the case that one process makes`, { timeout: TIME_MS }, async () => {
    const server = await startPostgres();
    if (!server) throw new Error('no PostgreSQL');
    const options = ['--case', 'shared', '--database', server.url];
    const crew = new Crew(options);
    try {
      const [{ code, out }, expected] = [await runHere(['add', ARCHIVE, '--queue', ...options]), await undisturbed()];
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining(`${REPORTS} queued`) });
      const db = await openCase(locateCase({ case: 'shared', database: server.url }), 'write');
      const chance = makeChance(SEED);
      for (let at = 0; at < DISTURBANCES; at++) {
        while (crew.size < WORKERS) crew.hire();
        await reach(db, Math.floor((REPORTS * (at + 0.5)) / DISTURBANCES));
        await KINDS[at % KINDS.length]?.(server, db, crew, chance);
        await wait(100);
      }
      while (crew.size < WORKERS) crew.hire();
      const last = await endOf(startLapwing(['work', '--silence', SILENCE, '--until-empty', ...options]));
      expect([last.code, last.errors]).toEqual([0, '']);
      for (const { code, errors } of await crew.dismiss()) expect([code, errors]).toEqual([STOPPED, expect.any(String)]);
      expect(await asked(() => listDead(db, 10))).toEqual([]);
      const { rows } = await sql`select count(*) as documents, count(distinct document) as records from coded_record`.execute(
        db.query,
      );
      expect(rows).toEqual([{ documents: REPORTS, records: REPORTS }]);
      await checkWhole(db);
      expect(await pictureOf(db)).toEqual(expected);
      await db.close();
    } finally {
      crew.killAll();
      server.stop();
    }
  });
});
