import { describe, expect, test } from 'vitest';
import { readTold } from '../../test/support/read-told.ts';

const REPORT = 'The army shelled two villages in the valley on Monday, officials of the province said.';

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Daily Example</title>${items}</channel></rss>`;

describe('feeds', () => {
  test.each([
    {
      name: 'an item of RSS: address, id, day as written, title unescaped twice',
      feed: rss(
        `<item><title>Army &amp;#8211; village</title><link>https://d.example/1</link><guid isPermaLink="false">g-1</guid><pubDate>Sun, 19 Feb 2017 23:30:00 +0500</pubDate><content:encoded><![CDATA[<p>${REPORT}</p><p>Nobody was hurt.</p>]]></content:encoded><description>Short</description></item>`,
      ),
      told: [
        `a.xml:1 Army – village|The Daily Example|https://d.example/1|g-1|2017-02-19|metadata Army – village\n\n${REPORT}\n\nNobody was hurt.`,
      ],
    },
    {
      name: 'a summary is told as one, and an item taken over has its own source',
      feed: rss(`<item><source url="https://o.example/">Other Paper</source><description>${REPORT}</description></item>`),
      told: [`a.xml:1 |Other Paper||||unknown ${REPORT} (its feed holds a summary only)`],
    },
    {
      name: 'an empty item, and one in French, and the rest go on',
      feed: rss(
        `<item><title>x</title></item><item><description>L'armée a bombardé lundi deux villages de la vallée, ont déclaré les responsables de la province. Les habitants ont fui vers le nord pendant la nuit, et plusieurs maisons ont été détruites par les obus.</description></item><item><description>${REPORT}</description></item>`,
      ),
      told: [
        'a.xml:1 read/empty: an item without text',
        'a.xml:2 read/not-english: the text is not in English (looks like fra)',
        `a.xml:3 |The Daily Example||||unknown ${REPORT} (its feed holds a summary only)`,
      ],
    },
    {
      name: 'an entry of Atom: the alternate link, the day of publication before that of the update',
      feed: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Shelling</title><id>tag:1</id><link rel="self" href="https://w.example/self"/><link href="https://w.example/1"/><published>2017-02-19T01:00:00+05:00</published><updated>2018-01-01T00:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${REPORT}</p></div></content></entry></feed>`,
      told: [`a.xml:1 Shelling|Wire|https://w.example/1|tag:1|2017-02-19|metadata Shelling\n\n${REPORT}`],
    },
    {
      name: 'RDF (RSS 1.0)',
      feed: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel><item rdf:about="https://r.example/1"><title>Shelling</title><link>https://r.example/1</link><description>${REPORT}</description><dc:date>2017-02-19</dc:date></item></rdf:RDF>`,
      told: [
        `a.xml:1 Shelling|R|https://r.example/1|https://r.example/1|2017-02-19|metadata Shelling\n\n${REPORT} (its feed holds a summary only)`,
      ],
    },
    {
      name: 'another address than of the web is none',
      feed: rss(`<item><link>javascript:alert(1)</link><description>${REPORT}</description></item>`),
      told: [`a.xml:1 |The Daily Example||||unknown ${REPORT} (its feed holds a summary only)`],
    },
    { name: 'no items', feed: rss(''), told: ['a.xml read/empty: a feed without items'] },
    { name: 'cut short', feed: rss(`<item><title>x</title>`).slice(0, -20), told: ['a.xml read/damaged: not a sound feed'] },
    {
      name: 'another kind of XML',
      feed: '<?xml version="1.0"?><urlset></urlset>',
      told: ['a.xml read/not-a-feed: XML that is neither RSS nor Atom'],
    },
  ])('$name', async ({ feed, told }) => {
    expect(await readTold('a.xml', feed)).toEqual(told);
  });

  test('another encoding than UTF-8 is read as declared', async () => {
    const feed = rss(`<item><description>Café owners fled. ${REPORT}</description></item>`).replace(
      '<?xml version="1.0"?>',
      '<?xml version="1.0" encoding="windows-1252"?>',
    );
    expect((await readTold('a.xml', Buffer.from(feed, 'latin1')))[0]).toContain('Café owners fled.');
  });

  test.each([
    {
      name: 'entities that swell',
      text: `<!DOCTYPE r [<!ENTITY a "${'a'.repeat(1000)}">${'bcdefgh'
        .split('')
        .map((letter, index) => `<!ENTITY ${letter} "${`&${'abcdefg'[index]};`.repeat(10)}">`)
        .join('')}]>${rss('<item><title>&h;</title></item>')}`,
    },
    { name: 'elements without end', text: rss(`<item><description>${'<b>'.repeat(20_000)}${REPORT}</description></item>`) },
    {
      name: 'elements within each other',
      text: rss(`<item><description>${'<b>'.repeat(20_000)}${REPORT}${'</b>'.repeat(20_000)}</description></item>`),
    },
    {
      name: 'a page that is too deep',
      text: rss(`<item><description><![CDATA[${'<b>'.repeat(20_000)}${REPORT}]]></description></item>`),
    },
  ])('$name: a problem, and soon', async ({ text }) => {
    const told = await readTold('a.xml', text);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/ read\/[a-z-]+: |summary only/);
    expect(told[0]?.length).toBeLessThan(1000);
  });
});
