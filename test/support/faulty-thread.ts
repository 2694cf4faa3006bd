import { parentPort } from 'node:worker_threads';
import { ok } from '../../src/base/index.ts';
import type { Article } from '../../src/document/index.ts';
import { exampleRecord } from './example-record.ts';

/** A thread of a worker pool that does as the article's text says, and remembers how many it did. */

let done = 0;

export default async function work({ number, article }: { readonly number: number; readonly article: Article }) {
  if (article.text === 'no engine') return { unloadable: new RangeError('data/actors/states.tsv:7: damaged') };
  parentPort?.postMessage(number);
  if (article.text === 'exit') process.exit(3);
  if (article.text === 'break') {
    setTimeout(() => {
      throw new Error('broken in passing');
    });
    await new Promise(() => {});
  }
  if (article.text === 'fill memory') for (const all: string[][] = []; ; ) all.push(Array.from({ length: 1e5 }, String));
  while (article.text === 'hang');
  const wait = /^wait (\d+)$/.exec(article.text)?.[1];
  if (wait) await new Promise((resolve) => setTimeout(resolve, Number(wait)));
  const record = exampleRecord();
  return ok({ ...record, document: { ...record.document, title: `${article.text}, ${++done}` } });
}
