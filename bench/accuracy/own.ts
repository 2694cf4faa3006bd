import { readFileSync } from 'node:fs';
import { overlaps, type Span } from '../../src/base/index.ts';
import type { Coded, CodedEvent } from '../../src/code/index.ts';
import type { Article, TraceStep } from '../../src/document/index.ts';
import { type Engine, loadEngine } from '../../src/engine/index.ts';
import {
  addShares,
  addTallies,
  f1,
  NO_SHARE,
  NO_TALLY,
  type Pairing,
  pairUp,
  precision,
  ratio,
  recall,
  type Share,
  type Tally,
} from '../../src/evaluate/index.ts';

/** Scores the coding of events on sentences of our own (bench/accuracy/own/README.md): types, dyads, modes and statuses set by set,
 * false events where there is none to find, and what is confused with what.
 * Usage: node bench/accuracy/own.ts [SET…] [--misses N] */

const FOLDER = new URL('own/', import.meta.url);
const SETS = ['ordinary', 'multi', 'quiet', 'status', 'rare', 'second', 'second-quiet', 'third', 'fourth', 'times'];

/** A party: a phrase of the text, or several of which one suffices (null: may be absent). */
type Slot = string | readonly (string | null)[];

interface Wanted {
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

interface Item {
  readonly id: string;
  readonly text: string;
  readonly published?: Article['published'];
  readonly events: readonly Wanted[];
}

interface ItemScore {
  readonly item: Item;
  readonly type: Pairing<Wanted, CodedEvent>;
  readonly dyad: Pairing<Wanted, CodedEvent>;
  readonly mode: Share;
  readonly status: Share;
  readonly time: Share;
  /** One line for each thing that is wrong. */
  readonly faults: readonly string[];
  /** `WANTED>GIVEN` where an event was given another type. */
  readonly confused: readonly string[];
}

function readSet(name: string): readonly Item[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, FOLDER), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): Item => JSON.parse(line));
}

function articleOf({ id, text, published }: Item): Article {
  const none = { title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...none, id, externalId: id, text, published: published ?? null, publishedBasis: 'unknown', language: 'en' };
}

/** Every place where a phrase stands as whole words. */
function placesOf(text: string, phrase: string): readonly Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1))
    if (!/\p{L}/u.test(text[start - 1] ?? '')) places.push({ start, end: start + phrase.length });
  return places;
}

function isFilled(slot: Slot, given: readonly string[], coded: Coded): boolean {
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

function isWhen({ times = [] }: Wanted, { time }: CodedEvent): boolean {
  return time !== null && times.some(([start, end]) => start === time.start && end === time.end);
}

const showDays = ([start, end]: readonly [string | null, string | null]) => `${start}/${end}`;
const showTime = ({ time }: CodedEvent) => (time ? showDays([time.start, time.end]) : 'none');

const triggersOf = ({ trigger }: Wanted): readonly string[] => (typeof trigger === 'string' ? [trigger] : trigger);

function scoreItem(item: Item, coded: Coded, steps: readonly TraceStep[]): ItemScore {
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
  const withMode = type.pairs.filter(({ gold }) => gold.modes !== undefined);
  const modeRight = withMode.filter(({ gold, predicted }) => predicted.modes.some((mode) => gold.modes?.includes(mode)));
  const statusRight = type.pairs.filter(({ gold, predicted }) => gold.status.includes(predicted.status));
  const withTime = type.pairs.filter(({ gold }) => gold.times !== undefined);
  const timeRight = withTime.filter(({ gold, predicted }) => isWhen(gold, predicted));
  const refusals = (want: Wanted) =>
    steps
      .filter(({ stage, outcome }) => stage === 'events' && outcome !== 'coded')
      .filter((step) => (spans.get(want) ?? []).some((span) => overlaps(span, step.span)))
      .map(({ rule, reason }) => ` {${rule}: ${reason}}`)
      .join('');
  const unseen = ({ actors, recipients }: Wanted) =>
    [...actors, ...recipients]
      .filter((slot) => !isFilled(slot, [...coded.mentions.flatMap(({ entities }) => entities), ''], coded))
      .map((slot) => ` {no mention: ${slot}}`)
      .join('');
  const show = (event: CodedEvent) =>
    `${event.type}/${event.modes.join(',')} "${item.text.slice(event.trigger.start, event.trigger.end)}" ` +
    `(${event.actors.join(', ')}) -> (${event.recipients.join(', ')}) ${event.status} [${event.evidence[0].rule}]`;
  const ask = (want: Wanted) =>
    `${want.types.join('|')}/${want.modes ?? ''} "${triggersOf(want).join('|')}" (${want.actors.join(' + ')}) -> (${want.recipients.join(' + ')})`;
  const rivals = type.missed.map((want) => ({ want, event: type.extra.find((event) => isAt(want, event)) }));
  return {
    item,
    type,
    dyad,
    mode: { right: modeRight.length, of: withMode.length },
    status: { right: statusRight.length, of: type.pairs.length },
    time: { right: timeRight.length, of: withTime.length },
    faults: [
      ...type.missed.map((want) => `missed  ${ask(want)}${refusals(want)}${unseen(want)}`),
      ...type.extra.map((event) => `false   ${show(event)}`),
      ...type.pairs
        .filter(({ gold, predicted }) => gold.core && !hasParties(gold, predicted))
        .map(({ gold, predicted }) => `parties ${ask(gold)}${unseen(gold)} got ${show(predicted)}`),
      ...withMode
        .filter((pair) => !modeRight.includes(pair))
        .map(({ gold, predicted }) => `mode    ${gold.modes} got ${show(predicted)}`),
      ...type.pairs
        .filter((pair) => !statusRight.includes(pair))
        .map(({ gold, predicted }) => `status  ${gold.status} got ${show(predicted)}`),
      ...withTime
        .filter((pair) => !timeRight.includes(pair))
        .map(
          ({ gold, predicted }) =>
            `time    ${gold.times?.map(showDays).join(' or ')} got ${showTime(predicted)} of ${show(predicted)}`,
        ),
    ],
    confused: rivals.map(({ want, event }) => `${want.types[0]}>${event?.type ?? 'nothing'}`),
  };
}

const percent = (value: number | null) => (value === null ? '   -' : (100 * value).toFixed(1).padStart(5));
const triple = (tally: Tally) => `P ${percent(precision(tally))} R ${percent(recall(tally))} F1 ${percent(f1(tally))}`;

/** The same texts counted, most frequent first. */
function counted(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([text, count]) => `${text} ${count}`);
}

function report(name: string, scores: readonly ItemScore[], misses: number): void {
  const type = scores.map((score) => score.type.tally).reduce(addTallies, NO_TALLY);
  const given = `${scores.length} texts, ${type.core} core events, ${type.predicted} given`;
  if (type.core === 0) {
    const troubled = scores.filter((score) => score.type.tally.predicted > 0).length;
    const rate = (100 * type.predicted) / scores.length;
    console.log(
      `${name}: ${given}; ${rate.toFixed(1)} false events per 100 texts, ${percent(troubled / scores.length)} % of texts with any`,
    );
  } else {
    const dyad = scores.map((score) => score.dyad.tally).reduce(addTallies, NO_TALLY);
    const mode = scores.map((score) => score.mode).reduce(addShares, NO_SHARE);
    const status = scores.map((score) => score.status).reduce(addShares, NO_SHARE);
    console.log(`${name}: ${given}`);
    console.log(
      `  type ${triple(type)}   dyad ${triple(dyad)}   mode ${percent(ratio(mode))}   status ${percent(ratio(status))}`,
    );
    const time = scores.map((score) => score.time).reduce(addShares, NO_SHARE);
    if (time.of > 0) console.log(`  time ${percent(ratio(time))}, ${time.right} of ${time.of}`);
    const confused = counted(scores.flatMap((score) => score.confused));
    console.log(`  ${confused.slice(0, 24).join(', ')}`);
  }
  for (const { item, faults } of scores.filter((score) => score.faults.length > 0).slice(0, misses))
    console.log(`${item.id} ${item.text}\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
}

function readArguments(words: readonly string[]): { readonly sets: readonly string[]; readonly misses: number } {
  const at = words.indexOf('--misses');
  const misses = at < 0 ? 0 : Number(words[at + 1]);
  const sets = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (!Number.isInteger(misses) || misses < 0) throw new RangeError(`--misses takes a whole number, not ${words[at + 1]}`);
  for (const set of sets) if (!SETS.includes(set)) throw new RangeError(`no set ${set}; there are ${SETS.join(', ')}`);
  return { sets: sets.length > 0 ? sets : SETS, misses };
}

function scoreSet(name: string, engine: Engine): readonly ItemScore[] {
  return readSet(name).map((item) => {
    const steps: TraceStep[] = [];
    const coded = engine.code(articleOf(item), (step) => steps.push(step));
    return scoreItem(item, coded, steps);
  });
}

const { sets, misses } = readArguments(process.argv.slice(2));
const engine = await loadEngine();
for (const name of sets) report(name, scoreSet(name, engine), misses);
