import type { TokenRange } from '../base/index.ts';
import type { Article, NameSpan, Parsed, Token } from '../document/index.ts';
import { headlineTags } from './headline.ts';
import { mendClauses } from './mend/mend-clauses.ts';
import type { LanguageModels } from './models.ts';
import { splitMultiword } from './multiword.ts';
import { findParagraphs } from './paragraphs.ts';
import { findQuotations } from './quotations.ts';
import { SENTENCE_MAX } from './sentences.ts';
import type { Offsets } from './tokenize.ts';
import { hangWeekdays } from './weekdays.ts';
import { type Casing, casingOf } from './words.ts';

const NO_VERBS: ReadonlySet<string> = new Set();

/** Words, sentences, trees, quotations and names of an article. Never throws and takes linear time on any text.
 * @param newsVerbs lemmas of the verbs that headlines are read by */
export function readLanguage(article: Article, models: LanguageModels, newsVerbs: ReadonlySet<string> = NO_VERBS): Parsed {
  const { text } = article;
  const { offsets, ends } = splitText(article, models);
  const tokens: Token[] = [];
  const sentences: TokenRange[] = [];
  const names: NameSpan[] = [];
  let from = 0;
  for (const end of ends) {
    for (let start = from; start < end; start += SENTENCE_MAX) {
      const to = Math.min(end, start + SENTENCE_MAX);
      const spans: number[] = [];
      for (let word = start; word < to; word++) spans.push(offsets[2 * word] as number, offsets[2 * word + 1] as number);
      sentences.push(addSentence(text, spans, tokens, sentences.length, names, models, newsVerbs));
    }
    from = end;
  }
  const { lemmatizer } = models;
  const hung = mendClauses(hangWeekdays(tokens), sentences, (form, xpos) =>
    lemmatizer.lemma(form.toLowerCase(), xpos, xpos.startsWith('NN') ? 'NOUN' : xpos === 'RB' ? 'ADV' : 'VERB'),
  );
  return { ...article, tokens: hung, sentences, quotations: findQuotations(text, hung, sentences), names };
}

/** Offsets of the syntactic words and, as counts of words, where sentences end. */
export function splitText(article: Article, models: LanguageModels): { offsets: Offsets; ends: readonly number[] } {
  const { text } = article;
  const offsets: Offsets = [];
  const ends: number[] = [];
  for (const paragraph of findParagraphs(text, article.zones)) {
    const surface: Offsets = [];
    models.tokenizer.tokenize(text, paragraph.start, paragraph.end, surface);
    const surfaceEnds: number[] = [];
    if (surface.length > 0) models.splitter.split({ text, offsets: surface, from: 0, to: surface.length / 2 }, surfaceEnds);
    let token = 0;
    for (const end of surfaceEnds) {
      for (; token < end; token++)
        addWords(text, surface[2 * token] as number, surface[2 * token + 1] as number, models, offsets);
      ends.push(offsets.length / 2);
    }
  }
  return { offsets, ends };
}

function addWords(text: string, start: number, end: number, models: LanguageModels, offsets: Offsets): void {
  let from = start;
  for (const length of splitMultiword(text.slice(start, end), models.multiwords)) {
    offsets.push(from, from + length);
    from += length;
  }
}

function addSentence(
  text: string,
  spans: readonly number[],
  tokens: Token[],
  sentence: number,
  names: NameSpan[],
  models: LanguageModels,
  newsVerbs: ReadonlySet<string>,
): TokenRange {
  const from = tokens.length;
  const forms: string[] = [];
  for (let at = 0; at < spans.length; at += 2) forms.push(text.slice(spans[at], spans[at + 1]));
  const words = isHeadline(forms) ? analyseHeadline(forms, models, newsVerbs) : analyse(forms, models);
  for (const [at, word] of words.entries()) {
    const head = word.head < 0 ? -1 : from + word.head;
    tokens.push({
      index: from + at,
      start: spans[2 * at] as number,
      end: spans[2 * at + 1] as number,
      ...word,
      head,
      sentence,
    });
  }
  names.push(...models.nameFinder.find(tokens, from, tokens.length));
  return { from, to: tokens.length };
}

/** A word of {@link parseTokens}; `head` counts within the sentence, -1 at the root. */
export interface ParsedWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly deprel: string;
}

/** Tags, lemmas, heads and relations for sentences whose words are given.
 * @param sentences the forms of each sentence */
export function parseTokens(
  sentences: readonly (readonly string[])[],
  models: LanguageModels,
): readonly (readonly ParsedWord[])[] {
  return sentences.map((forms) => analyse(forms, models));
}

/** A line that no mark ends. */
function isHeadline(forms: readonly string[]): boolean {
  return !/[.!?:;"”’)]$/.test(forms.at(-1) ?? '.');
}

/** Reads a line as if it ended with a full stop and its verbs were known; where there is none, as any sentence. */
function analyseHeadline(forms: readonly string[], models: LanguageModels, verbs: ReadonlySet<string>): readonly ParsedWord[] {
  const { words, tagger, tagSet, lemmatizer } = models;
  const casing = casingOf(forms);
  const first = tagger.tag(forms.map((form) => words.atoms(form, casing)));
  const found = headlineTags({
    forms: forms.map((form) => words.recase(form, casing)),
    tags: [...first].map((tag) => tagSet.xpos[tag] ?? ''),
    verbs,
    lemmaOf: (form) => lemmatizer.lemma(form, 'VBZ', 'VERB'),
  });
  if (found.size === 0) return analyse(forms, models);
  const [verb, adjective] = [tagSet.upos.indexOf('VERB'), tagSet.upos.indexOf('ADJ')];
  const given = {
    xpos: new Map([...found].map(([at, tag]) => [at, tagSet.xpos.indexOf(tag)])),
    upos: new Map([...found].map(([at, tag]) => [at, tag === 'JJ' ? adjective : verb])),
  };
  const read = analyse([...forms, '.'], models, casing, given).slice(0, -1);
  if (read.some(({ head }) => head >= forms.length)) return analyse(forms, models);
  return read.map((word) => (isDoneTo(read, word, found) ? { ...word, deprel: `${word.deprel}:pass` } : word));
}

/** "Four soldiers killed in ambush": whoever is told of did not do it. */
function isDoneTo(read: readonly ParsedWord[], { deprel, head }: ParsedWord, found: ReadonlyMap<number, string>): boolean {
  return (
    deprel === 'nsubj' && found.get(head) === 'VBN' && !read.some((other) => other.head === head && other.deprel === 'obj')
  );
}

function analyse(
  forms: readonly string[],
  models: LanguageModels,
  casing: Casing = casingOf(forms),
  given?: Readonly<Record<'xpos' | 'upos', ReadonlyMap<number, number>>>,
): readonly ParsedWord[] {
  const { words, tagger, universalTagger, parser, tagSet, labels, lemmatizer } = models;
  const atoms = forms.map((form) => words.atoms(form, casing));
  const xpos = tagger.tag(atoms, given?.xpos);
  const upos = universalTagger.tag(atoms, xpos, given?.upos);
  const tree = parser.parse(forms, atoms, xpos, upos);
  return forms.map((form, at) => {
    const [x, u] = [tagSet.xpos[xpos[at] as number] ?? '', tagSet.upos[upos[at] as number] ?? ''];
    const isPlainNoun = at === 0 && (x === 'NN' || x === 'NNS');
    const lemma = lemmatizer.lemma(words.recase(isPlainNoun ? form.toLowerCase() : form, casing), x, u);
    return { form, lemma, upos: u, xpos: x, head: tree.heads[at] as number, deprel: labels[tree.labels[at] as number] ?? '' };
  });
}

/** How many syntactic words an article has: the first steps alone, against which the speed of the whole is held. */
export function tokeniseOnly(article: Article, models: LanguageModels): number {
  return splitText(article, models).offsets.length / 2;
}
