import { argmax, hashText, type LinearModel, mix, seed } from '../model/index.ts';
import { charKind, LETTER, plainMarks } from './characters.ts';

/** How a lemma is made from a form: lower the case or not, cut letters off the end, add others. */
export interface LemmaRule {
  readonly lower: boolean;
  readonly cut: number;
  readonly add: string;
}

/** The rule as text, `l2:y` ("armies" -> "army" has cut 3, add "y"). */
export function ruleName(rule: LemmaRule): string {
  return `${rule.lower ? 'l' : 'k'}${rule.cut}:${rule.add}`;
}

/** @throws RangeError where the text is not one of {@link ruleName} */
export function parseRule(name: string): LemmaRule {
  const found = /^([lk])(\d+):(.*)$/.exec(name);
  if (!found) throw new RangeError(`"${name}" is not a lemma rule such as "l2:y"`);
  return { lower: found[1] === 'l', cut: Number(found[2]), add: found[3] ?? '' };
}

/** The rule that leads from form to lemma. */
export function findRule(form: string, lemma: string): LemmaRule {
  const lower = form !== form.toLowerCase() && (lemma === lemma.toLowerCase() || commonPrefix(form, lemma) === 0);
  const base = lower || form === form.toLowerCase() ? form.toLowerCase() : form;
  const shared = commonPrefix(base, lemma);
  return { lower: lower || form === form.toLowerCase(), cut: base.length - shared, add: lemma.slice(shared) };
}

function commonPrefix(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** The lemma a rule makes of a form; the form itself where it is too short for the rule. */
export function applyRule(form: string, rule: LemmaRule): string {
  const base = rule.lower ? form.toLowerCase() : form;
  if (rule.cut > base.length || base.length - rule.cut + rule.add.length === 0) return base;
  return base.slice(0, base.length - rule.cut) + rule.add;
}

/** Size of a buffer for the features of one form. */
export const LEMMA_FEATURES = 32;

/** Features of a form's lemma rule, given its tags. */
export function lemmaFeatures(form: string, xpos: string, upos: string, out: Int32Array): number {
  const lower = form.toLowerCase();
  const tag = hashText(`${xpos}|${upos}`);
  const capital = form === lower ? 0 : form === form.toUpperCase() ? 2 : 1;
  let n = 0;
  out[n] = mix(mix(seed(1700 + n++), tag), capital);
  out[n] = mix(mix(seed(1700 + n++), tag), hashText(lower));
  for (let length = 1; length <= 7; length++) {
    const suffix = hashText(lower, Math.max(0, lower.length - length));
    out[n] = mix(mix(seed(1700 + n++), tag), suffix);
    out[n] = mix(mix(mix(seed(1700 + n++), tag), suffix), capital);
  }
  for (let length = 1; length <= 3; length++) out[n] = mix(mix(seed(1700 + n++), tag), hashText(lower, 0, length));
  const pattern = vowelPattern(lower);
  out[n] = mix(mix(seed(1700 + n++), tag), pattern);
  out[n] = mix(mix(mix(seed(1700 + n++), tag), pattern), hashText(lower, Math.max(0, lower.length - 4)));
  out[n] = mix(mix(mix(seed(1700 + n++), tag), Math.min(lower.length, 8)), hashText(lower, Math.max(0, lower.length - 3)));
  return n;
}

/** Vowels and consonants of the last seven letters, doubled letters marked. */
function vowelPattern(lower: string): number {
  let hash = 5;
  for (let at = Math.max(0, lower.length - 7); at < lower.length; at++) {
    const letter = lower[at] ?? '';
    const doubled = letter === lower[at - 1];
    hash = mix(
      hash,
      charKind(lower.charCodeAt(at)) !== LETTER ? 3 : doubled ? 4 : 'aeiou'.includes(letter) ? 1 : letter === 'y' ? 5 : 2,
    );
  }
  return hash;
}

const MEMO_SIZE = 50_000;

/** Lemmas from a list of exceptions and a perceptron over lemma rules. */
export class Lemmatizer {
  readonly #model: LinearModel;
  readonly #rules: readonly LemmaRule[];
  readonly #exceptions: ReadonlyMap<string, string>;
  readonly #memo = new Map<string, string>();
  readonly #features = new Int32Array(LEMMA_FEATURES);
  readonly #scores = new Int32Array(256);

  /** @param exceptions lemma by {@link exceptionKey} */
  constructor(model: LinearModel, rules: readonly LemmaRule[], exceptions: ReadonlyMap<string, string>) {
    this.#model = model;
    this.#rules = rules;
    this.#exceptions = exceptions;
  }

  /** Lemma of a form as it stands inside a sentence (already recased in titles). */
  lemma(form: string, xpos: string, upos: string): string {
    if (form.length > 60) return form;
    const key = exceptionKey(form, xpos, upos);
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const lemma = this.#exception(form, xpos, upos) ?? this.#compute(form, xpos, upos);
    if (this.#memo.size >= MEMO_SIZE) this.#memo.clear();
    this.#memo.set(key, lemma);
    return lemma;
  }

  /** A capitalised word that is no name also takes the exception of the small form. */
  #exception(form: string, xpos: string, upos: string): string | undefined {
    const own = this.#exceptions.get(exceptionKey(form, xpos, upos));
    if (own !== undefined || xpos.startsWith('NNP')) return own;
    return this.#exceptions.get(exceptionKey(form.toLowerCase(), xpos, upos));
  }

  #compute(form: string, xpos: string, upos: string): string {
    const plain = plainMarks(form);
    this.#scores.fill(0);
    this.#model.add(this.#features, lemmaFeatures(plain, xpos, upos, this.#features), this.#scores);
    const rule = this.#rules[argmax(this.#scores, this.#rules.length)];
    return rule ? applyRule(plain, rule) : plain;
  }
}

/** Under what an exception is filed. */
export function exceptionKey(form: string, xpos: string, upos: string): string {
  return `${form}\t${xpos}\t${upos}`;
}
