import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleRecord } from '../../../test/support/example-record.ts';
import { serveRecords } from '../../../test/support/served-case.ts';
import { readDecisionsOn } from '../../ingest/index.ts';
import { collect, eachEvent } from '../../store/index.ts';
import { queueOf } from './queue.ts';
import { readChange } from './read-change.ts';
import { ReviewSession } from './session.ts';

const { id } = exampleRecord().document;
let served: Awaited<ReturnType<typeof serveRecords>>;
beforeAll(async () => {
  served = await serveRecords();
});
afterAll(() => served.close());

async function begin(): Promise<{ session: ReviewSession; keys(text: string | readonly string[]): Promise<string> }> {
  const queue = await queueOf(served.db, { type: ['ASSAULT', 'ACCUSE'] });
  const session = new ReviewSession(served.db, queue, () => ({ byWhom: 'ana', now: '2026-11-23T12:00:00Z' }), 80);
  return {
    session,
    keys: async (text) => {
      let out = '';
      for (const key of text) out = await session.press(key);
      return out;
    },
  };
}

const eventOf = async (entry: string) => (await collect(eachEvent(served.db))).find((event) => event.id === `${id}#${entry}`);

test('entries are judged, corrected and taken back by single keys; what is judged does not come again', async () => {
  const { session, keys } = await begin();
  expect(await session.show()).toContain('1 of 4, confidence 0.71');
  await keys('ar');
  expect(await eventOf('ev-2')).toBeUndefined();
  expect(await keys('p')).toContain('rejected');
  await keys('u');
  expect(await eventOf('ev-2')).toBeDefined();
  await keys([...'ne', ...'stats', 'backspace', ...'us=planned actors=harbour-front,WST:GOV', 'return']);
  expect((await eventOf('ev-3'))?.event).toMatchObject({ status: 'planned', actors: ['harbour-front', 'WST:GOV'] });
  expect(await keys('q')).toBe('2 decided.\n');
  expect(session.isOver).toBe(true);
  expect((await queueOf(served.db, { type: ['ASSAULT', 'ACCUSE'] })).map((waiting) => waiting.id)).toEqual([
    `${id}#ev-2`,
    `${id}#ev-4`,
  ]);
  expect((await readDecisionsOn(served.db)).map(({ kind }) => kind)).toEqual(['accept', 'reject', 'undo', 'edit']);
});

test('what cannot be done is said, and nothing is decided', async () => {
  const { session, keys } = await begin();
  const before = await readDecisionsOn(served.db);
  expect(await keys([...'e', ...'colour=red', 'return'])).toContain('no field "colour"');
  expect(await keys([...'e', ...'status=maybe', 'return'])).toContain('status is one of');
  expect(await keys(['e', 'x', 'escape'])).toContain('1 of 2');
  expect(await keys('u')).toContain('Nothing decided yet');
  expect(await keys('nna')).toBe('');
  expect(await readDecisionsOn(served.db)).toEqual(before);
  expect(session.isOver).toBe(false);
});

describe('a correction', () => {
  test.each([
    { text: 'type=aid', is: { type: 'AID' } },
    { text: 'actors=Harbour Front, OST:MIL', is: { actors: ['harbour-front', 'OST:MIL'] } },
    { text: 'recipients=', is: { recipients: [] } },
    { text: 'places=Karsa', is: { places: ['karsa'] } },
    { text: 'time=2016-03-04..2016-03-05', is: { time: { start: '2016-03-04', end: '2016-03-05' } } },
    { text: 'time=', is: { time: null } },
    { text: 'speaker=', is: { speaker: null } },
  ])('$text', async ({ text, is }) => {
    expect(await readChange(served.db, [text])).toEqual(is);
  });

  test.each([
    { text: 'status', says: 'field=value' },
    { text: 'time=2016-03-05..2016-03-04', says: 'two with ..' },
    { text: 'actors=nobody', says: 'no actor "nobody"' },
    { text: 'harm=3', says: 'no field "harm"' },
  ])('$text is refused', async ({ text, says }) => {
    await expect(readChange(served.db, [text])).rejects.toThrow(says);
  });
});
