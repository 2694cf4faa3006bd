import { expect, test } from 'vitest';
import type { RecordActor } from '../api/index.ts';
import { scoreActorMentions } from './actor-mentions.ts';

const TEXT = 'Ruritania blamed the Red Front. Red Front fighters denied it to Ruritanian media.';

function actor(id: string, ...texts: readonly string[]): RecordActor {
  const mentions = texts.map((text) => ({ start: TEXT.indexOf(text), end: TEXT.indexOf(text) + text.length, text }));
  return { id, name: id, kind: 'unknown', country: null, sector: null, aliases: [], mentions };
}

const GOLD = [
  { id: 'red-front', name: 'Red Front', aliases: ['Red Front fighters', 'it'] },
  { id: 'RUR', name: 'Ruritania', country: 'RUR', aliases: ['Ruritania'] },
];

test('names found are scored, longer ones first; names not found and words without a capital are not', () => {
  const { share, misses } = scoreActorMentions(TEXT, GOLD, [
    actor('red-front', 'the Red Front'),
    actor('blue-front', 'Red Front fighters', 'it'),
  ]);
  expect(share).toEqual({ right: 1, of: 2 });
  expect(misses).toEqual(['"Red Front fighters" at 32: blue-front, not red-front']);
});

test('a name inside a word is none', () => {
  expect(scoreActorMentions(TEXT, GOLD, [actor('RUR', 'Ruritania', 'Ruritanian media')]).share).toEqual({ right: 1, of: 1 });
});
