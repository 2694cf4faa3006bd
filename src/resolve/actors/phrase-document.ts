import { bareArticle, type Parsed, type Token } from '../../document/index.ts';
import type { ActorIndex } from './actor-index.ts';

interface Word {
  readonly form: string;
  readonly start: number;
  readonly end: number;
}

const DETERMINERS =
  /^(the|a|an|some|any|all|this|that|these|those|several|many|few|both|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*|dozens|hundreds|thousands)$/i;
const PREPOSITIONS = /^(of|for|in|from|at|with|by|on|to|near|against|under|who|which|that|whose|and|or|&|as|,)$/i;
const ADJECTIVES = /(?:ed|ing|al|ic|ist|ive|ous|ary)$/;
/** Longest phrase read, in words. */
const MAX_WORDS = 60;

/** A bare phrase as a document of one sentence with a rough tree: words attach to the last noun of their stretch, stretches
 * behind a preposition to the noun before it. Enough to run the reading rules on a phrase without a parser. */
export function phraseDocument(text: string, index: ActorIndex): Parsed {
  const words = splitWords(text).slice(0, MAX_WORDS);
  const covered = coveredByName(words, index);
  const tokens = attach(words, covered);
  return {
    ...bareArticle(text),
    tokens,
    sentences: tokens.length > 0 ? [{ from: 0, to: tokens.length }] : [],
    quotations: [],
    names: [],
  };
}

function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const found of text.matchAll(
    /['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.]|['’](?!s(?![\p{L}\p{N}])))*|[^\s\p{L}\p{N}]/gu,
  ))
    words.push({ form: found[0], start: found.index, end: found.index + found[0].length });
  return words;
}

/** Words inside a known name of several words: prepositions in them do not end a stretch ("Ministry of Defence"). */
function coveredByName(words: readonly Word[], index: ActorIndex): ReadonlySet<number> {
  const forms = words.map(({ form }) => form);
  const covered = new Set<number>();
  for (const match of index.names.findAll(forms)) for (let at = match.from + 1; at < match.to; at++) covered.add(at);
  for (const [at, form] of forms.entries()) {
    if (form.toLowerCase() !== 'of' || at === 0) continue;
    const noun = index.nouns.findAt(forms, at - 1, 0, forms.length);
    if (noun && noun.to > at) for (let inside = at; inside < noun.to; inside++) covered.add(inside);
  }
  return covered;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  /** The preposition before it, -1 at the start. */
  readonly marker: number;
}

function attach(words: readonly Word[], covered: ReadonlySet<number>): readonly Token[] {
  const stretches = splitStretches(words, covered);
  const heads = words.map(() => -1);
  const relations = words.map(() => 'dep');
  const nouns = new Set<number>();
  let previous = -1;
  for (const stretch of stretches) {
    const head = attachStretch(words, covered, stretch, heads, relations);
    if (head < 0) continue;
    heads[head] = previous;
    relations[head] = previous < 0 ? 'root' : relationOf(words[stretch.marker]?.form ?? '');
    if (stretch.marker >= 0) {
      heads[stretch.marker] = head;
      relations[stretch.marker] = /^(and|or|&|,)$/i.test(words[stretch.marker]?.form ?? '') ? 'cc' : 'case';
    }
    nouns.add(head);
    if (previous < 0 || relations[head] === 'nmod') previous = head;
  }
  const tokens = words.map((word, index) => toToken(word, index, heads[index] ?? -1, relations[index] ?? 'dep', heads));
  return tokens.map((token) => (nouns.has(token.index) && token.upos === 'ADJ' ? { ...token, upos: 'NOUN' } : token));
}

function relationOf(marker: string): string {
  if (/^(and|or|&)$/i.test(marker)) return 'conj';
  if (marker === ',') return 'appos';
  return /^(who|which|that|whose|to|as)$/i.test(marker) ? 'acl:relcl' : 'nmod';
}

function splitStretches(words: readonly Word[], covered: ReadonlySet<number>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  let marker = -1;
  for (const [at, { form }] of words.entries()) {
    if (!PREPOSITIONS.test(form) || covered.has(at)) continue;
    if (at > from) stretches.push({ from, to: at, marker });
    from = at + 1;
    marker = at;
  }
  if (from < words.length) stretches.push({ from, to: words.length, marker });
  return stretches;
}

/** Attaches the words of a stretch to its last word and gives that; possessors to what follows them. */
function attachStretch(
  words: readonly Word[],
  covered: ReadonlySet<number>,
  { from, to }: Stretch,
  heads: number[],
  relations: string[],
): number {
  let head = to - 1;
  while (head > from && !/[\p{L}\p{N}]/u.test(words[head]?.form ?? '')) head--;
  const end = head;
  while (head > from && covered.has(head) && words.slice(from, end + 1).some(({ form }) => form.toLowerCase() === 'of')) head--;
  for (let at = from; at < to; at++) {
    if (at === head) continue;
    const form = words[at]?.form ?? '';
    heads[at] = head;
    relations[at] = at > head ? 'flat' : DETERMINERS.test(form) ? 'det' : 'compound';
    if (/^['’]s$/.test(form) && at > from) {
      relations[at - 1] = 'nmod:poss';
      heads[at] = at - 1;
      relations[at] = 'case';
    }
  }
  return head;
}

function toToken({ form, start, end }: Word, index: number, head: number, deprel: string, heads: readonly number[]): Token {
  const isRoot = head < 0 && heads.indexOf(-1) === index;
  const safeHead = isRoot ? -1 : head < 0 ? heads.indexOf(-1) : head;
  return {
    index,
    start,
    end,
    form,
    lemma: form.toLowerCase(),
    upos: uposOf(form),
    xpos: '',
    head: safeHead,
    deprel: isRoot ? 'root' : deprel,
    sentence: 0,
  };
}

function uposOf(form: string): string {
  if (!/[\p{L}\p{N}]/u.test(form)) return 'PUNCT';
  if (DETERMINERS.test(form)) return 'DET';
  if (/^\p{Lu}/u.test(form)) return 'PROPN';
  return ADJECTIVES.test(form) ? 'ADJ' : 'NOUN';
}
