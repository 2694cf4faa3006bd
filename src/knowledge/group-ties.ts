import { compareText, dateParts, type PlainDate } from '../base/index.ts';
import { isTieKind, type TieKind } from '../codebook/index.ts';
import { type DataFiles, type Row, readTable } from './data-files.ts';

/** A lasting relation between two listed groups that public sources date (data/actors/group-ties.tsv). */
export interface GroupTie {
  /** Id of the group that is part of, split from, loyal to … */
  readonly group: string;
  readonly kind: TieKind;
  /** Id of the other group. */
  readonly other: string;
  /** First day; null where nobody knows. */
  readonly from: PlainDate | null;
  /** Last day, included; null where the tie has not ended, or for what does not end (`split-from`, `alias`). */
  readonly to: PlainDate | null;
  /** What kind of public source says so, and how exact the days are. */
  readonly source: string;
}

const TABLE = 'actors/group-ties.tsv';
const GROUP_TABLES = ['actors/groups.tsv', 'actors/organisations.tsv'] as const;

/** Reads the dated ties between groups.
 * @throws RangeError naming file and line of an unknown group or kind, a day that does not exist or days out of order */
export function loadGroupTies(files: DataFiles): readonly GroupTie[] {
  const groups = loadGroupNames(files);
  return readTable(files, TABLE).map((row) => toTie(row, groups));
}

/** The ties of a group, whichever side it stands on, the first known to begin first. */
export function tiesOfGroup(ties: readonly GroupTie[], group: string): readonly GroupTie[] {
  return ties
    .filter((tie) => tie.group === group || tie.other === group)
    .sort((a, b) => compareText(a.from ?? '9999', b.from ?? '9999'));
}

/** Names of the listed groups and organisations, by id. */
export function loadGroupNames(files: DataFiles): ReadonlyMap<string, string> {
  return new Map(
    GROUP_TABLES.flatMap((name) => readTable(files, name).map((row) => [row.cell('id'), row.cell('name')] as const)),
  );
}

function toTie(row: Row, groups: ReadonlyMap<string, string>): GroupTie {
  const [group, other, kind, source] = [row.cell('group'), row.cell('other'), row.cell('kind'), row.cell('source')];
  const [from, to] = [readDay(row, 'from'), readDay(row, 'to')];
  for (const id of [group, other]) if (!groups.has(id)) reject(row, `unknown group "${id}"`);
  if (group === other) reject(row, `"${group}" tied to itself`);
  if (!isTieKind(kind)) return reject(row, `unknown kind "${kind}"`);
  if (from !== null && to !== null && to < from) reject(row, `ends on ${to}, before it begins on ${from}`);
  if (source === '') reject(row, 'no source');
  return { group, kind, other, from, to, source };
}

function readDay(row: Row, column: string): PlainDate | null {
  const text = row.cell(column);
  if (text === '') return null;
  return dateParts(text) ? text : reject(row, `no such day "${text}"`);
}

function reject(row: Row, what: string): never {
  throw new RangeError(`${row.file}:${row.line}: ${what}`);
}
