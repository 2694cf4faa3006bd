/** Forms whose parts the training data fix, lower case: the length of each part. */
export type MultiwordLexicon = ReadonlyMap<string, readonly number[]>;

const ENDINGS = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|m|d)|(?<=s)['’])$/i;

/** Lengths of the syntactic words of a surface token: "don't" -> [2, 3]; one length for an ordinary word. */
export function splitMultiword(form: string, lexicon: MultiwordLexicon): readonly number[] {
  const whole = [form.length];
  if (form.length < 3 || form.length > 40) return whole;
  const known = lexicon.get(form.toLowerCase().replace(/[‘’]/g, "'"));
  if (known) return known;
  const last = form.charCodeAt(form.length - 1);
  if (last > 127 && last !== 0x2019) return whole;
  const found = ENDINGS.exec(form);
  if (!found?.[1] || !/\p{L}|\p{N}/u.test(found[1])) return whole;
  return [found[1].length, form.length - found[1].length];
}
