import { describe, expect, test } from 'vitest';
import type { Article } from '../document/index.ts';
import type { ReadOptions } from './options.ts';
import { formatOf, guessFormat, readDocument, readDocuments } from './read-document.ts';

const SENTENCES = 'Rebels shelled the garrison at Veldra on Monday. The governor said that four soldiers had been killed.';

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? `\ufeff${text}` : text)].flatMap((character) => {
    const unit = character.charCodeAt(0);
    return bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
  });
  return new Uint8Array(units);
}

async function read(content: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<Article> {
  const result = await readDocument(typeof content === 'string' ? utf8(content) : content, { name: 'a.txt', ...options });
  if (!result.ok) throw new RangeError(`${result.problem.code}: ${result.problem.detail}`);
  return result.value;
}

async function problem(content: string | Uint8Array, options: Partial<ReadOptions> = {}): Promise<string> {
  const result = await readDocument(typeof content === 'string' ? utf8(content) : content, { name: 'a.txt', ...options });
  return result.ok ? 'read' : result.problem.code;
}

describe('encodings', () => {
  const quoted = '“It’s over,” he said – twice.';
  test.each([
    { name: 'UTF-8', bytes: utf8(quoted) },
    { name: 'UTF-8 with mark', bytes: utf8(`\ufeff${quoted}`) },
    { name: 'UTF-16 LE with mark', bytes: utf16(quoted, false, true) },
    { name: 'UTF-16 BE with mark', bytes: utf16(quoted, true, true) },
    { name: 'UTF-16 LE without mark', bytes: utf16(`${SENTENCES} ${quoted}`, false, false), text: `${SENTENCES} ${quoted}` },
    { name: 'UTF-16 BE without mark', bytes: utf16(`${SENTENCES} ${quoted}`, true, false), text: `${SENTENCES} ${quoted}` },
    {
      name: 'windows-1252',
      bytes: new Uint8Array([...`${SENTENCES} \x93It\x92s over,\x94 he said \x96 twice.`].map((c) => c.charCodeAt(0))),
      text: `${SENTENCES} ${quoted}`,
    },
  ])('$name', async ({ bytes, text = quoted }) => {
    expect((await read(bytes)).text).toBe(text);
  });
});

describe('the stored text', () => {
  test.each([
    { name: 'line ends become line feeds', given: 'One.\r\nTwo.\rThree.\u2028Four.', text: 'One.\nTwo.\nThree.\nFour.' },
    { name: 'odd spaces become plain ones', given: 'Ten\u00a0men\u2009fell.', text: 'Ten men fell.' },
    { name: 'what cannot be seen goes', given: 'gar\u00adri\u200bson\u2060', text: 'garrison' },
    { name: 'quotation marks stay as printed', given: '“Go,” ‘he’ said — "twice".', text: '“Go,” ‘he’ said — "twice".' },
    { name: 'controls become spaces', given: `One\u0001two. ${SENTENCES}`, text: `One two. ${SENTENCES}` },
    { name: 'nothing is trimmed', given: '\n  Go.  \n\n', text: '\n  Go.  \n\n' },
    { name: 'tabs stay', given: 'a\tb', text: 'a\tb' },
  ])('$name', async ({ given, text }) => {
    expect((await read(given)).text).toBe(text);
  });

  test('given spans move with what is dropped before and inside them', async () => {
    const text = 'The\r\ngar\u00adrison fell.';
    const start = text.indexOf('gar');
    const line = JSON.stringify({ text, entities: [{ start, end: start + 'gar\u00adrison'.length }] });
    const article = await read(line, { name: 'a.jsonl' });
    expect(article.givenEntities?.map((span) => article.text.slice(span.start, span.end))).toEqual(['garrison']);
  });
});

describe('refusals', () => {
  test.each([
    { name: 'nothing', content: '', code: 'read/empty' },
    { name: 'white space', content: ' \n\u00a0\n', code: 'read/empty' },
    {
      name: 'a picture',
      content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0, 1, 2, 3, 0xfe, 200, 0]),
      code: 'read/binary',
    },
    { name: 'too much', content: 'Go. '.repeat(600_000), code: 'read/too-large' },
    { name: 'too much by far', content: 'Go. '.repeat(1_200_000), code: 'read/too-large' },
    {
      name: 'German',
      content:
        'Die Regierung teilte am Montag mit, dass die Truppen sich aus dem Grenzgebiet zurückziehen werden. Der Minister sagte, man wolle die Gespräche mit den Aufständischen noch in diesem Monat wieder aufnehmen und die Gefangenen freilassen.',
      code: 'read/not-english',
    },
    { name: 'Russian, however short', content: 'Войска покинули город в понедельник утром.', code: 'read/not-english' },
    { name: 'a short line that could be anything', content: 'Kabul, Jalalabad, Torkham', code: 'read' },
    { name: 'English with many foreign names', content: `${SENTENCES} `.repeat(4), code: 'read' },
    { name: 'bad date', content: SENTENCES, options: { published: '2017-02-30' }, code: 'read/bad-date' },
    {
      name: 'date in digits that can be read two ways',
      content: SENTENCES,
      options: { published: '02/03/2017' },
      code: 'read/bad-date',
    },
    {
      name: 'page without text',
      content: '<html><body><script>a()</script></body></html>',
      options: { name: 'a.html' },
      code: 'read/empty',
    },
  ])('$name', async ({ content, options, code }) => {
    expect(await problem(content, options)).toBe(code);
  });
});

describe('publication dates', () => {
  test.each([
    { name: 'given', content: SENTENCES, options: { published: '2017-02-20' }, date: '2017-02-20', basis: 'given' },
    {
      name: 'line of its own',
      content: `Shells fall\n\nMonday, February 20, 2017\n\n${SENTENCES}`,
      date: '2017-02-20',
      basis: 'dateline',
    },
    {
      name: 'labelled line',
      content: `Shells fall\nPublished: 20 Feb 2017 10:45 GMT\n\n${SENTENCES}`,
      date: '2017-02-20',
      basis: 'dateline',
    },
    {
      name: 'given before dateline',
      content: `20 February 2017\n\n${SENTENCES}`,
      options: { published: '2017-02-21' },
      date: '2017-02-21',
      basis: 'given',
    },
    {
      name: 'dateline with year',
      content: `Veldra, 20 February 2017 (ANB) - ${SENTENCES}`,
      date: '2017-02-20',
      basis: 'dateline',
    },
    { name: 'dateline without year', content: `VELDRA, Feb. 20 — ${SENTENCES}`, date: null, basis: 'unknown' },
    { name: 'weekday of another day', content: `Sunday, February 20, 2017\n\n${SENTENCES}`, date: null, basis: 'unknown' },
    { name: 'date inside a sentence', content: `${SENTENCES} It began on February 20, 2017.`, date: null, basis: 'unknown' },
    { name: 'nothing said', content: SENTENCES, date: null, basis: 'unknown' },
  ])('$name', async ({ content, options, date, basis }) => {
    const { published, publishedBasis } = await read(content, options);
    expect([published, publishedBasis]).toEqual([date, basis]);
  });
});

describe('JSON lines', () => {
  const results = async (content: string) => {
    const found: string[] = [];
    for await (const result of readDocuments(utf8(content), { name: 'a.jsonl' }))
      found.push(result.ok ? `ok ${result.value.externalId}` : `${result.problem.subject} ${result.problem.code}`);
    return found;
  };

  test('a bad line is named and the rest go on', async () => {
    const lines = [
      JSON.stringify({ id: 'one', text: SENTENCES }),
      '{"id": "two"',
      '',
      JSON.stringify({ id: 'four', text: '' }),
      JSON.stringify({ id: 5, text: SENTENCES }),
      '[]',
      JSON.stringify({ text: 7 }),
      JSON.stringify({ text: SENTENCES, published: 'yesterday' }),
      JSON.stringify({ text: SENTENCES, entities: [{ start: 0, end: 900 }] }),
      JSON.stringify({ text: SENTENCES, entities: [{ start: 0, end: 6, text: 'rebels' }] }),
      JSON.stringify({ text: `${SENTENCES}\u00ad`, entities: [{ start: SENTENCES.length, end: SENTENCES.length + 1 }] }),
      JSON.stringify({ text: SENTENCES }),
    ];
    expect(await results(lines.join('\r\n'))).toEqual([
      'ok one',
      'a.jsonl:2 read/bad-json',
      'a.jsonl:4 read/empty',
      'ok 5',
      'a.jsonl:6 read/bad-json',
      'a.jsonl:7 read/bad-line',
      'a.jsonl:8 read/bad-date',
      'a.jsonl:9 read/bad-span',
      'a.jsonl:10 read/bad-span',
      'a.jsonl:11 read/bad-span',
      'ok null',
    ]);
  });

  test('all fields are taken over', async () => {
    const line = {
      id: 'x',
      text: SENTENCES,
      title: 'T',
      source: 'S',
      url: 'https://example.org/a',
      published: '2017-02-20T10:00:00Z',
    };
    expect(await read(JSON.stringify(line), { name: 'a.jsonl', published: '2001-01-01', source: 'Other' })).toMatchObject({
      externalId: 'x',
      title: 'T',
      source: 'S',
      url: 'https://example.org/a',
      published: '2017-02-20',
      publishedBasis: 'given',
      text: SENTENCES,
      givenEntities: null,
    });
  });
});

describe('formats', () => {
  test.each([
    ['a.txt', 'text'],
    ['A.HTML', 'html'],
    ['b/c.jsonl', 'jsonl'],
    ['a.pdf', null],
    ['txt', null],
  ])('%s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });

  test.each([
    ['<!DOCTYPE html><p>a', 'html'],
    ['{"text":"a"}', 'jsonl'],
    ['{sic} he said', 'text'],
    ['Rebels <b>', 'text'],
  ])('%s', (text, format) => {
    expect(guessFormat(text)).toBe(format);
  });
});
