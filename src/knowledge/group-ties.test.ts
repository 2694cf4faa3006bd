import { describe, expect, test } from 'vitest';
import { loadGroupTies, tiesOfGroup } from './group-ties.ts';

const HEAD = 'group\tkind\tother\tfrom\tto\tsource';

function read(...lines: readonly string[]) {
  return loadGroupTies(
    new Map([
      ['actors/groups.tsv', 'id\tname\nred-front\tRed Front\nblue-front\tBlue Front\nnorthern-league\tNorthern League'],
      ['actors/organisations.tsv', 'id\tname\nriver-union\tRiver Union'],
      ['actors/group-ties.tsv', [HEAD, ...lines].join('\n')],
    ]),
  );
}

test('a line is a tie, its days open where they are empty', () => {
  expect(read('red-front\tpart-of\triver-union\t1999-03-01\t\tpress reports, month')).toEqual([
    {
      group: 'red-front',
      kind: 'part-of',
      other: 'river-union',
      from: '1999-03-01',
      to: null,
      source: 'press reports, month',
    },
  ]);
});

describe('ties of a group', () => {
  const ties = read(
    'red-front\tallegiance\tnorthern-league\t2001-05-04\t2003-06-30\tpress reports',
    'red-front\tallied\triver-union\t\t\tpress reports',
    'red-front\tsplit-from\tblue-front\t1999-05-04\t\tpress reports',
  );
  test.each([
    ['red-front', ['split-from', 'allegiance', 'allied']],
    ['northern-league', ['allegiance']],
    ['blue-front', ['split-from']],
    ['green-front', []],
  ])('%s, the first to begin first', (group, kinds) => {
    expect(tiesOfGroup(ties, group).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('refuses', () => {
  test.each([
    ['a group no table lists', 'green-front\tpart-of\tred-front\t\t\tpress', 'unknown group "green-front"'],
    ['an other group no table lists', 'red-front\tpart-of\tgreen-front\t\t\tpress', 'unknown group "green-front"'],
    ['a kind the codebook has not', 'red-front\tmerged\tblue-front\t\t\tpress', 'unknown kind "merged"'],
    ['a day that does not exist', 'red-front\tpart-of\tblue-front\t2001-02-30\t\tpress', 'no such day "2001-02-30"'],
    ['an end before the start', 'red-front\tpart-of\tblue-front\t2002-01-01\t2001-01-01\tpress', 'ends on 2001-01-01'],
    ['a tie to itself', 'red-front\tpart-of\tred-front\t\t\tpress', 'tied to itself'],
    ['a line without a source', 'red-front\tpart-of\tblue-front\t\t\t', 'no source'],
  ])('%s', (_, line, message) => {
    const refused = () => read(line);
    expect(refused).toThrow('actors/group-ties.tsv:2: ');
    expect(refused).toThrow(message);
  });
});
