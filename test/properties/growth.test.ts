import { beforeAll, expect, test } from 'vitest';
import { type Engine, loadEngine } from '../../src/engine/index.ts';
import { bareArticle, SAMPLE_TEXTS } from './texts.ts';

/** Time grows with the length of a text, not with its square. */

const TIMEOUT = 120_000;
/** Milliseconds of processor time for 200,000 characters: a tenth of that is usual, the rest is for slow and busy machines. */
const LIMIT = 60_000;

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
  for (const text of SAMPLE_TEXTS) engine.code(bareArticle(text));
});

/** Processor time of coding a text, in milliseconds. */
function timeOf(text: string): number {
  const started = process.cpuUsage();
  engine.code(bareArticle(text));
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** The same words in an order without sense, every time the same; no full stop, so that sentences end only where they are cut off. */
function randomWords(length: number): string {
  const words = SAMPLE_TEXTS.flatMap((text) => text.split(/[\s.]+/)).filter((word) => word !== '');
  const parts: string[] = [];
  let state = 20261123;
  for (let size = 0; size < length; size += (parts.at(-1)?.length ?? 0) + 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    parts.push(words[state % words.length] ?? '');
  }
  return parts.join(' ').slice(0, length);
}

function repeatedNews(length: number): string {
  const paragraphs = SAMPLE_TEXTS.join('\n\n').split(/\n{2,}/);
  const parts: string[] = [];
  for (let size = 0; size < length; size += (parts.at(-1)?.length ?? 0) + 2)
    parts.push(paragraphs[parts.length % paragraphs.length] ?? '');
  return parts.join('\n\n').slice(0, length);
}

test('200,000 characters of random words are done in time', { timeout: TIMEOUT }, () => {
  expect(timeOf(randomWords(200_000))).toBeLessThan(LIMIT);
});

test.each([
  ['random words', randomWords],
  ['news', repeatedNews],
  ['event nouns without end', (length: number) => 'shelling '.repeat(length / 9)],
  ['verbs without end', (length: number) => 'rebels shelled troops and '.repeat(length / 26)],
])('twice the %s take less than three times as long', { timeout: TIMEOUT }, (_name, make) => {
  const once = Math.min(timeOf(make(40_000)), timeOf(make(40_000)));
  const twice = Math.min(timeOf(make(80_000)), timeOf(make(80_000)));
  expect(twice / once).toBeLessThan(3);
});
