import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';
import { makeValue, twisted } from './json.ts';
import { makeText, makeWords } from './text.ts';

const BLOCKS = [
  'div',
  'p',
  'article',
  'section',
  'main',
  'h1',
  'h2',
  'ul',
  'li',
  'table',
  'tr',
  'td',
  'figure',
  'figcaption',
  'blockquote',
];
const INLINE = ['b', 'i', 'a', 'span', 'em', 'time', 'br', 'img', 'sup', 'bdo', 'font'];
const ODD = [
  'script',
  'style',
  'svg',
  'math',
  'template',
  'noscript',
  'iframe',
  'select',
  'textarea',
  'title',
  'x-y',
  'plaintext',
  'form',
];
const CLASSES = ['article-body', 'story', 'sidebar', 'comment', 'ad', 'hidden', 'byline', 'share', 'footer', 'print'];
const META = [
  'og:title',
  'og:site_name',
  'article:published_time',
  'date',
  'og:url',
  'author',
  'twitter:title',
  'application-name',
];
const CHARSETS = [
  'utf-8',
  'utf-16',
  'iso-8859-1',
  'windows-1252',
  'gb2312',
  'shift_jis',
  'utf-7',
  'base64',
  'hex',
  'nonsense',
  'ucs2',
];
const ENTITIES = [
  '&amp;',
  '&lt;',
  '&nbsp;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&#99999999999;',
  '&notanentity',
  '&',
  '&#x202e;',
  '&quot',
];

/** A web page, sound or not: a report inside what pages are made of, its metadata, and damage. */
export function makePage(chance: Chance): Uint8Array {
  const report = chance.some(1, 8, () => `<p>${inline(chance)}</p>`).join('\n');
  const inside = chance.is(0.6)
    ? `<article class="${chance.pick(CLASSES)}"><h1>${makeWords(chance)}</h1>${report}</article>`
    : block(chance, 6);
  const body = [block(chance, 3), inside, block(chance, 3)].join('');
  const html = chance.is(0.8)
    ? `${chance.pick(['<!doctype html>', '', '<?xml version="1.0"?>'])}<html><head>${head(chance)}</head><body>${body}</body></html>`
    : body;
  const bytes = chance.is(0.9) ? Buffer.from(html, 'utf8') : Buffer.from(html, chance.pick(['latin1', 'utf16le'] as const));
  return chance.is(0.5) ? damage(chance, bytes) : bytes;
}

function head(chance: Chance): string {
  const metas = chance.some(
    0,
    5,
    () => `<meta ${chance.pick(['property', 'name', 'itemprop'])}="${chance.pick(META)}" content="${metaValue(chance)}">`,
  );
  return [
    chance.is(0.4) ? `<meta charset="${chance.pick(CHARSETS)}">` : '',
    `<title>${makeWords(chance)}</title>`,
    ...metas,
    chance.is(0.3)
      ? `<link rel="canonical" href="${chance.pick(['https://example.org/x', 'javascript:x', makeWords(chance)])}">`
      : '',
    chance.is(0.4) ? `<script type="application/ld+json">${linkedData(chance)}</script>` : '',
  ].join('\n');
}

function metaValue(chance: Chance): string {
  return chance.is(0.5)
    ? makeWords(chance)
    : chance.pick(['2017-02-19T08:00:00Z', '2017-02-30', 'https://example.org/', 'Feb 19, 2017']);
}

function linkedData(chance: Chance): string {
  const article = {
    '@graph': [
      {
        '@type': 'WebPage',
        mainEntity: {
          '@type': ['NewsArticle'],
          headline: makeWords(chance),
          datePublished: '2017-02-19',
          publisher: { name: 'X' },
        },
      },
    ],
  };
  return JSON.stringify(chance.is(0.2) ? makeValue(chance) : twisted(chance, article)).slice(
    0,
    chance.is(0.1) ? 40 : undefined,
  );
}

function block(chance: Chance, depth: number): string {
  if (depth === 0 || chance.is(0.2)) return inline(chance);
  const name = chance.pick(chance.is(0.85) ? BLOCKS : ODD);
  if (chance.is(0.03)) return `<${name}>`.repeat(chance.size(1, 3000));
  const inside = chance.some(0, 4, () => block(chance, depth - 1)).join(chance.pick(['', '\n']));
  return `<${name}${attributes(chance)}>${inside}${chance.is(0.9) ? `</${name}>` : ''}`;
}

function attributes(chance: Chance): string {
  return chance
    .some(0, 3, () => {
      const name = chance.pick(['class', 'id', 'style', 'href', 'hidden', 'dir', 'onclick', 'datetime', 'pubdate', 'a<b', '=']);
      const quote = chance.pick(['"', "'", '']);
      return ` ${name}=${quote}${chance.pick([chance.pick(CLASSES), 'display:none', makeWords(chance)])}${quote}`;
    })
    .join('');
}

function inline(chance: Chance): string {
  return chance
    .some(1, 6, () => {
      const kind = chance.below(10);
      if (kind < 5) return makeText(chance, 200);
      if (kind < 7) return `<${chance.pick(INLINE)}${attributes(chance)}>${makeWords(chance)}</${chance.pick(INLINE)}>`;
      if (kind < 8) return chance.pick(ENTITIES);
      return chance.pick(['<!-- x -->', '<!--', '-->', '<![CDATA[x]]>', '<br>', '<', '<>', '</>', '<?x?>', '</p>', '<p']);
    })
    .join(' ');
}
