import { singular } from './pieces.ts';
import type { Scene } from './scene.ts';

/** Whether a token is the mark in "the People's Front", "the Workers' Party": what the people's is called so, where what is a
 * state's or a person's is owned. */
export function isPeoplesMark({ forms, matchAt, index }: Scene, at: number): boolean {
  const owner = forms[at - 1] ?? '';
  if (!/^['’]s?$/.test(forms[at] ?? '') || !/^\p{Lu}\p{Ll}/u.test(owner) || matchAt[at - 1]) return false;
  if (!/^\p{Lu}/u.test(forms[at + 1] ?? '')) return false;
  const noun = owner.toLowerCase();
  return noun === 'people' || (noun !== singular(noun) && index.humanNoun(singular(noun)) !== null);
}
