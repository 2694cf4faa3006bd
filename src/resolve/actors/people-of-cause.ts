import { singular } from './pieces.ts';
import type { Scene } from './scene.ts';

/** Whether "Sons of the River", "Defenders of X" opens at a token: people of a place or cause, all in capitals behind an article,
 * are a group. */
export function isPeopleOfCause({ forms, matchAt, index }: Scene, at: number): boolean {
  const first = forms[at] ?? '';
  const cause = forms[/^the$/.test(forms[at + 2] ?? '') ? at + 3 : at + 2] ?? '';
  if (!/^the$/i.test(forms[at - 1] ?? '') || forms[at + 1] !== 'of' || matchAt[at]) return false;
  if (!/^\p{Lu}\p{Ll}/u.test(first) || !/^\p{Lu}/u.test(cause)) return false;
  const noun = singular(first.toLowerCase());
  if (noun === first.toLowerCase()) return false;
  const meanings = index.nouns.findAt(forms, at, at, at + 1)?.meanings;
  return meanings ? meanings.every(({ type }) => type === 'organ') : index.humanNoun(noun) !== null;
}
