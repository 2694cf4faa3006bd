import type { CaseRecord } from '../api/index.ts';
import type { PlainDate, Span } from '../base/index.ts';
import {
  type Coded,
  code,
  loadEventModel,
  loadLexicon,
  newsVerbs,
  type RelateProfile,
  type Relation,
  relateSpans,
} from '../code/index.ts';
import type { Article, Parsed, Trace } from '../document/index.ts';
import type { DataFiles } from '../knowledge/index.ts';
import { loadLanguageModels, type ParsedWord, parseTokens, readLanguage } from '../language/index.ts';
import { loadResolveKnowledge, type PhraseActor, type Resolved, resolve, resolvePhrase } from '../resolve/index.ts';
import { toRecord } from './record.ts';
import { type Digest, type Versions, versionsOf } from './versions.ts';

/** What an engine is made of. */
export interface EngineParts {
  /** The trained models: weights/english.bin. */
  readonly weights: Uint8Array;
  /** The trained choice of event types: weights/events.bin. Without it `relate` goes by frames alone. */
  readonly events?: Uint8Array;
  /** The files below data/. */
  readonly data: DataFiles;
  /** SHA-256 as the machine has it, which takes less time to tell the versions; one in plain JavaScript where left out. */
  readonly digest?: Digest;
}

/** Reads reports. Every method is a pure function of its arguments: same in, same out; no article text makes one throw. */
export interface Engine {
  readonly versions: Versions;
  /** Words, sentences, trees, quotations, names. */
  parse(article: Article): Parsed;
  /** The same of sentences whose words are given: tags, lemmas, heads and relations of each word. */
  parseTokens(sentences: readonly (readonly string[])[]): readonly (readonly ParsedWord[])[];
  /** Who, where, when and how many. */
  resolve(article: Article, trace?: Trace): Resolved;
  /** What happened, what was said and who is tied to whom. */
  code(article: Article, trace?: Trace): Coded;
  /** All of it as one JSON object, schema `lapwing/1`. */
  record(article: Article, trace?: Trace): CaseRecord;
  /** What `source` does to `target` in a text, both given as spans of it; always one answer. */
  relate(article: Article, source: readonly Span[], target: readonly Span[], profile?: RelateProfile): Relation;
  /** Whom a phrase names that stands alone ("the Peruvian foreign minister"); nulls where it abstains. */
  resolvePhrase(phrase: string, published: PlainDate | null): PhraseActor;
  /** Whether an actor is in the tables, ours or the user's, and not only named by a text. */
  knows(actor: string): boolean;
}

/** An engine of these weights and data files.
 * @throws RangeError naming file and line where a data file is damaged, or the section where the weights are */
export function createEngine({ weights, events, data, digest }: EngineParts): Engine {
  const models = loadLanguageModels(weights);
  const knowledge = loadResolveKnowledge(data);
  const lexicon = loadLexicon(data);
  const eventModel = events ? loadEventModel(events) : null;
  let versions: Versions | null = null;

  const verbs = newsVerbs(lexicon);
  const parse = (article: Article) => readLanguage(article, models, verbs);
  const resolveArticle = (article: Article, trace?: Trace) => resolve(parse(article), knowledge, trace);
  const codeArticle = (article: Article, trace?: Trace) => code(resolveArticle(article, trace), lexicon, trace);
  const engine: Engine = {
    get versions() {
      versions ??= versionsOf(weights, data, events, digest);
      return versions;
    },
    parse,
    parseTokens: (sentences) => parseTokens(sentences, models),
    resolve: resolveArticle,
    code: codeArticle,
    record: (article, trace) => toRecord(codeArticle(article, trace), engine.versions),
    relate(article, source, target, profile = 'plover') {
      const given = { ...article, givenEntities: withoutRepeats([...source, ...target]) };
      return relateSpans(resolveArticle(given), source, target, lexicon, profile, eventModel);
    },
    resolvePhrase: (phrase, published) => resolvePhrase(phrase, published, knowledge),
    knows: (actor) => knowledge.actors.listed.has(actor.split(':', 1)[0] ?? actor),
  };
  return engine;
}

/** In text order, each span once. */
function withoutRepeats(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(({ start, end }, index) => start !== sorted[index - 1]?.start || end !== sorted[index - 1]?.end);
}
