import { expect, test } from 'vitest';
import { ledgerFinding, stancesLabel, stancesTotal } from './stances.ts';

const parties = ['PAK', 'AFG'].map((id) => ({ id, name: id, kind: 'state' as const }));

test('a cell counts its stances in one order', () => {
  expect(stancesLabel({ denies: 1, asserts: 2 })).toBe('2 × says, 1 × denies');
  expect(stancesTotal({ denies: 1, asserts: 2 })).toBe(3);
  expect(stancesLabel({})).toBe('');
});

test.each([
  {
    cells: [
      { speaker: 0, party: 1, stances: { accuses: 3 } },
      { speaker: 1, party: 0, stances: { accuses: 2 } },
    ],
    says: 'PAK accuses AFG most often: 3 times',
  },
  { cells: [{ speaker: 0, party: 0, stances: { accuses: 9 } }], says: '2 speakers; PAK speaks most' },
  { cells: [], says: '2 speakers; PAK speaks most' },
])('$says', ({ cells, says }) => expect(ledgerFinding({ speakers: parties, parties, cells })).toBe(says));

test('a ledger without speakers says so', () => {
  expect(ledgerFinding({ speakers: [], parties: [], cells: [] })).toBe('Nobody is quoted or cited');
});
