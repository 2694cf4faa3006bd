import { readFileSync } from 'node:fs';
import { loadEngine } from '../../src/engine/index.ts';
import { readText } from '../../src/read/index.ts';

/** Scores date expressions on sentences of our own (bench/accuracy/own/dates.jsonl, or another set by name): an expression is right where one is found that
 * overlaps its words and has the same first and last day; sentences without dates must give none.
 * Usage: node bench/accuracy/dates.ts [SET] [--misses N] */

interface Wanted {
  readonly text: string;
  readonly start: string | null;
  readonly end: string | null;
}

interface Item {
  readonly id: string;
  readonly published: string | null;
  readonly text: string;
  readonly dates: readonly Wanted[];
}

const at = process.argv.indexOf('--misses');
const shown = at < 0 ? Number.POSITIVE_INFINITY : Number(process.argv[at + 1]);
const set = process.argv.slice(2).find((word) => /^[a-z-]*dates[a-z-]*$/.test(word)) ?? 'dates';
const items = readFileSync(new URL(`own/${set}.jsonl`, import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Item => JSON.parse(line));
const engine = await loadEngine();
const score = { right: 0, wanted: 0, found: 0, quiet: 0, quietRight: 0 };
const misses: string[] = [];
for (const { id, published, text, dates } of items) {
  const article = readText(text, { name: id, published });
  if (!article.ok) throw new RangeError(`${id}: ${article.problem.detail}`);
  const { times } = engine.record(article.value);
  let cursor = 0;
  let right = 0;
  for (const wanted of dates) {
    const start = text.indexOf(wanted.text, cursor);
    cursor = start + wanted.text.length;
    const overlapping = times.filter(({ span }) => span.start < cursor && span.end > start);
    if (overlapping.some((time) => time.start === wanted.start && time.end === wanted.end)) right++;
    else
      misses.push(
        `${id} "${wanted.text}": ${show(wanted)}, given ${overlapping.map(show).join('; ') || 'nothing'} in: ${text}`,
      );
  }
  if (times.length > dates.length) misses.push(`${id} too many: ${times.map(({ span }) => span.text).join('; ')} in: ${text}`);
  score.right += right;
  score.wanted += dates.length;
  score.found += times.length;
  if (dates.length === 0) score.quiet++;
  if (dates.length === 0 && times.length === 0) score.quietRight++;
}
for (const miss of misses.slice(0, shown)) console.log(miss);
console.log(
  `right ${score.right} of ${score.wanted} expressions (${(score.right / score.wanted).toFixed(3)}), ${score.found} found`,
);
console.log(`without dates: ${score.quietRight} of ${score.quiet} left alone`);

function show({ start, end }: { readonly start: string | null; readonly end: string | null }): string {
  return `${start ?? '-'}..${end ?? '-'}`;
}
