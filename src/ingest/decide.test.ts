import { afterEach, expect, test } from 'vitest';
import { onBothDatabases } from '../../test/support/cases.ts';
import { EXAMPLE_TEXT, exampleRecord, spanOf } from '../../test/support/example-record.ts';
import type { CaseRecord, DecisionInput } from '../api/index.ts';
import { ok } from '../base/index.ts';
import {
  beginRun,
  collect,
  countEvents,
  eachEvent,
  eachTie,
  listActors,
  listDecisions,
  type OpenedCase,
  openCase,
  readRecordJson,
  readStatement,
  replaceRecord,
  saveDocument,
} from '../store/index.ts';
import { readCorrected } from './corrections.ts';
import { decide, undoDecision } from './decide.ts';
import { readDecisionsOn } from './decisions-on.ts';
import { recodeDocuments } from './recode.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const record = exampleRecord();
const { id } = record.document;
const reviewing = { byWhom: 'ana', now: NOW };
const who = { byWhom: 'ana', now: NOW };

function factsOf({ document }: CaseRecord) {
  const { externalId, title, source, url, published, publishedBasis, language } = document;
  const reading = JSON.stringify({ zones: [], givenEntities: null });
  return { externalId, title, source, url, published, publishedBasis, language, reading };
}

onBothDatabases('review', ({ newCase }) => {
  const opened: OpenedCase[] = [];
  afterEach(async () => {
    for (const db of opened.splice(0)) await db.close();
  });
  const open = async () => {
    const db = await openCase(newCase().location, 'create');
    opened.push(db);
    await saveDocument(db, { record, facts: factsOf(record), run: null, now: NOW });
    return db;
  };
  const take = (db: OpenedCase, input: Omit<DecisionInput, 'why'>) => decide(db, { why: 'read it again', ...input }, reviewing);

  test('lists show what people made of a record; the record stays as it was coded', async () => {
    const db = await open();
    const coded = await readRecordJson(db, id);
    await take(db, { kind: 'edit', subject: `${id}#ev-2`, what: { type: 'AID', recipients: ['fishermen'] } });
    await take(db, { kind: 'reject', subject: `${id}#ev-1`, what: null });
    await take(db, { kind: 'reject', subject: `${id}#t1`, what: null });
    expect(await countEvents(db, { type: ['ASSAULT'] })).toBe(1);
    const [aid] = await collect(eachEvent(db, { type: ['AID'], recipient: ['fishermen'] }));
    expect(aid).toMatchObject({ id: `${id}#ev-2`, event: { type: 'AID' } });
    expect((await collect(eachTie(db))).map((tie) => tie.id)).toEqual([`${id}#t2`]);
    expect((await readStatement(db, `${id}#t2`)).kind).toBe('tie');
    await expect(readStatement(db, `${id}#ev-1`)).rejects.toThrow('no entry');
    expect(await readRecordJson(db, id)).toBe(coded);
  });

  test('every decision has who, when and why, and is taken back by another', async () => {
    const db = await open();
    const taken = await take(db, { kind: 'reject', subject: `${id.slice(0, 12)}#ev-4`, what: null });
    expect(taken).toMatchObject({ byWhom: 'ana', at: NOW, why: 'read it again', subject: `${id}#ev-4`, undoneBy: null });
    expect(await countEvents(db)).toBe(7);
    const undone = await undoDecision(db, taken.number, null, who);
    expect(await countEvents(db)).toBe(8);
    expect((await readDecisionsOn(db, [`${id}#ev-4`])).map(({ kind, undoneBy }) => [kind, undoneBy])).toEqual([
      ['reject', undone.number],
      ['undo', null],
    ]);
    await expect(undoDecision(db, taken.number, null, who)).rejects.toThrow('taken back by');
    await undoDecision(db, undone.number, 'no, it was right', who);
    expect(await countEvents(db)).toBe(7);
    expect(await listDecisions(db)).toHaveLength(3);
  });

  test('entries are added from a selection, with their sentence, and found again', async () => {
    const db = await open();
    const { start, end } = spanOf(EXAMPLE_TEXT, 'left the quarter');
    const event = { type: 'RETREAT', actors: ['fishermen'], status: 'actual' } as const;
    const { number } = await take(db, { kind: 'add', subject: id, what: { selection: { start, end }, event } });
    const statement = await readStatement(db, `${id}#h${number}`);
    expect(statement.quote.text).toBe('More than 125 families have left the quarter since Friday.');
    await take(db, { kind: 'edit', subject: `${id}#h${number}`, what: { status: 'alleged' } });
    expect(await countEvents(db, { type: ['RETREAT'], status: ['alleged'] })).toBe(1);
    const tie = { kind: 'opposes', from: 'WST:GOV', to: 'OST:MIL' } as const;
    await take(db, { kind: 'add', subject: id, what: { selection: { start, end }, tie } });
    const [, , added] = await collect(eachTie(db));
    expect(added?.tie.kind).toBe('opposes');
    await take(db, { kind: 'reject', subject: added?.id ?? '', what: null });
    expect(await collect(eachTie(db))).toHaveLength(2);
  });

  test('actors are merged throughout the case, and parted again', async () => {
    const db = await open();
    const { number } = await take(db, { kind: 'merge', subject: 'actor:OST:MIL', what: { with: ['fishermen'] } });
    expect((await listActors(db)).map((actor) => actor.id)).not.toContain('fishermen');
    await undoDecision(db, number, null, who);
    expect((await listActors(db)).map((actor) => actor.id)).toContain('fishermen');
  });

  test.each([
    { name: 'no such entry', input: { kind: 'accept', subject: `${id}#e99`, what: null }, says: 'no entry' },
    { name: 'no entry at all', input: { kind: 'accept', subject: id, what: null }, says: 'DOCUMENT#ENTRY' },
    { name: 'no such document', input: { kind: 'accept', subject: 'ffffffff#e1', what: null }, says: 'no document' },
    { name: 'an edit of nothing', input: { kind: 'edit', subject: `${id}#ev-1`, what: {} }, says: 'at least one field' },
    {
      name: 'a field of another kind',
      input: { kind: 'edit', subject: `${id}#ev-1`, what: { stance: 'denies' } },
      says: 'no field "stance"',
    },
    {
      name: 'an actor unknown',
      input: { kind: 'edit', subject: `${id}#ev-1`, what: { actors: ['nobody'] } },
      says: 'no actor "nobody"',
    },
    {
      name: 'a selection outside the text',
      input: { kind: 'add', subject: id, what: { selection: { start: 5, end: 99_999 }, event: { type: 'AID' } } },
      says: 'not in the text',
    },
    { name: 'no such incident', input: { kind: 'merge', subject: 'i-1', what: { with: ['i-2'] } }, says: 'no such incident' },
    {
      name: 'an actor with itself',
      input: { kind: 'merge', subject: 'actor:OST:MIL', what: { with: ['OST:MIL'] } },
      says: 'other actors',
    },
  ] as const)('$name is refused, and nothing is logged', async ({ input, says }) => {
    const db = await open();
    await expect(take(db, input as Omit<DecisionInput, 'why'>)).rejects.toThrow(says);
    expect(await listDecisions(db)).toEqual([]);
  });

  test('coding anew keeps every decision, and tells which finds its entry no more', async () => {
    const db = await open();
    await take(db, { kind: 'reject', subject: `${id}#ev-3`, what: null });
    await take(db, { kind: 'edit', subject: `${id}#ev-5`, what: { status: 'actual' } });
    const versions = { ...record.versions, lapwing: '9.9.9' };
    const events = record.events
      .filter((event) => event.id !== 'ev-3')
      .map((event, at) => ({ ...event, id: `e${at + 1}`, claims: [], sameAs: [] }));
    const coder = { versions, ahead: 1, record: () => ok({ ...record, versions, events, claims: [], figures: [] }) };
    const recoded = [];
    const run = await beginRun(db, 'add --recode', versions, NOW);
    for await (const each of recodeDocuments(db, coder, { run, now: () => NOW })) recoded.push(each);
    expect(recoded).toMatchObject([{ kind: 'recoded', lost: [1] }]);
    const corrected = await readCorrected(db, id);
    expect(corrected?.marks).toMatchObject([{ entry: 'e4', state: 'edited', corrected: [{ field: 'status', now: 'actual' }] }]);
    expect(await countEvents(db, { status: ['threatened'] })).toBe(0);
    expect(await readDecisionsOn(db, [`${id}#e4`])).toMatchObject([{ number: 2, kind: 'edit' }]);
  });

  test('a record put in its place by others is listed as coded where no decision touches it', async () => {
    const db = await open();
    await replaceRecord(db, {
      record: { ...record, events: record.events.slice(0, 2), figures: [] },
      facts: factsOf(record),
      run: null,
      now: NOW,
    });
    expect(await countEvents(db)).toBe(2);
  });
});
