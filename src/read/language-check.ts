import { francAll } from 'franc-min';

/** Letters below which the language of a text in Latin letters is not judged. */
const MIN_LETTERS = 150;
/** Letters below which even a foreign script is let through. */
const MIN_FOREIGN_LETTERS = 20;
/** Share of letters outside the Latin script from which a text is not English. */
const FOREIGN_SHARE = 0.5;
/** Share of English function words from which a text is English whatever the letter statistics say. */
const FUNCTION_WORD_SHARE = 0.08;
/** Share of English function words below which a text that looks most like another language is in that language. */
const FEW_FUNCTION_WORDS = 0.03;
/** Different words below which their kind says nothing. */
const MIN_DIFFERENT_WORDS = 15;
/** English's score, the best language's being 1, from which the statistics are not clear enough to refuse a text. */
const ENGLISH_SCORE = 0.9;
/** Code units looked at. */
const SAMPLE = 4096;

const FUNCTION_WORDS = /\b(?:the|of|and|to|in|that|was|for|on|with|by|it|is|are|from|were|has|had|said|his|its)\b/gi;

/** ISO 639-3 code of the language a text is clearly in where that is not English (`und` for a script that English has not);
 * null where it is English, too short or not clear. */
export function foreignLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= MIN_FOREIGN_LETTERS && letters - latin > letters * FOREIGN_SHARE) return bestGuess(sample);
  if (letters < MIN_LETTERS) return null;
  const all = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const words = all.length;
  const functionWords = sample.match(FUNCTION_WORDS)?.length ?? 0;
  if (functionWords >= words * FUNCTION_WORD_SHARE) return null;
  const best = bestGuess(sample);
  if (functionWords < words * FEW_FUNCTION_WORDS && new Set(all).size >= MIN_DIFFERENT_WORDS)
    return best === 'eng' || best === 'und' ? null : best;
  const english = francAll(sample).find(([code]) => code === 'eng')?.[1] ?? 0;
  return english >= ENGLISH_SCORE ? null : best;
}

function bestGuess(sample: string): string {
  const [best] = francAll(sample, { minLength: MIN_FOREIGN_LETTERS });
  return best?.[0] ?? 'und';
}
