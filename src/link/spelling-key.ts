import { foldName } from '../base/index.ts';

/** Letters and groups of letters that romanisations of one sound differ in, each with what stands for all of them; in order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/(?:kh|gh|q|ck|c(?![eih]))/g, 'k'],
  [/(?:dh|th)/g, 'd'],
  [/(?:sh|sch|ch|tch)/g, 's'],
  [/(?:dj|zh|j)/g, 'j'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/(?:ou|oo|o)/g, 'u'],
  [/(?:ee|e)/g, 'i'],
  [/z/g, 's'],
  [/h/g, ''],
];

/** Articles that stand before or within a name with a hyphen or without. */
const ARTICLE = /^(?:al|el|ul|ur|as|ad|az|an|ar)$/;

/** The words of a name, folded, without articles and signs. */
export function nameWords(name: string): readonly string[] {
  return foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0 && !ARTICLE.test(word));
}

/** What two romanisations of one word have in common: consonants by sound, double letters once, and the first vowel. */
export function spellingKey(word: string): string {
  const sounds = SOUNDS.reduce((text, [letters, sound]) => text.replace(letters, sound), word.replace(/(.)\1+/g, '$1'));
  const first = sounds.slice(0, 1);
  return (
    first +
    sounds
      .slice(1)
      .replace(/[aiu]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

/** Fewest changes of one letter that make one word of another, up to `most`; above it, more than `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? most + 1;
}
