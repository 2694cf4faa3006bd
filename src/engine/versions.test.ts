import { expect, test } from 'vitest';
import { versionsOf } from './versions.ts';

const WEIGHTS = new Uint8Array([1, 2, 3]);

function versions(files: Readonly<Record<string, string>>, weights = WEIGHTS) {
  return versionsOf(weights, new Map(Object.entries(files)));
}

const BASE = versions({ 'frames/a.tsv': 'x', 'actors/b.tsv': 'y' });

test.each([
  { name: 'the order of files', files: { 'actors/b.tsv': 'y', 'frames/a.tsv': 'x' }, changed: [] },
  { name: 'a frame', files: { 'frames/a.tsv': 'z', 'actors/b.tsv': 'y' }, changed: ['lexicon'] },
  { name: 'an actor', files: { 'frames/a.tsv': 'x', 'actors/b.tsv': 'z' }, changed: ['knowledge'] },
  { name: 'a file’s name', files: { 'frames/a.tsv': 'x', 'actors/c.tsv': 'y' }, changed: ['knowledge'] },
  {
    name: 'the weights',
    files: { 'frames/a.tsv': 'x', 'actors/b.tsv': 'y' },
    weights: new Uint8Array([1, 2, 4]),
    changed: ['model'],
  },
])('$name', ({ files, weights, changed }) => {
  const now = versions(files, weights);
  const names = ['lapwing', 'model', 'lexicon', 'knowledge'] as const;
  expect(names.filter((name) => now[name] !== BASE[name])).toEqual(changed);
});
