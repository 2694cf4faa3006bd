/** Most ways to match from one place of a text that count as bounded: a millisecond's worth. */
const MOST_WAYS = 1_000_000;

/** What makes a pattern match in more ways than one, and where groups begin and end; escapes and classes are passed over. */
const PARTS =
  /\\(?:[pPu]\{[^}]{0,40}\}|k<[^>]{0,40}>|.)|\[(?:\\.|[^\]\\])*\]|(?<opens>\((?:\?(?:[:=!]|<[=!]|<\w{1,40}>))?)|(?<closes>\))|(?<bar>\|)|(?<endless>[*+])|\{(?<least>\d+)(?:(?<open>,)(?<most>\d*))?\}|(?<optional>\?)/gsu;

/** Whether no text can make a pattern try more than so many ways from one place of it: nothing repeats without bound, no group repeats, and all
 * bounds and numbers of alternatives multiplied are few. The product is above the truth; a pattern that is not bounded in this sense may
 * still be linear. */
export function isBounded(pattern: string): boolean {
  if (/\)\{(?!0,1\}|1\})/.test(pattern.replace(/\\./gs, ''))) return false;
  let ways = 1;
  const alternatives = [1];
  for (const { groups = {} } of pattern.matchAll(PARTS)) {
    const { opens, closes, bar, endless, least, open, most, optional } = groups;
    if (endless !== undefined || (open !== undefined && most === '')) return false;
    if (opens !== undefined) alternatives.push(1);
    if (bar !== undefined) alternatives.push((alternatives.pop() ?? 1) + 1);
    if (closes !== undefined) ways *= alternatives.pop() ?? 1;
    if (optional !== undefined) ways *= 2;
    if (open !== undefined) ways *= Number(most) - Number(least) + 1;
  }
  return alternatives.reduce((all, each) => all * each, ways) <= MOST_WAYS;
}
