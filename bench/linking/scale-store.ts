import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseRecord, RecordEvent } from '../../src/api/index.ts';
import { addDays, textId } from '../../src/base/index.ts';
import { linkCase, weighCase } from '../../src/ingest/index.ts';
import { countIncidents, locateCase, openCase, type SourceFacts, saveDocument } from '../../src/store/index.ts';
import { makeChance } from '../../test/support/chance.ts';

/** How the cost of linking grows in a case file: `node bench/linking/scale-store.ts [--save] [DOCUMENTS …]`. Reports of three events each,
 * drawn (seeded) from 60 happenings a day in 40 countries, are stored and linked fifty at a time, as `lapwing add` does. */

const given = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const SIZES = given.length > 0 ? given.map(Number) : [1_000, 10_000];
const BATCH = 50;
const NOW = '2026-11-23T12:00:00.000Z';

function reportOf(number: number, random: () => number): CaseRecord {
  const text = `Report ${number}: ${Array.from({ length: 40 }, () => Math.floor(random() * 1e6).toString(36)).join(' ')}`;
  const published = addDays('2012-01-01', Math.floor(number / 60));
  const span = { start: 0, end: 6, text: 'Report' };
  const parties = new Set<string>();
  const places = new Map<string, CaseRecord['places'][number]>();
  const events = Array.from({ length: 3 }, (_, at): RecordEvent => {
    // A happening of the last three days: its number tells everything about it.
    const happening = number - Math.floor(random() * 180);
    const fixed = makeChance(happening + 1_000_000);
    const country = `C${String(Math.floor(fixed() * 40)).padStart(2, '0')}`;
    const [actor, recipient, town] = [`${country}:MIL`, `${country}:CVL`, `${country}-${Math.floor(fixed() * 30)}`];
    const day = addDays('2012-01-01', Math.floor(happening / 60));
    const killed = Math.floor(fixed() * 40);
    parties.add(actor).add(recipient);
    const [latitude, longitude] = [Number(town.split('-')[1]), Number(country.slice(1)) * 4];
    places.set(town, { id: town, name: town, kind: 'city', country, latitude, longitude, mentions: [] });
    return {
      ...{ id: `e${at + 1}`, type: fixed() < 0.6 ? 'ASSAULT' : 'COERCE', modes: [], contexts: [], actors: [actor] },
      ...{ recipients: [recipient], places: random() < 0.8 ? [town] : [], status: 'actual', score: -9, trigger: span },
      time: random() < 0.7 ? { start: day, end: day, span } : null,
      harm: random() < 0.5 ? { killed: { low: killed, high: killed } } : null,
      evidence: { start: 0, end: text.length, text: `${text} ${town} ${killed}` },
      ...{ claims: [], sameAs: [], confidence: 0.9 },
    };
  });
  return {
    ...{ schema: 'lapwing/1', versions: { lapwing: '0', model: '0', lexicon: '0', knowledge: '0' } },
    document: {
      ...{ id: textId(text), externalId: null, title: null, source: `Outlet ${number % 20}`, url: null, published },
      ...{ publishedBasis: 'given', publishedEvidence: [], language: 'en', text },
    },
    actors: [...parties].map((id) => {
      const country = id.slice(0, 3);
      return {
        id,
        name: id,
        kind: id.endsWith('MIL') ? 'military' : 'people',
        country,
        sector: null,
        aliases: [],
        mentions: [],
      };
    }),
    ...{ places: [...places.values()], events, claims: [], ties: [], figures: [], times: [] },
  };
}

async function measure(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-scale-'));
  const db = await openCase(locateCase({ case: join(folder, 'scale') }), 'create');
  const random = makeChance(17);
  let [stored, linked, lastLinked] = [0, 0, 0];
  for (let at = 0; at < count; at += BATCH) {
    const begun = performance.now();
    for (let number = at; number < Math.min(count, at + BATCH); number++) {
      const record = reportOf(number, random);
      const { externalId, title, source, url, published, publishedBasis, language } = record.document;
      const facts: SourceFacts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
      await saveDocument(db, { record, facts, run: null, now: NOW });
    }
    const between = performance.now();
    for await (const _ of linkCase(db));
    const ended = performance.now();
    stored += between - begun;
    linked += ended - between;
    if (at >= count - 10 * BATCH) lastLinked += ended - between;
  }
  const begun = performance.now();
  await weighCase(db);
  const weighed = performance.now() - begun;
  const incidents = await countIncidents(db);
  await db.close();
  rmSync(folder, { recursive: true });
  return {
    documents: count,
    incidents,
    storeMsPerDocument: round(stored / count),
    linkMsPerDocument: round(linked / count),
    linkMsPerDocumentInTheLast500: round(lastLinked / Math.min(count, 10 * BATCH)),
    weighSeconds: round(weighed / 1000),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const results = [];
for (const size of SIZES) {
  const result = await measure(size);
  console.log(JSON.stringify(result));
  results.push(result);
}
if (process.argv.includes('--save'))
  writeFileSync(
    new URL('../results/2026-11-23-linking-store.json', import.meta.url),
    `${JSON.stringify({ machine: cpus()[0]?.model, node: process.version, results }, null, 2)}\n`,
  );
