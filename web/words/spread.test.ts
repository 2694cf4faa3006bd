import { expect, test } from 'vitest';
import type { CaseDispute } from '../../src/api/index.ts';
import { figuresOf } from './spread.ts';

const side = (low: number | null, high: number | null, name: string): CaseDispute['sides'][number] => ({
  ...{ position: '', voices: [{ id: null, name }], statements: [], tellings: [] },
  bounds: low === null && high === null ? null : { low, high },
});

test('numbers in order of size, with those who give them', () => {
  const dispute: CaseDispute = {
    ...{ id: 'd', kind: 'figure', about: 'killed', incidents: [], day: null },
    sides: [side(88, 88, 'police'), side(70, null, 'doctors'), side(null, null, 'nobody'), side(null, 90, 'army')],
  };
  expect(figuresOf(dispute).map(({ who, low, high }) => `${who} ${low} ${high}`)).toEqual([
    'doctors 70 null',
    'police 88 88',
    'army 90 90',
  ]);
});
