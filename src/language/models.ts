import { ByteReader, decodeLinear, decodeMlp, LinearModel, SparseMlp, unpackSections } from '../model/index.ts';
import { Lemmatizer, parseRule } from './lemmatize.ts';
import type { MultiwordLexicon } from './multiword.ts';
import { NameFinder } from './names.ts';
import { type LabelSet, Parser } from './parser.ts';
import { SentenceSplitter } from './sentences.ts';
import { Tagger, type TagSet } from './tagger.ts';
import { type Abbreviations, Tokenizer } from './tokenize.ts';
import { UniversalTagger } from './universal-tagger.ts';
import { decodeWords, Words } from './words.ts';

/** Everything the language stage has learned, ready for use. Holds memos, which never change a result. */
export interface LanguageModels {
  readonly tagSet: TagSet;
  readonly labels: readonly string[];
  readonly tokenizer: Tokenizer;
  readonly multiwords: MultiwordLexicon;
  readonly splitter: SentenceSplitter;
  readonly words: Words;
  readonly tagger: Tagger;
  readonly universalTagger: UniversalTagger;
  readonly lemmatizer: Lemmatizer;
  readonly parser: Parser;
  readonly nameFinder: NameFinder;
}

/** Reads `weights/english.bin`.
 * @throws RangeError where the bytes are not a weights file, have another version, or lack a section */
export function loadLanguageModels(bytes: Uint8Array): LanguageModels {
  const sections = unpackSections(bytes);
  const section = (name: string): Uint8Array => {
    const found = sections.get(name);
    if (!found) throw new RangeError(`weights lack the section "${name}"`);
    return found;
  };
  const linear = (name: string) => new LinearModel(decodeLinear(section(name)));
  const network = (name: string) => new SparseMlp(decodeMlp(section(name)));
  const names = new ByteReader(section('names-of-tags'));
  const tagSet: TagSet = { xpos: names.texts(), upos: names.texts() };
  const labels = readLabels(names.texts(), section('label-sets'), tagSet.upos.length);
  const abbreviations = readAbbreviations(section('abbreviations'));
  return {
    tagSet,
    labels: labels.names,
    tokenizer: new Tokenizer(linear('tokenizer'), abbreviations),
    multiwords: readMultiwords(section('multiwords')),
    splitter: new SentenceSplitter(linear('sentences'), abbreviations),
    words: new Words(decodeWords(section('words'))),
    tagger: new Tagger(tagSet, network('xpos')),
    universalTagger: new UniversalTagger(tagSet, linear('upos')),
    lemmatizer: readLemmatizer(section('lemma-rules'), linear('lemmas')),
    parser: new Parser(tagSet, labels, network('parser')),
    nameFinder: new NameFinder(linear('names')),
  };
}

function readLabels(names: readonly string[], bytes: Uint8Array, tags: number): LabelSet {
  const reader = new ByteReader(bytes);
  const byUpos = Array.from({ length: tags }, () => Array.from({ length: reader.unsigned() }, () => reader.unsigned()));
  return { names, byUpos };
}

function readAbbreviations(bytes: Uint8Array): Abbreviations {
  const lines = new ByteReader(bytes).texts().map((line) => line.split('\t'));
  return new Map(lines.map(([form = '', place]) => [form, place === 'title']));
}

function readMultiwords(bytes: Uint8Array): MultiwordLexicon {
  const reader = new ByteReader(bytes);
  const lexicon = new Map<string, readonly number[]>();
  for (const line of reader.texts()) {
    const [form = '', lengths = ''] = line.split('\t');
    lexicon.set(form, lengths.split(' ').map(Number));
  }
  return lexicon;
}

function readLemmatizer(bytes: Uint8Array, model: LinearModel): Lemmatizer {
  const reader = new ByteReader(bytes);
  const rules = reader.texts().map(parseRule);
  const exceptions = new Map<string, string>();
  for (const line of reader.texts()) {
    const cut = line.lastIndexOf('\t');
    exceptions.set(line.slice(0, cut), line.slice(cut + 1));
  }
  return new Lemmatizer(model, rules, exceptions);
}
