import type { Token } from '../src/document/index.ts';
import { findNameSpans, NAME_FEATURES, NAME_LABELS, nameFeatures } from '../src/language/names.ts';
import type { LinearRows } from '../src/model/index.ts';
import type { GoldSentence } from './corpora.ts';
import { Perceptron, type Rounding } from './perceptron.ts';
import { shuffle } from './random.ts';

/** A name of a treebank sentence with its label. */
export interface NameExample {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** Index into `NAME_LABELS`. */
  readonly label: number;
}

const CLASS_OF: Readonly<Record<string, string>> = { person: 'person', place: 'place', organization: 'organisation' };

/** Names of GUM sentences, labelled by the innermost entity of the `Entity` annotation that covers the name's last word. */
export function nameExamples(sentences: readonly GoldSentence[]): readonly NameExample[] {
  return sentences.flatMap((sentence) => {
    const entities = readEntities(sentence);
    if (entities.length === 0) return [];
    const tokens = sentenceTokens(sentence);
    return findNameSpans(tokens, 0, tokens.length).flatMap(({ from, to }) => {
      const cover = entities
        .filter((entity) => entity.from <= to - 1 && entity.to >= to && entity.to - entity.from >= Math.min(to - from, 2))
        .sort((a, b) => Math.abs(a.from - from) + Math.abs(a.to - to) - Math.abs(b.from - from) - Math.abs(b.to - to))[0];
      if (!cover || Math.abs(cover.from - from) > 3) return [];
      return [{ tokens, from, to, label: NAME_LABELS.findIndex((label) => label === (CLASS_OF[cover.kind] ?? 'other')) }];
    });
  });
}

interface Entity {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** Brackets such as `(6-person-new-…` … `6)` of the MISC column. */
function readEntities(sentence: GoldSentence): readonly Entity[] {
  const open: { id: string; kind: string; from: number }[] = [];
  const found: Entity[] = [];
  for (const [at, misc] of sentence.misc.entries()) {
    const value =
      misc
        .split('|')
        .find((item) => item.startsWith('Entity='))
        ?.slice(7) ?? '';
    for (const part of value.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const [id = '', kind = ''] = part.replace(/[()]/g, '').split('-');
      if (part.startsWith('(')) open.push({ id, kind, from: at });
      if (!part.endsWith(')')) continue;
      const last = open.findLastIndex((entry) => entry.id === id);
      const [entry] = last < 0 ? [] : open.splice(last, 1);
      if (entry) found.push({ kind: entry.kind, from: entry.from, to: at + 1 });
    }
  }
  return found;
}

function sentenceTokens(sentence: GoldSentence): readonly Token[] {
  let text = 0;
  return sentence.forms.map((form, index) => {
    const start = text;
    text += form.length + (sentence.misc[index]?.split('|').includes('SpaceAfter=No') ? 0 : 1);
    return {
      index,
      start,
      end: start + form.length,
      form,
      lemma: sentence.lemmas[index] ?? '',
      upos: sentence.upos[index] ?? '',
      xpos: sentence.xpos[index] ?? '',
      head: sentence.heads[index] ?? -1,
      deprel: sentence.deprels[index] ?? '',
      sentence: 0,
    };
  });
}

export function trainNames(
  examples: readonly NameExample[],
  epochs: number,
  rounding: Rounding,
  random: () => number,
): LinearRows {
  const model = new Perceptron(NAME_LABELS.length);
  const features = new Int32Array(NAME_FEATURES);
  const order = [...examples];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { tokens, from, to, label } of shuffle(order, random)) {
      const count = nameFeatures(tokens, from, to, features);
      const scores = model.score(features, count);
      let best = 0;
      for (let other = 1; other < model.classes; other++)
        if ((scores[other] as number) > (scores[best] as number)) best = other;
      model.tick();
      if (best !== label) model.update(features, count, label, best);
    }
  }
  return model.rows(rounding);
}
