import type { Token, Tree } from '../../document/index.ts';
import type { DateMention, Figure, Resolved } from '../../resolve/index.ts';
import { ownerOf } from './attach.ts';
import type { Draft } from './draft.ts';
import { shareTimes } from './share-times.ts';

/** Dates, places and figures by the draft they belong to. */
export interface Details {
  readonly dates: ReadonlyMap<Draft, DateMention>;
  readonly places: ReadonlyMap<Draft, readonly string[]>;
  readonly figures: ReadonlyMap<Draft, readonly Figure[]>;
}

/** Finds which draft each date, place and figure of a document belongs to, and lets retellings share their dates. */
export function attachDetails(doc: Resolved, drafts: readonly Draft[], tree: Tree): Details {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const group = bySentence.get(draft.predicate.token.sentence);
    if (group) group.push(draft);
    else bySentence.set(draft.predicate.token.sentence, [draft]);
  }
  const inSentence = (token: Token) => bySentence.get(token.sentence) ?? [];
  const dates = new Map<Draft, DateMention>();
  for (const date of doc.dates) {
    const head = headOf(doc, date.range.from, date.range.to);
    const owner = whenClause(doc, date.range.to, inSentence(head)) ?? ownerOf(head, inSentence(head), tree);
    if (owner && !dates.has(owner)) dates.set(owner, date);
  }
  const places = new Map<Draft, string[]>();
  for (const mention of doc.placeMentions) {
    const head = tree.token(mention.head);
    const owner = isWhere(head, tree) ? ownerOf(head, inSentence(head), tree) : null;
    if (owner) places.set(owner, [...(places.get(owner) ?? []).filter((id) => id !== mention.place), mention.place]);
  }
  const figures = new Map<Draft, Figure[]>();
  for (const figure of doc.figures) {
    const anchor = tree.token(figure.anchor);
    const owner = ownerOf(anchor, inSentence(anchor), tree);
    if (owner) figures.set(owner, [...(figures.get(owner) ?? []), figure]);
  }
  return { dates: shareTimes(drafts, dates, tree), places, figures };
}

/** "in 1994, when militias killed them": what the clause behind the date tells. */
function whenClause(doc: Resolved, after: number, drafts: readonly Draft[]): Draft | null {
  const at = doc.tokens[after]?.form === ',' ? after + 1 : after;
  const word = doc.tokens[at];
  if (word?.form.toLowerCase() !== 'when') return null;
  return drafts.find((draft) => draft.predicate.token.index === word.head || draft.top.index === word.head) ?? null;
}

const LOCATIVE: ReadonlySet<string> = new Set([
  'in',
  'at',
  'near',
  'on',
  'along',
  'around',
  'outside',
  'inside',
  'across',
  'over',
  'within',
  'throughout',
  'into',
  'off',
  'from',
  'to',
  'through',
  'toward',
  'towards',
]);

/** Whether a place name says where something is: it, or the noun it belongs to, stands after a preposition of place. */
function isWhere(head: Token, tree: Tree): boolean {
  for (let at: Token | null = head; at; at = tree.head(at)) {
    if (LOCATIVE.has(tree.preposition(at))) return true;
    if (!['compound', 'nmod:poss', 'appos', 'conj', 'flat', 'amod', 'nmod'].includes(at.deprel)) return false;
  }
  return false;
}

/** The token of a range whose head lies outside it. */
function headOf(doc: Resolved, from: number, to: number): Token {
  const range = doc.tokens.slice(from, to);
  const found = range.find((token) => token.head < from || token.head >= to) ?? range[0];
  if (!found) throw new RangeError(`token range ${from}..${to} is empty`);
  return found;
}
