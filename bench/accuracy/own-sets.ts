import { readFileSync } from 'node:fs';
import { overlaps, type Span } from '../../src/base/index.ts';
import type { Coded, CodedEvent } from '../../src/code/index.ts';
import type { Article } from '../../src/document/index.ts';
import { type Pairing, pairUp } from '../../src/evaluate/index.ts';
import { readText } from '../../src/read/index.ts';
import type { WantedClaim } from './own-claims.ts';

const FOLDER = new URL('own/', import.meta.url);
/** Sets of bench/accuracy/own. */
export const OWN_SETS: readonly string[] = [
  'ordinary',
  'multi',
  'quiet',
  'status',
  'rare',
  'second',
  'second-quiet',
  'third',
  'fourth',
  'fifth',
  'fifth-quiet',
  'times',
  'second-times',
  'reports',
  'sixth',
  'seventh',
  'eighth',
];

/** Sets whose misses the lexicon was mended by: their events are right more often than those of a new report. */
export const MENDED_SETS: ReadonlySet<string> = new Set([
  'ordinary',
  'multi',
  'quiet',
  'status',
  'rare',
  'second',
  'second-quiet',
  'sixth',
  'seventh',
]);

/** A party: a phrase of the text, or several of which one suffices (null: may be absent). */
type Slot = string | readonly (string | null)[];

/** An event a text is labelled with. */
export interface Wanted {
  readonly types: readonly string[];
  readonly modes?: readonly string[];
  readonly trigger: string | readonly string[];
  readonly actors: readonly Slot[];
  readonly recipients: readonly Slot[];
  readonly status: readonly string[];
  /** Acceptable first and last days; absent where the text leaves the day open. */
  readonly times?: readonly (readonly [string | null, string | null])[];
  readonly core: boolean;
}

/** A labelled text. */
export interface Item {
  readonly id: string;
  readonly text: string;
  readonly published?: Article['published'];
  readonly events: readonly Wanted[];
  /** Absent in sets that are about events only. */
  readonly claims?: readonly WantedClaim[];
}

/** The events of a text beside its labels. */
export interface Matched {
  /** Right type at the right place. */
  readonly type: Pairing<Wanted, CodedEvent>;
  /** And the right parties. */
  readonly dyad: Pairing<Wanted, CodedEvent>;
  /** Where the triggers of each label stand. */
  readonly spans: ReadonlyMap<Wanted, readonly Span[]>;
  readonly isAt: (want: Wanted, event: CodedEvent) => boolean;
  readonly hasParties: (want: Wanted, event: CodedEvent) => boolean;
}

/** The texts of a set. */
export function readSet(name: string): readonly Item[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, FOLDER), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): Item => JSON.parse(line));
}

/** A text as an article without a page; a whole report is read as one, date line and all. */
export function articleOf({ id, text, published, claims }: Item): Article {
  if (claims) {
    const read = readText(text, { name: id, published: published ?? null });
    if (!read.ok) throw new RangeError(`${read.problem.subject}: ${read.problem.detail}`);
    return read.value;
  }
  const none = { title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...none, id, externalId: id, text, published: published ?? null, publishedBasis: 'unknown', language: 'en' };
}

/** Every place where a phrase stands as whole words. */
export function placesOf(text: string, phrase: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1))
    if (!/\p{L}/u.test(text[start - 1] ?? '')) places.push({ start, end: start + phrase.length });
  return places;
}

/** Whether one of the phrases of a slot is a mention of a party given, or of a place in its country. */
export function isFilled(slot: Slot, given: readonly string[], coded: Coded): boolean {
  const phrases = typeof slot === 'string' ? [slot] : slot;
  if (given.length === 0) return phrases.includes(null);
  const countries = new Map(coded.places.map(({ id, country }) => [id, country]));
  const named = [
    ...coded.mentions.filter(({ entities }) => entities.some((entity) => given.includes(entity))),
    ...coded.placeMentions.filter(({ place }) => given.includes(countries.get(place) ?? '')),
  ];
  const places = phrases.flatMap((phrase) => (phrase === null ? [] : placesOf(coded.text, phrase)));
  return places.some((place) => named.some(({ span }) => overlaps(place, span)));
}

/** Words that may be the trigger. */
export const triggersOf = ({ trigger }: Wanted): readonly string[] => (typeof trigger === 'string' ? [trigger] : trigger);

/** Pairs the events given with the labels of a text: by trigger, else by sentence. */
export function matchItem(item: Item, coded: Coded): Matched {
  const spans = new Map(item.events.map((want) => [want, triggersOf(want).flatMap((words) => placesOf(item.text, words))]));
  const isAt = (want: Wanted, { trigger }: CodedEvent) => (spans.get(want) ?? []).some((span) => overlaps(span, trigger));
  const isNear = (want: Wanted, { sentence }: CodedEvent) => (spans.get(want) ?? []).some((span) => overlaps(span, sentence));
  const isTyped = (want: Wanted, event: CodedEvent) => want.types.includes(event.type);
  const hasParties = (want: Wanted, { actors, recipients }: CodedEvent) =>
    want.actors.every((slot) => isFilled(slot, actors, coded)) &&
    want.recipients.every((slot) => isFilled(slot, recipients, coded));
  const worth = (want: Wanted, event: CodedEvent) => (hasParties(want, event) ? 2 : 1);
  const passes = [isAt, isNear].map(
    (isThere) => (want: Wanted, event: CodedEvent) =>
      isTyped(want, event) && isThere(want, event) ? worth(want, event) : null,
  );
  const type = pairUp(item.events, coded.events, passes);
  const dyad = pairUp(
    item.events,
    coded.events,
    passes.map((pass) => (want: Wanted, event: CodedEvent) => (hasParties(want, event) ? pass(want, event) : null)),
  );
  return { type, dyad, spans, isAt, hasParties };
}

/** Events given in a text, each right or wrong in type, actors and recipients; those the labels leave open are left out. */
export function judgeEvents(item: Item, coded: Coded): readonly { readonly event: CodedEvent; readonly right: boolean }[] {
  const { type, dyad } = matchItem(item, coded);
  const right = new Set(dyad.pairs.map(({ predicted }) => predicted));
  const open = new Set(type.pairs.filter(({ gold }) => !gold.core).map(({ predicted }) => predicted));
  return coded.events
    .filter((event) => right.has(event) || !open.has(event))
    .map((event) => ({ event, right: right.has(event) }));
}
