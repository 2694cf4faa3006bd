import { plainMarks } from '../src/language/characters.ts';
import {
  applyRule,
  exceptionKey,
  findRule,
  LEMMA_FEATURES,
  type LemmaRule,
  Lemmatizer,
  lemmaFeatures,
  parseRule,
  ruleName,
} from '../src/language/lemmatize.ts';
import { LinearModel, type LinearRows } from '../src/model/index.ts';
import { Perceptron, type Rounding } from './perceptron.ts';
import { shuffle } from './random.ts';

/** A form with its tags and lemma, and how often it was seen. */
export interface LemmaExample {
  readonly form: string;
  readonly xpos: string;
  readonly upos: string;
  readonly lemma: string;
  readonly count: number;
}

/** Rules seen with fewer different forms are left to the exceptions. */
const RULE_FORMS_MIN = 4;

/** What the lemmatiser is made of. */
export interface LemmaModel {
  readonly rules: readonly string[];
  readonly rows: LinearRows;
  /** Lines `form TAB xpos TAB upos TAB lemma`. */
  readonly exceptions: readonly string[];
}

export function trainLemmas(
  examples: readonly LemmaExample[],
  epochs: number,
  rounding: Rounding,
  random: () => number,
): LemmaModel {
  const counts = new Map<string, number>();
  for (const { form, lemma } of examples) {
    const name = ruleName(findRule(plainMarks(form), lemma));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rules = [...counts]
    .filter(([, count]) => count >= RULE_FORMS_MIN)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, 255)
    .map(([name]) => name);
  const parsed = rules.map(parseRule);
  const model = new Perceptron(rules.length);
  const features = new Int32Array(LEMMA_FEATURES);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const example of shuffle(order, random)) learn(model, features, example, rules, parsed);
  const rows = model.rows(rounding);
  const plain = new Lemmatizer(new LinearModel(rows), parsed, new Map());
  const exceptions = examples
    .filter(({ form, xpos, upos, lemma }) => form.length <= 60 && plain.lemma(form, xpos, upos) !== lemma)
    .map(({ form, xpos, upos, lemma }) => `${exceptionKey(form, xpos, upos)}\t${lemma}`);
  return { rules, rows, exceptions: exceptions.sort() };
}

/** Any rule that makes the right lemma is right. */
function learn(
  model: Perceptron,
  features: Int32Array,
  example: LemmaExample,
  rules: readonly string[],
  parsed: readonly LemmaRule[],
): void {
  const form = plainMarks(example.form);
  const gold = rules.indexOf(ruleName(findRule(form, example.lemma)));
  if (gold < 0) return;
  const count = lemmaFeatures(form, example.xpos, example.upos, features);
  const scores = model.score(features, count);
  let best = 0;
  for (let rule = 1; rule < rules.length; rule++) if ((scores[rule] as number) > (scores[best] as number)) best = rule;
  model.tick();
  const chosen = parsed[best];
  if (chosen && applyRule(form, chosen) === example.lemma) return;
  model.update(features, count, gold, best);
}
