import { expect, test } from 'vitest';
import { manifestLine } from './manifest.ts';

test.each([
  { name: 'a tab and a line end', entry: 'a\tb\nc.txt', cell: 'a b c.txt' },
  { name: 'a formula', entry: '=HYPERLINK("x").txt', cell: `'=HYPERLINK("x").txt` },
  { name: 'what reorders a line', entry: 'a\u202etxt.exe', cell: 'a txt.exe' },
  { name: 'a cursor moved', entry: 'a\u001b[2Jb', cell: 'a [2Jb' },
])('an entry with $name is one harmless cell', ({ entry, cell }) => {
  const line = manifestLine('in.zip', { kind: 'skipped', name: `in.zip:${entry}`, reason: 'r' });
  expect(line).toBe(`in.zip\t${cell}\tskipped\t\tr\n`);
});
