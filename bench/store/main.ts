import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { CaseRecord } from '../../src/api/index.ts';
import { addDays, ok, textId } from '../../src/base/index.ts';
import { loadEngine } from '../../src/engine/index.ts';
import { addArticles } from '../../src/ingest/index.ts';
import { readJsonLine } from '../../src/read/index.ts';
import {
  beginRun,
  collect,
  countDocuments,
  countEvents,
  eachClaim,
  eachEvent,
  eachRecord,
  eachTie,
  listActors,
  listDocuments,
  locateCase,
  type OpenedCase,
  openCase,
  readStatement,
  saveDocument,
} from '../../src/store/index.ts';
import { makeChance } from '../../test/support/chance.ts';
import { generateReports } from './generate.ts';

/** What keeping cases costs: `node bench/store/main.ts [--reports 1000] [--events 100000] [--database postgres://…] [--save NAME] [--keep FILE]`.
 * Generated reports are coded and added; then the case is filled with copies of their records under other texts and days, and questions are
 * asked of it. Times are of the clock, on a machine that may have other work. */

const { values: options } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    events: { type: 'string', default: '100000' },
    database: { type: 'string' },
    save: { type: 'string' },
    keep: { type: 'string' },
  },
});
const REPORTS = Number(options.reports);
const EVENTS = Number(options.events);
/** How often each question is asked, with other values each time. */
const ASKED = 40;

const folder = mkdtempSync(join(tmpdir(), 'lapwing-bench-'));
const location = options.database
  ? locateCase({ case: `bench ${process.pid}`, database: options.database })
  : locateCase({ case: join(folder, 'bench') });
const now = () => new Date().toISOString();
const round = (value: number, places = 1) => Number(value.toFixed(places));

function sizeInMegabytes(): number | null {
  return location.dialect === 'sqlite' ? round(statSync(location.path).size / 1e6) : null;
}

async function add(): Promise<object> {
  const engine = await loadEngine();
  const db = await openCase(location, 'create');
  const run = await beginRun(db, 'bench', engine.versions, now());
  let coding = 0;
  const coder = {
    versions: engine.versions,
    ahead: 1,
    record(article: Parameters<typeof engine.record>[0]) {
      const start = performance.now();
      const record = engine.record(article);
      coding += performance.now() - start;
      return ok(record);
    },
  };
  async function* articles() {
    for (const [at, report] of generateReports(REPORTS).entries())
      yield readJsonLine(JSON.stringify(report), at + 1, { name: 'generated' });
  }
  const start = performance.now();
  let added = 0;
  for await (const { kind } of addArticles(db, articles(), coder, { run, now })) if (kind === 'added') added++;
  const seconds = (performance.now() - start) / 1000;
  const again = performance.now();
  for await (const { kind } of addArticles(db, articles(), coder, { run, now }))
    if (kind !== 'known') throw new RangeError(`a second run found something ${kind}`);
  const secondsAgain = (performance.now() - again) / 1000;
  const events = await countEvents(db);
  await db.close();
  return {
    reports: added,
    events,
    reportsPerSecond: round(added / seconds),
    storingMillisecondsPerReport: round((seconds * 1000 - coding) / added, 2),
    passedOverPerSecond: Math.round(REPORTS / secondsAgain),
    peakMemoryMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    fileMegabytes: sizeInMegabytes(),
  };
}

/** Copies of coded records under other texts, with their days moved on. */
async function fill(db: OpenedCase): Promise<object> {
  const models = await collect(eachRecord(db));
  let [events, copies] = [await countEvents(db), 0];
  // Only the filling does without waiting for the disk; adding is measured with it.
  if (db.dialect === 'sqlite') await sql`pragma synchronous = off`.execute(db.query);
  const start = performance.now();
  while (events < EVENTS) {
    const model = models[copies % models.length];
    if (!model) throw new RangeError('nothing to copy');
    const record = moveOn(model, 1 + Math.floor(copies / models.length), copies);
    const { externalId, title, source, url, published, publishedBasis, language } = record.document;
    const facts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
    await saveDocument(db, { record, facts, run: null, now: now() });
    events += record.events.length;
    copies++;
  }
  const seconds = (performance.now() - start) / 1000;
  return { copies, copiesPerSecond: Math.round(copies / seconds), events };
}

function moveOn(record: CaseRecord, days: number, copy: number): CaseRecord {
  const text = `${record.document.text}\n\nCopy ${copy}.`;
  const move = (day: string | null) => (day === null ? null : addDays(day, days * 37));
  return {
    ...record,
    document: { ...record.document, id: textId(text), text, published: move(record.document.published) },
    events: record.events.map((event) => ({
      ...event,
      time: event.time && { ...event.time, start: move(event.time.start), end: move(event.time.end) },
    })),
  };
}

/** The questions, each with a value chosen anew. */
async function makeQuestions(db: OpenedCase): Promise<Readonly<Record<string, () => Promise<unknown>>>> {
  const chance = makeChance(7);
  const pick = <T>(from: readonly T[]): T => {
    const value = from[Math.floor(chance() * from.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  const actors = (await listActors(db, { limit: 60 })).map(({ id }) => id);
  const events = await collect(eachEvent(db, { limit: 2000 }));
  const words = ['border', 'killed', 'militants', 'attack', 'refugees "closed the"', 'shell*', 'helicopter', 'talks'];
  const limit = 50;
  return {
    'events of an actor': () => collect(eachEvent(db, { actor: [pick(actors)], limit })),
    'events of a dyad': () => collect(eachEvent(db, { actor: [pick(actors)], recipient: [pick(actors)], limit })),
    'events of a type and status': () =>
      collect(eachEvent(db, { type: ['ASSAULT'], status: [pick(['actual', 'alleged', 'denied'])], limit })),
    'events of a month': () => {
      const from = `201${pick([5, 6, 7, 8])}-0${pick([1, 4, 7])}-01`;
      return collect(eachEvent(db, { from, to: addDays(from, 30), limit }));
    },
    'events at a place': () => collect(eachEvent(db, { place: [pick(events.flatMap(({ places }) => places)).id], limit })),
    'events by words': () => collect(eachEvent(db, { text: pick(words), limit })),
    'events a speaker tells of': () => collect(eachEvent(db, { speaker: [pick(actors)], limit })),
    'number of events of a dyad': () => countEvents(db, { actor: [pick(actors)], recipient: [pick(actors)] }),
    'claims of a speaker': () => collect(eachClaim(db, { speaker: [pick(actors)], limit })),
    'claims by words': () => collect(eachClaim(db, { text: pick(words), limit })),
    'ties of an actor': () => collect(eachTie(db, { actor: [pick(actors)], limit })),
    'documents by words': () => listDocuments(db, { text: pick(words), limit }),
    'the most frequent actors': () => listActors(db, { limit }),
    'a statement': () => readStatement(db, pick(events).id),
  };
}

async function ask(db: OpenedCase): Promise<object> {
  const questions = await makeQuestions(db);
  const latencies: Record<string, object> = {};
  const all: Time[] = [];
  for (const [name, question] of Object.entries(questions)) {
    const times: Time[] = [];
    for (let at = 0; at < ASKED; at++) {
      const [start, used] = [performance.now(), process.cpuUsage()];
      await question();
      const { user, system } = process.cpuUsage(used);
      times.push({ clock: performance.now() - start, processor: (user + system) / 1000 });
    }
    all.push(...times);
    latencies[name] = bothPercentiles(times);
  }
  return { all: bothPercentiles(all), ...latencies };
}

/** Milliseconds of the clock, and of this process on a processor: the second is what a machine without other work takes. */
interface Time {
  readonly clock: number;
  readonly processor: number;
}

function bothPercentiles(times: readonly Time[]): object {
  const part = (of: keyof Time) => percentiles(times.map((time) => time[of]));
  return { clock: part('clock'), processor: part('processor') };
}

function percentiles(times: readonly number[]): { readonly p50: number; readonly p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

try {
  const adding = await add();
  console.error(JSON.stringify(adding));
  const writer = await openCase(location, 'write');
  const filling = await fill(writer);
  console.error(JSON.stringify(filling));
  await writer.close();
  const reader = await openCase(location, 'read');
  const result = {
    how: `node bench/store/main.ts --reports ${REPORTS} --events ${EVENTS}: milliseconds and seconds of the clock`,
    machine: `${cpus()[0]?.model ?? 'unknown'}, two cores shared with other work, Node ${process.version}`,
    database: location.dialect,
    adding,
    filling: { ...filling, documents: await countDocuments(reader), fileMegabytes: sizeInMegabytes() },
    milliseconds: await ask(reader),
  };
  await reader.close();
  console.log(JSON.stringify(result, null, 1));
  if (options.save)
    writeFileSync(new URL(`../results/${options.save}`, import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
} finally {
  if (options.keep && location.dialect === 'sqlite') copyFileSync(location.path, options.keep);
  rmSync(folder, { recursive: true });
}
