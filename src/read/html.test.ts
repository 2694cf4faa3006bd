import { describe, expect, test } from 'vitest';
import { processorTime } from '../../test/support/processor-time.ts';
import { readDocument } from './read-document.ts';

const PARAGRAPHS = [
  'Rebels shelled the garrison at Veldra on Monday, and four soldiers were killed, the governor of the province said.',
  'The shelling went on for two hours, residents said, and most of the shops in the harbour stayed closed all day.',
  'A spokesman for the rebels denied that his men had fired first, and accused the army of breaking the truce.',
];
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');

async function read(html: string, options = {}) {
  return readDocument(new TextEncoder().encode(html), { name: 'a.html', ...options });
}

async function article(html: string, options = {}) {
  const result = await read(html, options);
  if (!result.ok) throw new RangeError(result.problem.detail);
  return result.value;
}

function page(head: string, body = `<article>${BODY}</article>`): string {
  return `<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>${body}<script>track("x")</script></body></html>`;
}

test('title first, then the paragraphs, without menus and scripts', async () => {
  const { text, title, zones } = await article(page('<title>Shells fall on Veldra</title>'));
  expect(title).toBe('Shells fall on Veldra');
  expect(text).toBe(['Shells fall on Veldra', ...PARAGRAPHS].join('\n\n'));
  expect(zones).toEqual([{ kind: 'headline', span: { start: 0, end: 'Shells fall on Veldra'.length } }]);
});

test('captions are marked', async () => {
  const figure = '<figure><img src="a.jpg"><figcaption>Smoke over the harbour.</figcaption></figure>';
  const { text, zones } = await article(page('<title>T t t</title>', `<article>${BODY}${figure}${BODY}</article>`));
  expect(zones.filter(({ kind }) => kind === 'caption').map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'Smoke over the harbour.',
  ]);
});

describe('metadata', () => {
  const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const facts = { headline: 'Shells fall', datePublished: '2017-02-20T08:00:00+01:00', publisher: { name: 'Arland News' } };
  test.each([
    {
      name: 'JSON-LD',
      head: linked({ '@type': 'NewsArticle', ...facts }),
      found: ['Shells fall', 'Arland News', '2017-02-20'],
    },
    {
      name: 'JSON-LD graph',
      head: linked({ '@graph': [{ '@type': 'WebPage' }, { '@type': ['ReportageNewsArticle'], ...facts }] }),
      found: ['Shells fall', 'Arland News', '2017-02-20'],
    },
    {
      name: 'meta tags',
      head: '<meta property="og:title" content="Shells fall - Arland News"><meta property="og:site_name" content="Arland News"><meta property="article:published_time" content="2017-02-20">',
      found: ['Shells fall', 'Arland News', '2017-02-20'],
    },
    { name: 'title only', head: '<title>Shells fall</title>', found: ['Shells fall', null, null] },
    {
      name: 'broken JSON-LD',
      head: '<title>Shells fall</title><script type="application/ld+json">{"@type":</script>',
      found: ['Shells fall', null, null],
    },
    {
      name: 'a date that is none',
      head: '<title>Shells fall</title><meta name="date" content="soon">',
      found: ['Shells fall', null, null],
    },
  ])('$name', async ({ head, found }) => {
    const { title, source, published, publishedBasis } = await article(page(head));
    expect([title, source, published]).toEqual(found);
    expect(publishedBasis).toBe(published ? 'metadata' : 'unknown');
  });

  test('what the caller gives stands in, and his date before the page’s', async () => {
    const { source, published, publishedBasis } = await article(
      page('<title>T</title><meta name="date" content="2017-02-20">'),
      {
        source: 'Given',
        published: '2017-02-21',
      },
    );
    expect([source, published, publishedBasis]).toEqual(['Given', '2017-02-21', 'given']);
  });

  test('address', async () => {
    expect((await article(page('<link rel="canonical" href="https://example.org/a">'))).url).toBe('https://example.org/a');
    expect((await article(page('<link rel="canonical" href="javascript:alert(1)">'))).url).toBeNull();
  });
});

test('a page in windows-1252 that says so', async () => {
  const html = page('<meta charset="windows-1252"><title>T</title>', `<article>${BODY}<p>“It’s over,” he said.</p></article>`);
  const bytes = new Uint8Array(
    [...html.replace(/“/g, '\x93').replace(/”/g, '\x94').replace(/’/g, '\x92')].map((c) => c.charCodeAt(0)),
  );
  const result = await readDocument(bytes, { name: 'a.html' });
  expect(result.ok && result.value.text).toContain('“It’s over,” he said.');
});

test.each([
  { name: 'no body', html: '<html><x><p>Ferries are back.' },
  { name: 'text beside the body', html: '<html><head></head><body></body><p>Ferries are back.</p></html>' },
  { name: 'text after the page', html: '<html><body></body></html><p>Ferries are back.</p>' },
  { name: 'a head that never ends', html: '<html><head><p>Ferries are back.' },
  { name: 'a second body', html: '<html><body></body><body><p>Ferries are back.</p></body></html>' },
  { name: 'a page only in a comment', html: '<!-- <html> --><p>Ferries are back.</p>' },
])('a page with $name is read', async ({ html }) => {
  const read = await readDocument(Buffer.from(html), { name: 'page.html' });
  expect(read).toMatchObject({ ok: true, value: { text: 'Ferries are back.' } });
});

test('an unmarked fragment is read', async () => {
  expect((await article(BODY)).text).toBe(PARAGRAPHS.join('\n\n'));
});

describe('hostile pages end soon, read or refused', () => {
  test.each([
    { name: 'deep nesting', html: '<div>'.repeat(60_000) },
    { name: 'deep inline nesting', html: page('', '<b>'.repeat(3000) + BODY) },
    { name: 'many elements', html: '<br>'.repeat(300_000) },
    { name: 'stray signs', html: '<'.repeat(1_500_000) },
    { name: 'tags without end', html: '<a '.repeat(400_000) },
    { name: 'attributes without end', html: `<p ${'x="y" '.repeat(200_000)}>` },
    { name: 'comments without end', html: '<!--'.repeat(300_000) },
    { name: 'entities', html: `<p>${'&amp;'.repeat(300_000)}` },
    {
      name: 'deep JSON-LD',
      html: page(`<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`),
    },
    { name: 'tables', html: page('', '<table><tr><td>'.repeat(390) + BODY) },
    { name: 'long title', html: page(`<title>${'a '.repeat(300_000)}</title>`) },
  ])('$name', async ({ html }) => {
    const elapsed = processorTime();
    const result = await read(html);
    expect(typeof result.ok).toBe('boolean');
    expect(elapsed()).toBeLessThan(8000);
  });
});
