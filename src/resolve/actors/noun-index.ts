import { foldName } from '../../base/index.ts';
import { singular } from './pieces.ts';

interface Noun<T> {
  readonly words: readonly string[];
  readonly number: 'any' | 'plural' | 'caps';
  readonly meaning: T;
}

/** A noun found in a sequence of words: `from` to `to` (past its last word). */
export interface NounMatch<T> {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly T[];
}

/** Longest noun looked for, in words. */
const MAX_WORDS = 6;

/** Common nouns of one or more words, compared without regard to number and case. */
export class NounIndex<T> {
  readonly #byWords = new Map<string, Noun<T>[]>();

  add(noun: string, meaning: T, number: Noun<T>['number'] = 'any'): void {
    const words = wordsOf(noun);
    const key = words.join(' ');
    const list = this.#byWords.get(key) ?? [];
    list.push({ words, number, meaning });
    this.#byWords.set(key, list);
  }

  /** The longest noun that starts at `from` or later, holds word `head` and ends before `to`, with the head as its last word
   * or followed by "of" ("ministry of defence", "secretary of state"). */
  findAt(forms: readonly string[], head: number, from: number, to: number): NounMatch<T> | null {
    let best: NounMatch<T> | null = null;
    for (let start = head; start >= from && start > head - MAX_WORDS; start--) {
      for (let end = head + 1; end <= to && end - start <= MAX_WORDS; end++) {
        if (best && end - start <= best.to - best.from) continue;
        if (end > head + 1 && !endsPastHead(forms, head)) break;
        const meanings = this.#lookUp(forms, start, end);
        if (meanings.length > 0) best = { from: start, to: end, meanings };
      }
    }
    return best;
  }

  #lookUp(forms: readonly string[], from: number, to: number): readonly T[] {
    if (!hasLetter(forms[from]) || !hasLetter(forms[to - 1])) return [];
    const words = forms.slice(from, to).flatMap(wordsOf);
    const plural = isPlural(forms[to - 1] ?? '');
    return (this.#byWords.get(words.join(' ')) ?? [])
      .filter(({ number }) => number === 'any' || (number === 'plural' ? plural : isAcronym(forms[from] ?? '')))
      .map((noun) => noun.meaning);
  }
}

/** Written as an acronym: "NGO", "MPs", not the name "Ngo". */
function isAcronym(form: string): boolean {
  return /^\p{Lu}{2,}s?$/u.test(form);
}

function hasLetter(form: string | undefined): boolean {
  return form !== undefined && /[\p{L}\p{N}]/u.test(form);
}

function endsPastHead(forms: readonly string[], head: number): boolean {
  const next = forms[head + 1]?.toLowerCase() ?? '';
  return next === 'of' || next === '-' || next === "'s" || next === 'in' || next === 'for';
}

/** Whether a noun is written in the plural. */
export function isPlural(form: string): boolean {
  const word = form.toLowerCase();
  return word === 'people' || word === 'police' || singular(word) !== word;
}

function wordsOf(text: string): readonly string[] {
  return (foldName(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(singular);
}
