import type { CaseRecord, RecordEvent } from '../api/index.ts';
import { STATUSES, type Status } from '../codebook/index.ts';
import { counted, listed, numeral } from '../wording/index.ts';

/** Statuses of events that the report does not itself hold to have happened. */
const UNSURE: readonly Status[] = STATUSES.filter((status) => status !== 'actual' && status !== 'ongoing');

/** `3 only alleged or denied`, of the events that the report does not itself hold to have happened; null where there are none. */
export function unsureFinding(events: readonly RecordEvent[]): string | null {
  const found = UNSURE.filter((status) => events.some((event) => event.status === status));
  const count = events.filter(({ status }) => UNSURE.includes(status)).length;
  if (count === 0) return null;
  return `${count === events.length ? 'all' : numeral(count)} only ${listed(found, 'or')}`;
}

/** Fewest events between two parties for a heading to name them. */
const LEADING_MIN = 2;

/** What a record found, as a heading: `Pakistan and Afghanistan are the parties to 6 of 14 events; 5 only alleged or denied`. */
export function recordFinding(record: CaseRecord): string {
  const { events, claims } = record;
  if (events.length === 0)
    return claims.length === 0 ? 'No event and no claim found' : `No event found; ${counted(claims.length, 'claim')}`;
  const unsure = unsureFinding(events);
  const pair = leadingPair(record);
  const total = counted(events.length, 'event');
  const among = record.actors.length > 1 ? `among ${numeral(record.actors.length)} parties` : 'found';
  const lead =
    pair === null || pair.count < LEADING_MIN
      ? `${total} ${among}`
      : `${listed(pair.names)} are the parties to ${numeral(pair.count)} of ${total}`;
  return unsure === null ? lead : `${lead}; ${unsure}`;
}

/** The unordered pair of parties with most events between them; ties go to the pair named first. */
export function leadingPair(record: CaseRecord): { readonly names: readonly string[]; readonly count: number } | null {
  const counts = new Map<string, { readonly ids: readonly string[]; count: number }>();
  for (const event of record.events)
    for (const key of eventPairs(event.actors, event.recipients)) {
      const known = counts.get(key.join('\n'));
      if (known) known.count += 1;
      else counts.set(key.join('\n'), { ids: key, count: 1 });
    }
  const best = [...counts.values()].reduce<{ ids: readonly string[]; count: number } | null>(
    (top, pair) => (top === null || pair.count > top.count ? pair : top),
    null,
  );
  return best && { names: best.ids.map((id) => actorName(record, id)), count: best.count };
}

/** Parties by the number of events they take part in, most first. */
export function leadingParties(record: CaseRecord, most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const event of record.events)
    for (const id of new Set([...event.actors, ...event.recipients])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([id]) => actorName(record, id));
}

/** The name of an actor of the record, or the id itself where the record does not list it. */
export function actorName(record: CaseRecord, id: string): string {
  return record.actors.find((actor) => actor.id === id)?.name ?? id;
}

function eventPairs(actors: readonly string[], recipients: readonly string[]): readonly (readonly [string, string])[] {
  const pairs = new Map<string, readonly [string, string]>();
  for (const actor of actors)
    for (const recipient of recipients) {
      if (actor === recipient) continue;
      const pair = actor < recipient ? ([actor, recipient] as const) : ([recipient, actor] as const);
      pairs.set(pair.join('\n'), pair);
    }
  return [...pairs.values()];
}

/** Whether an event is between its parties rather than from one to another: everyone is both actor and recipient. */
export function isMutual(actors: readonly string[], recipients: readonly string[]): boolean {
  return actors.length > 1 && actors.length === recipients.length && actors.every((id) => recipients.includes(id));
}
