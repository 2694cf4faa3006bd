import { expect, test } from 'vitest';
import { exampleRecord } from '../../test/support/example-record.ts';
import { recordFinding } from './finding.ts';
import { renderIndex } from './index-page.ts';
import { renderReport } from './report.ts';

const page = renderReport(exampleRecord());

test('every link inside the page leads somewhere, and no id stands twice', () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
  expect(targets.length).toBeGreaterThan(50);
  expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
});

test('the report text comes through whole', () => {
  const article = page.slice(page.indexOf('<article'), page.indexOf('</article>'));
  const shown = article
    .replace(/<ul class="notes".*?<\/ul>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"');
  for (const line of exampleRecord().document.text.split('\n')) expect(shown).toContain(line);
});

test.each([
  { name: 'alleged is hollow', mark: /class="[^"]*act q4 s-alleged begins ends[^"]*"[^>]*>shelled</ },
  { name: 'denied is struck', mark: /class="[^"]*act q4 s-denied begins ends[^"]*"[^>]*>opened fire</ },
  { name: 'actual is solid', mark: /class="[^"]*act q1 s-actual begins ends[^"]*"[^>]*>agreed</ },
  { name: 'a mark points at its entry', mark: /href="#e3" data-k="[^"]*\be3\b[^"]*" data-p="e3">accused</ },
  { name: 'an unnamed speaker is set apart', mark: /<i><bdi>Fishermen<\/bdi><\/i>/ },
  { name: 'a figure shows both bounds', mark: /126 or more/ },
  { name: 'a condition is told', mark: /on condition: <i><bdi>If the blockade/ },
])('$name', ({ mark }) => expect(page).toMatch(mark));

test('nothing is asked of the network and no style is written in place', () => {
  expect(page).not.toMatch(/ src=|url\(|@import|https?:| style="/);
  expect(page).toContain('default-src &#39;none&#39;');
});

test('document text cannot act', () => {
  const record = exampleRecord();
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202e';
  const hostile = renderReport({
    ...record,
    document: { ...record.document, title: evil, source: evil, url: `javascript:${evil}`, text: record.document.text + evil },
    actors: record.actors.map((actor) => ({ ...actor, name: evil, id: evil, aliases: [evil] })),
    places: record.places.map((place) => ({ ...place, name: evil, country: evil, kind: evil })),
  });
  const body = hostile.slice(hostile.indexOf('<body>'));
  expect(body.match(/<script/g)).toHaveLength(1);
  expect(body).not.toMatch(/<img|href="javascript|\u202e/);
});

test('spans outside the text are left out rather than drawn wrongly', () => {
  const record = exampleRecord();
  const [figure] = record.figures;
  const far = { start: 90_000, end: 90_005, text: 'ghost' };
  expect(() => renderReport({ ...record, figures: figure ? [{ ...figure, span: far }] : [] })).not.toThrow();
});

test('headings say what was found', () => {
  const record = exampleRecord();
  expect(recordFinding(record)).toBe(
    'Ostland and Westmark are the parties to 5 of 8 events; 5 only denied, alleged, threatened or planned',
  );
  expect(recordFinding({ ...record, events: [] })).toBe('No event found; 6 claims');
  expect(page).toContain('8 events, 2 alleged, 1 denied, 1 planned, 1 threatened');
  expect(page).toContain('6 claims by 4 speakers');
});

test('the list of reports is in the order of publication and says what it holds', () => {
  const record = exampleRecord();
  const later = { ...record, document: { ...record.document, title: 'Later', published: '2016-04-01' } };
  const list = renderIndex([
    { href: '/b', record: later },
    { href: '/a', record },
  ]);
  expect(list.indexOf('href="/a"')).toBeLessThan(list.indexOf('href="/b"'));
  expect(list).toContain('2 reports by 1 outlet, 5 Mar – 1 Apr 2016: 16 events; 10 only denied');
  expect(renderIndex([])).toContain('Nothing is coded yet');
});

test('an inferred day of publication names its words, escaped', () => {
  const record = exampleRecord();
  const span = { start: 0, end: 3, text: '<b>' };
  const publishedEvidence = [{ span, rule: 'published/office-held', from: '2016-01-01', to: null }];
  const html = renderReport({ ...record, document: { ...record.document, publishedBasis: 'inferred', publishedEvidence } });
  expect(html).toContain('5 Mar 2016, date inferred from “<bdi>&lt;b&gt;</bdi>”');
});
