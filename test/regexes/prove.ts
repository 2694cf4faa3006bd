import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { isBounded } from './bounded.ts';
import { collectRegexes } from './collect.ts';
import { keyOf, PROVEN_FILE, readProven, type Verdict } from './proven.ts';

/** Proves every regular expression of the sources that is not proven yet, or all of them: `npm run regexes [-- --again]`. What cannot be
 * proven is told with a text that it is slow on, and has to be written otherwise. */

/** What is used of recheck (MIT), the only program known to us that proves. It is fetched when it is asked for, into .cache/: with its builds
 * for several machines it is ten times as large as all that is needed to work on the rest, and a list of what is proven does for that. */
interface Recheck {
  checkSync(pattern: string, flags: string, options: { readonly timeout: number }): Checked;
}

type Checked =
  | { readonly status: 'safe'; readonly checker: 'automaton' | 'fuzz' }
  | {
      readonly status: 'vulnerable';
      readonly complexity: { readonly summary: string };
      readonly attack: { readonly pattern: string };
    }
  | { readonly status: 'unknown'; readonly error: { readonly kind: string } };

process.env.RECHECK_BACKEND ??= 'pure';
const place = new URL('../../.cache/recheck/package.json', import.meta.url);
const { checkSync } = createRequire(place)('recheck') as Recheck;

/** Time for one expression, in milliseconds. */
const TIMEOUT = 60_000;

const { values } = parseArgs({ options: { again: { type: 'boolean', default: false } } });
const known = values.again || !existsSync(PROVEN_FILE) ? new Map<string, string>() : readProven();
const verdicts = new Map<string, string>();
let unproven = 0;

for (const { pattern, flags, where } of collectRegexes()) {
  const key = keyOf({ pattern, flags });
  if (isBounded(pattern) || verdicts.has(key)) continue;
  const verdict = known.get(key) ?? prove(pattern, flags, where);
  if (verdict === null) unproven++;
  else verdicts.set(key, verdict);
}

function prove(pattern: string, flags: string, where: string): Verdict | null {
  const found = checkSync(pattern, flags, { timeout: TIMEOUT });
  if (found.status === 'safe') return found.checker === 'automaton' ? 'linear' : 'no-attack-found';
  const why =
    found.status === 'vulnerable'
      ? `${found.complexity.summary}: ${found.attack.pattern}`
      : `not decided (${found.error.kind})`;
  console.log(`${where}: /${pattern}/${flags}: ${why}`);
  return null;
}

const HEAD =
  '# Regular expressions of src/ and web/ that repeat without bound, and how each was proven; written by "npm run regexes", see test/regexes/proven.ts.\n';
const lines = [...verdicts].map(([key, verdict]) => `${key}\t${verdict}\n`).sort();
writeFileSync(PROVEN_FILE, HEAD + lines.join(''));
console.log(`${verdicts.size} proven, ${unproven} not`);
process.exitCode = unproven > 0 ? 1 : 0;
