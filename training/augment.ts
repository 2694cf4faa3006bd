import type { GoldSentence } from './corpora.ts';

const SMALL = new Set('a an the and or but nor as at by for from in of on to with over into'.split(' '));

/** Copies of some sentences as headlines: every word capitalised (small words only sometimes), the full stop dropped.
 * @param share of the sentences copied, 0 to 1 */
export function headlineCopies(sentences: readonly GoldSentence[], share: number, random: () => number): GoldSentence[] {
  return sentences
    .filter((sentence) => isCandidate(sentence) && random() < share)
    .map((sentence) => asHeadline(sentence, random));
}

/** Short enough for a headline, with a verb or at least five words. */
function isCandidate(sentence: GoldSentence): boolean {
  return sentence.forms.length >= 4 && sentence.forms.length <= 25 && sentence.forms.some((form) => /^\p{Ll}/u.test(form));
}

function asHeadline(sentence: GoldSentence, random: () => number): GoldSentence {
  const capitals = random() < 0.15;
  const smallToo = random() < 0.5;
  const recase = (form: string) => {
    if (capitals) return form.toUpperCase();
    return !smallToo && SMALL.has(form) ? form : form.slice(0, 1).toUpperCase() + form.slice(1);
  };
  const full = sentence.forms.length - 1;
  const keep = sentence.forms[full] === '.' && !sentence.heads.includes(full) ? full : full + 1;
  return { ...sentence, forms: sentence.forms.slice(0, keep).map(recase) };
}
