import { overlaps } from '../../src/base/index.ts';
import type { Claim, Coded, CodedEvent } from '../../src/code/index.ts';
import type { TraceStep } from '../../src/document/index.ts';
import { type Engine, loadEngine } from '../../src/engine/index.ts';
import {
  addShares,
  addTallies,
  f1,
  NO_SHARE,
  NO_TALLY,
  type Pairing,
  precision,
  ratio,
  recall,
  type Share,
  type Tally,
} from '../../src/evaluate/index.ts';
import { type MatchedClaims, matchClaims } from './own-claims.ts';
import { articleOf, type Item, isFilled, matchItem, OWN_SETS, readSet, triggersOf, type Wanted } from './own-sets.ts';

/** Scores the coding of events on sentences of our own (bench/accuracy/own/README.md): types, dyads, modes and statuses set by set,
 * false events where there is none to find, and what is confused with what.
 * Usage: node bench/accuracy/own.ts [SET…] [--misses N] */

interface ItemScore {
  readonly item: Item;
  readonly type: Pairing<Wanted, CodedEvent>;
  readonly dyad: Pairing<Wanted, CodedEvent>;
  readonly mode: Share;
  readonly status: Share;
  readonly time: Share;
  readonly claims: MatchedClaims;
  /** One line for each thing that is wrong. */
  readonly faults: readonly string[];
  /** `WANTED>GIVEN` where an event was given another type. */
  readonly confused: readonly string[];
}

function isWhen({ times = [] }: Wanted, { time }: CodedEvent): boolean {
  return time !== null && times.some(([start, end]) => start === time.start && end === time.end);
}

const showDays = ([start, end]: readonly [string | null, string | null]) => `${start}/${end}`;
const showTime = ({ time }: CodedEvent) => (time ? showDays([time.start, time.end]) : 'none');

function scoreItem(item: Item, coded: Coded, steps: readonly TraceStep[]): ItemScore {
  const { type, dyad, spans, isAt, hasParties } = matchItem(item, coded);
  const claims = matchClaims(item.text, item.claims ?? [], coded);
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
    claims,
    faults: [
      ...(item.claims ? claimFaults(claims, item.text) : []),
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

/** What is wrong with the claims of a text. */
function claimFaults({ content, stance }: MatchedClaims, text: string): readonly string[] {
  const said = (claim: Claim) =>
    `${claim.stance} (${claim.speaker}) "${text.slice(claim.content.start, claim.content.end)}" [${claim.rule}]`;
  return [
    ...content.missed.map((want) => `no claim ${want.stance} (${want.speaker}) "${want.content}"`),
    ...content.extra.map((claim) => `false claim ${said(claim)}`),
    ...content.pairs
      .filter(({ gold }) => gold.core && stance.missed.includes(gold))
      .map(({ gold, predicted }) => `claim   ${gold.stance} (${gold.speaker}) got ${said(predicted)}`),
  ];
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
    const said = (measure: keyof MatchedClaims) =>
      triple(scores.map(({ claims }) => claims[measure].tally).reduce(addTallies, NO_TALLY));
    if (scores.some(({ item }) => item.claims !== undefined))
      console.log(`  claim ${said('content')}   speaker ${said('speaker')}   stance ${said('stance')}`);
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
  for (const set of sets) if (!OWN_SETS.includes(set)) throw new RangeError(`no set ${set}; there are ${OWN_SETS.join(', ')}`);
  return { sets: sets.length > 0 ? sets : OWN_SETS, misses };
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
