import type { CaseFilter } from '../api/index.ts';
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
  type CsvFields,
  DOCUMENT_LIST,
  DYAD_LIST,
  disputeFields,
  dyadFields,
  EVENT_LIST,
  FIGURE_LIST,
  fieldsOf,
  INCIDENT_LIST,
  listText,
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
      if (format === 'table') yield* printTable(list, entries, await count(db, filter), width);
      else yield* listText(entries, fieldsOf(list), format);
    },
  };
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

/** A list that is counted as it is read. */
function shownInPart<Entry>(
  filters: Shown['filters'],
  list: CaseList<Entry>,
  read: (
    picture: CasePicture,
    filter: CaseFilter,
    view: ShowView,
  ) => Promise<{ readonly items: readonly Entry[]; readonly total: number }>,
  lines: CsvFields<Entry> = fieldsOf(list),
): Shown {
  return {
    filters,
    isLinked: true,
    async *print(db, filter, view) {
      const { items, total } = await read(new CasePicture(db), filter, view);
      if (view.format === 'table') yield* printTable(list, items, total, view.width);
      else yield* listText(items, lines, view.format);
    },
  };
}

const DISPUTES: Shown = {
  filters: ['actor', 'recipient', 'dyad', 'type', 'speaker', 'place', 'from', 'to', 'text', 'document'],
  isLinked: true,
  async *print(db, filter, { format, width }) {
    const { items: disputes, total } = await listCaseDisputes(new CasePicture(db), filter);
    if (format !== 'table')
      yield* listText(disputes, (dispute) => dispute.sides.map((side) => disputeFields({ dispute, side })), format);
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
