import { readFileSync } from 'node:fs';
import type { CaseRecord, RecordPlace } from '../../src/api/index.ts';
import { loadEngine } from '../../src/engine/index.ts';
import { distanceKm } from '../../src/evaluate/places.ts';
import { readText } from '../../src/read/index.ts';

/** Scores places on sentences of our own (bench/accuracy/own/*places*.jsonl). A town or site is right within 25 km, a country or division by
 * its code and kind; where the gold abstains, no place with a point may be given. Then which places the record gives each event.
 * Usage: node bench/accuracy/places.ts [SET [EVENT-SET]] [--misses N] */

/** A place of the gold: a point, a country (with `kind` a division of it), an `area` of any kind, or nothing to be located. */
interface Wanted {
  readonly text: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly country?: string;
  readonly kind?: string;
  readonly abstain?: true;
}

interface Item {
  readonly id: string;
  readonly text: string;
  readonly places: readonly Wanted[];
}

/** An event by one of its triggers, its places by the words that name them; `none`: giving no place is as right. */
interface WantedEvent {
  readonly trigger: readonly string[];
  readonly places: readonly string[];
  readonly none?: true;
}

interface EventItem {
  readonly id: string;
  readonly text: string;
  readonly events: readonly WantedEvent[];
}

/** Farthest a point may lie from the gold's. */
const NEAR_KM = 25;

const at = process.argv.indexOf('--misses');
const shown = at < 0 ? Number.POSITIVE_INFINITY : Number(process.argv[at + 1]);
const sets = process.argv.slice(2).filter((word) => /^[a-z]+-?[a-z-]*$/.test(word) && !word.startsWith('--'));
const engine = await loadEngine();
const misses: string[] = [];
scoreMentions(linesOf<Item>(sets[0] ?? 'places'));
scoreEvents(linesOf<EventItem>(sets[1] ?? 'event-places'));
for (const miss of misses.slice(0, shown)) console.log(miss);

function linesOf<T>(set: string): readonly T[] {
  const lines = readFileSync(new URL(`own/${set}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): T => JSON.parse(line));
}

function recordOf(id: string, text: string): CaseRecord {
  const article = readText(text, { name: id, published: '2020-06-15' });
  if (!article.ok) throw new RangeError(`${id}: ${article.problem.detail}`);
  return engine.record(article.value);
}

function scoreMentions(items: readonly Item[]): void {
  const score = { wanted: 0, answered: 0, right: 0, abstain: 0, abstained: 0 };
  for (const { id, text, places } of items) {
    const record = recordOf(id, text);
    let cursor = 0;
    for (const wanted of places) {
      const start = text.indexOf(wanted.text, cursor);
      cursor = start + wanted.text.length;
      const given = record.places.filter(
        (place) => isAnswer(place) && place.mentions.some((span) => span.start < cursor && span.end > start),
      );
      const right = wanted.abstain ? given.length === 0 : given.some((place) => isRight(place, wanted));
      if (wanted.abstain) {
        score.abstain++;
        if (right) score.abstained++;
      } else {
        score.wanted++;
        if (given.length > 0) score.answered++;
        if (right) score.right++;
      }
      if (!right) misses.push(`${id} "${wanted.text}": given ${given.map(show).join('; ') || 'nothing'} in: ${text}`);
    }
  }
  const answered = score.answered + score.abstain - score.abstained;
  console.log(
    `places: ${score.right} right of ${answered} answered (${(score.right / answered).toFixed(3)}), of ${score.wanted} wanted (${(score.right / score.wanted).toFixed(3)})`,
  );
  console.log(`abstained on ${score.abstained} of ${score.abstain} that cannot be told or are no places`);
}

/** Whether a place commits itself: to a point, a country or an area. */
function isAnswer(place: RecordPlace): boolean {
  return place.kind !== 'unknown';
}

function isRight(place: RecordPlace, wanted: Wanted): boolean {
  if (wanted.latitude !== undefined) return distanceKm(place, wanted) <= NEAR_KM;
  if (wanted.country === undefined) return place.kind === wanted.kind;
  return place.country === wanted.country && (wanted.kind === undefined || place.kind === wanted.kind);
}

function show({ id, country, latitude, longitude }: RecordPlace): string {
  return `${id} ${country ?? '-'} ${latitude ?? '?'},${longitude ?? '?'}`;
}

function scoreEvents(items: readonly EventItem[]): void {
  let [coded, wanted, right] = [0, 0, 0];
  for (const { id, text, events } of items) {
    const record = recordOf(id, text);
    for (const { trigger, places, none } of events) {
      wanted++;
      const event = record.events.find((each) => trigger.some((word) => each.trigger.text.includes(word)));
      if (!event) {
        misses.push(`${id} ${trigger[0]}: not coded in: ${text}`);
        continue;
      }
      coded++;
      const given = record.places.filter((place) => event.places.includes(place.id));
      const isWanted = (place: RecordPlace) => place.mentions.some((span) => places.some((words) => span.text.includes(words)));
      const enough = none
        ? true
        : places.every((words) => given.some((place) => place.mentions.some((s) => s.text.includes(words))));
      if (enough && given.every(isWanted)) right++;
      else misses.push(`${id} ${trigger[0]}: given ${given.map(({ name }) => name).join('; ') || 'nothing'} in: ${text}`);
    }
  }
  console.log(`event places: ${right} of ${coded} coded events (${(right / coded).toFixed(3)}), ${wanted} wanted`);
}
