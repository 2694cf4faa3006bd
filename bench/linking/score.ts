import { readFileSync, writeFileSync } from 'node:fs';
import type { CaseRecord } from '../../src/api/index.ts';
import { readInputs } from '../../src/cli/inputs.ts';
import { loadEngine } from '../../src/engine/index.ts';
import { type Clusters, clusterRates, onCommonMentions, scoreClusters } from '../../src/evaluate/index.ts';
import { compareTellings, groupTellings, isTold, type Telling, tellingsOf } from '../../src/link/index.ts';

/** How well tellings are joined into happenings: `node bench/linking/score.ts [--save] [--show]`. Everything is linked at once; scores are
 * B-cubed (Bagga and Baldwin 1998) on the tellings that were found, by split. `--show` prints what of dev is joined wrongly. */

const FOLDER = new URL('./', import.meta.url);
const SAMPLES = new URL('../../samples/', import.meta.url);

interface GoldRow {
  readonly split: string;
  readonly report: string;
  readonly words: string;
  readonly occurrence: number;
  readonly happening: string;
}

function readGold(): readonly GoldRow[] {
  const lines = readFileSync(new URL('incidents.tsv', FOLDER), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('split\t'))
    .map((line) => {
      const [split = '', report = '', words = '', occurrence = '1', happening = ''] = line.split('\t');
      return { split, report, words, occurrence: Number(occurrence), happening };
    });
}

/** The records of all reports, by the names the gold has for them. The samples' dates are those of their manifest. */
async function readRecords(): Promise<ReadonlyMap<string, CaseRecord>> {
  const engine = await loadEngine();
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', SAMPLES), 'utf8')) as {
    readonly reports: readonly { readonly file: string; readonly source: string; readonly published: string }[];
  };
  const records = new Map<string, CaseRecord>();
  for (const file of [...new Set(manifest.reports.map((report) => report.file))]) {
    const facts = manifest.reports.find((report) => report.file === file);
    const known = file.endsWith('.jsonl') ? {} : { published: facts?.published ?? null, source: facts?.source ?? null };
    let number = 0;
    for await (const read of readInputs([new URL(file, SAMPLES).pathname], known)) {
      if (!read.ok) throw new RangeError(`${file}: ${read.problem.detail}`);
      const letter = file.endsWith('.jsonl') ? String.fromCharCode('a'.charCodeAt(0) + number++) : '';
      records.set(file.slice(0, 2) + letter, engine.record(read.value));
    }
  }
  for await (const read of readInputs([new URL('reports.jsonl', FOLDER).pathname], {})) {
    if (!read.ok) throw new RangeError(`reports.jsonl: ${read.problem.detail}`);
    records.set(read.value.externalId ?? '', engine.record(read.value));
  }
  return records;
}

/** Where the words of a row stand in the text. */
function findWords({ report, words, occurrence }: GoldRow, text: string): { readonly start: number; readonly end: number } {
  let start = -1;
  for (let at = 0; at < occurrence; at++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(`incidents.tsv: report ${report} has no "${words}" (${occurrence})`);
  return { start, end: start + words.length };
}

const gold = readGold();
const records = await readRecords();
const tellings = [...records.values()].flatMap(tellingsOf);
const told = new Map(tellings.filter(isTold).map((telling) => [telling.id, telling]));
const found = new Map<string, GoldRow>();
const missed: GoldRow[] = [];
for (const row of gold) {
  const record = records.get(row.report);
  if (!record) throw new RangeError(`incidents.tsv: no report ${row.report}`);
  const { start, end } = findWords(row, record.document.text);
  const events = record.events.filter(({ trigger }) => trigger.start < end && start < trigger.end);
  const ids = events.map(({ id }) => `${record.document.id}#${id}`).filter((id) => told.has(id));
  for (const id of ids) found.set(id, row);
  if (ids.length === 0) missed.push(row);
}
const groups = groupTellings(tellings);

function score(split: string) {
  const rows = [...found].filter(([, row]) => split === 'all' || row.split === split);
  const happenings = new Map<string, string[]>();
  for (const [id, { happening }] of rows) happenings.set(happening, [...(happenings.get(happening) ?? []), id]);
  const wanted: Clusters = [...happenings.values()];
  const given: Clusters = groups.map((group) => group.tellings.map(({ id }) => id));
  const common = onCommonMentions(wanted, given);
  const { recall, precision, f1 } = clusterRates(scoreClusters(common.gold, common.found).b3);
  const apart = clusterRates(
    scoreClusters(
      common.gold,
      common.gold.flatMap((each) => each.map((id) => [id])),
    ).b3,
  );
  const all = gold.filter((row) => split === 'all' || row.split === split);
  return {
    split,
    told: all.length,
    found: rows.length,
    happenings: wanted.length,
    joined: common.found.filter(({ length }) => length > 1).length,
    b3: { precision: round(precision), recall: round(recall), f1: round(f1) },
    nothingJoined: round(apart.f1),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function quote(telling: Telling): string {
  const record = [...records.values()].find(({ document }) => document.id === telling.document);
  const event = record?.events.find(({ id }) => id === telling.event);
  const name = [...records].find(([, each]) => each === record)?.[0];
  const parties = `[${telling.actors.map(({ id }) => id)}]>[${telling.recipients.map(({ id }) => id)}] @${telling.places.map(({ id }) => id)} ${telling.time?.start ?? ''}..${telling.time?.end ?? ''} ${telling.modes}`;
  return `${name} ${telling.event} ${telling.type} ${parties} ${JSON.stringify(telling.harm)} "${event?.trigger.text}": ${event?.evidence.text.slice(0, 100)}`;
}

/** What of dev is joined that is two, and what is apart that is one. */
function show(): void {
  const isDev = (id: string) => found.get(id)?.split === 'dev';
  for (const group of groups) {
    const names = new Set(group.tellings.filter(({ id }) => isDev(id)).map(({ id }) => found.get(id)?.happening));
    if (names.size < 2) continue;
    console.log('\nJOINED', [...names].join(' '));
    for (const telling of group.tellings) console.log('  ', found.get(telling.id)?.happening ?? '?', '|', quote(telling));
  }
  const groupOf = new Map(groups.flatMap((group) => group.tellings.map(({ id }) => [id, group.id] as const)));
  const happenings = new Map<string, string[]>();
  for (const [id, { happening, split }] of found)
    if (split === 'dev') happenings.set(happening, [...(happenings.get(happening) ?? []), id]);
  for (const [happening, ids] of happenings) {
    if (new Set(ids.map((id) => groupOf.get(id))).size < 2) continue;
    console.log('\nAPART', happening);
    for (const id of ids) {
      const telling = told.get(id);
      if (telling) console.log('  ', groupOf.get(id), '|', quote(telling));
      for (const other of ids.slice(0, ids.indexOf(id))) {
        const [a, b] = [told.get(id), told.get(other)];
        if (!a || !b || groupOf.get(id) === groupOf.get(other)) continue;
        const likeness = compareTellings(a, b);
        const said = likeness?.reasons.map(({ about, points }) => `${about} ${points}`).join(', ');
        console.log('       to', other.split('#')[1], likeness ? `${likeness.points}: ${said}` : 'cannot be one');
      }
    }
  }
  console.log(
    '\nMISSED',
    missed
      .filter(({ split }) => split === 'dev')
      .map(({ report, words }) => `${report}:${words}`)
      .join(', '),
  );
}

// While points are tuned only dev is looked at.
const scores = (process.argv.includes('--show') ? ['dev'] : ['dev', 'test', 'all']).map(score);
for (const each of scores) console.log(JSON.stringify(each));
if (process.argv.includes('--show')) show();
if (process.argv.includes('--save'))
  writeFileSync(new URL('../results/2026-11-23-linking.json', FOLDER), `${JSON.stringify(scores, null, 2)}\n`);
