/** What answers of the HTTP API cost on a case: `node bench/web/answers.ts CASE`. Prints milliseconds of processor time (the machine may
 * have other work) for the first answer after a change and for those after it, the slowest of all, and the bytes of one. */
import { cpus } from 'node:os';
import { Explainer } from '../../src/ingest/index.ts';
import { CaseView, createApp, Jobs } from '../../src/server/index.ts';
import { locateCase, openCase } from '../../src/store/index.ts';

const PATHS = [
  '/api/case',
  '/api/incidents?limit=200',
  '/api/incidents?limit=500&cursor=5000',
  '/api/incidents?limit=200&party=PAK',
  '/api/incidents?limit=200&type=ASSAULT&from=2016-01-01&to=2016-12-31',
  '/api/events?limit=200',
  '/api/claims?limit=200',
  '/api/disputes?limit=200',
  '/api/disputes?limit=200&party=PAK',
  '/api/agreements?limit=200',
  '/api/ties?limit=500',
  '/api/dyads?limit=500&level=country',
  '/api/exchange?a=PAK&b=AFG&level=country',
  '/api/ledger',
  '/api/sources',
  '/api/actors?limit=200',
  '/api/actors/PAK',
  '/api/search?q=border',
];
const TIMES = 20;

const [given = ''] = process.argv.slice(2);
const db = await openCase(locateCase({ case: given }), 'write');
const jobs = new Jobs(db, () => Promise.reject(new Error('nothing is added')));
const app = createApp({
  ...{
    name: given,
    note: null,
    db,
    writer: db,
    view: new CaseView(db, db),
    jobs,
    reviewer: 'bench',
    explainer: new Explainer(),
  },
  now: () => new Date().toISOString(),
});
const report: Record<string, unknown> = { machine: `${cpus()[0]?.model}, Node ${process.versions.node}` };

async function spend(path: string): Promise<{ readonly ms: number; readonly bytes: number }> {
  const before = process.cpuUsage();
  const answer = await app.request(`http://127.0.0.1:4317${path}`);
  const bytes = (await answer.arrayBuffer()).byteLength;
  const { user, system } = process.cpuUsage(before);
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return { ms: Math.round((user + system) / 1000), bytes };
}

for (const path of PATHS) {
  const first = await spend(path);
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) times.push((await spend(path)).ms);
  times.sort((a, b) => a - b);
  report[path] = {
    firstMs: first.ms,
    medianMs: times[TIMES / 2],
    p95Ms: times[Math.ceil(TIMES * 0.95) - 1],
    kilobytes: Math.round(first.bytes / 1000),
  };
}
console.log(JSON.stringify(report, null, 2));
await db.close();
