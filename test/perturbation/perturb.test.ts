import { beforeAll, describe, expect, test } from 'vitest';
import { type Perturbed, perturb } from '../../bench/accuracy/perturb.ts';
import { loadEngine } from '../../src/engine/index.ts';

/** Saying the same otherwise must not change the coding. Shares lie a little below what bench/results/2026-11-23-perturb.md records. */

const TIMEOUT = 60_000;

/** Least share of sentences whose coding holds, by rewrite. */
const FLOORS: Readonly<Record<string, number>> = {
  passive: 0.97,
  'relative clause': 0.8,
  appositive: 0.95,
  'parties swapped': 0.98,
  'parties swapped, passive': 0.98,
  'another state acts': 0.95,
  'a group acts': 0.92,
  'a group is acted on': 0.97,
  perfect: 0.97,
  'past perfect': 0.97,
  'American spelling': 0.95,
  'officials said before it': 0.97,
  'officials said after it': 0.92,
  'day before it': 0.97,
  'unrelated sentence before it': 0.97,
};

let result: Perturbed;

beforeAll(async () => {
  result = perturb(await loadEngine());
}, TIMEOUT);

test('the plain sentences are coded as meant', () => {
  expect(result.right / result.bases).toBeGreaterThanOrEqual(0.97);
});

describe('the coding holds', () => {
  test('every rewrite has a floor', () => {
    expect(Object.keys(result.outcomes).sort()).toEqual(Object.keys(FLOORS).sort());
  });

  test.each(Object.entries(FLOORS))('%s', (name, floor) => {
    const outcome = result.outcomes[name];
    expect(outcome && outcome.held / outcome.asked, JSON.stringify(outcome?.misses, null, 1)).toBeGreaterThanOrEqual(floor);
  });
});
