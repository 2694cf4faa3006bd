import { betweenKinds, type ParserInput, parserInput } from '../src/language/parser-input.ts';
import type { TagSet } from '../src/language/tagger.ts';
import { casingOf, type WordLexicon, Words } from '../src/language/words.ts';
import { headlineCopies } from './augment.ts';
import { type GoldSentence, readTreebank } from './corpora.ts';
import { type AmbiguityClasses, buildWords } from './lexicon.ts';
import { seededRandom } from './random.ts';
import { SETTINGS } from './settings.ts';
import type { ParseExample } from './train-parser.ts';
import type { TagExample } from './train-tagger.ts';

/** The training sentences, their headline copies and the inventories of tags and labels. */
export interface Corpus {
  readonly sentences: readonly GoldSentence[];
  /** Sentences followed by their headline copies. */
  readonly augmented: readonly GoldSentence[];
  readonly gum: readonly GoldSentence[];
  readonly tagSet: TagSet;
  readonly labels: readonly string[];
}

/** Reads the training parts. */
export function loadCorpus(): Corpus {
  const read = (prefix: string) => SETTINGS.parts.filter((part) => part.startsWith(prefix)).flatMap(readTreebank);
  const gum = read('gum');
  const sentences = [...read('ewt'), ...gum];
  const augmented = [...sentences, ...headlineCopies(sentences, SETTINGS.headlines, seededRandom(SETTINGS.seed))];
  const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
  const tagSet = {
    xpos: sorted(sentences.flatMap((sentence) => sentence.xpos)),
    upos: sorted(sentences.flatMap((sentence) => sentence.upos)),
  };
  const labels = byFrequency(sentences.flatMap((sentence) => sentence.deprels));
  return { sentences, augmented, gum, tagSet, labels };
}

/** The different values, the most frequent first: the parser's label sets tell the first 31 apart. */
function byFrequency(values: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([value]) => value);
}

/** Which part a sentence belongs to when its document is held out. */
export function foldOf(sentences: readonly GoldSentence[], folds: number): readonly number[] {
  const order = new Map<string, number>();
  return sentences.map(({ document }) => {
    if (!order.has(document)) order.set(document, order.size);
    return (order.get(document) ?? 0) % folds;
  });
}

/** The word lexicon of all sentences, and the sentences with atoms by lexicons that leave their own documents out: so that
 * words are as unknown in training as they will be in new text. */
export function tagExamples({ sentences, augmented, tagSet }: Corpus): {
  lexicon: WordLexicon;
  examples: readonly TagExample[];
} {
  const classes: AmbiguityClasses = new Map();
  const lexicon = buildWords(sentences, classes);
  const folds = foldOf(augmented, SETTINGS.lexiconFolds);
  const words = Array.from({ length: SETTINGS.lexiconFolds }, (_, fold) => {
    const others = sentences.filter((_, at) => folds[at] !== fold);
    return new Words(buildWords(others, classes));
  });
  const examples = augmented.map((sentence, at) => {
    const casing = casingOf(sentence.forms);
    const source = words[folds[at] ?? 0];
    return {
      atoms: sentence.forms.flatMap((form) => source?.atoms(form, casing) ?? []),
      xpos: Uint8Array.from(sentence.forms, (_, word) => tagSet.xpos.indexOf(sentence.xpos[word] ?? '')),
      upos: Uint8Array.from(sentence.forms, (_, word) => tagSet.upos.indexOf(sentence.upos[word] ?? '')),
    };
  });
  return { lexicon, examples };
}

/** Tags by taggers that did not see the sentence, by sentence. */
export interface AssignedTags {
  readonly xpos: readonly (readonly number[])[];
  readonly upos: readonly (readonly number[])[];
}

/** The sentences as the parser sees them. */
export function parseExamples(corpus: Corpus, assigned: AssignedTags): readonly ParseExample[] {
  const { augmented, tagSet, labels } = corpus;
  const { examples } = tagExamples(corpus);
  const kinds = betweenKinds(tagSet);
  return augmented.map((sentence, at): ParseExample => {
    const [xpos, upos] = [Uint8Array.from(assigned.xpos[at] ?? []), Uint8Array.from(assigned.upos[at] ?? [])];
    return parseExample(sentence, parserInput(examples[at]?.atoms ?? [], xpos, upos, kinds), labels);
  });
}

/** Gold heads and labels by node; a head that was taken for punctuation gives way to its own head. */
function parseExample(sentence: GoldSentence, input: ParserInput, labels: readonly string[]): ParseExample {
  const nodes = new Map([...input.places].map((place, node) => [place, node]));
  const headNode = (place: number) => {
    let head = sentence.heads[place] ?? -1;
    while (!nodes.has(head)) head = sentence.heads[head] ?? -1;
    return nodes.get(head) ?? 0;
  };
  return {
    input,
    heads: input.places.map((place, node) => (node === 0 ? -1 : headNode(place))),
    labels: input.places.map((place) => labels.indexOf(sentence.deprels[place] ?? '')),
  };
}
