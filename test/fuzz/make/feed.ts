import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';
import { makeText, makeWords } from './text.ts';

const DAYS = ['Sun, 19 Feb 2017 10:00:00 GMT', '2017-02-19T10:00:00Z', '2017-02-30', 'yesterday', ''];
const ENTITIES = ['&amp;', '&#x0;', '&#xd800;', '&lol;', '&#99999999;', '<![CDATA[<p>x</p>]]>', ']]>', '&lt;p&gt;'];

/** An RSS or Atom feed, sound or not. */
export function makeFeed(chance: Chance): Uint8Array {
  const isAtom = chance.is(0.4);
  const items = chance.some(0, 5, () => makeItem(chance, isAtom)).join('\n');
  const encoding = chance.pick(['utf-8', 'utf-8', 'iso-8859-1', 'utf-16', 'nonsense']);
  const doctype = chance.is(0.1) ? '<!DOCTYPE x [<!ENTITY lol "ha"><!ENTITY lol2 "&lol;&lol;">]>' : '';
  const head = `<?xml version="1.0" encoding="${encoding}"?>${doctype}`;
  const title = `<title>${text(chance)}</title>`;
  const feed = isAtom
    ? `<feed xmlns="http://www.w3.org/2005/Atom">${title}${items}</feed>`
    : `<rss version="2.0"><channel>${title}<link>https://example.org/</link>${items}</channel></rss>`;
  const bytes = Buffer.from(head + feed, 'utf8');
  return chance.is(0.5) ? damage(chance, bytes) : bytes;
}

function makeItem(chance: Chance, isAtom: boolean): string {
  const fields = isAtom
    ? ['id', 'title', 'updated', 'content', 'summary']
    : ['guid', 'title', 'pubDate', 'description', 'content:encoded'];
  const inside = fields.map((name) => {
    const value = /^(?:updated|pubDate)$/.test(name) ? chance.pick(DAYS) : text(chance);
    return chance.is(0.85) ? `<${name}${chance.is(0.2) ? ' type="html"' : ''}>${value}</${name}>` : '';
  });
  return isAtom ? `<entry>${inside.join('')}<link href="https://example.org/a"/></entry>` : `<item>${inside.join('')}</item>`;
}

function text(chance: Chance): string {
  const plain = chance.is(0.5) ? makeText(chance, 300) : makeWords(chance);
  const escaped = chance.is(0.8) ? plain.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`) : plain;
  return escaped + (chance.is(0.2) ? chance.pick(ENTITIES) : '');
}
