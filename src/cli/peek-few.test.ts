import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../base/index.ts';
import { type Article, bareArticle } from '../document/index.ts';
import { peekFew } from './peek-few.ts';

const NEVER = new AbortController().signal;

async function* articles(count: number, characters: number): AsyncGenerator<Result<Article>> {
  for (let number = 0; number < count; number++) yield ok(bareArticle(`${number} `.padEnd(characters, 'x')));
  yield fail('read/empty-text', 'last', 'no text');
}

async function texts(inputs: AsyncIterable<Result<Article>>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const read of inputs) all.push(read.ok ? (read.value.text.split(' ')[0] ?? '') : read.problem.subject);
  return all;
}

test.each([
  { count: 0, characters: 1, isFew: true },
  { count: 7, characters: 1000, isFew: true },
  { count: 8, characters: 1000, isFew: false },
  { count: 1, characters: 39_000, isFew: true },
  { count: 1, characters: 41_000, isFew: false },
])('$count texts of $characters characters, and one that failed: few is $isFew, and nothing is lost', async (row) => {
  const peeked = await peekFew(articles(row.count, row.characters), NEVER);
  expect(peeked.isFew).toBe(row.isFew);
  expect(await texts(peeked.inputs)).toEqual([...Array.from({ length: row.count }, (_, number) => String(number)), 'last']);
});

test('a source that keeps one waiting is not waited for, but for its first document', async () => {
  let give = () => {};
  async function* slow(): AsyncGenerator<Result<Article>> {
    await new Promise((resolve) => setTimeout(resolve, 250));
    yield ok(bareArticle('0 first'));
    await new Promise<void>((resolve) => {
      give = resolve;
    });
    yield ok(bareArticle('1 second'));
  }
  const peeked = await peekFew(slow(), NEVER);
  expect(peeked.isFew).toBe(false);
  give();
  expect(await texts(peeked.inputs)).toEqual(['0', '1']);
});

test('a failure of the source is met by who reads on', async () => {
  async function* broken(): AsyncGenerator<Result<Article>> {
    yield ok(bareArticle('0 first'));
    throw new Error('disk');
  }
  await expect(peekFew(broken(), NEVER)).rejects.toThrow('disk');
});

test('stopped, it waits for nothing', async () => {
  const stop = new AbortController();
  async function* endless(): AsyncGenerator<Result<Article>> {
    await new Promise(() => {});
    yield ok(bareArticle('never'));
  }
  setTimeout(() => stop.abort(), 20);
  expect((await peekFew(endless(), stop.signal)).isFew).toBe(false);
});
