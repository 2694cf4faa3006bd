import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { exampleRecord } from '../../test/support/example-record.ts';
import {
  addDecision,
  collect,
  countEvents,
  countTimes,
  eachClaim,
  eachEvent,
  eachTie,
  listActors,
  listClaimIds,
  listDocuments,
  listDocumentsWith,
  listEventIds,
  listNamings,
  listPlaces,
  type OpenedCase,
  openCase,
  readChangeMark,
  relistDocument,
  saveDocument,
} from './index.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const record = exampleRecord();
const { id, externalId, title, source, url, published, publishedBasis, language } = record.document;
const facts = { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };

onBothDatabases('narrowed lists', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await openCase(newCase().location, 'create');
    await saveDocument(db, { record, facts, run: null, now: NOW });
  });
  afterAll(() => db.close());

  test('a part of a list begins after as many as are passed over', async () => {
    const all = await collect(eachEvent(db));
    expect(await collect(eachEvent(db, { offset: 5 }))).toEqual(all.slice(5));
    expect(await collect(eachEvent(db, { offset: 2, limit: 3 }))).toEqual(all.slice(2, 5));
    expect(await collect(eachEvent(db, { offset: 99 }))).toEqual([]);
    const actors = await listActors(db);
    expect(await listActors(db, { offset: 4 })).toEqual(actors.slice(4));
    expect(await listPlaces(db, { offset: 1, limit: 5 })).toHaveLength(1);
    expect(await listDocuments(db, { offset: 1 })).toEqual([]);
  });

  test('a party is on either side, and confidence is at least that', async () => {
    const assaults = { type: ['ASSAULT'] };
    expect(await countEvents(db, { ...assaults, party: ['harbour-front'] })).toBe(1);
    expect(await countEvents(db, { ...assaults, party: ['WST:GOV'] })).toBe(2);
    expect(await collect(eachClaim(db, { party: ['OST:MIL'] }))).toHaveLength(4);
    expect(await collect(eachTie(db, { party: ['harbour-front'] }))).toHaveLength(2);
    expect([await countEvents(db, { confidence: 0.71 }), await countEvents(db, { confidence: 0.72 })]).toEqual([8, 0]);
  });

  test('ids alone', async () => {
    expect(await listEventIds(db, { type: ['AGREE'] })).toEqual(new Set([`${id}#ev-7`]));
    expect((await listClaimIds(db, { speaker: ['OST:MIL'] })).size).toBe(3);
    expect(await listDocumentsWith(db, ['fishermen', 'nobody'])).toEqual([id]);
    expect(await listDocumentsWith(db, ['nobody'])).toEqual([]);
    expect(await countTimes(db)).toBe(3);
    expect(await listNamings(db, 'harbour-front')).toMatchObject([
      { document: id, name: 'Harbour Front', aliases: ['the group'] },
    ]);
  });

  test('the mark of a case changes with what comes to it, and only then', async () => {
    const mark = await readChangeMark(db);
    expect(await readChangeMark(db)).toBe(mark);
    await addDecision(db, { at: NOW, byWhom: 'ana', kind: 'accept', subject: id, why: null, what: {} });
    const decided = await readChangeMark(db);
    expect(decided).not.toBe(mark);
    await saveDocument(db, { record, facts: { ...facts, source: 'Second Courier' }, run: null, now: NOW });
    expect(await readChangeMark(db)).not.toBe(decided);
  });

  test('a document is listed as corrected, under the numbers its entries had', async () => {
    const positions = { ties: [1], figures: [1] };
    const corrected = {
      ...record,
      ties: record.ties.slice(1),
      figures: record.figures.slice(1),
      events: record.events.slice(0, 7),
    };
    await relistDocument(db, id, { record: corrected, positions });
    expect((await collect(eachTie(db))).map((tie) => tie.id)).toEqual([`${id}#t2`]);
    expect(await countEvents(db, { text: 'Lindholm' })).toBe(0);
    await relistDocument(db, id, { record });
    expect(await countEvents(db, { text: 'Lindholm' })).toBe(1);
  });
});
