import type { CaseFilter } from '../api/index.ts';
import { type CsvValue, csvLine } from '../base/index.ts';
import type { DyadLevel, TimeUnit } from '../link/index.ts';
import {
  CasePicture,
  listCaseActors,
  listCaseAgreements,
  listCaseDisputes,
  listCaseDyads,
  listCaseIncidents,
  listCaseTies,
} from '../picture/index.ts';
import {
  ACTOR_LIST,
  AGREEMENT_LIST,
  CASE_TIE_LIST,
  type CaseList,
  CLAIM_LIST,
  csvEntry,
  csvHeading,
  DOCUMENT_LIST,
  DYAD_LIST,
  disputeFields,
  dyadFields,
  EVENT_LIST,
  FIGURE_LIST,
  INCIDENT_LIST,
  PLACE_LIST,
  renderCaseTable,
  renderDisputes,
  TIE_LIST,
} from '../show/index.ts';
import {
  type CaseDb,
  countClaims,
  countDocuments,
  countEvents,
  countFigures,
  countIncidents,
  countPlaces,
  countTies,
  eachClaim,
  eachEvent,
  eachFigure,
  eachTie,
  listDocuments,
  listPlaces,
} from '../store/index.ts';
import type { FilterOptions } from './case-filter.ts';

/** How a list is printed. */
export type ShowFormat = 'table' | 'json' | 'csv';

/** What can be shown of a case. Filters not named are refused rather than passed over. */
export interface Shown {
  readonly filters: readonly (keyof FilterOptions)[];
  /** Whether it rests on linking, which may have to be brought up to date first. */
  readonly isLinked?: boolean;
  /** The text of a list, piece by piece. */
  print(db: CaseDb, filter: CaseFilter, view: ShowView): AsyncGenerator<string>;
}

/** How something is shown. */
export interface ShowView {
  readonly format: ShowFormat;
  /** Cells of the terminal. */
  readonly width: number;
  /** Stretch of time and kind of party that pairs are summed by. */
  readonly unit: TimeUnit;
  readonly level: DyadLevel;
}

type Source<Entry> = (db: CaseDb, filter: CaseFilter) => AsyncIterable<Entry> | Promise<readonly Entry[]>;

function shown<Entry>(
  filters: Shown['filters'],
  list: CaseList<Entry>,
  count: (db: CaseDb, filter: CaseFilter) => Promise<number>,
  read: Source<Entry>,
): Shown {
  return {
    filters,
    async *print(db, filter, { format, width }) {
      const entries = await read(db, filter);
      if (format === 'json') yield* printJson(entries);
      else if (format === 'csv') yield* printCsv(list, entries);
      else yield* printTable(list, entries, await count(db, filter), width);
    },
  };
}

/** A JSON list, an entry a line. */
async function* printJson<Entry>(entries: AsyncIterable<Entry> | readonly Entry[]): AsyncGenerator<string> {
  let before = '[';
  for await (const entry of entries) {
    yield `${before}\n${JSON.stringify(entry)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}

export async function* printCsv<Entry>(
  list: CaseList<Entry>,
  entries: AsyncIterable<Entry> | readonly Entry[],
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const entry of entries) {
    if (isFirst) yield csvHeading(list, entry);
    isFirst = false;
    yield csvEntry(list, entry);
  }
}

export async function* printTable<Entry>(
  { noun, ...list }: CaseList<Entry>,
  entries: AsyncIterable<Entry> | readonly Entry[],
  total: number,
  width: number,
): AsyncGenerator<string> {
  const rows: Entry[] = [];
  for await (const entry of entries) rows.push(entry);
  yield renderCaseTable({ noun, ...list }, rows, `${total} ${total === 1 ? noun[0] : noun[1]}`, width);
  if (rows.length < total) yield `the first ${rows.length} of ${total}; --limit shows more\n`;
}

/** Lines of CSV that name their columns once. */
async function* printLines(lines: readonly Readonly<Record<string, CsvValue>>[]): AsyncGenerator<string> {
  const [first] = lines;
  if (!first) return;
  yield csvLine(Object.keys(first));
  for (const line of lines) yield csvLine(Object.values(line));
}

/** A list that is counted as it is read. */
function shownInPart<Entry>(
  filters: Shown['filters'],
  list: CaseList<Entry>,
  read: (
    picture: CasePicture,
    filter: CaseFilter,
    view: ShowView,
  ) => Promise<{ readonly items: readonly Entry[]; readonly total: number }>,
  lines?: (entry: Entry) => readonly Readonly<Record<string, CsvValue>>[],
): Shown {
  return {
    filters,
    isLinked: true,
    async *print(db, filter, view) {
      const { items, total } = await read(new CasePicture(db), filter, view);
      if (view.format === 'json') yield* printJson(items);
      else if (view.format === 'table') yield* printTable(list, items, total, view.width);
      else if (lines) yield* printLines(items.flatMap(lines));
      else yield* printCsv(list, items);
    },
  };
}

const DISPUTES: Shown = {
  filters: ['actor', 'recipient', 'dyad', 'type', 'speaker', 'place', 'from', 'to', 'text', 'document'],
  isLinked: true,
  async *print(db, filter, { format, width }) {
    const { items: disputes, total } = await listCaseDisputes(new CasePicture(db), filter);
    if (format === 'json') yield* printJson(disputes);
    else if (format === 'csv')
      yield* printLines(disputes.flatMap((dispute) => dispute.sides.map((side) => disputeFields({ dispute, side }))));
    else {
      yield renderDisputes(disputes, `${total} ${total === 1 ? 'dispute' : 'disputes'}`, width);
      if (disputes.length < total) yield `the first ${disputes.length} of ${total}; --limit shows more\n`;
    }
  },
};

/** What `lapwing show` knows, by the word for it. */
export const SHOWN: Readonly<Record<string, Shown>> = {
  incidents: {
    ...shown(
      ['actor', 'recipient', 'dyad', 'type', 'status', 'speaker', 'place', 'from', 'to', 'text', 'document'],
      INCIDENT_LIST,
      countIncidents,
      (db, filter) => listCaseIncidents(new CasePicture(db), filter),
    ),
    isLinked: true,
  },
  disputes: DISPUTES,
  agreements: shownInPart(
    ['actor', 'recipient', 'dyad', 'speaker', 'place', 'from', 'to', 'text', 'document'],
    AGREEMENT_LIST,
    listCaseAgreements,
  ),
  dyads: shownInPart(['actor', 'recipient', 'dyad', 'type', 'status', 'from', 'to'], DYAD_LIST, listCaseDyads, (dyad) =>
    dyad.bins.map((bin) => dyadFields({ dyad, bin })),
  ),
  ties: shownInPart(['actor', 'recipient', 'dyad', 'type', 'speaker', 'from', 'to', 'document'], CASE_TIE_LIST, listCaseTies),
  events: shown(
    ['actor', 'recipient', 'dyad', 'type', 'status', 'speaker', 'place', 'from', 'to', 'text', 'document'],
    EVENT_LIST,
    countEvents,
    eachEvent,
  ),
  claims: shown(
    ['actor', 'recipient', 'dyad', 'type', 'speaker', 'from', 'to', 'text', 'document'],
    CLAIM_LIST,
    countClaims,
    eachClaim,
  ),
  actors: shownInPart(['actor', 'type', 'text', 'document'], ACTOR_LIST, listCaseActors),
  'told-ties': shown(
    ['actor', 'recipient', 'dyad', 'type', 'speaker', 'from', 'to', 'text', 'document'],
    TIE_LIST,
    countTies,
    eachTie,
  ),
  figures: shown(['type', 'from', 'to', 'document'], FIGURE_LIST, countFigures, eachFigure),
  places: shown(['place', 'type', 'text', 'document'], PLACE_LIST, countPlaces, listPlaces),
  documents: shown(['from', 'to', 'text', 'document'], DOCUMENT_LIST, countDocuments, listDocuments),
};
