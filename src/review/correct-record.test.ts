import { describe, expect, test } from 'vitest';
import { EXAMPLE_TEXT, exampleRecord, spanOf } from '../../test/support/example-record.ts';
import { type CaseRecord, type RecordEvent, recordFaults } from '../api/index.ts';
import { makeAnchor } from './anchor.ts';
import { addedId, correctRecord } from './correct-record.ts';
import type { ReviewDecision } from './log.ts';

const record = exampleRecord();
const { id } = record.document;

/** A log of decisions, numbered from 1. */
function log(...decisions: readonly { readonly kind: string; readonly what: unknown }[]): readonly ReviewDecision[] {
  return decisions.map((decision, at) => ({
    ...{ number: at + 1, at: '2026-11-23T12:00:00Z', byWhom: 'ana', subject: id, why: null },
    ...decision,
  }));
}

const anchor = (entry: string) => makeAnchor(record, entry);
const eventOf = (corrected: CaseRecord, entry: string) => corrected.events.find((event) => event.id === entry);

describe('decisions on entries', () => {
  test('without a word about it a record is given back unchanged', () => {
    const other = {
      anchor: { document: 'f'.repeat(64), entry: 'event', id: 'e1', span: spanOf('a', 'a'), label: 'AID', nth: 0 },
    };
    expect(correctRecord(record, log({ kind: 'reject', what: other })).record).toBe(record);
  });

  test('an edit changes fields, keeps fitting modes, gives the score of the type and is marked', () => {
    const change = { type: 'PROTEST', status: 'actual', recipients: ['harbour-front'] };
    const { record: corrected, marks } = correctRecord(record, log({ kind: 'edit', what: { anchor: anchor('ev-2'), change } }));
    expect(eventOf(corrected, 'ev-2')).toMatchObject({ ...change, modes: [], score: -5 });
    expect(marks).toEqual([
      {
        entry: 'ev-2',
        state: 'edited',
        corrected: [
          { field: 'type', was: 'ASSAULT', now: 'PROTEST' },
          { field: 'modes', was: ['firearms'], now: [] },
          { field: 'status', was: 'denied', now: 'actual' },
          { field: 'recipients', was: ['WST:GOV'], now: ['harbour-front'] },
        ],
        decisions: [1],
      },
    ]);
    expect(eventOf(record, 'ev-2')?.type).toBe('ASSAULT');
  });

  test('a rejected entry goes, and what refers to it with it; ids of others stay', () => {
    const rejected = correctRecord(
      record,
      log({ kind: 'reject', what: { anchor: anchor('ev-1') } }, { kind: 'reject', what: { anchor: anchor('t1') } }),
    );
    expect(eventOf(rejected.record, 'ev-1')).toBeUndefined();
    expect(rejected.record.claims[0]?.events).toEqual([]);
    expect(rejected.record.figures[0]?.event).toBeNull();
    expect(rejected.ids.ties).toEqual(['t2']);
    expect(rejected.rejected.map((entry) => entry.id)).toEqual(['ev-1', 't1']);
  });

  test.each([
    { name: 'a later word counts', kinds: ['reject', 'accept'], state: 'accepted' },
    { name: 'also against', kinds: ['accept', 'reject'], state: 'rejected' },
  ])('$name', ({ kinds, state }) => {
    const decisions = kinds.map((kind) => ({ kind, what: { anchor: anchor('cl-1') } }));
    expect(correctRecord(record, log(...decisions)).marks).toMatchObject([{ entry: 'cl-1', state, decisions: [1, 2] }]);
  });

  test('an undoing takes back, an undone undoing does not', () => {
    const reject = { kind: 'reject', what: { anchor: anchor('ev-1') } };
    const undo = (decision: number) => ({ kind: 'undo', what: { decision } });
    expect(correctRecord(record, log(reject, undo(1))).record).toBe(record);
    expect(correctRecord(record, log(reject, undo(1), undo(2))).rejected).toHaveLength(1);
  });

  test('entries added by hand have ids of their own, and can be edited and rejected', () => {
    const span = spanOf(EXAMPLE_TEXT, 'left the quarter');
    const event = { type: 'RETREAT', actors: ['fishermen'] } as const;
    const added = { kind: 'add', what: { document: id, addition: { selection: span, event }, span, evidence: span } };
    expect(eventOf(correctRecord(record, log(added)).record, 'h1')).toMatchObject({
      type: 'RETREAT',
      trigger: span,
      confidence: 1,
    });
    const later = { document: id, entry: 'event', id: 'h1', span, label: '', nth: 0 };
    const edited = correctRecord(record, log(added, { kind: 'edit', what: { anchor: later, change: { status: 'alleged' } } }));
    expect(eventOf(edited.record, 'h1')?.status).toBe('alleged');
    expect(edited.marks).toMatchObject([{ entry: 'h1', state: 'added', decisions: [1, 2] }]);
    expect(correctRecord(record, log(added, { kind: 'reject', what: { anchor: later } })).record.events).toHaveLength(8);
  });

  test('an entry added on words that the text has not is lost', () => {
    const span = { ...spanOf(EXAMPLE_TEXT, 'left the quarter'), text: 'right' };
    const what = { document: id, addition: { selection: span, event: { type: 'RETREAT' } }, span, evidence: span };
    expect(correctRecord(record, log({ kind: 'add', what }))).toMatchObject({ record, lost: [1] });
  });

  test('actors and places that a later coding does not know are left out of what decisions named', () => {
    const change = { actors: ['gone', 'OST:MIL'], places: ['gone'] };
    const claim = { speaker: 'gone' };
    const tie = { from: 'gone' };
    const { record: corrected, ids } = correctRecord(
      record,
      log(
        { kind: 'edit', what: { anchor: anchor('ev-1'), change } },
        { kind: 'edit', what: { anchor: anchor('cl-1'), change: claim } },
        { kind: 'edit', what: { anchor: anchor('t1'), change: tie } },
      ),
    );
    expect(eventOf(corrected, 'ev-1')).toMatchObject({ actors: ['OST:MIL'], places: [] });
    expect(corrected.claims[0]?.speaker).toBeNull();
    expect(ids.ties).not.toContain('t1');
    expect(recordFaults(corrected)).toEqual([]);
  });

  test('a tie added by hand is listed under a number no coded tie has', () => {
    const span = spanOf(EXAMPLE_TEXT, 'sheltering the group');
    const tie = { kind: 'supports', from: 'WST:GOV', to: 'harbour-front' } as const;
    const decisions = log({ kind: 'add', what: { document: id, addition: { selection: span, tie }, span, evidence: span } });
    const { ids } = correctRecord(record, decisions);
    expect(ids.ties).toEqual(['t1', 't2', 't65537']);
    expect(addedId(id, 't65537', decisions)).toBe('h1');
    expect(addedId(id, 't2', decisions)).toBe('t2');
  });
});

describe('decisions on actors', () => {
  const into = { id: 'OST:MIL', name: 'Ostland', kind: 'military', country: null, sector: null } as const;

  test('merged, an actor takes over names, mentions and roles', () => {
    const merge = { kind: 'merge', what: { with: ['fishermen'], into } };
    const { actors, events } = correctRecord(record, log(merge)).record;
    expect(actors.map((actor) => actor.id)).not.toContain('fishermen');
    const ostland = actors.find((actor) => actor.id === 'OST:MIL');
    expect(ostland?.aliases).toContain('fishermen');
    expect(ostland?.mentions).toHaveLength(4);
    expect(events.find((event) => event.id === 'ev-6')?.recipients).toEqual(['OST:MIL']);
  });

  test('a tie of an actor to itself goes', () => {
    const merge = {
      kind: 'merge',
      what: { with: ['dockers-union'], into: { ...into, id: 'harbour-front', name: 'Harbour Front' } },
    };
    expect(correctRecord(record, log(merge)).record.ties.map(({ kind }) => kind)).toEqual(['hosts']);
  });

  test('split, it is another in the documents named and nowhere else', () => {
    const as = { id: 'karsa-fishers', name: 'Karsa Fishers', kind: 'organisation', country: null, sector: null };
    const split = (documents: readonly string[]) => [{ kind: 'split', what: { actor: 'fishermen', documents, as } }];
    const { record: corrected } = correctRecord(record, log(...split([id])));
    expect(corrected.actors.at(-1)).toMatchObject({ id: 'karsa-fishers', aliases: ['fishermen'] });
    expect(correctRecord(record, log(...split(['f'.repeat(64)]))).record).toBe(record);
  });
});

describe('coded again', () => {
  const renumbered: CaseRecord = {
    ...record,
    events: [...record.events]
      .reverse()
      .map((event, at): RecordEvent => ({ ...event, id: `e${at + 1}`, claims: [], sameAs: [] })),
  };
  const wrong = { kind: 'reject', what: { anchor: anchor('ev-3') } };

  test('a decision finds its entry by its words', () => {
    expect(correctRecord(renumbered, log(wrong)).rejected).toMatchObject([{ id: 'e6', entry: { type: 'ACCUSE' } }]);
  });

  test('also where it now has another type', () => {
    const retyped = {
      ...record,
      events: record.events.map((event) => (event.id === 'ev-3' ? { ...event, type: 'REJECT' as const } : event)),
    };
    expect(correctRecord(retyped, log(wrong)).rejected).toHaveLength(1);
  });

  test('one that finds it no more is told of, and nothing else is touched', () => {
    const without = { ...record, events: record.events.filter((event) => event.id !== 'ev-3') };
    const corrected = correctRecord(without, log(wrong));
    expect(corrected.lost).toEqual([1]);
    expect(corrected.record).toBe(without);
  });
});
