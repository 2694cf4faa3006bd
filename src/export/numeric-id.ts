import { textId } from '../base/index.ts';

/** Hex digits of a hash that give a number which programs hold exactly: below 2^52. */
const DIGITS = 13;

/** A whole number for a text id, for formats that want numbers: the same for the same id, another for another (for a million ids the chance
 * that two meet is about one in ten thousand). */
export function numericId(id: string): number {
  return Number.parseInt(textId(id).slice(0, DIGITS), 16);
}
