import { afterEach, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { exampleRecord } from '../../test/support/example-record.ts';
import type { CaseRecord } from '../api/index.ts';
import { fail, ok, type Result } from '../base/index.ts';
import { type Article, bareArticle } from '../document/index.ts';
import {
  beginRun,
  collect,
  countDocuments,
  countEvents,
  countStale,
  listDocuments,
  type OpenedCase,
  openCase,
  readPastRecords,
  readRecord,
} from '../store/index.ts';
import { addArticles, addChanges, type Coder, compareRecords, recodeDocuments } from './index.ts';

const NOW = () => '2026-11-23T12:00:00.000Z';
const EXAMPLE = exampleRecord();

/** Codes nothing: each record has the example's entries and the article's facts. Remembers what it was asked. */
function stubCoder(version = '0.1.0', events: CaseRecord['events'] = EXAMPLE.events) {
  const asked: Article[] = [];
  const coder: Coder = {
    versions: { ...EXAMPLE.versions, lapwing: version },
    ahead: 3,
    async record(article) {
      asked.push(article);
      // Later articles are done first: their order must not show.
      await new Promise((resolve) => setTimeout(resolve, 5 - (asked.length % 5)));
      const { zones, givenEntities, ...document } = article;
      return ok({ ...EXAMPLE, versions: coder.versions, document: { ...document, publishedEvidence: [] }, events });
    },
  };
  return { coder, asked };
}

function article(number: number, facts: Partial<Article> = {}): Article {
  return { ...bareArticle(`${EXAMPLE.document.text}\n\nEdition ${number}.`), title: `Report ${number}`, ...facts };
}

async function* inputs(...articles: readonly (Article | Result<Article>)[]): AsyncGenerator<Result<Article>> {
  for (const each of articles) yield 'ok' in each ? each : ok(each);
}

onBothDatabases('adding', ({ newCase }) => {
  const opened: OpenedCase[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  const open = async () => {
    const db = await openCase(newCase().location, 'create');
    opened.push(db);
    return { db, options: { run: await beginRun(db, 'add', EXAMPLE.versions, NOW()), now: NOW } };
  };

  test('codes what is new, passes over what is known, names what failed, in the order given', async () => {
    const { db, options } = await open();
    const { coder, asked } = stubCoder();
    const broken = fail('read/empty', 'c.txt', 'no text');
    const added = await collect(
      addArticles(db, inputs(article(1), article(2), broken, article(1), article(3)), coder, options),
    );
    expect(added.map(({ kind }) => kind)).toEqual(['added', 'added', 'failed', 'known', 'added']);
    expect(added[2]).toEqual({ kind: 'failed', problem: broken.problem });
    expect(added[4]).toEqual({ kind: 'added', id: article(3).id, title: 'Report 3' });
    const before = asked.length;
    expect((await collect(addArticles(db, inputs(article(1), article(3)), coder, options))).map(({ kind }) => kind)).toEqual([
      'known',
      'known',
    ]);
    expect(asked.length).toBe(before);
    expect(await countDocuments(db)).toBe(3);
    expect(await countEvents(db)).toBe(3 * EXAMPLE.events.length);
  });

  test('a second outlet is added without coding; an earlier one is coded with', async () => {
    const { db, options } = await open();
    const { coder, asked } = stubCoder();
    const printed = (source: string, published: string | null) => article(1, { source, published, publishedBasis: 'given' });
    const kinds = [];
    for (const each of [printed('B', '2016-03-02'), printed('C', '2016-03-03'), printed('A', '2016-03-01'), printed('D', null)])
      for await (const { kind } of addArticles(db, inputs(each), coder, options)) kinds.push(kind);
    expect(kinds).toEqual(['added', 'source-added', 'replaced', 'source-added']);
    expect(asked.map(({ source }) => source)).toEqual(['B', 'A']);
    const [document] = await listDocuments(db);
    expect(document?.sources.map(({ source }) => source)).toEqual(['A', 'B', 'C', 'D']);
    expect((await readRecord(db, article(1).id))?.document.published).toBe('2016-03-01');
  });

  test('a coder that breaks down ends the run; what was told of is kept', async () => {
    const { db, options } = await open();
    const { coder } = stubCoder();
    const breaking: Coder = {
      ...coder,
      ahead: 1,
      record: (each) => (each.title === 'Report 3' ? Promise.reject(new Error('thread ended')) : coder.record(each)),
    };
    const told: string[] = [];
    const run = async () => {
      for await (const each of addArticles(db, inputs(article(1), article(2), article(3), article(4)), breaking, options))
        told.push(each.kind);
    };
    await expect(run()).rejects.toThrow('thread ended');
    expect(told).toEqual(['added', 'added']);
    expect(await countDocuments(db)).toBe(2);
  });

  describe('coding again', () => {
    test('replaces what other versions made, counts what changed and goes by what was given', async () => {
      const { db, options } = await open();
      const given = article(1, {
        zones: [{ kind: 'headline', span: { start: 0, end: 12 } }],
        givenEntities: [{ start: 0, end: 5 }],
        published: '2016-03-01',
        publishedBasis: 'metadata',
      });
      await collect(addArticles(db, inputs(given, article(2)), stubCoder().coder, options));
      const [first, ...others] = EXAMPLE.events;
      const changed = [...others, ...(first ? [{ ...first, id: 'ev-99', status: 'denied' as const }] : [])];
      const { coder, asked } = stubCoder('0.2.0', changed);
      expect(await countStale(db, coder.versions)).toBe(2);
      const recoded = await collect(recodeDocuments(db, coder, options));
      const change = expect.objectContaining({ events: { added: 1, removed: 1 } });
      expect(recoded).toMatchObject([{ change }, { change }]);
      expect(asked).toContainEqual(given);
      expect(await countStale(db, coder.versions)).toBe(0);
      expect(await collect(recodeDocuments(db, coder, options))).toEqual([]);
      expect((await readPastRecords(db, given.id)).map(({ versions }) => versions.lapwing)).toEqual(['0.1.0', '0.2.0']);
      expect(await countEvents(db, { status: ['denied'] })).toBe(
        2 * changed.filter(({ status }) => status === 'denied').length,
      );
    });
  });
});

describe('comparing records', () => {
  const change = (edit: Partial<CaseRecord>) => compareRecords(EXAMPLE, { ...EXAMPLE, ...edit });

  test('the same entries under other numbers are no change', () => {
    const events = EXAMPLE.events.map((event) => ({ ...event, id: `x${event.id}`, claims: [], sameAs: ['x'] }));
    const claims = EXAMPLE.claims.map((claim) => ({ ...claim, id: `x${claim.id}`, events: ['x'] }));
    const counts = Object.values(
      change({ events, claims, figures: EXAMPLE.figures.map((each) => ({ ...each, event: null })) }),
    );
    expect(counts.every(({ added, removed }) => added === 0 && removed === 0)).toBe(true);
  });

  test('what is gone, new and doubled is counted', () => {
    const [tie] = EXAMPLE.ties;
    expect(change({ ties: [] }).ties).toEqual({ added: 0, removed: EXAMPLE.ties.length });
    expect(change({ ties: tie ? [...EXAMPLE.ties, tie] : [] }).ties).toEqual({ added: 1, removed: 0 });
    const actors = EXAMPLE.actors.map((actor, at) => (at === 0 ? { ...actor, name: 'Other' } : actor));
    const both = change({ actors, ties: [] });
    expect(addChanges(both, both)).toMatchObject({
      actors: { added: 2, removed: 2 },
      ties: { removed: 2 * EXAMPLE.ties.length },
    });
  });
});
