import type { CaseRecord } from '../api/index.ts';

/** Lists of a record that are compared. */
const LISTS = ['actors', 'places', 'events', 'claims', 'ties', 'figures', 'times'] as const;
export type RecordList = (typeof LISTS)[number];

/** How many entries of a list are only in the new record, and how many only in the old. */
export interface ListChange {
  readonly added: number;
  readonly removed: number;
}

export type RecordChange = Readonly<Record<RecordList, ListChange>>;

/** Counts what differs between two records of one text. An entry that differs in anything but the ids that number entries is another. */
export function compareRecords(before: CaseRecord, after: CaseRecord): RecordChange {
  const compare = (list: RecordList): ListChange => {
    const [old, fresh] = [before[list].map(sayEntry), after[list].map(sayEntry)];
    return { added: countMissing(fresh, old), removed: countMissing(old, fresh) };
  };
  return {
    actors: compare('actors'),
    places: compare('places'),
    events: compare('events'),
    claims: compare('claims'),
    ties: compare('ties'),
    figures: compare('figures'),
    times: compare('times'),
  };
}

/** The sum of several changes. */
export function addChanges(a: RecordChange, b: RecordChange): RecordChange {
  const sum = (list: RecordList): ListChange => ({
    added: a[list].added + b[list].added,
    removed: a[list].removed + b[list].removed,
  });
  return {
    actors: sum('actors'),
    places: sum('places'),
    events: sum('events'),
    claims: sum('claims'),
    ties: sum('ties'),
    figures: sum('figures'),
    times: sum('times'),
  };
}

/** Fields that number entries by their place in the record: another entry before them changes all. */
const NUMBERING = new Set(['claims', 'events', 'event', 'sameAs']);

function sayEntry(entry: object): string {
  const isNumbered = 'evidence' in entry;
  const said = Object.entries(entry).filter(([field]) => !NUMBERING.has(field) && !(isNumbered && field === 'id'));
  return JSON.stringify(said);
}

/** How many of some entries another list does not have; one that stands twice must stand there twice. */
function countMissing(entries: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return entries.filter((entry) => {
    const count = left.get(entry) ?? 0;
    left.set(entry, count - 1);
    return count <= 0;
  }).length;
}
