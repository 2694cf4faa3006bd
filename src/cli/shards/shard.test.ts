import { expect, test } from 'vitest';
import { toShards } from './shard.ts';

test.each([
  { path: 'archive/part-0001.jsonl.gz', name: 'part-0001' },
  { path: '/news/2016.05.zip', name: '2016.05' },
  { path: 'reports/', name: 'reports' },
  { path: 'CRAWL.WARC.GZ', name: 'CRAWL' },
  { path: '_hidden.txt', name: 'hidden' },
  { path: '..jsonl', name: 'shard' },
  { path: 'a b/ü (1).txt', name: '---1-' },
])('the shard of $path is $name', ({ path, name }) => {
  expect(toShards([path])).toEqual({ ok: true, value: [{ name, path }] });
});

test.each([[['a.jsonl', 'b/a.jsonl.gz']], [['-']], [['a.txt', '-']]])('%j are no shards', (paths) => {
  expect(toShards(paths)).toMatchObject({ ok: false, problem: { code: 'cli/bad-shard' } });
});
