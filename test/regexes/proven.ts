import { readFileSync } from 'node:fs';
import type { FoundRegex } from './collect.ts';

/** Where what was proven is kept: pattern and flags as JSON, and how it was proven, one a line, sorted. */
export const PROVEN_FILE = new URL('proven.tsv', import.meta.url);

/** How a regular expression was shown to take time that grows no faster than the text. */
export type Verdict =
  /** No way to match it in more than a fixed number of ways: by recheck's automaton, its own words "safe" or "linear". */
  | 'linear'
  /** Recheck's search for a text that it is slow on found none. */
  | 'no-attack-found';

/** What tells expressions apart. */
export function keyOf({ pattern, flags }: Pick<FoundRegex, 'pattern' | 'flags'>): string {
  return `${JSON.stringify(pattern)}\t${flags}`;
}

/** Verdicts by {@link keyOf}. */
export function readProven(): ReadonlyMap<string, string> {
  const lines = readFileSync(PROVEN_FILE, 'utf8').split('\n');
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [pattern = '', flags = '', verdict = ''] = line.split('\t');
        return [`${pattern}\t${flags}`, verdict];
      }),
  );
}
