import type { CaseFilter, CaseLedger } from '../api/index.ts';
import {
  type CasePicture,
  type LedgerPlace,
  listCaseActors,
  listCaseAgreements,
  listCaseDisputes,
  listCaseDyads,
  listCaseIncidents,
  listCaseTies,
  listLedgerClaims,
  listOutlets,
  readExchange,
  readLedger,
} from '../picture/index.ts';
import {
  ACTOR_LIST,
  AGREEMENT_LIST,
  CASE_TIE_LIST,
  type CaseList,
  CLAIM_LIST,
  type CsvFields,
  DOCUMENT_LIST,
  disputeFields,
  dyadFields,
  EVENT_LIST,
  FIGURE_LIST,
  fieldsOf,
  INCIDENT_LIST,
  type ListFormat,
  listText,
  MOVE_LIST,
  PLACE_LIST,
  TIE_LIST,
} from '../show/index.ts';
import { eachClaim, eachEvent, eachFigure, eachTie, listDocuments, listPlaces } from '../store/index.ts';
import type { CaseView } from './case-view.ts';
import { RequestError } from './problems.ts';

/** Formats of lists, with their media types. */
export const LIST_FORMATS = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
} as const satisfies Readonly<Record<ListFormat, string>>;

/** What a file of a list is asked for beside the filters. */
export interface FileAsked {
  readonly filter: CaseFilter;
  /** The two sides of an exchange. */
  readonly a?: string | undefined;
  readonly b?: string | undefined;
  readonly ledger: LedgerPlace;
  readonly level: 'party' | 'country';
  readonly unit: 'day' | 'week' | 'month';
}

type Entries<Entry> = AsyncIterable<Entry> | Iterable<Entry>;

/** A list as a file: its entries, and the lines of CSV that each makes. */
interface ListFile<Entry> {
  readonly read: (view: CaseView, asked: FileAsked) => Promise<Entries<Entry>> | Entries<Entry>;
  readonly lines: CsvFields<Entry>;
}

/** The text of a list as a file, piece by piece. */
export type ListText = (view: CaseView, asked: FileAsked, format: ListFormat) => AsyncGenerator<string>;

function file<Entry>(read: ListFile<Entry>['read'], lines: ListFile<Entry>['lines']): ListText {
  return async function* (view, asked, format) {
    yield* listText(await read(view, asked), lines, format);
  };
}

function listFile<Entry>(list: CaseList<Entry>, read: ListFile<Entry>['read']): ListText {
  return file(read, fieldsOf(list));
}

/** Incidents read at a time. */
const PAGE = 1000;

async function* eachIncident(picture: CasePicture, filter: CaseFilter) {
  for (let offset = 0; ; offset += PAGE) {
    const items = await listCaseIncidents(picture, { ...filter, withActs: true, limit: PAGE, offset });
    yield* items;
    if (items.length < PAGE) return;
  }
}

/** A cell of the ledger with its names. */
interface LedgerLine {
  readonly speaker: CaseLedger['speakers'][number];
  readonly party: CaseLedger['parties'][number];
  readonly stances: CaseLedger['cells'][number]['stances'];
}

function ledgerLines({ speakers, parties, cells }: CaseLedger): readonly LedgerLine[] {
  return cells.flatMap(({ speaker, party, stances }) => {
    const [who, about] = [speakers[speaker], parties[party]];
    return who && about ? [{ speaker: who, party: about, stances }] : [];
  });
}

async function exchangeMoves(view: CaseView, { a, b, level }: FileAsked) {
  if (a === undefined || b === undefined || a === b)
    throw new RequestError('bad-filter', 'An exchange is between two parties, a and b.');
  return (await readExchange(await view.linked(), [a], [b], level)).moves;
}

/** Every list that can be had as a file, by what `/api/export` calls it. Those of pictures hold what the pictures are drawn from. */
export const LIST_FILES = {
  actors: listFile(ACTOR_LIST, async (view, { filter }) => (await listCaseActors(await view.weighed(), filter)).items),
  agreements: listFile(
    AGREEMENT_LIST,
    async (view, { filter }) => (await listCaseAgreements(await view.weighed(), filter)).items,
  ),
  claims: listFile(CLAIM_LIST, async (view, { filter, ledger }) => {
    const picture = await view.linked();
    if (ledger.row === undefined && ledger.column === undefined) return eachClaim(picture.db, filter);
    return (await listLedgerClaims(picture, filter, ledger)).items;
  }),
  disputes: file(
    async (view, { filter }) => (await listCaseDisputes(await view.weighed(), filter)).items,
    (dispute) => dispute.sides.map((side) => disputeFields({ dispute, side })),
  ),
  documents: listFile(DOCUMENT_LIST, async (view, { filter }) => listDocuments((await view.linked()).db, filter)),
  dyads: file(
    async (view, { filter, unit, level }) => (await listCaseDyads(await view.linked(), filter, { unit, level })).items,
    (dyad) => dyad.bins.map((bin) => dyadFields({ dyad, bin })),
  ),
  events: listFile(EVENT_LIST, async (view, { filter }) => eachEvent((await view.linked()).db, filter)),
  exchange: listFile(MOVE_LIST, exchangeMoves),
  figures: listFile(FIGURE_LIST, async (view, { filter }) => eachFigure((await view.linked()).db, filter)),
  incidents: listFile(INCIDENT_LIST, async (view, { filter }) => eachIncident(await view.linked(), filter)),
  ledger: file<LedgerLine>(
    async (view, { filter }) => ledgerLines(await readLedger(await view.linked(), filter)),
    ({ speaker, party, stances }) =>
      Object.entries(stances).map(([stance, claims]) => ({
        ...{ speaker: speaker.id, speaker_name: speaker.name, party: party.id, party_name: party.name, stance, claims },
      })),
  ),
  network: listFile(CASE_TIE_LIST, async (view, { filter }) => (await listCaseTies(await view.linked(), filter)).items),
  places: listFile(PLACE_LIST, async (view, { filter }) => listPlaces((await view.linked()).db, filter)),
  sources: file(
    async (view) => listOutlets(await view.linked()),
    ({ name, documents, first, alone, differently }) => [
      { outlet: name, documents: documents.length, first: first.length, alone: alone.length, differently: differently.length },
    ],
  ),
  ties: listFile(TIE_LIST, async (view, { filter }) => eachTie((await view.linked()).db, filter)),
} as const satisfies Readonly<Record<string, ListText>>;

/** Names of the lists that can be had as files. */
export const LIST_FILE_NAMES = Object.keys(LIST_FILES) as readonly (keyof typeof LIST_FILES)[];
