/** Odd multiplier that spreads keys over table slots (2^32 divided by the golden ratio). */
export const SPREAD = 0x9e3779b1;

/** Adds a 32-bit value to a running 32-bit hash. Order matters; for a fixed hash it maps values one to one. */
export function mix(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, 0x5bd1e995);
  return product ^ (product >>> 15);
}

/** 32-bit hash of `text.slice(from, to)` by UTF-16 code units. */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x2545f491 ^ (to - from);
  for (let at = from; at < to; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

/** Start of the keys of a feature template; far apart, so that small values of two templates never meet. */
export function seed(template: number): number {
  return Math.imul(template + 1, SPREAD);
}
