import { expect, test } from 'vitest';
import type { RecordActor } from '../api/index.ts';
import { caseRecord } from './testing/case-record.ts';
import { UnknownActors } from './unknown-actors.ts';

const TEXT = 'Fighters of the Red Front left. The Red Front, known as the Reds, left\tNorthton. Witnesses saw three gunmen.';

function actor(id: string, ...mentions: readonly string[]): RecordActor {
  return {
    id,
    name: mentions[0] ?? id,
    kind: 'armed-group',
    country: null,
    sector: null,
    aliases: [],
    mentions: mentions.map((text) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text })),
  };
}

function unknownOf(...actors: readonly RecordActor[]) {
  const record = caseRecord('a', [], []);
  const unknown = new UnknownActors((id) => id === 'PAK');
  unknown.add({ ...record, document: { ...record.document, text: TEXT }, actors });
  return unknown.top(10);
}

test('names that no table holds, with other spellings and a context on one line', () => {
  expect(unknownOf(actor('red-front', 'the Red Front', 'the Reds'))).toMatchObject([
    {
      id: 'red-front',
      names: ['Red Front', 'Reds'],
      mentions: 2,
      documents: 1,
      contexts: [expect.stringContaining('left Northton')],
    },
  ]);
});

test('neither what is listed nor what is no name', () => {
  expect(unknownOf(actor('PAK', 'Northton'), actor('gunmen', 'three gunmen'), actor('witnesses', 'Witnesses'))).toEqual([]);
});

test('the same twice counts twice', () => {
  const unknown = new UnknownActors(() => false);
  const record = { ...caseRecord('a', [], []), actors: [actor('red-front', 'Red Front')] };
  unknown.add(record);
  unknown.add(record);
  expect(unknown.top(1)[0]).toMatchObject({ documents: 2, mentions: 2 });
});
