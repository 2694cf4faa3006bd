import type { NameLabel, NameSpan, Token } from '../document/index.ts';
import { argmax, hashText, type LinearModel, mix, seed } from '../model/index.ts';

/** Labels by class number of the name model. */
export const NAME_LABELS: readonly NameLabel[] = ['person', 'place', 'organisation', 'other'];

/** Words after which "of" continues a name: "University of X", "Ministry of X". */
const OF_NAMES = new Set(
  'university republic ministry department bank house council kingdom union party state states army church college institute academy board bureau office court league front organisation organization movement brigade city gulf strait bay isle islands cape united tower school hospital federation confederation alliance association society'.split(
    ' ',
  ),
);

/** Size of a buffer for the features of one name. */
export const NAME_FEATURES = 64;

function isNamePart(token: Token | undefined): boolean {
  return token !== undefined && (token.xpos === 'NNP' || token.xpos === 'NNPS');
}

/** Spans of proper names: runs of proper nouns, joined over hyphens inside a word and over "of" after "University" and the like.
 * @param from first token of the sentence; @param to past its last */
export function findNameSpans(tokens: readonly Token[], from: number, to: number): readonly { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  let at = from;
  while (at < to) {
    if (!isNamePart(tokens[at])) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < to) {
      const next = continueName(tokens, end, to);
      if (next === end) break;
      end = next;
    }
    if (!isDate(tokens, at, end)) spans.push({ from: at, to: end });
    at = end;
  }
  return spans;
}

const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:jan|feb|mar|apr|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri)\.?$/i;

/** Days of the week and months are proper nouns, not names. */
function isDate(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every((token) => CALENDAR.test(token.form));
}

/** Where a name that reaches `end` may reach next; `end` itself where it stops. */
function continueName(tokens: readonly Token[], end: number, to: number): number {
  const [last, here, next] = [tokens[end - 1], tokens[end], tokens[end + 1]];
  if (!last || !here) return end;
  if (isNamePart(here)) return end + 1;
  if (end + 1 >= to || !next) return end;
  const glued = last.end === here.start && here.end === next.start;
  if ((here.form === '-' || here.form === '\u2013') && glued && (isNamePart(next) || next.xpos === 'NN')) return end + 2;
  if (here.form === 'of' && OF_NAMES.has(last.form.toLowerCase())) {
    if (isNamePart(next)) return end + 2;
    if (next.form.toLowerCase() === 'the' && isNamePart(tokens[end + 2]) && end + 2 < to) return end + 3;
  }
  if (here.form === '&' && isNamePart(next)) return end + 2;
  return end;
}

/** Features of the label of a name. */
export function nameFeatures(tokens: readonly Token[], from: number, to: number, out: Int32Array): number {
  const lower = (at: number) => hashText(tokens[at]?.form.toLowerCase() ?? '');
  const [first, last] = [tokens[from], tokens[to - 1]];
  const outer = headOf(tokens, from, to);
  const head = tokens[outer];
  const governor = head && head.head >= 0 ? tokens[head.head] : undefined;
  let n = 0;
  const put = (a: number, b = 0) => {
    out[n] = mix(mix(seed(900 + n), a), b);
    n++;
  };
  put(0);
  put(lower(from));
  put(lower(to - 1));
  put(to - from);
  put(lower(from - 1));
  put(lower(to));
  put(lower(from - 1), lower(to));
  put(lower(from - 2), lower(from - 1));
  put(lower(to), lower(to + 1));
  put(hashText(tokens[from - 1]?.xpos ?? ''), hashText(tokens[to]?.xpos ?? ''));
  put(hashText(head?.deprel ?? ''));
  put(hashText(head?.deprel ?? ''), lower(from - 1));
  put(hashText(governor?.lemma ?? ''));
  put(hashText(governor?.lemma ?? ''), hashText(head?.deprel ?? ''));
  put(hashText(governor?.upos ?? ''), hashText(head?.deprel ?? ''));
  put(letterForm(first?.form ?? ''), letterForm(last?.form ?? ''));
  put(letterForm(last?.form ?? ''), Math.min(3, to - from));
  for (const token of [first, last]) {
    const form = token?.form.toLowerCase() ?? '';
    for (let length = 2; length <= 4; length++) put(hashText(form, Math.max(0, form.length - length)));
  }
  put(hashText(last?.xpos ?? ''));
  for (let at = from; at < to && at < from + 8; at++) out[n++] = mix(seed(990), lower(at));
  for (let at = from; at < to && at < from + 8; at++) out[n++] = mix(mix(seed(991), lower(at)), to - from);
  return n;
}

/** Capitals only, capitals with full stops, or ordinary. */
function letterForm(form: string): number {
  if (/^\p{Lu}{2,}$/u.test(form)) return 1;
  if (/^(?:\p{Lu}\.)+\p{Lu}?$/u.test(form)) return 2;
  return /^\p{Lu}/u.test(form) ? 3 : 4;
}

/** The token of a span whose head lies outside. */
function headOf(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const head = tokens[at]?.head ?? -1;
    if (head < from || head >= to) return at;
  }
  return from;
}

/** Finds and labels the names of a parsed sentence. */
export class NameFinder {
  readonly #model: LinearModel;
  readonly #features = new Int32Array(NAME_FEATURES);
  readonly #scores = new Int32Array(NAME_LABELS.length);

  constructor(model: LinearModel) {
    this.#model = model;
  }

  find(tokens: readonly Token[], from: number, to: number): NameSpan[] {
    return findNameSpans(tokens, from, to).map((range) => ({ range, label: this.#label(tokens, range.from, range.to) }));
  }

  #label(tokens: readonly Token[], from: number, to: number): NameLabel {
    this.#scores.fill(0);
    this.#model.add(this.#features, nameFeatures(tokens, from, to, this.#features), this.#scores);
    return NAME_LABELS[argmax(this.#scores, NAME_LABELS.length)] ?? 'other';
  }
}
