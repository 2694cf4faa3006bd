/** Most ways to match from one place of a text that count as bounded: a millisecond's worth. */
const MOST_WAYS = 1_000_000;

/** What makes a pattern match in more ways than one; escapes and classes are passed over. */
const PARTS =
  /\\(?:[pPu]\{[^}]{0,40}\}|k<[^>]{0,40}>|.)|\[(?:\\.|[^\]\\])*\]|(?<endless>[*+])|\{(?<least>\d+)(?:(?<open>,)(?<most>\d*))?\}|(?<choice>[?|])/gsu;

/** Whether no text can make a pattern try more than so many ways from one place of it: nothing repeats without bound, no group repeats, and all
 * bounds multiplied are few. The product is above the truth; a pattern that is not bounded in this sense may still be linear. */
export function isBounded(pattern: string): boolean {
  if (/\)\{(?!0,1\}|1\})/.test(pattern.replace(/\\./gs, ''))) return false;
  let ways = 1;
  for (const { groups = {} } of pattern.matchAll(PARTS)) {
    const { endless, least, open, most, choice } = groups;
    if (endless !== undefined || (open !== undefined && most === '')) return false;
    if (choice !== undefined) ways *= 2;
    if (open !== undefined) ways *= Number(most) - Number(least) + 1;
  }
  return ways <= MOST_WAYS;
}
