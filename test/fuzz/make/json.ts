import type { Chance } from '../chance.ts';
import { makeText, makeWords } from './text.ts';

const NUMBERS = [0, -0, -1, 1, 2, 0.5, 1e21, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 300];
const KEYS = ['id', 'text', 'start', 'end', 'name', 'kind', '__proto__', 'constructor', 'toString', 'length', ''];

/** Any value of JSON, of few levels. */
export function makeValue(chance: Chance, depth = 3): unknown {
  const kind = chance.below(depth > 0 ? 8 : 5);
  if (kind === 0) return null;
  if (kind === 1) return chance.is(0.5);
  if (kind === 2) return chance.pick(NUMBERS);
  if (kind < 5) return makeWords(chance);
  if (kind === 5) return makeText(chance, 200);
  if (kind === 6) return chance.some(0, 4, () => makeValue(chance, depth - 1));
  return Object.fromEntries(chance.some(0, 4, () => [chance.pick(KEYS), makeValue(chance, depth - 1)]));
}

/** A copy of a value of JSON with a few of its parts changed for other values, taken out or given other names. */
export function twisted(chance: Chance, value: unknown): unknown {
  const copy = structuredClone(value);
  for (let edits = chance.size(0, 4); edits > 0; edits--) twist(chance, copy);
  return copy;
}

function twist(chance: Chance, root: unknown): void {
  let holder = root;
  for (;;) {
    if (typeof holder !== 'object' || holder === null) return;
    const keys = Object.keys(holder);
    if (keys.length === 0) return;
    const key = chance.pick(keys);
    const next: unknown = Reflect.get(holder, key);
    if (typeof next === 'object' && next !== null && chance.is(0.75)) {
      holder = next;
      continue;
    }
    const kind = chance.below(5);
    if (kind === 0) Reflect.deleteProperty(holder, key);
    else if (kind === 1 && Array.isArray(holder)) holder.push(next);
    else if (kind === 1)
      Object.defineProperty(holder, chance.pick(KEYS), { value: next, enumerable: true, configurable: true, writable: true });
    else
      Reflect.set(holder, key, typeof next === 'number' && kind === 2 ? next + chance.pick([-1, 1, 1000]) : makeValue(chance));
    return;
  }
}

/** JSON as the text of a line; lone halves of pairs stay as escapes. */
export function toBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value) ?? 'null', 'utf8');
}
