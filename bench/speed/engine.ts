import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { loadEngine } from '../../src/engine/index.ts';
import { makeArticle } from '../../src/read/index.ts';

/** How fast the whole engine is and what it takes: `node bench/speed/engine.ts [--save]`. Articles of 800 words are cut from the bundled
 * samples; time is processor time of this process, one thread, and beside it the clock, for the first articles and after twenty rounds. Peak memory of one
 * `lapwing code` is measured from outside: `/usr/bin/time -v lapwing code samples/01-lahore-mall-road.txt`. */

const ROOT = new URL('../../', import.meta.url);
const ARTICLE_WORDS = 800;
/** Rounds that warm up, as the first hundred articles of any run do, and rounds that are counted. */
const WARMING = 20;
const ROUNDS = 20;

function sampleWords(): readonly string[] {
  const folder = new URL('samples/', ROOT);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return texts.join('\n\n').split(/(?<=\s)(?=\S)/);
}

function articles(): readonly string[] {
  const words = sampleWords();
  const count = Math.floor(words.length / ARTICLE_WORDS);
  return Array.from({ length: count }, (_, at) => words.slice(at * ARTICLE_WORDS, (at + 1) * ARTICLE_WORDS).join(''));
}

/** Articles a second over some rounds. */
function measure(rounds: number): { readonly ofProcessor: number; readonly byClock: number } {
  const [before, start] = [process.cpuUsage(), performance.now()];
  for (let at = 0; at < rounds; at++) round();
  const { user, system } = process.cpuUsage(before);
  const clock = (performance.now() - start) / 1000;
  const perSecond = (seconds: number) => Math.round(((rounds * texts.length) / seconds) * 10) / 10;
  return { ofProcessor: perSecond((user + system) / 1e6), byClock: perSecond(clock) };
}

const started = performance.now();
const engine = await loadEngine();
const loadMilliseconds = Math.round(performance.now() - started);
const texts = articles();
const round = () => {
  for (const text of texts) {
    const article = makeArticle(text, 'bench', { published: '2017-03-20' });
    if (article.ok) engine.record(article.value);
  }
};
const cold = measure(1);
measure(WARMING - 1);
const warm = measure(ROUNDS);
const result = {
  how: 'node bench/speed/engine.ts --save: articles of 800 words cut from the samples, a second of processor time and of the clock, one thread: the first ones, and after twenty rounds',
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${process.version}`,
  loadMilliseconds,
  articles: texts.length,
  first: cold,
  warm,
};
console.log(JSON.stringify(result, null, 1));
if (process.argv.includes('--save'))
  writeFileSync(new URL('bench/results/2026-11-23-engine-speed.json', ROOT), `${JSON.stringify(result, null, 1)}\n`);
