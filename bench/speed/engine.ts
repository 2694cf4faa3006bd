import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { loadEngine } from '../../src/engine/index.ts';
import { makeArticle } from '../../src/read/index.ts';

/** How fast the whole engine is and what it takes: `node bench/speed/engine.ts [--save]`. Articles of 800 words are cut from the bundled
 * samples; time is processor time of this process, one thread; the first round warms up and is not counted. Peak memory of one
 * `lapwing code` is measured from outside: `/usr/bin/time -v lapwing code samples/01-lahore-mall-road.txt`. */

const ROOT = new URL('../../', import.meta.url);
const ARTICLE_WORDS = 800;
const ROUNDS = 5;

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

function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
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
processorSeconds(round);
const seconds = processorSeconds(() => {
  for (let at = 0; at < ROUNDS; at++) round();
});
const result = {
  how: 'node bench/speed/engine.ts --save: processor time of one thread, articles of 800 words cut from the samples, after one round of warming up',
  machine: `${cpus()[0]?.model ?? 'unknown'}, ${process.version}`,
  loadMilliseconds,
  articlesPerSecond: Math.round(((ROUNDS * texts.length) / seconds) * 10) / 10,
};
console.log(JSON.stringify(result, null, 1));
if (process.argv.includes('--save'))
  writeFileSync(new URL('bench/results/2026-11-23-engine-speed.json', ROOT), `${JSON.stringify(result, null, 1)}\n`);
