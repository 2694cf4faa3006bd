import type { Check } from './target.ts';
import { tryCase } from './try-case.ts';

/** Most tries, and most milliseconds, that are spent on making a finding shorter. */
const TRIES = 2000;
const MILLISECONDS = 60_000;

/** A shorter input that fails in the same words: pieces are taken out, halves first, as long as something stays wrong (delta debugging, Zeller and
 * Hildebrandt 2002, in its plainest form). */
export async function shrink(check: Check, input: Uint8Array, unit: number): Promise<Uint8Array> {
  const started = performance.now();
  const wanted = opening(await tryCase(check, input));
  let left = input;
  let tries = 0;
  for (let size = Math.ceil(left.length / 2 / unit) * unit; size >= unit; size = Math.floor(size / 2 / unit) * unit)
    for (let at = 0; at < left.length; ) {
      if (tries++ > TRIES || performance.now() - started > MILLISECONDS) return left;
      const shorter = Buffer.concat([left.subarray(0, at), left.subarray(at + size)]);
      if (opening(await tryCase(check, shorter)) !== wanted) at += size;
      else left = shorter;
    }
  return left;
}

/** How a failure begins, without the numbers that differ from input to input. */
function opening(wrong: string | null): string | null {
  return wrong?.slice(0, 40).replace(/\d+/g, '0') ?? null;
}
