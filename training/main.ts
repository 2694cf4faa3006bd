import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainMarks } from '../src/language/characters.ts';
import { betweenKinds, parserInput } from '../src/language/parser-features.ts';
import { Tagger, type TagSet } from '../src/language/tagger.ts';
import { casingOf, encodeWords, Words } from '../src/language/words.ts';
import { ByteWriter, encodeLinear, LinearModel, packSections } from '../src/model/index.ts';
import { headlineCopies } from './augment.ts';
import { type GoldSentence, rawDocuments, readTreebank } from './corpora.ts';
import { buildWords } from './lexicon.ts';
import { seededRandom } from './random.ts';
import { SETTINGS } from './settings.ts';
import { type LemmaExample, trainLemmas } from './train-lemmas.ts';
import { nameExamples, trainNames } from './train-names.ts';
import { type ParseExample, trainParser } from './train-parser.ts';
import { type TagExample, trainUpos, trainXpos } from './train-tagger.ts';
import { trainSplitter, trainTokenizer } from './train-tokenizer.ts';

/** Trained sections wait here, so that one stage can be trained again without the others. */
const WORK = 'training/work';
const OUTPUT = 'weights/english.bin';

const SECTIONS = [
  'names-of-tags',
  'tokenizer',
  'multiwords',
  'sentences',
  'words',
  'xpos',
  'upos',
  'lemma-rules',
  'lemmas',
  'transitions',
  'labels',
  'names',
];

function main(): void {
  mkdirSync(WORK, { recursive: true });
  const wanted = process.argv.slice(2);
  const stage = (name: string, run: () => void) => {
    if (wanted.length > 0 && !wanted.includes(name)) return;
    const started = process.cpuUsage();
    run();
    console.error(`${name}: ${Math.round(process.cpuUsage(started).user / 1e6)} s`);
  };
  const corpus = loadCorpus();
  stage('tokens', () => tokenStages(corpus));
  stage('lemmas', () => lemmaStage(corpus));
  stage('names', () => nameStage(corpus));
  stage('tags', () => tagStages(corpus));
  stage('parser', () => parserStage(corpus));
  pack();
}

/** The training sentences, their headline copies and the inventories of tags and labels. */
interface Corpus {
  readonly sentences: readonly GoldSentence[];
  /** Sentences followed by their headline copies. */
  readonly augmented: readonly GoldSentence[];
  readonly gum: readonly GoldSentence[];
  readonly tagSet: TagSet;
  readonly labels: readonly string[];
}

function loadCorpus(): Corpus {
  const gum = readTreebank('gum-train');
  const sentences = [...readTreebank('ewt-train'), ...gum];
  const augmented = [...sentences, ...headlineCopies(sentences, SETTINGS.headlines, seededRandom(SETTINGS.seed))];
  const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
  const tagSet = {
    xpos: sorted(sentences.flatMap((sentence) => sentence.xpos)),
    upos: sorted(sentences.flatMap((sentence) => sentence.upos)),
  };
  const labels = sorted(sentences.flatMap((sentence) => sentence.deprels));
  const writer = new ByteWriter();
  for (const values of [tagSet.xpos, tagSet.upos, labels]) writer.texts(values);
  save('names-of-tags', writer.finish());
  return { sentences, augmented, gum, tagSet, labels };
}

function save(name: string, bytes: Uint8Array): void {
  writeFileSync(join(WORK, `${name}.bin`), bytes);
}

function pack(): void {
  if (!SECTIONS.every((name) => existsSync(join(WORK, `${name}.bin`)))) return;
  const sections = new Map(SECTIONS.map((name) => [name, new Uint8Array(readFileSync(join(WORK, `${name}.bin`)))]));
  for (const [name, bytes] of sections) console.error(`${name}: ${bytes.length} bytes`);
  writeFileSync(OUTPUT, packSections(sections));
}

function tokenStages({ sentences }: Corpus): void {
  const documents = rawDocuments(sentences);
  const random = seededRandom(SETTINGS.seed);
  save('tokenizer', encodeLinear(trainTokenizer(documents, SETTINGS.tokenizer.epochs, SETTINGS.tokenizer.rounding, random)));
  save('sentences', encodeLinear(trainSplitter(documents, SETTINGS.sentences.epochs, SETTINGS.sentences.rounding, random)));
  const writer = new ByteWriter();
  writer.texts(multiwords(sentences));
  save('multiwords', writer.finish());
}

/** Lines `form TAB lengths` for forms that are multiword tokens in most of their occurrences, and (one length) for forms
 * that look like one and never are. */
function multiwords(sentences: readonly GoldSentence[]): readonly string[] {
  const seen = new Map<string, Map<string, number>>();
  for (const sentence of sentences) {
    let word = 0;
    for (const surface of sentence.surfaces) {
      const parts = sentence.forms.slice(word, word + surface.words);
      word += surface.words;
      const form = plainMarks(surface.form).toLowerCase();
      const own = seen.get(form) ?? new Map<string, number>();
      const lengths = parts.join('').length === surface.form.length ? parts.map((part) => part.length).join(' ') : '';
      own.set(lengths, (own.get(lengths) ?? 0) + 1);
      seen.set(form, own);
    }
  }
  const lines: string[] = [];
  for (const [form, own] of seen) {
    const [best] = [...own].sort(([, a], [, b]) => b - a);
    if (best?.[0].includes(' ') || (best && /[a-z]'[a-z]*$/.test(form) && best[0] !== '')) lines.push(`${form}\t${best[0]}`);
  }
  return lines.sort();
}

function lemmaStage({ sentences }: Corpus): void {
  const counts = new Map<string, Map<string, number>>();
  for (const sentence of sentences) {
    for (const [at, form] of sentence.forms.entries()) {
      const key = `${form}\t${sentence.xpos[at]}\t${sentence.upos[at]}`;
      const own = counts.get(key) ?? new Map<string, number>();
      const lemma = sentence.lemmas[at] ?? '_';
      own.set(lemma, (own.get(lemma) ?? 0) + 1);
      counts.set(key, own);
    }
  }
  const examples: LemmaExample[] = [...counts].map(([key, own]) => {
    const [form = '', xpos = '', upos = ''] = key.split('\t');
    const [best] = [...own].sort(([, a], [, b]) => b - a);
    return { form, xpos, upos, lemma: best?.[0] ?? form, count: best?.[1] ?? 1 };
  });
  const model = trainLemmas(examples, SETTINGS.lemmas.epochs, SETTINGS.lemmas.rounding, seededRandom(SETTINGS.seed));
  const writer = new ByteWriter();
  writer.texts(model.rules);
  writer.texts(model.exceptions);
  save('lemma-rules', writer.finish());
  save('lemmas', encodeLinear(model.rows));
}

function nameStage({ gum }: Corpus): void {
  const examples = nameExamples(gum);
  console.error(`${examples.length} names`);
  save(
    'names',
    encodeLinear(trainNames(examples, SETTINGS.names.epochs, SETTINGS.names.rounding, seededRandom(SETTINGS.seed))),
  );
}

/** Atoms and tag numbers; headline copies see words that are rare in the corpus as unknown ones. */
function tagExamples({ sentences, augmented, tagSet }: Corpus, words: Words, rareUnknown: Words): readonly TagExample[] {
  return augmented.map((sentence, at) => {
    const casing = casingOf(sentence.forms);
    const source = at < sentences.length ? words : rareUnknown;
    return {
      atoms: sentence.forms.map((form) => source.atoms(form, casing)),
      xpos: Uint8Array.from(sentence.forms, (_, word) => tagSet.xpos.indexOf(sentence.xpos[word] ?? '')),
      upos: Uint8Array.from(sentence.forms, (_, word) => tagSet.upos.indexOf(sentence.upos[word] ?? '')),
    };
  });
}

/** Which part of the jack-knife a sentence belongs to: whole documents together. */
function foldOf(sentences: readonly GoldSentence[]): readonly number[] {
  const order = new Map<string, number>();
  return sentences.map(({ document }) => {
    if (!order.has(document)) order.set(document, order.size);
    return (order.get(document) ?? 0) % SETTINGS.folds;
  });
}

/** The word lexicon, the taggers, and tags for the parser by taggers that did not see the sentence. */
function tagStages(corpus: Corpus): void {
  const { sentences, augmented, tagSet } = corpus;
  const lexicon = buildWords(sentences);
  save('words', encodeWords(lexicon));
  const examples = tagExamples(corpus, new Words(lexicon), new Words(buildWords(sentences, 2)));
  const folds = foldOf(augmented);
  const { xpos, upos } = SETTINGS;
  const random = seededRandom(SETTINGS.seed);
  const assigned: Uint8Array[] = examples.map((example) => example.xpos);
  const universal: Uint8Array[] = examples.map((example) => example.upos);
  const empty = new LinearModel({
    classes: tagSet.upos.length,
    keys: new Uint32Array(),
    starts: new Uint32Array(1),
    cellClasses: new Uint8Array(),
    cellWeights: new Int16Array(),
  });
  for (let fold = 0; fold < SETTINGS.folds; fold++) {
    const others = examples.filter((_, at) => folds[at] !== fold);
    const tagger = new Tagger(tagSet, new LinearModel(trainXpos(others, tagSet, xpos.epochs, xpos.rounding, random)), empty);
    for (const [at, example] of examples.entries()) if (folds[at] === fold) assigned[at] = tagger.tag(example.atoms).xpos;
  }
  for (let fold = 0; fold < SETTINGS.folds; fold++) {
    const others = examples.map((_, at) => at).filter((at) => folds[at] !== fold);
    const rows = trainUpos(
      others.flatMap((at) => examples[at] ?? []),
      others.flatMap((at) => [assigned[at] ?? new Uint8Array()]),
      tagSet,
      upos.epochs,
      upos.rounding,
      random,
    );
    const tagger = new Tagger(tagSet, empty, new LinearModel(rows));
    for (const [at, example] of examples.entries())
      if (folds[at] === fold) universal[at] = tagger.universal(example.atoms, assigned[at] ?? example.xpos);
  }
  save('xpos', encodeLinear(trainXpos(examples, tagSet, xpos.epochs, xpos.rounding, random)));
  save('upos', encodeLinear(trainUpos(examples, assigned, tagSet, upos.epochs, upos.rounding, random)));
  writeFileSync(
    join(WORK, 'assigned.json'),
    JSON.stringify({ xpos: assigned.map((a) => [...a]), upos: universal.map((a) => [...a]) }),
  );
}

function parserStage(corpus: Corpus): void {
  const { sentences, augmented, tagSet, labels } = corpus;
  const assigned = JSON.parse(readFileSync(join(WORK, 'assigned.json'), 'utf8')) as { xpos: number[][]; upos: number[][] };
  const examples = tagExamples(corpus, new Words(buildWords(sentences)), new Words(buildWords(sentences, 2)));
  const kinds = betweenKinds(tagSet);
  const parses = augmented.map((sentence, at): ParseExample => {
    const [xpos, upos] = [Uint8Array.from(assigned.xpos[at] ?? []), Uint8Array.from(assigned.upos[at] ?? [])];
    return {
      input: parserInput(examples[at]?.atoms ?? [], xpos, upos, kinds),
      heads: Int32Array.from([-1, ...sentence.forms.map((_, word) => (sentence.heads[word] ?? -1) + 1)]),
      labels: Int32Array.from([-1, ...sentence.forms.map((_, word) => labels.indexOf(sentence.deprels[word] ?? ''))]),
    };
  });
  const rows = trainParser(
    parses,
    labels.length,
    SETTINGS.parser.epochs,
    SETTINGS.parser,
    seededRandom(SETTINGS.seed),
    (epoch) => console.error(`parser epoch ${epoch}`),
  );
  save('transitions', encodeLinear(rows.transitions));
  save('labels', encodeLinear(rows.labels));
}

main();
