import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainMarks } from '../src/language/characters.ts';
import { Tagger } from '../src/language/tagger.ts';
import { UniversalTagger } from '../src/language/universal-tagger.ts';
import { encodeWords } from '../src/language/words.ts';
import {
  ByteWriter,
  encodeLinear,
  encodeMlp,
  LinearModel,
  packSections,
  SparseMlp,
  WEIGHTS_VERSION,
} from '../src/model/index.ts';
import { type GoldSentence, rawDocuments } from './corpora.ts';
import { type AssignedTags, type Corpus, foldOf, loadCorpus, parseExamples, tagExamples } from './prepare.ts';
import { seededRandom } from './random.ts';
import { SETTINGS } from './settings.ts';
import { type LemmaExample, trainLemmas } from './train-lemmas.ts';
import { nameExamples, trainNames } from './train-names.ts';
import { type ParseExample, trainParser } from './train-parser.ts';
import { trainUpos, trainXpos } from './train-tagger.ts';
import { trainSplitter, trainTokenizer } from './train-tokenizer.ts';
import { readTsv } from './tsv.ts';
import { verbExamples } from './verbs.ts';

/** Trained sections wait here, so that one stage can be trained again without the others. */
const WORK = 'training/work';
const OUTPUT = 'weights/english.bin';
const MANIFEST = 'weights/manifest.json';

const SECTIONS = [
  'names-of-tags',
  'tokenizer',
  'multiwords',
  'abbreviations',
  'sentences',
  'words',
  'xpos',
  'upos',
  'lemma-rules',
  'lemmas',
  'label-sets',
  'parser',
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
  save('names-of-tags', encodeNames(corpus));
  stage('tokens', () => tokenStages(corpus));
  stage('lemmas', () => lemmaStage(corpus));
  stage('names', () => nameStage(corpus));
  stage('tags', () => tagStages(corpus));
  stage('parser', () => parserStage(corpus));
  pack();
}

function encodeNames({ tagSet, labels }: Corpus): Uint8Array {
  const writer = new ByteWriter();
  for (const values of [tagSet.xpos, tagSet.upos, labels]) writer.texts(values);
  return writer.finish();
}

function save(name: string, bytes: Uint8Array): void {
  writeFileSync(join(WORK, `${name}.bin`), bytes);
}

function pack(): void {
  if (!SECTIONS.every((name) => existsSync(join(WORK, `${name}.bin`)))) return;
  const sections = new Map(SECTIONS.map((name) => [name, new Uint8Array(readFileSync(join(WORK, `${name}.bin`)))]));
  for (const [name, bytes] of sections) console.error(`${name}: ${bytes.length} bytes`);
  const weights = packSections(sections);
  writeFileSync(OUTPUT, weights);
  writeFileSync(MANIFEST, `${JSON.stringify(manifest(weights), null, 2)}\n`);
}

/** What the weights are made of; `bench/accuracy/language.ts test --save` adds the scores. */
function manifest(weights: Uint8Array): object {
  return {
    file: 'english.bin',
    format: WEIGHTS_VERSION,
    bytes: weights.length,
    sha256: createHash('sha256').update(weights).digest('hex'),
    script: 'node training/main.ts',
    seed: SETTINGS.seed,
    parts: SETTINGS.parts,
    corpora: [
      { name: 'Universal Dependencies English EWT', licence: 'CC BY-SA 4.0' },
      {
        name: 'Universal Dependencies English GUM (freely usable texts)',
        licence: 'CC BY 4.0 (annotation); texts under the licences of their sources',
      },
    ],
    scores: null,
  };
}

function tokenStages({ sentences }: Corpus): void {
  const documents = rawDocuments(sentences);
  const random = seededRandom(SETTINGS.seed);
  save('tokenizer', encodeLinear(trainTokenizer(documents, SETTINGS.tokenizer.epochs, SETTINGS.tokenizer.rounding, random)));
  save('sentences', encodeLinear(trainSplitter(documents, SETTINGS.sentences.epochs, SETTINGS.sentences.rounding, random)));
  const writer = new ByteWriter();
  writer.texts(multiwords(sentences));
  save('multiwords', writer.finish());
  const abbreviations = new ByteWriter();
  abbreviations.texts(readTsv('training/abbreviations.tsv').map((columns) => columns.join('\t')));
  save('abbreviations', abbreviations.finish());
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
  const verbs = verbExamples();
  const given = new Set(verbs.map(({ form, xpos, upos }) => `${form}\t${xpos}\t${upos}`));
  const others = examples.filter(({ form, xpos, upos }) => !given.has(`${form}\t${xpos}\t${upos}`));
  const model = trainLemmas(
    [...others, ...verbs],
    SETTINGS.lemmas.epochs,
    SETTINGS.lemmas.rounding,
    seededRandom(SETTINGS.seed),
  );
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

/** The word lexicon, the taggers, and tags for the parser by taggers that did not see the sentence. */
function tagStages(corpus: Corpus): void {
  const { augmented, tagSet } = corpus;
  const { lexicon, examples } = tagExamples(corpus);
  save('words', encodeWords(lexicon));
  const folds = foldOf(augmented, SETTINGS.folds);
  const { xpos, upos } = SETTINGS;
  const random = seededRandom(SETTINGS.seed);
  const assigned: Uint8Array[] = examples.map((example) => example.xpos);
  const universal: Uint8Array[] = examples.map((example) => example.upos);
  save('xpos', encodeMlp(trainXpos(examples, tagSet, xpos, random)));
  for (let fold = 0; fold < SETTINGS.folds; fold++) {
    const others = examples.filter((_, at) => folds[at] !== fold);
    const tagger = new Tagger(tagSet, new SparseMlp(trainXpos(others, tagSet, xpos, random)));
    for (const [at, example] of examples.entries()) if (folds[at] === fold) assigned[at] = tagger.tag(example.atoms);
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
    const tagger = new UniversalTagger(tagSet, new LinearModel(rows));
    for (const [at, example] of examples.entries())
      if (folds[at] === fold) universal[at] = tagger.tag(example.atoms, assigned[at] ?? example.xpos);
  }
  save('upos', encodeLinear(trainUpos(examples, assigned, tagSet, upos.epochs, upos.rounding, random)));
  writeFileSync(
    join(WORK, 'assigned.json'),
    JSON.stringify({ xpos: assigned.map((a) => [...a]), upos: universal.map((a) => [...a]) }),
  );
}

function parserStage(corpus: Corpus): void {
  const { labels, tagSet } = corpus;
  const assigned = JSON.parse(readFileSync(join(WORK, 'assigned.json'), 'utf8')) as AssignedTags;
  const examples = parseExamples(corpus, assigned);
  save('label-sets', encodeLabelSets(examples, tagSet.upos.length, labels));
  const network = trainParser(examples, labels.length, SETTINGS.parser, seededRandom(SETTINGS.seed), (number, epoch) =>
    console.error(`parser network ${number} epoch ${epoch}`),
  );
  save('parser', encodeMlp(network));
}

/** Labels seen less often with a universal tag are not given to its words. */
const LABEL_SEEN_MIN = 3;

/** For each universal tag the labels its words may bear. Root and punctuation are given by rule. */
function encodeLabelSets(examples: readonly ParseExample[], tags: number, labels: readonly string[]): Uint8Array {
  const counts = Array.from({ length: tags }, () => new Int32Array(labels.length));
  for (const { input, labels: own } of examples)
    for (let node = 1; node <= input.size; node++) {
      const row = counts[input.upos[node] as number];
      const label = own[node] as number;
      if (row) row[label] = (row[label] as number) + 1;
    }
  const byRule = new Set(['root', 'punct']);
  const writer = new ByteWriter();
  for (const row of counts) {
    const allowed = labels
      .map((_, label) => label)
      .filter((label) => (row[label] as number) >= LABEL_SEEN_MIN && !byRule.has(labels[label] ?? ''));
    const kept = allowed.length > 0 ? allowed : [labels.indexOf('dep')];
    writer.unsigned(kept.length);
    for (const label of kept) writer.unsigned(label);
  }
  return writer.finish();
}

main();
