import type { TokenRange } from '../../base/index.ts';
import { isPeoplesMark } from './peoples-mark.ts';
import type { Scene } from './scene.ts';

/** Longest name looked at, in tokens. */
const MAX_NAME = 8;

/** Sectors of name nouns that groups give themselves. */
const GROUP_SECTORS = /^(REB|PRM|OPP|PTY|SOC|LAB|CRM)$/;

/** Where a group's name ends that no table knows, "the Blue Coast Front", by its capitals and its last word, whatever the tree makes
 * of it: an article, capitals, a noun for groups. */
export function groupNameAt(scene: Scene, at: number): TokenRange | null {
  for (let end = at; end < at + MAX_NAME; end++) {
    if (!isNamePart(scene, end)) return null;
    if (isNamePart(scene, end + 1)) continue;
    const from = startOf(scene, end);
    return from !== null && from <= at && endsName(scene, from, end + 1) ? { from, to: end + 1 } : null;
  }
  return null;
}

function isNamePart(scene: Scene, at: number): boolean {
  return (/^\p{Lu}\p{L}/u.test(scene.forms[at] ?? '') && scene.matchAt[at] === null) || isPeoplesMark(scene, at);
}

function startOf(scene: Scene, last: number): number | null {
  let from = last;
  while (last - from < MAX_NAME && isNamePart(scene, from - 1) && !/^The$/.test(scene.forms[from - 1] ?? '')) from--;
  return /^the$/i.test(scene.forms[from - 1] ?? '') && last > from ? from : null;
}

function endsName({ index, forms, doc }: Scene, from: number, to: number): boolean {
  const noun = index.nameNouns.get((forms[to - 1] ?? '').toLowerCase());
  if (!noun?.sector || !GROUP_SECTORS.test(noun.sector) || doc.tokens[from]?.sentence !== doc.tokens[to - 1]?.sentence)
    return false;
  const organ = index.nouns.findAt(forms, to - 1, from, to);
  return !organ || organ.to - organ.from === 1;
}

/** The token of a name that stands for it in the clause: one with a noun's relation to a word outside, the last such. */
export function headOfName({ doc }: Scene, { from, to }: TokenRange): number {
  const outer = doc.tokens.slice(from, to).filter(({ head }) => head < from || head >= to);
  return (
    (outer.findLast(({ deprel }) => /^(nsubj|obj|iobj|obl|nmod|conj|appos)/.test(deprel)) ?? outer.at(-1))?.index ?? to - 1
  );
}
