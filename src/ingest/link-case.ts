import {
  copyKeys,
  copySignature,
  type Group,
  groupTellings,
  type Incident,
  isTold,
  keysOf,
  LINKING,
  type Origin,
  type Telling,
  tellingsOf,
  toIncident,
} from '../link/index.ts';
import {
  type CaseDb,
  countUnlinked,
  exchangeIncidents,
  forgetLinks,
  incidentsOfDocuments,
  inTransaction,
  listDecisions,
  listUnlinked,
  lockLinking,
  markLinked,
  readOrigins,
  readSetting,
  readTellingsOf,
  replaceTellings,
  type StoredIncident,
  writeSetting,
} from '../store/index.ts';
import { readCorrected } from './corrections.ts';
import { joinCopies } from './find-copies.ts';
import { growComponent } from './grow-component.ts';
import { readRulings } from './rulings.ts';
import { saidIn } from './said.ts';

/** Documents linked in one transaction: others who write wait for no longer than some seconds. */
export const DOCUMENTS_AT_ONCE = 50;

/** Settings: the version of the rules that the case was linked with, the last decision that was heeded, and how often incidents were
 * changed. */
const RULES = 'linked-by';
const DECISION = 'linked-decision';
export const LINKINGS = 'linkings';

/** Whether every document, and every decision about what belongs together, is in the incidents of the case. */
export async function isLinked(db: CaseDb): Promise<boolean> {
  if ((await countUnlinked(db)) > 0) return false;
  const rules = await readSetting(db, RULES);
  if (rules !== LINKING) return rules === null;
  const rulings = await readRulings(db);
  return rulings.since(Number((await readSetting(db, DECISION)) ?? 0)).length === 0;
}

/** How far linking is. */
export interface LinkProgress {
  readonly documents: number;
}

/** Brings the incidents of a case up to date, some documents at a time, each time as one step: ended at any moment, even by force, the
 * case is as it was after the last step, and the next call goes on. What does not touch the new documents stays as it is.
 * A case linked by other rules is linked anew.
 * @param wait false where there is nothing to do while another program links the same case: it goes on until all is linked
 * @returns how many documents were linked */
export async function* linkCase(db: CaseDb, wait = true): AsyncGenerator<LinkProgress> {
  if ((await readSetting(db, RULES)) !== LINKING)
    await inTransaction(db, async (db) => {
      if (!(await lockLinking(db, wait)) || (await readSetting(db, RULES)) === LINKING) return;
      await forgetLinks(db);
      await writeSetting(db, RULES, LINKING);
    });
  let documents = 0;
  for (;;) {
    const linked = await inTransaction(db, (db) => linkSome(db, wait));
    if (linked === null) return;
    documents += linked;
    yield { documents };
  }
}

/** Links everything anew. */
export async function* relinkCase(db: CaseDb): AsyncGenerator<LinkProgress> {
  await writeSetting(db, RULES, '');
  yield* linkCase(db);
}

/** Links the next documents and heeds new decisions. @returns how many documents; null where there was nothing to do */
async function linkSome(db: CaseDb, wait: boolean): Promise<number | null> {
  if (!(await lockLinking(db, wait))) return null;
  const documents = await listUnlinked(db, DOCUMENTS_AT_ONCE);
  const rulings = await readRulings(db);
  const heeded = Number((await readSetting(db, DECISION)) ?? 0);
  const ruled = rulings.since(heeded);
  if (documents.length === 0 && ruled.length === 0) return null;
  const linking = Number((await readSetting(db, LINKINGS)) ?? 0) + 1;
  const left = await incidentsOfDocuments(db, documents);
  const tellings = await keepDocuments(db, documents, linking);
  const seeds = new Set([...tellings.map(({ id }) => id), ...ruled, ...left.flatMap(({ events }) => events)]);
  const component = await growComponent(db, [...seeds], rulings.all);
  const gone = new Set([...component.incidents, ...left.map(({ id }) => id)]);
  const groups = groupTellings(component.tellings, rulings.all);
  const own = new Set(documents);
  const acts = tellings.filter((telling) => own.has(telling.document) && !isTold(telling));
  await exchangeIncidents(db, [...gone], await toStored(db, groups, acts), linking);
  await writeSetting(db, DECISION, String(rulings.last));
  await writeSetting(db, LINKINGS, String(linking));
  return documents.length;
}

/** Keeps what linking looks at of some documents. @param linking number of this linking @returns their tellings, and those of documents that they are copies of */
async function keepDocuments(db: CaseDb, documents: readonly string[], linking: number): Promise<readonly Telling[]> {
  const marked: { readonly document: string; readonly signature: readonly number[] }[] = [];
  const log = await listDecisions(db);
  for (const document of documents) {
    const record = (await readCorrected(db, document, log))?.record;
    if (!record) continue;
    const tellings = tellingsOf(record);
    await replaceTellings(
      db,
      document,
      tellings.map((telling) => ({
        id: telling.id,
        body: telling,
        keys: isTold(telling) ? keysOf(telling).kept : [],
      })),
    );
    const signature = copySignature(record.document.text);
    await markLinked(db, { document, signature }, copyKeys(signature), saidIn(record), linking);
    marked.push({ document, signature });
  }
  const moved = await joinCopies(db, marked);
  return (await readTellingsOf(db, [...new Set([...documents, ...moved])])) as readonly Telling[];
}

/** Happenings, and for itself each act that is none. */
async function toStored(db: CaseDb, groups: readonly Group[], acts: readonly Telling[]): Promise<readonly StoredIncident[]> {
  const documents = new Set([...groups.flatMap(({ tellings }) => tellings), ...acts].map(({ document }) => document));
  const origins = new Map<string, Origin>();
  for (const { document, copyOf, outlets } of await readOrigins(db, [...documents]))
    origins.set(document, { source: outlets[0] ?? null, copyOf, outlets });
  return [
    ...groups.map((group) => toStoredIncident(toIncident(group, origins), group)),
    ...acts.map((telling) => {
      const alone = { id: telling.id, tellings: [telling], joins: [] };
      return { ...toStoredIncident({ ...toIncident(alone, origins), status: telling.status }, alone), isAct: true };
    }),
  ];
}

function toStoredIncident(incident: Incident, { tellings }: Group): StoredIncident {
  const { id, type, time, status, contested, sources, joins } = incident;
  const published = tellings.flatMap((telling) => telling.published ?? []).sort()[0] ?? null;
  return {
    ...{ id, type, details: incident },
    ...{ day: time?.start ?? published, lastDay: time?.end ?? published },
    facts: { status, contested, documents: sources.documents, independent: sources.independent },
    events: tellings.map((telling) => ({
      id: telling.id,
      why: joins.filter(({ a, b }) => a === telling.id || b === telling.id),
    })),
  };
}
