import { readFileSync } from 'node:fs';
import { loadEngine } from '../../src/engine/index.ts';
import { readText } from '../../src/read/index.ts';

/** Scores the inferred day of publication on texts of our own (bench/accuracy/own/published.jsonl), each made from dated public
 * facts and given without its date; where `published` is null nothing may be inferred.
 * Usage: node bench/accuracy/published.ts [SET…] [--explain] (sets: published, published-second; both where none is named) */

interface Item {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
}

const explain = process.argv.includes('--explain');
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const sets = named.length > 0 ? named : ['published', 'published-second'];
const items = sets
  .map((name) => readFileSync(new URL(`own/${name}.jsonl`, import.meta.url), 'utf8'))
  .join('\n')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Item => JSON.parse(line));
const engine = await loadEngine();
const counts = new Map<string, number>();
for (const { id, published, text } of items) {
  const article = readText(text, { name: id });
  if (!article.ok) throw new RangeError(`${id}: ${article.problem.detail}`);
  const { document } = engine.record(article.value);
  const verdict = judge(published, document.published);
  counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  if (verdict.startsWith('right')) continue;
  console.log(`${verdict}: ${id} is ${published ?? 'not to be told'}, given ${document.published ?? 'nothing'}`);
  if (explain)
    for (const { span, rule, from, to } of document.publishedEvidence)
      console.log(`    ${rule} "${span.text}": ${from} to ${to}`);
}
for (const [verdict, count] of [...counts].sort()) console.log(`${verdict}: ${count}`);

function judge(wanted: string | null, given: string | null): string {
  if (wanted === given) return wanted === null ? 'rightly abstained' : 'right';
  return given === null ? 'abstained' : wanted === null ? 'wrong, should have abstained' : 'wrong';
}
