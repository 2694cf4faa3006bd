import { readFileSync } from 'node:fs';
import type { Span } from '../../src/base/index.ts';
import type { Coded } from '../../src/code/index.ts';
import type { Article } from '../../src/document/index.ts';
import { loadEngine, readDataFiles } from '../../src/engine/index.ts';
import {
  addClusterScores,
  CLUSTER_MEASURES,
  type ClusterScores,
  type Clusters,
  clusterRates,
  meanF1,
  NO_CLUSTER_SCORES,
  onCommonMentions,
  scoreClusters,
} from '../../src/evaluate/index.ts';
import { loadActorKnowledge } from '../../src/knowledge/index.ts';
import { gumDocuments } from './gum-coreference.ts';
import { markedDocuments } from './marked-coreference.ts';

/** Scores who is who: MUC, B3 and CEAF-e of the parties' mentions, against texts of our own (bench/accuracy/own/coreference.jsonl)
 * or the coreference layer of GUM (../shared/treebanks). A mention counts as found where the engine's head lies in the shortest span
 * of a gold mention, the innermost one.
 * Usage: node bench/accuracy/coref.ts own|long|gum-dev|gum-test [--misses N] */

export interface GoldMention {
  readonly party: string;
  /** UTF-16 offsets, half-open. */
  readonly from: number;
  readonly to: number;
  /** Where the head lies. */
  readonly core: Span;
}

export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly genre: string;
  readonly mentions: readonly GoldMention[];
}

/** The engine's mention as a scored one: its party, and the gold mention it stands for, if any. */
interface Answer {
  readonly key: string;
  readonly party: string;
  readonly text: string;
  readonly basis: string;
}

interface DocumentScores {
  readonly all: ClusterScores;
  readonly common: ClusterScores;
  readonly gold: number;
  readonly found: number;
  readonly both: number;
}

const NOTHING: DocumentScores = { all: NO_CLUSTER_SCORES, common: NO_CLUSTER_SCORES, gold: 0, found: 0, both: 0 };

function articleOf({ id, text }: GoldDocument): Article {
  const none = { title: null, source: null, url: null, zones: [], givenEntities: null, published: null };
  return { ...none, id, externalId: id, text, publishedBasis: 'unknown', language: 'en' };
}

const keyOf = ({ from, to, party }: GoldMention) => `${from}-${to} ${party}`;

function answersOf({ mentions }: GoldDocument, coded: Coded): readonly Answer[] {
  const answers = new Map<string, Answer>();
  for (const { head, entities, span, basis } of coded.mentions) {
    const at = coded.tokens[head]?.start ?? 0;
    const [gold] = mentions
      .filter(({ core }) => core.start <= at && at < core.end)
      .sort((a, b) => a.to - a.from - (b.to - b.from) || b.from - a.from);
    const party = [...entities].sort().join('+');
    const key = gold ? keyOf(gold) : `only here ${at}`;
    const kept = answers.get(key);
    if (kept && kept.party === party) continue;
    const text = coded.text.slice(span.start, span.end);
    answers.set(kept ? `only here ${at}` : key, { key: kept ? `only here ${at}` : key, party, text, basis });
  }
  return [...answers.values()];
}

function grouped<T>(items: readonly T[], keyOfItem: (item: T) => string, groupOf: (item: T) => string): Clusters {
  const groups = new Map<string, string[]>();
  for (const item of items) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), keyOfItem(item)]);
  return [...groups.values()];
}

function scoreDocument(document: GoldDocument, answers: readonly Answer[]): DocumentScores {
  const gold = grouped(document.mentions, keyOf, ({ party }) => party);
  const found = grouped(
    answers,
    ({ key }) => key,
    ({ party }) => party,
  );
  const common = onCommonMentions(gold, found);
  return {
    all: scoreClusters(gold, found),
    common: scoreClusters(common.gold, common.found),
    gold: document.mentions.length,
    found: answers.length,
    both: common.gold.flat().length,
  };
}

function add(a: DocumentScores, b: DocumentScores): DocumentScores {
  return {
    all: addClusterScores(a.all, b.all),
    common: addClusterScores(a.common, b.common),
    gold: a.gold + b.gold,
    found: a.found + b.found,
    both: a.both + b.both,
  };
}

const percent = (rate: number) => (100 * rate).toFixed(1);

function row(scores: ClusterScores): string {
  const measures = CLUSTER_MEASURES.map((measure) => {
    const { recall, precision, f1 } = clusterRates(scores[measure]);
    return `${percent(precision)}/${percent(recall)}/${percent(f1)}`;
  });
  return `${measures.join(' | ')} | ${percent(meanF1(scores))}`;
}

function print(name: string, scores: DocumentScores): void {
  console.log(`${name}: mentions ${scores.gold} gold, ${scores.found} given, ${scores.both} both`);
  console.log(`  | all    | ${row(scores.all)} |`);
  console.log(`  | common | ${row(scores.common)} |`);
}

/** Mentions whose neighbours differ: each gold cluster with the answers its mentions got. */
function printMisses(document: GoldDocument, answers: readonly Answer[]): void {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  const parties = new Map<string, string[]>();
  const homes = new Map<string, Set<string>>();
  for (const mention of document.mentions) {
    const answer = byKey.get(keyOf(mention));
    const text = document.text.slice(mention.from, mention.to).slice(0, 40);
    const line = `${text} => ${answer ? `${answer.party} (${answer.basis})` : '-'}`;
    parties.set(mention.party, [...(parties.get(mention.party) ?? []), line]);
    if (answer) homes.set(answer.party, (homes.get(answer.party) ?? new Set<string>()).add(mention.party));
  }
  const wrong = [...parties].filter(([, lines]) => {
    const given = new Set(lines.map((line) => line.slice(line.lastIndexOf(' => '))));
    const ids = new Set(lines.map((line) => line.split(' => ').at(-1)?.split(' (')[0] ?? ''));
    return given.size > 0 && (ids.size > 1 || ids.has('-') || [...ids].some((id) => (homes.get(id)?.size ?? 0) > 1));
  });
  const extra = answers.filter(({ key }) => key.startsWith('only here'));
  if (wrong.length + extra.length === 0) return;
  console.log(`\n${document.id} ${document.text}`);
  for (const [party, lines] of wrong) console.log(`  ${party}\n${lines.map((line) => `      ${line}`).join('\n')}`);
  for (const { text, party, basis } of extra) console.log(`  extra ${text} => ${party} (${basis})`);
}

/** Texts of our own: short reports, and passages of 120 to 150 words written after the first fixes. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['own', 'coreference.jsonl'],
  ['long', 'coreference-long.jsonl'],
]);

function documentsOf(set: string, isState: (text: string) => boolean): readonly GoldDocument[] {
  if (/^gum-(dev|test|train)$/.test(set)) return gumDocuments(set, isState);
  const own = OWN.get(set);
  if (!own) throw new RangeError(`no set ${set}; there are ${[...OWN.keys()].join(', ')}, gum-dev, gum-test, gum-train`);
  return markedDocuments(readFileSync(new URL(`own/${own}`, import.meta.url), 'utf8'));
}

const [set = 'own', option, count = '0'] = process.argv.slice(2);
const engine = await loadEngine();
const { states } = loadActorKnowledge(await readDataFiles(new URL('../../data/', import.meta.url)));
const names = new Set(
  states.flatMap(({ name, names: others, adjectives }) => [name, ...others, ...adjectives].map((text) => text.toLowerCase())),
);
const documents = documentsOf(set, (text) => names.has(text));
const byGenre = new Map<string, DocumentScores>();
let left = option === '--misses' ? Number(count) : 0;
for (const document of documents) {
  const answers = answersOf(document, engine.code(articleOf(document)));
  byGenre.set(document.genre, add(byGenre.get(document.genre) ?? NOTHING, scoreDocument(document, answers)));
  if (left-- > 0) printMisses(document, answers);
}
print(`${set}, ${documents.length} texts`, [...byGenre.values()].reduce(add, NOTHING));
const news = byGenre.get('news');
if (news) print(`${set}, news alone`, news);
