import { plainMarks } from '../src/language/characters.ts';
import { CASE_CAPITAL, CASE_LOWER, CASE_UNKNOWN, type WordLexicon } from '../src/language/words.ts';
import { hashText } from '../src/model/index.ts';
import type { GoldSentence } from './corpora.ts';

interface Counts {
  readonly tags: Map<string, number>;
  seen: number;
  lower: number;
  capital: number;
}

/** Tags with at least this share of a form's occurrences belong to its ambiguity class. */
const SHARE_MIN = 0.05;

/** Numbers of ambiguity classes by their tags, shared by lexicons that must agree on them. */
export type AmbiguityClasses = Map<string, number>;

/** Counts how forms are tagged and written. */
export function buildWords(sentences: readonly GoldSentence[], classes: AmbiguityClasses): WordLexicon {
  const counts = new Map<number, Counts>();
  for (const sentence of sentences) for (const [at] of sentence.forms.entries()) countWord(sentence, at, counts);
  const kept = [...counts].sort(([a], [b]) => a - b);
  const ambiguity = new Uint16Array(kept.length);
  const casing = new Uint8Array(kept.length);
  for (const [row, [, entry]] of kept.entries()) {
    casing[row] = entry.lower + entry.capital === 0 ? CASE_UNKNOWN : entry.lower >= entry.capital ? CASE_LOWER : CASE_CAPITAL;
    if (entry.seen < 2) continue;
    const tags = [...entry.tags].filter(([, count]) => count >= entry.seen * SHARE_MIN).map(([tag]) => tag);
    const name = tags.sort().join(' ');
    if (!classes.has(name)) classes.set(name, classes.size + 1);
    ambiguity[row] = classes.get(name) ?? 0;
  }
  return { keys: Uint32Array.from(kept, ([key]) => key), ambiguity, casing };
}

function countWord(sentence: GoldSentence, at: number, counts: Map<number, Counts>): void {
  const form = plainMarks(sentence.forms[at] ?? '');
  const lower = form.toLowerCase();
  const key = (hashText(lower) || 1) >>> 0;
  const entry = counts.get(key) ?? { tags: new Map<string, number>(), seen: 0, lower: 0, capital: 0 };
  counts.set(key, entry);
  const tag = sentence.xpos[at] ?? '';
  entry.tags.set(tag, (entry.tags.get(tag) ?? 0) + 1);
  entry.seen++;
  if (form === lower) entry.lower++;
  else if (at > 0 && tag.startsWith('NNP')) entry.capital++;
}
