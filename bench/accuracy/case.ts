import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { loadEngine } from '../../src/engine/index.ts';
import { evaluateCase, f1, MEASURES, printScores, readGold, sumScores } from '../../src/evaluate/index.ts';
import { readDocument } from '../../src/read/index.ts';

/** Scores annotated documents, prints them, and keeps each document's F1 with the versions that reached it in
 * bench/results/case.json, so that what a change did to accuracy can be read off its diff.
 * Usage: node bench/accuracy/case.ts GOLD.gold.json… (each with its text beside it or in ../seeds) */

const RESULTS = new URL('../results/case.json', import.meta.url);

function readBeside(gold: string, name: string): Uint8Array {
  const folders = [dirname(gold), resolve(dirname(gold), '../seeds')];
  for (const folder of folders)
    try {
      return readFileSync(join(folder, basename(name)));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  throw new RangeError(`${name} is neither in ${folders.join(' nor in ')}`);
}

const files = process.argv.slice(2);
const engine = await loadEngine();
const scores = [];
for (const file of files) {
  const gold = readGold(readFileSync(file, 'utf8'), file);
  if (!gold.ok) throw new RangeError(`${gold.problem.subject}: ${gold.problem.detail}`);
  const { file: name, published } = gold.value.document;
  const article = await readDocument(readBeside(file, name), { name, published });
  if (!article.ok) throw new RangeError(`${article.problem.subject}: ${article.problem.detail}`);
  scores.push(evaluateCase(basename(file), gold.value, engine.record(article.value)));
}
const all = [...scores, sumScores(`${scores.length} documents`, scores)];
for (const one of all) console.log(printScores(one));

const rounded = (value: number | null) => value && Number(value.toFixed(3));
const rows = all.map(({ name, tallies }) => [
  name,
  Object.fromEntries(MEASURES.map((measure) => [measure, rounded(f1(tallies[measure]))])),
]);
mkdirSync(new URL('./', RESULTS), { recursive: true });
writeFileSync(RESULTS, `${JSON.stringify({ versions: engine.versions, f1: Object.fromEntries(rows) }, null, 2)}\n`);
