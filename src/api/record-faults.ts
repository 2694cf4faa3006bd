import type { CaseRecord, RecordSpan } from './record.ts';

/** What a record breaks of its promises: each span is what the text has there, each id leads somewhere, none stands twice. Empty where it
 * keeps them. */
export function recordFaults(record: CaseRecord): readonly string[] {
  const { text } = record.document;
  const faults = recordSpans(record)
    .filter(
      ({ start, end, text: said }) => !(start >= 0 && start < end && end <= text.length && text.slice(start, end) === said),
    )
    .map(({ start, end, text: said }) => `span ${start}..${end} is not ${JSON.stringify(said.slice(0, LONGEST))}`);
  return [...faults, ...repeatedIds(record), ...looseIds(record)];
}

/** Code units of a quote that are told. */
const LONGEST = 80;

/** Every span of a record, wherever it hangs. */
function recordSpans(part: unknown): readonly RecordSpan[] {
  if (typeof part !== 'object' || part === null) return [];
  if (isSpan(part)) return [part];
  return Object.values(part).flatMap(recordSpans);
}

function isSpan(part: object): part is RecordSpan {
  return 'start' in part && typeof part.start === 'number' && 'end' in part && 'text' in part;
}

type Lists = Pick<CaseRecord, 'actors' | 'places' | 'events' | 'claims'>;
const LISTS = ['actors', 'places', 'events', 'claims'] as const satisfies readonly (keyof Lists)[];

function repeatedIds(record: CaseRecord): readonly string[] {
  return LISTS.flatMap((list) => {
    const seen = new Set<string>();
    return record[list].flatMap(({ id }) => (seen.size === seen.add(id).size ? [`"${id}" stands twice among ${list}`] : []));
  });
}

function looseIds(record: CaseRecord): readonly string[] {
  const known = (list: keyof Lists) => new Set(record[list].map(({ id }) => id));
  const [actors, places, events, claims] = [known('actors'), known('places'), known('events'), known('claims')];
  const loose = (from: string, ids: readonly (string | null)[], there: ReadonlySet<string>) =>
    ids.flatMap((id) => (id === null || there.has(id) ? [] : [`${from} refers to "${id}", which is not there`]));
  return [
    ...record.events.flatMap((event) => [
      ...loose(event.id, [...event.actors, ...event.recipients], actors),
      ...loose(event.id, event.places, places),
      ...loose(event.id, event.claims, claims),
      ...loose(event.id, event.sameAs, events),
    ]),
    ...record.claims.flatMap((claim) => [
      ...loose(claim.id, [claim.speaker, claim.addressee], actors),
      ...loose(claim.id, claim.events, events),
    ]),
    ...record.ties.flatMap(({ from, to, kind, attributedTo, deniedBy }) =>
      loose(`a tie (${kind})`, [from, to, attributedTo, ...deniedBy], actors),
    ),
    ...record.figures.flatMap(({ event }) => loose('a figure', [event], events)),
  ];
}
