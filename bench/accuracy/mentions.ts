import { readFileSync } from 'node:fs';
import { loadEngine } from '../../src/engine/index.ts';

/** Scores actor phrases of our own (bench/accuracy/own/mentions.jsonl): right where actor, kind, country and sector are all as expected;
 * a list holds every acceptable value, null stands for abstaining.
 * Usage: node bench/accuracy/mentions.ts [--misses N] */

type Wanted = string | null | readonly (string | null)[];

interface Item {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly actor: Wanted;
  readonly kind: Wanted;
  readonly country: Wanted;
  readonly sector: Wanted;
}

const FIELDS = ['actor', 'kind', 'country', 'sector'] as const;

/** Score of the set and the misses, one line each. */
export function scoreMentions(engine: Awaited<ReturnType<typeof loadEngine>>): {
  readonly right: number;
  readonly wanted: number;
  readonly byField: Readonly<Record<(typeof FIELDS)[number], number>>;
  readonly misses: readonly string[];
} {
  const items = readFileSync(new URL('own/mentions.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Item => JSON.parse(line));
  const byField = { actor: 0, kind: 0, country: 0, sector: 0 };
  const misses: string[] = [];
  for (const item of items) {
    const given = engine.resolvePhrase(item.text, item.published);
    const wrong = FIELDS.filter((field) => !accepts(item[field], given[field]));
    for (const field of FIELDS) if (!wrong.includes(field)) byField[field]++;
    if (wrong.length > 0)
      misses.push(
        `${item.id} "${item.text}" (${item.published}): ${wrong.map((field) => `${field} ${given[field]}, not ${item[field]}`).join('; ')}`,
      );
  }
  return { right: items.length - misses.length, wanted: items.length, byField, misses };
}

function accepts(wanted: Wanted, given: string | null): boolean {
  return wanted === null || typeof wanted === 'string' ? wanted === given : wanted.includes(given);
}

if (import.meta.main) {
  const at = process.argv.indexOf('--misses');
  const shown = at < 0 ? Number.POSITIVE_INFINITY : Number(process.argv[at + 1]);
  const { right, wanted, byField, misses } = scoreMentions(await loadEngine());
  for (const miss of misses.slice(0, shown)) console.log(miss);
  const shares = FIELDS.map((field) => `${field} ${(byField[field] / wanted).toFixed(3)}`).join(', ');
  console.log(`right ${right} of ${wanted} phrases (${(right / wanted).toFixed(3)}); ${shares}`);
}
