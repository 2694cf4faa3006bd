import { describe, expect, test } from 'vitest';
import { ANY_DAY, type Candidates, holds, hull, intersect, united } from './candidates.ts';

const TERMS: Candidates = [
  { from: '1993-01-01', to: '1994-01-01' },
  { from: '1997-01-01', to: '1999-01-01' },
];

describe('days that may be', () => {
  test('an intersection keeps what both have', () => {
    expect(intersect(TERMS, [{ from: '1993-06-01', to: '1997-02-01' }])).toEqual([
      { from: '1993-06-01', to: '1994-01-01' },
      { from: '1997-01-01', to: '1997-02-01' },
    ]);
    expect(intersect(TERMS, [{ from: '1995-01-01', to: '1996-01-01' }])).toEqual([]);
    expect(intersect(ANY_DAY, TERMS)).toEqual(TERMS);
  });

  test('ranges that overlap become one, whatever their order', () => {
    expect(united([...TERMS, { from: '1993-06-01', to: '1997-02-01' }].reverse())).toEqual([
      { from: '1993-01-01', to: '1999-01-01' },
    ]);
  });

  test('the hull is open where any day would do, and null where none is left', () => {
    expect(hull(ANY_DAY)).toEqual({ from: null, to: null });
    expect(hull(TERMS)).toEqual({ from: '1993-01-01', to: '1999-01-01' });
    expect(hull([])).toBeNull();
  });

  test('a day in a gap is not held', () => {
    expect(['1993-01-01', '1995-01-01', '1999-01-01'].map((day) => holds(TERMS, day))).toEqual([true, false, true]);
  });
});
