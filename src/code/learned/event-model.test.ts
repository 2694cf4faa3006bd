import { describe, expect, test } from 'vitest';
import { EVENT_TYPES } from '../../codebook/index.ts';
import { EventModel, type EventRows, encodeEventModel, loadEventModel, probabilities } from './event-model.ts';

const TYPES = EVENT_TYPES.length;
const AID = EVENT_TYPES.indexOf('AID');
const PROTEST = EVENT_TYPES.indexOf('PROTEST');

/** Two hidden units: the first speaks for AID, the second for PROTEST; by CAMEO habits the other way round. */
function smallModel(): EventRows {
  const output = new Float32Array(2 * TYPES * 3);
  output[AID * 3] = 1;
  output[PROTEST * 3 + 1] = 1;
  output[(TYPES + AID) * 3 + 1] = 1;
  output[(TYPES + PROTEST) * 3] = 1;
  return {
    hidden: 2,
    keys: Uint32Array.from([5, 4_000_000_000]),
    rows: Int8Array.from([100, 0, -100, 50]),
    scale: 0.1,
    bias: Float32Array.from([0, 0]),
    output,
    temperatures: [1, 2],
  };
}

describe('the event model', () => {
  const model = new EventModel(smallModel());
  const best = (features: readonly number[], head: 'plover' | 'cameo') => {
    const scores = model.score(Int32Array.from(features), head);
    return EVENT_TYPES[scores.indexOf(Math.max(...scores))];
  };

  test.each([
    { features: [5], head: 'plover', type: 'AID' },
    { features: [4_000_000_000 | 0], head: 'plover', type: 'PROTEST' },
    { features: [5], head: 'cameo', type: 'PROTEST' },
    { features: [5, 77], head: 'plover', type: 'AID' },
  ] as const)('$features by $head is $type', ({ features, head, type }) => {
    expect(best(features, head)).toBe(type);
  });

  test('unknown features say nothing', () => {
    expect(new Set(model.score(Int32Array.from([1, 2, 3]), 'plover'))).toEqual(new Set([0]));
  });

  test('a temperature divides the scores', () => {
    expect(model.score(Int32Array.from([5]), 'plover')[AID]).toBeCloseTo(10);
    expect(model.score(Int32Array.from([5]), 'cameo')[PROTEST]).toBeCloseTo(5);
  });

  test('bytes keep every score', () => {
    const features = Int32Array.from([5, 4_000_000_000 | 0]);
    const again = loadEventModel(encodeEventModel(smallModel()));
    for (const head of ['plover', 'cameo'] as const) expect(again.score(features, head)).toEqual(model.score(features, head));
  });

  test('probabilities add up to one', () => {
    const shares = [...probabilities(model.score(Int32Array.from([5]), 'plover')).values()];
    expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1);
  });

  test('damaged bytes are refused', () => {
    const bytes = encodeEventModel(smallModel());
    expect(() => loadEventModel(bytes.slice(0, bytes.length - 3))).toThrow(RangeError);
    expect(() => loadEventModel(Uint8Array.from([1, 2, 3, 4, 5]))).toThrow(RangeError);
  });
});
