import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Article } from '../../src/document/index.ts';
import { loadLanguageModels, readLanguage, tokeniseOnly } from '../../src/language/index.ts';
import { rawDocuments, readTreebank } from '../../training/corpora.ts';

const SPLITS = ['ewt-train', 'gum-train', 'ewt-dev', 'gum-dev', 'ewt-test', 'gum-test'];

function articles(): readonly Article[] {
  const nothing = { externalId: null, title: null, source: null, url: null, published: null, givenEntities: null };
  return SPLITS.flatMap((name) => rawDocuments(readTreebank(name))).map(({ name, text }) => ({
    ...nothing,
    id: name,
    publishedBasis: 'unknown',
    language: 'en',
    text,
    zones: [],
  }));
}

/** Words per second of processor time. */
function speed(
  documents: readonly Article[],
  run: (article: Article) => number,
): { words: number; seconds: number; wordsPerSecond: number } {
  const started = process.cpuUsage();
  let words = 0;
  for (const document of documents) words += run(document);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  return { words, seconds: Math.round(seconds * 100) / 100, wordsPerSecond: Math.round(words / seconds) };
}

/** Usage: `node bench/speed/language.ts [--save]`: the whole stage from raw text beside a pass that only splits words and
 * sentences, one core, processor time, the first twentieth of the documents as warm-up. */
function main(): void {
  const bytes = new Uint8Array(readFileSync('weights/english.bin'));
  const started = performance.now();
  const models = loadLanguageModels(bytes);
  const loadMilliseconds = Math.round(performance.now() - started);
  const documents = articles();
  const warmUp = documents.slice(0, Math.ceil(documents.length / 20));
  for (const document of warmUp) readLanguage(document, models);
  const whole = speed(documents, (document) => readLanguage(document, models).tokens.length);
  const tokens = speed(documents, (document) => tokeniseOnly(document, models));
  const how = 'node bench/speed/language.ts --save: one process, processor time, text rebuilt from EWT and GUM';
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${process.version}`;
  const result = {
    date: new Date().toISOString().slice(0, 10),
    how,
    machine,
    loadMilliseconds,
    bytes: bytes.length,
    whole,
    tokens,
  };
  console.log(JSON.stringify(result, null, 1));
  if (process.argv.includes('--save'))
    writeFileSync(`bench/results/${result.date}-language-speed.json`, `${JSON.stringify(result, null, 1)}\n`);
}

main();
