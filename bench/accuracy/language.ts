import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Article } from '../../src/document/index.ts';
import { type LanguageModels, loadLanguageModels, parseTokens, readLanguage } from '../../src/language/index.ts';
import { type GoldSentence, type RawDocument, rawDocuments, readTreebank } from '../../training/corpora.ts';

const MANIFEST = 'weights/manifest.json';

/** Relations reported one by one; a relation counts where head and label are right. */
const RELATIONS = [
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl',
  'obl:agent',
  'xcomp',
  'ccomp',
  'advcl',
  'conj',
  'appos',
  'acl:relcl',
  'nmod',
  'root',
];

/** A word with its place, whether in characters (raw text) or by number (given tokens). */
interface Word {
  readonly key: string;
  readonly upos: string;
  readonly xpos: string;
  readonly lemma: string;
  /** Key of the head word, `root` at the root. */
  readonly head: string;
  readonly deprel: string;
}

/** F1 in percent by measure. */
type Scores = Record<string, number>;

function f1(right: number, gold: number, found: number): number {
  return gold + found === 0 ? 0 : Math.round((20000 * right) / (gold + found)) / 100;
}

/** Compares two analyses of the same text word by word; words are the same where their keys are. */
function compare(gold: readonly Word[], found: readonly Word[]): Scores {
  const byKey = new Map(gold.map((word) => [word.key, word]));
  const pairs = found.flatMap((word) => {
    const other = byKey.get(word.key);
    return other ? [{ word, other }] : [];
  });
  const count = (test: (word: Word, other: Word) => boolean) => pairs.filter(({ word, other }) => test(word, other)).length;
  const score = (test: (word: Word, other: Word) => boolean) => f1(count(test), gold.length, found.length);
  const scores: Scores = {
    words: score(() => true),
    UPOS: score((word, other) => word.upos === other.upos),
    XPOS: score((word, other) => word.xpos === other.xpos),
    lemma: score((word, other) => word.lemma === other.lemma),
    UAS: score((word, other) => word.head === other.head),
    LAS: score((word, other) => word.head === other.head && word.deprel === other.deprel),
  };
  for (const relation of RELATIONS) {
    const right = count((word, other) => word.deprel === relation && other.deprel === relation && word.head === other.head);
    const of = (words: readonly Word[]) => words.filter((word) => word.deprel === relation).length;
    scores[relation] = f1(right, of(gold), of(found));
  }
  return scores;
}

function goldTokens(sentences: readonly GoldSentence[], models: LanguageModels): Scores {
  const parsed = parseTokens(
    sentences.map((sentence) => sentence.forms),
    models,
  );
  const key = (sentence: number, word: number) => (word < 0 ? 'root' : `${sentence}/${word}`);
  const gold = sentences.flatMap(({ forms, upos, xpos, lemmas, heads, deprels }, sentence) =>
    forms.map((_, word) => ({
      key: key(sentence, word),
      upos: upos[word] ?? '',
      xpos: xpos[word] ?? '',
      lemma: lemmas[word] ?? '',
      head: key(sentence, heads[word] ?? -1),
      deprel: deprels[word] ?? '',
    })),
  );
  const found = parsed.flatMap((words, sentence) =>
    words.map((word, at) => ({ ...word, key: key(sentence, at), head: key(sentence, word.head) })),
  );
  return compare(gold, found);
}

function rawText(documents: readonly RawDocument[], models: LanguageModels): Scores {
  const [gold, found]: [Word[], Word[]] = [[], []];
  let [rightEnds, goldEnds, foundEnds] = [0, 0, 0];
  let [rightTokens, goldCount, foundCount] = [0, 0, 0];
  for (const document of documents) {
    const parsed = readLanguage(article(document.text), models);
    const key = (start: number | undefined, end: number | undefined) => `${document.name}/${start}-${end}`;
    const spans = goldSpans(document);
    const goldKeys = spans.map((sentence) => sentence.map(([start, end]) => key(start, end)));
    for (const [number, sentence] of document.sentences.entries()) {
      const keys = goldKeys[number] ?? [];
      for (const [word] of sentence.forms.entries()) {
        const head = sentence.heads[word] ?? -1;
        gold.push({
          key: keys[word] ?? '',
          upos: sentence.upos[word] ?? '',
          xpos: sentence.xpos[word] ?? '',
          lemma: sentence.lemmas[word] ?? '',
          head: head < 0 ? 'root' : (keys[head] ?? ''),
          deprel: sentence.deprels[word] ?? '',
        });
      }
    }
    for (const token of parsed.tokens) {
      const head = parsed.tokens[token.head];
      found.push({ ...token, key: key(token.start, token.end), head: head ? key(head.start, head.end) : 'root' });
    }
    const all = new Set(goldKeys.flat());
    goldCount += all.size;
    foundCount += parsed.tokens.length;
    rightTokens += parsed.tokens.filter((token) => all.has(key(token.start, token.end))).length;
    const goldSentences = new Set(spans.map((sentence) => key(sentence[0]?.[0], sentence.at(-1)?.[1])));
    goldEnds += goldSentences.size;
    foundEnds += parsed.sentences.length;
    for (const { from, to } of parsed.sentences)
      if (goldSentences.has(key(parsed.tokens[from]?.start, parsed.tokens[to - 1]?.end))) rightEnds++;
  }
  const scores = compare(gold, found);
  return { tokens: f1(rightTokens, goldCount, foundCount), sentences: f1(rightEnds, goldEnds, foundEnds), ...scores };
}

/** Character spans of the words of each sentence; the words of a multiword token share it out. */
function goldSpans(document: RawDocument): readonly (readonly (readonly [number, number])[])[] {
  return document.sentences.map((sentence, number) => {
    const spans: [number, number][] = [];
    for (const [at, surface] of sentence.surfaces.entries()) {
      let from = document.offsets[number]?.[2 * at] ?? 0;
      const end = document.offsets[number]?.[2 * at + 1] ?? 0;
      for (let word = 0; word < surface.words; word++) {
        const length = sentence.forms[spans.length]?.length ?? 0;
        const to = word === surface.words - 1 ? end : Math.min(end, from + length);
        spans.push([from, to]);
        from = to;
      }
    }
    return spans;
  });
}

function article(text: string): Article {
  const nothing = { externalId: null, title: null, source: null, url: null, published: null, givenEntities: null };
  return { ...nothing, id: '', publishedBasis: 'unknown', language: 'en', text, zones: [] };
}

/** The parts measured: a treebank file and the documents of it that count. */
const PARTS: readonly { readonly name: string; readonly file: string; readonly documents: RegExp }[] = [
  { name: 'EWT', file: 'ewt', documents: /./ },
  { name: 'EWT weblog', file: 'ewt', documents: /^weblog/ },
  { name: 'EWT newsgroup', file: 'ewt', documents: /^newsgroup/ },
  { name: 'GUM', file: 'gum', documents: /./ },
  { name: 'GUM news', file: 'gum', documents: /^GUM_news/ },
];

function measure(split: string, models: LanguageModels): Record<string, { gold: Scores; raw: Scores }> {
  const results: Record<string, { gold: Scores; raw: Scores }> = {};
  for (const part of PARTS) {
    const sentences = readTreebank(`${part.file}-${split}`).filter(({ document }) => part.documents.test(document));
    if (sentences.length === 0) continue;
    results[part.name] = { gold: goldTokens(sentences, models), raw: rawText(rawDocuments(sentences), models) };
  }
  return results;
}

function table(results: Record<string, { gold: Scores; raw: Scores }>): string {
  const measures = ['tokens', 'sentences', 'words', 'UPOS', 'XPOS', 'lemma', 'UAS', 'LAS', ...RELATIONS];
  const columns = Object.entries(results).flatMap(([name, { gold, raw }]) => [
    { title: `${name}, given tokens`, scores: gold },
    { title: `${name}, raw text`, scores: raw },
  ]);
  const cell = (value: number | undefined) => (value === undefined ? '' : value.toFixed(2));
  return [
    `| F1 | ${columns.map((column) => column.title).join(' | ')} |`,
    `|---|${columns.map(() => '---').join('|')}|`,
    ...measures.map((name) => `| ${name} | ${columns.map((column) => cell(column.scores[name])).join(' | ')} |`),
  ].join('\n');
}

/** Notes the main scores in the manifest beside the weights. */
function noteScores(split: string, results: Record<string, { gold: Scores; raw: Scores }>): void {
  const manifest: unknown = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const pick = (scores: Scores) =>
    Object.fromEntries(['UPOS', 'XPOS', 'lemma', 'UAS', 'LAS'].map((name) => [name, scores[name] ?? 0]));
  const scores = Object.fromEntries(
    Object.entries(results).map(([name, { gold, raw }]) => [name, { givenTokens: pick(gold), rawText: pick(raw) }]),
  );
  writeFileSync(MANIFEST, `${JSON.stringify({ ...Object(manifest), scores: { split, ...scores } }, null, 2)}\n`);
}

/** Usage: `node bench/accuracy/language.ts [dev|test] [--save]`. */
function main(): void {
  const split = process.argv.includes('test') ? 'test' : 'dev';
  const models = loadLanguageModels(new Uint8Array(readFileSync('weights/english.bin')));
  const results = measure(split, models);
  console.log(table(results));
  if (!process.argv.includes('--save')) return;
  if (split === 'test') noteScores(split, results);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim();
  const date = new Date().toISOString().slice(0, 10);
  const how = `node bench/accuracy/language.ts ${split} --save; words matched by character offsets in raw text`;
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${process.version}`;
  writeFileSync(
    `bench/results/${date}-language.json`,
    `${JSON.stringify({ date, commit, machine, how, split, results }, null, 1)}\n`,
  );
  writeFileSync(
    `bench/results/${date}-language.md`,
    `# Language stage on the ${split} parts of EWT and GUM\n\nCommit ${commit}; ${machine}; ${how}.\n\n${table(results)}\n`,
  );
}

main();
