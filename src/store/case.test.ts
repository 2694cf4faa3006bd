import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { exampleRecord } from '../../test/support/example-record.ts';
import type { CaseFilter, CaseRecord } from '../api/index.ts';
import { textId } from '../base/index.ts';
import {
  addDecision,
  addSource,
  beginRun,
  collect,
  countActors,
  countClaims,
  countDocuments,
  countEvents,
  eachClaim,
  eachEvent,
  eachFigure,
  eachRecordJson,
  eachTie,
  eachTime,
  endRun,
  exchangeIncidents,
  findActorIds,
  findDocumentId,
  findPlaceIds,
  findStanding,
  inTransaction,
  listActors,
  listDecisions,
  listDisputes,
  listDocuments,
  listIncidents,
  listPlaces,
  type OpenedCase,
  openCase,
  readPastRecords,
  readRecord,
  readRecordJson,
  readSetting,
  readStatement,
  readText,
  replaceDisputes,
  replaceRecord,
  type SourceFacts,
  saveDocument,
  suggestActorIds,
  suggestPlaces,
  writeSetting,
} from './index.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const EXAMPLE = exampleRecord();

function factsOf({ document }: CaseRecord, change: Partial<SourceFacts> = {}): SourceFacts {
  const { externalId, title, source, url, published, publishedBasis, language } = document;
  return { externalId, title, source, url, published, publishedBasis, language, reading: '{}', ...change };
}

/** The example under another text, so that it is another document. */
function variant(number: number, published: string | null = EXAMPLE.document.published): CaseRecord {
  const text = `${EXAMPLE.document.text}\n\nEdition ${number}.`;
  return {
    ...EXAMPLE,
    document: { ...EXAMPLE.document, id: textId(text), text, published, url: `https://example.org/${number}` },
  };
}

const save = (db: OpenedCase, record: CaseRecord, change: Partial<SourceFacts> = {}) =>
  saveDocument(db, { record, facts: factsOf(record, change), run: null, now: NOW });

onBothDatabases('a case', ({ newCase }) => {
  const opened: OpenedCase[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  const open = async (mode: 'create' | 'write' | 'read' = 'create', location = newCase().location) => {
    const db = await openCase(location, mode);
    opened.push(db);
    return db;
  };
  const withExample = async () => {
    const db = await open();
    await save(db, EXAMPLE);
    return db;
  };
  // For tests that only read.
  let example: OpenedCase;
  beforeAll(async () => {
    example = await openCase(newCase().location, 'create');
    await save(example, EXAMPLE);
  });
  afterAll(() => example.close());

  describe('documents', () => {
    test('a record comes out as the bytes it went in as', async () => {
      const db = await withExample();
      expect(await readRecordJson(db, EXAMPLE.document.id)).toBe(JSON.stringify(EXAMPLE));
      expect(await readRecord(db, EXAMPLE.document.id)).toEqual(EXAMPLE);
      expect(await readText(db, EXAMPLE.document.id)).toBe(EXAMPLE.document.text);
      expect(await readRecordJson(db, textId('other'))).toBeNull();
    });

    test('what no text column can hold is kept in the record', async () => {
      const db = await open();
      const odd = {
        ...EXAMPLE,
        document: { ...EXAMPLE.document, title: 'zero \u0000 and half \ud83d of a sign', url: '\u0000' },
      };
      await save(db, odd);
      expect(await readRecordJson(db, odd.document.id)).toBe(JSON.stringify(odd));
      expect((await listDocuments(db))[0]?.title).toBe('zero \ufffd and half \ufffd of a sign');
    });

    test('the same text from the same source is there once', async () => {
      const db = await withExample();
      expect(await save(db, EXAMPLE)).toBe('known');
      expect(await countDocuments(db)).toBe(1);
      expect(await countEvents(db)).toBe(EXAMPLE.events.length);
    });

    test('the same text from two outlets is one document with both', async () => {
      const db = await withExample();
      const facts = factsOf(EXAMPLE, { source: 'Second Herald', published: '2016-03-06' });
      expect(await findStanding(db, EXAMPLE.document.id, facts)).toEqual({
        versions: EXAMPLE.versions,
        hasSource: false,
        isOvertaken: false,
      });
      expect(await addSource(db, EXAMPLE.document.id, facts, NOW)).toBe(true);
      expect(await addSource(db, EXAMPLE.document.id, facts, NOW)).toBe(false);
      const [document] = await listDocuments(db);
      expect(document?.sources.map(({ source }) => source)).toEqual(['Invented Courier', 'Second Herald']);
      expect(document).toMatchObject({ source: 'Invented Courier', published: '2016-03-05', versions: EXAMPLE.versions });
    });

    test('the earliest dated source is the one a record is made with, in whatever order they come', async () => {
      const early = { ...EXAMPLE, document: { ...EXAMPLE.document, source: 'Early Bird', published: '2016-03-04' } };
      const undated = { ...EXAMPLE, document: { ...EXAMPLE.document, source: 'Anon', published: null } };
      const outcomes: unknown[] = [];
      for (const order of [
        [undated, EXAMPLE, early],
        [early, undated, EXAMPLE],
      ]) {
        const db = await open();
        const saved = [];
        for (const record of order) saved.push(await save(db, record));
        outcomes.push(saved);
        expect(await readRecordJson(db, EXAMPLE.document.id)).toBe(JSON.stringify(early));
        const [document] = await listDocuments(db);
        expect(document?.sources.map(({ source }) => source)).toEqual(['Early Bird', 'Invented Courier', 'Anon']);
        expect(document).toMatchObject({ source: 'Early Bird', published: '2016-03-04' });
      }
      expect(outcomes).toEqual([
        ['added', 'replaced', 'replaced'],
        ['added', 'source-added', 'source-added'],
      ]);
    });

    test('a record in the place of another takes its entries along; the old one stays', async () => {
      const db = await withExample();
      const newer: CaseRecord = {
        ...EXAMPLE,
        versions: { ...EXAMPLE.versions, lapwing: '0.2.0' },
        events: EXAMPLE.events.slice(1).map((event) => ({ ...event, sameAs: [] })),
        ties: [],
      };
      await replaceRecord(db, { record: newer, facts: factsOf(newer), run: null, now: NOW });
      expect(await countEvents(db)).toBe(EXAMPLE.events.length - 1);
      expect(await collect(eachTie(db))).toEqual([]);
      const past = await readPastRecords(db, EXAMPLE.document.id);
      expect(past.map(({ versions, inForce }) => [versions.lapwing, inForce])).toEqual([
        ['0.1.0', false],
        ['0.2.0', true],
      ]);
      expect(past[0]?.json).toBe(JSON.stringify(EXAMPLE));
      expect(await findStanding(db, EXAMPLE.document.id, factsOf(EXAMPLE))).toMatchObject({ versions: { lapwing: '0.2.0' } });
      expect(await countDocuments(db, { text: 'harbour' })).toBe(1);
    });

    test('many records come in the order of their ids', async () => {
      const db = await open();
      const records = Array.from({ length: 60 }, (_, index) => variant(index));
      for (const record of records) await save(db, record);
      const ids = (await collect(eachRecordJson(db))).map((json) => JSON.parse(json).document.id);
      expect(ids).toEqual(records.map(({ document }) => document.id).sort());
    });

    test('an id may be cut short as long as it is one', async () => {
      const db = await withExample();
      const { id } = EXAMPLE.document;
      expect(await findDocumentId(db, id.slice(0, 12).toUpperCase())).toBe(id);
      await expect(findDocumentId(db, 'abc')).rejects.toThrow('at least 4');
      await expect(findDocumentId(db, 'zzzz')).rejects.toMatchObject({ code: 'store/bad-id' });
      await expect(findDocumentId(db, id[0] === '0' ? '1111' : '0000')).rejects.toMatchObject({ code: 'store/no-document' });
    });

    test('half a transaction leaves nothing', async () => {
      const db = await withExample();
      const work = inTransaction(db, async (db) => {
        await writeSetting(db, 'half', 'done');
        throw new RangeError('stopped');
      });
      await expect(work).rejects.toThrow('stopped');
      expect(await readSetting(db, 'half')).toBeNull();
    });
  });

  describe('entries', () => {
    test('are those of the record, each under its id', async () => {
      const db = example;
      const { id } = EXAMPLE.document;
      const byPosition = <T>(entries: readonly T[], place: (entry: T) => number) =>
        [...entries].sort((a, b) => place(a) - place(b));
      const events = byPosition(await collect(eachEvent(db)), ({ event }) =>
        EXAMPLE.events.findIndex((each) => each.id === event.id),
      );
      expect(events.map(({ event }) => event)).toEqual(EXAMPLE.events);
      expect(events[0]?.id).toBe(`${id}#${EXAMPLE.events[0]?.id}`);
      const claims = await collect(eachClaim(db));
      expect(claims.map(({ claim }) => claim)).toEqual(EXAMPLE.claims);
      const ties = await collect(eachTie(db));
      expect(ties.map(({ tie }) => tie)).toEqual(EXAMPLE.ties);
      expect(ties[0]?.id).toBe(`${id}#t1`);
      const figures = await collect(eachFigure(db));
      expect(figures.map(({ figure }) => figure)).toEqual(EXAMPLE.figures);
      const times = await collect(eachTime(db));
      expect(times.map(({ time }) => time).length).toBe(EXAMPLE.times.length);
      expect(times.every(({ id }) => /#d\d$/.test(id))).toBe(true);
    });

    test('have the names of their parties', async () => {
      const db = example;
      const [event] = await collect(eachEvent(db, { actor: ['OST:MIL'], type: ['ASSAULT'] }));
      expect(event?.actors).toEqual([{ id: 'OST:MIL', name: 'Ostland', kind: 'military' }]);
      expect(event?.document).toEqual({
        id: EXAMPLE.document.id,
        title: EXAMPLE.document.title,
        source: 'Invented Courier',
        published: '2016-03-05',
      });
    });

    test('come by day, then document, whatever the order of adding, over many pages', async () => {
      const records = Array.from({ length: 80 }, (_, index) => variant(index, `2016-03-${String((index % 9) + 10)}`));
      const orders = [records, [...records].reverse()];
      const lists = [];
      for (const order of orders) {
        const db = await open();
        for (const record of order) await save(db, record);
        const events = await collect(eachEvent(db));
        expect(events.length).toBe(80 * EXAMPLE.events.length);
        expect(await countEvents(db)).toBe(events.length);
        expect((await collect(eachEvent(db, { limit: 7 }))).map(({ id }) => id)).toEqual(
          events.slice(0, 7).map(({ id }) => id),
        );
        lists.push(events.map(({ id, day }) => `${day} ${id}`));
      }
      expect(lists[0]).toEqual(lists[1]);
      const days = lists[0]?.map((line) => line.slice(0, 10)) ?? [];
      expect(days).toEqual([...days].sort());
    }, 60_000);
  });

  describe('filters', () => {
    const matching = (fits: (event: CaseRecord['events'][number]) => boolean) =>
      EXAMPLE.events.filter(fits).map(({ id }) => id);
    const [first] = EXAMPLE.events;
    const rows: readonly { name: string; filter: CaseFilter; wanted: readonly string[] }[] = [
      { name: 'type', filter: { type: ['ASSAULT'] }, wanted: matching(({ type }) => type === 'ASSAULT') },
      {
        name: 'two types',
        filter: { type: ['ASSAULT', 'AGREE'] },
        wanted: matching(({ type }) => type === 'ASSAULT' || type === 'AGREE'),
      },
      { name: 'status', filter: { status: ['denied'] }, wanted: matching(({ status }) => status === 'denied') },
      { name: 'actor', filter: { actor: ['OST:MIL'] }, wanted: matching(({ actors }) => actors.includes('OST:MIL')) },
      {
        name: 'recipient',
        filter: { recipient: first?.recipients ?? [] },
        wanted: matching(({ recipients }) => recipients.some((id) => first?.recipients.includes(id))),
      },
      {
        name: 'place',
        filter: { place: first?.places ?? [] },
        wanted: matching(({ places }) => places.some((id) => first?.places.includes(id))),
      },
      {
        name: 'words',
        filter: { text: 'shell harbour' },
        wanted: matching(({ evidence }) => /shell/i.test(evidence.text) && /harbour/i.test(evidence.text)),
      },
      {
        name: 'words in a row',
        filter: { text: '"the harbour of karsa"' },
        wanted: matching(({ evidence }) => evidence.text.includes('the harbour of Karsa')),
      },
      { name: 'words not in this row', filter: { text: '"karsa of harbour"' }, wanted: [] },
      {
        name: 'beginning of a word',
        filter: { text: 'harb*' },
        wanted: matching(({ evidence }) => /harb/i.test(evidence.text)),
      },
      { name: 'signs only', filter: { text: '"-" !' }, wanted: [] },
      { name: 'operators are words', filter: { text: 'harbour OR NOT nothing' }, wanted: [] },
      { name: 'no actor at all', filter: { actor: [] }, wanted: [] },
      { name: 'another document', filter: { document: [textId('other')] }, wanted: [] },
      { name: 'before all', filter: { to: '2000-01-01' }, wanted: [] },
      { name: 'after all', filter: { from: '2100-01-01' }, wanted: [] },
      {
        name: 'a day',
        filter: { from: '2016-03-04', to: '2016-03-04' },
        wanted: matching(({ time }) => time?.start === '2016-03-04'),
      },
    ];

    test.each(rows)('$name', async ({ filter, wanted }) => {
      const db = example;
      const found = await collect(eachEvent(db, filter));
      expect(found.map(({ event }) => event.id).sort()).toEqual([...wanted].sort());
      expect(await countEvents(db, { ...filter, limit: 1 })).toBe(wanted.length);
    });

    test('claims by speaker, stance and words; events by who tells of them', async () => {
      const db = example;
      const { speaker, stance } = EXAMPLE.claims.find((claim) => claim.speaker !== null && claim.events.length > 0) ?? {};
      const bySpeaker = EXAMPLE.claims.filter((claim) => claim.speaker === speaker);
      expect(await countClaims(db, { speaker: [speaker ?? ''] })).toBe(bySpeaker.length);
      expect(await countClaims(db, { type: [stance ?? ''] })).toBe(
        EXAMPLE.claims.filter((claim) => claim.stance === stance).length,
      );
      const told = new Set(
        bySpeaker.flatMap(({ id }) => EXAMPLE.events.filter(({ claims }) => claims.includes(id)).map((event) => event.id)),
      );
      expect(await countEvents(db, { speaker: [speaker ?? ''] })).toBe(told.size);
      expect(await countClaims(db, { text: 'blockades' })).toBeGreaterThan(0);
    });

    test('documents by words and days', async () => {
      const db = await open();
      for (const number of [1, 2, 3]) await save(db, variant(number, `2016-03-0${number}`));
      expect(await countDocuments(db, { text: 'edition 2' })).toBe(1);
      expect((await listDocuments(db, { from: '2016-03-02' })).map(({ published }) => published)).toEqual([
        '2016-03-02',
        '2016-03-03',
      ]);
      expect((await listDocuments(db, { limit: 1 })).length).toBe(1);
    });
  });

  describe('parties and places', () => {
    test('over documents, most frequent first', async () => {
      const db = await open();
      for (const number of [1, 2]) await save(db, variant(number));
      const actors = await listActors(db);
      expect(actors.length).toBe(EXAMPLE.actors.length);
      expect(await countActors(db)).toBe(EXAMPLE.actors.length);
      const navy = EXAMPLE.actors.find(({ id }) => id === 'OST:MIL');
      expect(actors.find(({ id }) => id === 'OST:MIL')).toEqual({
        ...{ id: 'OST:MIL', name: navy?.name, kind: navy?.kind, country: navy?.country, sector: navy?.sector, documents: 2 },
        mentions: 2 * (navy?.mentions.length ?? 0),
        acts: 2 * EXAMPLE.events.filter(({ actors }) => actors.includes('OST:MIL')).length,
        receives: 2 * EXAMPLE.events.filter(({ recipients }) => recipients.includes('OST:MIL')).length,
        says: 2 * EXAMPLE.claims.filter(({ speaker }) => speaker === 'OST:MIL').length,
      });
      expect((await listActors(db, { limit: 2 })).map(({ id }) => id)).toEqual(actors.slice(0, 2).map(({ id }) => id));
      const places = await listPlaces(db);
      expect(places.length).toBe(EXAMPLE.places.length);
      expect(places[0]).toMatchObject({ documents: 2 });
    });

    test('by id, by a state with its organs, by name; what was perhaps meant', async () => {
      const db = example;
      expect(await findActorIds(db, 'OST:MIL')).toEqual(['OST:MIL']);
      expect(await findActorIds(db, 'ost')).toEqual(
        EXAMPLE.actors
          .map(({ id }) => id)
          .filter((id) => id === 'OST' || id.startsWith('OST:'))
          .sort(),
      );
      const front = EXAMPLE.actors.find(({ kind }) => kind !== 'state' && kind !== 'military');
      expect(await findActorIds(db, front?.name.toUpperCase() ?? '')).toContain(front?.id);
      expect(await findActorIds(db, '%')).toEqual([]);
      expect(await suggestActorIds(db, front?.name.slice(0, 4) ?? '')).toContain(front?.id);
      const [place] = EXAMPLE.places;
      expect(await findPlaceIds(db, place?.name.toLowerCase() ?? '')).toContain(place?.id);
      expect(await suggestPlaces(db, place?.name.slice(0, 3) ?? '')).toContain(place?.name);
    });
  });

  describe('statements', () => {
    test('quote an entry with its surroundings and its source', async () => {
      const db = example;
      const [event] = EXAMPLE.events;
      const { id, text } = EXAMPLE.document;
      const statement = await readStatement(db, `${id.slice(0, 12)}#${event?.id}`);
      expect(statement).toMatchObject({ id: `${id}#${event?.id}`, kind: 'event', entry: event, quote: event?.evidence });
      expect(text).toContain(`${statement.before}${statement.quote.text}${statement.after}`);
      expect(statement.document.sources).toHaveLength(1);
    });

    test.each([
      { local: EXAMPLE.claims[0]?.id, kind: 'claim', entry: EXAMPLE.claims[0] },
      { local: 't1', kind: 'tie', entry: EXAMPLE.ties[0] },
      { local: 'f1', kind: 'figure', entry: EXAMPLE.figures[0] },
      { local: 'd1', kind: 'time', entry: EXAMPLE.times[0] },
    ])('of a $kind', async ({ local, kind, entry }) => {
      const db = example;
      expect(await readStatement(db, `${EXAMPLE.document.id}#${local}`)).toMatchObject({ kind, entry });
    });

    test('of a document, or of nothing there is', async () => {
      const db = example;
      const { id } = EXAMPLE.document;
      expect(await readStatement(db, id)).toMatchObject({ kind: 'document', id, entry: null, before: '' });
      await expect(readStatement(db, `${id}#e99`)).rejects.toMatchObject({ code: 'store/no-entry' });
      await expect(readStatement(db, `${id}#x`)).rejects.toMatchObject({ code: 'store/no-entry' });
    });
  });

  describe('what is linked', () => {
    const [first, second] = EXAMPLE.events.map(({ id }) => `${EXAMPLE.document.id}#${id}`);
    const incident = { type: 'ASSAULT', day: '2016-03-04', lastDay: '2016-03-05', details: { low: 12, said: 'naïve \u2028' } };
    const events = [first ?? '', second ?? ''].map((id) => ({ id, why: ['same day'] }));

    test('incidents take the place of those before', async () => {
      const db = await withExample();
      const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ ...incident, id, events: id === 'b' ? events : [] }));
      if (!a || !b || !c) throw new RangeError('three incidents');
      await exchangeIncidents(db, [], [b, a], 1);
      await exchangeIncidents(db, ['a', 'b'], [{ ...c, day: null, lastDay: null }, b], 2);
      const all = await listIncidents(db);
      expect(all.map(({ id }) => id)).toEqual(['b', 'c']);
      expect(all[0]).toEqual({ ...incident, id: 'b', events });
      expect(
        (await listIncidents(db, { actor: ['OST:MIL'], from: '2016-03-05', to: '2016-03-05' })).map(({ id }) => id),
      ).toEqual(['b']);
      expect(await listIncidents(db, { actor: ['WST:GOV'] })).toEqual([]);
    });

    test('an incident of events that are not there is refused, and the old ones stay', async () => {
      const db = await withExample();
      await exchangeIncidents(db, [], [{ ...incident, id: 'a', events }], 1);
      const wrong = [{ ...incident, id: 'b', events: [{ id: `${EXAMPLE.document.id}#e99`, why: null }] }];
      await expect(inTransaction(db, (db) => exchangeIncidents(db, ['a'], wrong, 2))).rejects.toMatchObject({
        code: 'store/no-entry',
      });
      expect((await listIncidents(db)).map(({ id }) => id)).toEqual(['a']);
    });

    test('disputes, by kind', async () => {
      const db = await withExample();
      await replaceDisputes(db, [{ id: 'x', kind: 'who', details: [1] }]);
      await replaceDisputes(db, [
        { id: 'z', kind: 'who', details: null },
        { id: 'y', kind: 'figure', details: { sides: [] } },
      ]);
      expect((await listDisputes(db)).map(({ id }) => id)).toEqual(['y', 'z']);
      expect(await listDisputes(db, ['figure'])).toEqual([{ id: 'y', kind: 'figure', details: { sides: [] } }]);
    });
  });

  describe('the log of decisions', () => {
    const decision = { at: NOW, byWhom: 'Ana', kind: 'reject', subject: 'x#e1', why: 'no such ship', what: { was: 'actual' } };

    test('is kept in order, by subject, from a number on', async () => {
      const db = await open();
      const numbers = [];
      for (const subject of ['x#e1', 'x#e2', 'x#e1']) numbers.push(await addDecision(db, { ...decision, subject }));
      expect((await listDecisions(db)).map(({ number }) => number)).toEqual(numbers);
      expect((await listDecisions(db, { subject: 'x#e1' })).length).toBe(2);
      expect(await listDecisions(db, { after: numbers[1] ?? 0 })).toEqual([{ ...decision, number: numbers[2] }]);
    });

    test('cannot be changed or shortened', async () => {
      const db = await open();
      await addDecision(db, decision);
      await expect(db.query.deleteFrom('decision').execute()).rejects.toThrow('kept as they were made');
      expect(await listDecisions(db)).toHaveLength(1);
    });
  });

  test('runs and settings', async () => {
    const db = await open();
    const run = await beginRun(db, 'add', EXAMPLE.versions, NOW);
    await endRun(db, run, { added: 3 }, NOW);
    expect(await beginRun(db, 'add', EXAMPLE.versions, NOW)).toBeGreaterThan(run);
    await writeSetting(db, 'name', 'one');
    await writeSetting(db, 'name', 'two');
    expect(await readSetting(db, 'name')).toBe('two');
  });

  test('is there for the next who opens it, to read only where asked', async () => {
    const { location } = newCase();
    await expect(openCase(location, 'read')).rejects.toMatchObject({ code: 'store/no-case' });
    await expect(openCase(location, 'write')).rejects.toMatchObject({ code: 'store/no-case' });
    await save(await open('create', location), EXAMPLE);
    const reader = await open('read', location);
    expect(await countDocuments(reader)).toBe(1);
    await expect(save(reader, variant(1))).rejects.toMatchObject({ code: 'store/read-only' });
  });
});
