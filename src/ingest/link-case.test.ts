import { afterEach, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { makeChance } from '../../test/support/chance.ts';
import type { CaseRecord, RecordEvent } from '../api/index.ts';
import { textId } from '../base/index.ts';
import { groupTellings, tellingsOf } from '../link/index.ts';
import { caseRecord, event } from '../link/testing/case-record.ts';
import {
  addSource,
  listIncidents,
  type OpenedCase,
  openCase,
  replaceRecord,
  type SourceFacts,
  saveDocument,
} from '../store/index.ts';
import { decide, undoDecision } from './decide.ts';
import { isLinked, linkCase, relinkCase } from './link-case.ts';
import { LinkedReader } from './linked-case.ts';

const NOW = '2026-11-23T12:00:00.000Z';

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** A report of its own text, so that it is a document of its own. */
function report(number: number, events: readonly RecordEvent[], outlet = `Outlet ${number % 7}`): CaseRecord {
  const made = caseRecord(`report ${number}`, events, [], [], `2017-02-${String(12 + (number % 10)).padStart(2, '0')}`);
  const text = `Report ${number}: ${'abcdefghij'
    .split('')
    .map((letter) => `${letter}${number}`)
    .join(' ')}`;
  return { ...made, document: { ...made.document, id: textId(text), text, source: outlet } };
}

/** Reports of a fortnight's happenings, near enough to each other that groups contend for tellings. */
function reports(count: number): readonly CaseRecord[] {
  const random = makeChance(5);
  return Array.from({ length: count }, (_, number) =>
    report(
      number,
      Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) => {
        const day = `2017-02-${String(10 + Math.floor(random() * 14)).padStart(2, '0')}`;
        const state = ['PAK', 'AFG', 'IRN', 'IND', 'TJK', 'UZB'][Math.floor(random() * 6)] ?? 'PAK';
        const killed = 5 + Math.floor(random() * 3);
        return event(`e${at + 1}`, {
          type: random() < 0.7 ? 'ASSAULT' : 'ACCUSE',
          modes: random() < 0.3 ? [] : ['explosives'],
          actors: random() < 0.5 ? [`${state}:MIL`] : [`rebels-${state}`],
          recipients: random() < 0.8 ? [state] : [],
          ...(random() < 0.8 && { day }),
          ...(random() < 0.5 && { harm: { killed: { low: killed, high: killed } } }),
        });
      }),
    ),
  );
}

function factsOf({ document }: CaseRecord): SourceFacts {
  const { externalId, title, source, url, published, publishedBasis, language } = document;
  return { externalId, title, source, url, published, publishedBasis, language, reading: '{}' };
}

const save = (db: OpenedCase, record: CaseRecord) => saveDocument(db, { record, facts: factsOf(record), run: null, now: NOW });

async function link(db: OpenedCase): Promise<void> {
  for await (const _ of linkCase(db));
}

/** Which tellings are together. */
async function groupsOf(db: OpenedCase): Promise<readonly string[]> {
  return (await listIncidents(db)).map(({ id, events }) => `${id} ${events.map((each) => each.id).join(' ')}`).sort();
}

function wantedOf(records: readonly CaseRecord[]): readonly string[] {
  return groupTellings(records.flatMap(tellingsOf))
    .map(
      ({ id, tellings }) =>
        `${id} ${tellings
          .map((each) => each.id)
          .sort()
          .join(' ')}`,
    )
    .sort();
}

onBothDatabases('linking', ({ newCase }) => {
  const opened: OpenedCase[] = [];
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });
  const open = async () => {
    const db = await openCase(newCase().location, 'create');
    opened.push(db);
    return db;
  };

  const records = reports(40);
  const wanted = wantedOf(records);

  test('the reports of this test have happenings told by several, and some told once', () => {
    const sizes = wanted.map((each) => each.split(' ').length - 1);
    expect(sizes.filter((size) => size > 1).length).toBeGreaterThan(5);
    expect(sizes.filter((size) => size === 1).length).toBeGreaterThan(5);
  });

  test.each([1, 2, 3])('some at a time gives what all at once would, in whatever order (%i)', async (seed) => {
    const random = makeChance(seed);
    const db = await open();
    const size = [1, 7, 100][seed - 1] ?? 1;
    for (const [at, record] of shuffled(records, random).entries()) {
      await save(db, record);
      if (at % size === 0) await link(db);
    }
    await link(db);
    expect(await groupsOf(db)).toEqual(wanted);
    expect(await isLinked(db)).toBe(true);
  });

  test('the details of incidents do not depend on the order either', async () => {
    const [forward, backward] = [await open(), await open()];
    for (const record of records.slice(0, 12)) {
      await save(forward, record);
      await link(forward);
    }
    for (const record of records.slice(0, 12).reverse()) await save(backward, record);
    await link(backward);
    expect(await listIncidents(forward)).toEqual(await listIncidents(backward));
  });

  test('a report coded again leaves its old incidents', async () => {
    const db = await open();
    for (const record of records) await save(db, record);
    await link(db);
    const [first, ...others] = records;
    if (!first) throw new RangeError('no report');
    const changed = { ...first, events: [event('e1', { type: 'PROTEST', day: '2017-02-12' })] };
    await replaceRecord(db, { record: changed, facts: factsOf(first), run: null, now: NOW });
    expect(await isLinked(db)).toBe(false);
    await link(db);
    expect(await groupsOf(db)).toEqual(wantedOf([changed, ...others]));
  });

  test('linking everything anew gives the same', async () => {
    const db = await open();
    for (const record of records) await save(db, record);
    await link(db);
    for await (const _ of relinkCase(db));
    expect(await groupsOf(db)).toEqual(wanted);
  });

  test('who reads again reads what came since, and has what one has who reads anew', async () => {
    const db = await open();
    const reader = new LinkedReader(db);
    const all = reports(24);
    for (const part of [all.slice(0, 10), all.slice(10, 11), [], all.slice(11)]) {
      for (const record of part) await save(db, record);
      await link(db);
      expect(await reader.read()).toEqual(await new LinkedReader(db).read());
    }
    const [first] = all;
    const [told] = first?.events ?? [];
    if (!first || !told) throw new RangeError('no event');
    const subject = `${first.document.id}#${told.id}`;
    const edit = { kind: 'edit', subject, what: { status: 'threatened' }, why: null } as const;
    await decide(db, edit, { byWhom: 'ana', now: NOW });
    await link(db);
    const read = await reader.read();
    expect(read).toEqual(await new LinkedReader(db).read());
    expect(read.tellings.find(({ id }) => id === subject)?.status).toBe('threatened');
    expect((await listIncidents(db, { withActs: true, ids: [subject] })).map(({ type }) => type)).toEqual([told.type]);
    for await (const _ of relinkCase(db));
    expect(await reader.read()).toEqual(await new LinkedReader(db).read());
  });

  describe('what people decide', () => {
    const bombing = event('e1', { type: 'ASSAULT', modes: ['explosives'], day: '2017-02-13', recipients: ['PAK'] });
    const [one, same, other] = [1, 2, 3].map((number) =>
      report(100 + number, [number < 3 ? bombing : { ...bombing, type: 'PROTEST', modes: [] }]),
    );
    if (!one || !same || !other) throw new RangeError('no reports');
    const idOf = (record: CaseRecord) => `${record.document.id}#e1`;
    const incidentOf = async (db: OpenedCase, record: CaseRecord) =>
      (await listIncidents(db)).find(({ events }) => events.some(({ id }) => id === idOf(record)))?.id ?? '';
    const reviewing = { byWhom: 'ana', now: NOW };
    const together = async (db: OpenedCase, a: CaseRecord, b: CaseRecord) =>
      (await listIncidents(db)).some(({ events }) => [a, b].every((each) => events.some(({ id }) => id === idOf(each))));

    test('parts and joins, and can be taken back', async () => {
      const db = await open();
      for (const record of [one, same, other]) await save(db, record);
      await link(db);
      expect([await together(db, one, same), await together(db, one, other)]).toEqual([true, false]);
      const [first, second] = [await incidentOf(db, one), await incidentOf(db, other)];
      const split = { kind: 'split', subject: first, what: { with: [idOf(same)] }, why: null } as const;
      const apart = await decide(db, split, reviewing);
      await decide(db, { kind: 'merge', subject: second, what: { with: [first] }, why: null }, reviewing);
      expect(await isLinked(db)).toBe(false);
      await link(db);
      expect([await together(db, one, same), await together(db, one, other)]).toEqual([false, true]);
      await undoDecision(db, apart.number, null, { byWhom: 'ana', now: NOW });
      expect(await isLinked(db)).toBe(false);
      await link(db);
      expect(await together(db, one, same)).toBe(true);
    });
  });

  test('a text of two outlets, and near copies of it, count as one origin', async () => {
    const db = await open();
    const words = Array.from({ length: 80 }, (_, at) => `word${at}`).join(' ');
    const bombing = event('e1', { type: 'ASSAULT', modes: ['explosives'], day: '2017-02-13', recipients: ['PAK'] });
    const copies = [words, `${words} more`].map((text, at) => {
      const record = report(200 + at, [bombing], `Copier ${at}`);
      return { ...record, document: { ...record.document, text, id: textId(text) } };
    });
    for (const record of [...copies, report(300, [bombing], 'Own Eyes')]) {
      await save(db, record);
      await link(db);
    }
    const sources = async () => (await listIncidents(db)).map(({ details }) => (details as { sources: unknown }).sources);
    expect(await sources()).toEqual([{ documents: 3, outlets: ['Copier 0', 'Copier 1', 'Own Eyes'], independent: 2 }]);
    const [copy] = copies;
    if (!copy) throw new RangeError('no copy');
    await addSource(db, copy.document.id, { ...factsOf(copy), source: 'Third Printer' }, NOW);
    expect(await isLinked(db)).toBe(false);
    await link(db);
    expect(await sources()).toEqual([
      { documents: 3, outlets: ['Copier 0', 'Copier 1', 'Own Eyes', 'Third Printer'], independent: 2 },
    ]);
  });
});
