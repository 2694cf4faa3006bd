import { deflateSync, inflateSync } from 'node:zlib';
import { type Selectable, sql } from 'kysely';
import type { CaseRecord } from '../api/index.ts';
import { textId } from '../base/index.ts';
import { storable } from './bulk.ts';
import { type CaseDb, inTransaction } from './case-db.ts';
import { writeEntries } from './records.ts';
import { isDerivedSetting } from './settings.ts';
import { StoreError } from './store-error.ts';
import type { DecisionTable, DocumentSourceTable, DocumentTable, RunTable, SettingTable } from './tables.ts';

/** First line of a bundle: what it is and how its lines are to be read. */
const HEAD = { schema: 'lapwing-bundle/1' } as const;

type RunLine = Omit<Selectable<RunTable>, 'key'>;
type DocumentLine = Omit<Selectable<DocumentTable>, 'key' | 'text' | 'record'>;
type SourceLine = Omit<Selectable<DocumentSourceTable>, 'key' | 'document'>;

interface RecordLine {
  readonly madeAt: string;
  /** Number of the run that made it, from 1 in the order of the runs; null where none is known. */
  readonly run: number | null;
  readonly inForce: boolean;
  readonly record: CaseRecord;
}

/** A line of a bundle after the first. */
type BundleLine =
  | { readonly setting: SettingTable }
  | { readonly run: RunLine }
  | { readonly document: DocumentLine; readonly sources: readonly SourceLine[]; readonly records: readonly RecordLine[] }
  | { readonly decision: Selectable<DecisionTable> }
  | { readonly end: BundleCounts };

/** What a bundle holds. */
export interface BundleCounts {
  readonly documents: number;
  readonly decisions: number;
}

/** A whole case as lines of JSON, each ended by a line feed: settings, runs, every document with its sources and all records it has had, and the
 * decisions. Rows that are made from records, and what linking finds, are left out: they are made again. A document is in memory at a time. */
export async function* eachBundleLine(db: CaseDb): AsyncGenerator<string> {
  yield toLine(HEAD);
  for (const setting of await db.query.selectFrom('setting').selectAll().orderBy('name').execute())
    if (!isDerivedSetting(setting.name)) yield toLine({ setting: { name: setting.name, value: setting.value } });
  const runs = new Map<number, number>();
  for (const { key, ...run } of await db.query.selectFrom('run').selectAll().orderBy('key').execute()) {
    runs.set(key, runs.size + 1);
    yield toLine({ run: inOrder(run) });
  }
  let documents = 0;
  let last = -1;
  for (;;) {
    const row = await db.query
      .selectFrom('document')
      .selectAll()
      .where('key', '>', last)
      .orderBy('key')
      .limit(1)
      .executeTakeFirst();
    if (!row) break;
    last = row.key;
    documents++;
    yield await documentLine(db, row, runs);
  }
  let decisions = 0;
  for (const decision of await db.query.selectFrom('decision').selectAll().orderBy('number').execute()) {
    decisions++;
    yield toLine({ decision: inOrder(decision) });
  }
  yield toLine({ end: { documents, decisions } });
}

function toLine(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** The cells of a row by the names of their columns, so that both databases give the same bytes. */
function inOrder<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))) as Row;
}

async function documentLine(db: CaseDb, row: Selectable<DocumentTable>, runs: ReadonlyMap<number, number>): Promise<string> {
  const { key, text: _, record: inForce, ...document } = row;
  const sources = await db.query.selectFrom('document_source').selectAll().where('document', '=', key).orderBy('key').execute();
  const records = await db.query.selectFrom('coded_record').selectAll().where('document', '=', key).orderBy('key').execute();
  const told = sources.map(({ key: _key, document: _document, ...source }) => JSON.stringify(inOrder(source)));
  // A record's own bytes go out as they were made.
  const made = records.map(
    (each) =>
      `{"madeAt":${JSON.stringify(each.made_at)},"run":${(each.run === null ? null : runs.get(each.run)) ?? null},` +
      `"inForce":${each.key === inForce},"record":${inflateSync(each.json).toString('utf8')}}`,
  );
  return `{"document":${JSON.stringify(inOrder(document))},"sources":[${told.join(',')}],"records":[${made.join(',')}]}\n`;
}

/** Why a line after the first cannot stand in a bundle; null where it can. */
export type LineCheck = (line: object) => string | null;

/** Puts a bundle into a case that holds nothing yet, as one step: all of it, or nothing.
 * @param lines of a bundle, without their line ends
 * @param objection looked at for each line before anything of it is used: a bundle may come from anybody
 * @throws StoreError where the case holds something, or the lines are no bundle, damaged or cut short */
export function restoreBundle(db: CaseDb, lines: AsyncIterable<string>, objection: LineCheck): Promise<BundleCounts> {
  return inTransaction(db, async (db) => {
    await refuseUsed(db);
    const restore = new Restore(db, objection);
    let number = 0;
    for await (const line of lines) {
      number++;
      if (line === '') continue;
      await restore.take(readLine(db, line, number), number);
    }
    return restore.counts();
  });
}

async function refuseUsed(db: CaseDb): Promise<void> {
  const { rows } = await sql<{ used: number }>`
    select (select count(*) from document) + (select count(*) from decision) + (select count(*) from run) as used`.execute(
    db.query,
  );
  if (rows[0]?.used !== 0)
    throw new StoreError('store/bad-target', db.name, 'the case holds something already; import into a new one');
}

function readLine(db: CaseDb, line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new StoreError('store/bad-bundle', db.name, `line ${number} of the bundle is no JSON`, error);
  }
}

/** Takes the lines of a bundle one after the other. */
class Restore {
  readonly #db: CaseDb;
  readonly #objection: LineCheck;
  readonly #settings = new Set<string>();
  readonly #runs: number[] = [];
  #isBegun = false;
  #documents = 0;
  #decisions = 0;
  #lastDecision = 0;
  #end: BundleCounts | null = null;

  constructor(db: CaseDb, objection: LineCheck) {
    this.#db = db;
    this.#objection = objection;
  }

  /** The counts, once all lines are taken. @throws StoreError where the last is missing or counts something else */
  counts(): BundleCounts {
    const counts = { documents: this.#documents, decisions: this.#decisions };
    if (!this.#end) throw this.#bad('it ends before its last line: it was cut short');
    if (this.#end.documents !== counts.documents || this.#end.decisions !== counts.decisions)
      throw this.#bad('it does not hold as much as its last line says');
    return counts;
  }

  async take(value: unknown, number: number): Promise<void> {
    if (!this.#isBegun) return this.#begin(value);
    if (this.#end) throw this.#bad(`something follows its last line, at line ${number}`);
    if (typeof value !== 'object' || value === null) throw this.#bad(`line ${number} is no object`);
    const wrong = this.#objection(value);
    if (wrong !== null) throw this.#bad(`line ${number}: ${wrong}`);
    const line = value as BundleLine;
    if ('setting' in line) await this.#addSetting(line.setting, number);
    else if ('run' in line) await this.#addRun(line.run);
    else if ('document' in line) await this.#addDocument(line, number);
    else if ('decision' in line) await this.#addDecision(line.decision, number);
    else {
      this.#end = line.end;
      await this.#countOn();
    }
  }

  #bad(detail: string): StoreError {
    return new StoreError('store/bad-bundle', this.#db.name, `this is no bundle that can be read: ${detail}`);
  }

  #begin(value: unknown): void {
    if (typeof value !== 'object' || value === null || !('schema' in value) || value.schema !== HEAD.schema)
      throw this.#bad(`its first line is not ${JSON.stringify(HEAD)}`);
    this.#isBegun = true;
  }

  async #addSetting(setting: SettingTable, number: number): Promise<void> {
    const { name } = setting;
    if (isDerivedSetting(name) || this.#settings.has(name)) throw this.#bad(`line ${number} sets "${name}", which it must not`);
    this.#settings.add(name);
    await this.#db.query.insertInto('setting').values(setting).execute();
  }

  async #addRun(run: RunLine): Promise<void> {
    const { key } = await this.#db.query.insertInto('run').values(run).returning('key').executeTakeFirstOrThrow();
    this.#runs.push(key);
  }

  async #addDocument(
    { document, sources, records }: Extract<BundleLine, { document: unknown }>,
    number: number,
  ): Promise<void> {
    const own = records.find(({ inForce }) => inForce)?.record;
    if (!own || own.document.id !== document.id || textId(own.document.text) !== document.id)
      throw this.#bad(`the document of line ${number} is not the one of its record`);
    if (own.document.text.length !== document.length || own.document.published !== document.published)
      throw this.#bad(`length or day of the document of line ${number} are not those of its record`);
    const known = await this.#db.query.selectFrom('document').select('key').where('id', '=', document.id).executeTakeFirst();
    if (known) throw this.#bad(`the document of line ${number} stood there before`);
    const { key } = await this.#db.query
      .insertInto('document')
      .values({ ...document, text: storable(own.document.text), record: 0 })
      .returning('key')
      .executeTakeFirstOrThrow();
    for (const source of sources)
      await this.#db.query
        .insertInto('document_source')
        .values({ ...source, document: key })
        .execute();
    for (const record of records) await this.#addRecord(key, record);
    await writeEntries(this.#db, key, { record: own });
    this.#documents++;
  }

  async #addRecord(document: number, { madeAt, run, inForce, record }: RecordLine): Promise<void> {
    const bytes = Buffer.from(JSON.stringify(record), 'utf8');
    const { key } = await this.#db.query
      .insertInto('coded_record')
      .values({
        ...{ document, run: run === null ? null : (this.#runs[run - 1] ?? null), made_at: madeAt, ...record.versions },
        ...{ json: deflateSync(bytes), bytes: bytes.length },
      })
      .returning('key')
      .executeTakeFirstOrThrow();
    if (inForce) await this.#db.query.updateTable('document').set({ record: key }).where('key', '=', document).execute();
  }

  /** Decisions name each other by number: they keep theirs. */
  async #addDecision({ number, at, by_whom, kind, subject, why, what }: Selectable<DecisionTable>, line: number) {
    if (number <= this.#lastDecision) throw this.#bad(`the decision of line ${line} is out of its order`);
    this.#lastDecision = number;
    const override = this.#db.dialect === 'postgres' ? sql`overriding system value` : sql``;
    await sql`insert into decision (number, at, by_whom, kind, subject, why, what) ${override}
      values (${number}, ${at}, ${by_whom}, ${kind}, ${subject}, ${why}, ${what})`.execute(this.#db.query);
    this.#decisions++;
  }

  /** The server counts on after the decisions that brought their numbers along; a file does so by itself. */
  async #countOn(): Promise<void> {
    if (this.#db.dialect === 'postgres' && this.#decisions > 0)
      await sql`select setval(pg_get_serial_sequence('decision', 'number'), (select max(number) from decision))`.execute(
        this.#db.query,
      );
  }
}
