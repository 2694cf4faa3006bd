import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseRecord, RecordActor, RecordPlace } from '../api/index.ts';
import type { Problem } from '../base/index.ts';
import { ParquetPieces } from './formats/parquet.ts';
import {
  type Columns,
  cellsOf,
  NATIVE_TABLES,
  type PrintedText,
  SOURCE_COLUMNS,
  type TableColumn,
  type TableRow,
} from './native-tables.ts';
import { entriesOf, type RecordEntries } from './record-entries.ts';

/** A file of a shard that is written. */
export interface ShardFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Actors and places of each document: what a case counts together, for others to count. */
const ACTOR_COLUMNS: Columns<{ readonly document: string; readonly actor: RecordActor }> = {
  document: ['text', ({ document }) => document],
  actor: ['text', ({ actor }) => actor.id],
  name: ['text', ({ actor }) => actor.name],
  kind: ['text', ({ actor }) => actor.kind],
  country: ['text', ({ actor }) => actor.country],
  sector: ['text', ({ actor }) => actor.sector],
  aliases: ['list', ({ actor }) => actor.aliases],
  mentions: ['whole', ({ actor }) => actor.mentions.length],
};

const PLACE_COLUMNS: Columns<{ readonly document: string; readonly place: RecordPlace }> = {
  document: ['text', ({ document }) => document],
  place: ['text', ({ place }) => place.id],
  name: ['text', ({ place }) => place.name],
  kind: ['text', ({ place }) => place.kind],
  country: ['text', ({ place }) => place.country],
  latitude: ['number', ({ place }) => place.latitude],
  longitude: ['number', ({ place }) => place.longitude],
  mentions: ['whole', ({ place }) => place.mentions.length],
};

const FAILURE_COLUMNS: Columns<Problem> = {
  code: ['text', ({ code }) => code],
  subject: ['text', ({ subject }) => subject],
  detail: ['text', ({ detail }) => detail],
};

/** A table with the rows of each record. */
interface RecordTable {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rowsOf: (entries: RecordEntries) => readonly TableRow[];
}

function rowMaker<Row>(columns: Columns<Row>): (row: Row) => TableRow {
  const cells = cellsOf(columns);
  return (row) => cells.map(({ of }) => of(row));
}

function recordTable<Row>(name: string, columns: Columns<Row>, parts: (record: CaseRecord) => readonly Row[]): RecordTable {
  const toRow = rowMaker(columns);
  return { name, columns: cellsOf(columns), rowsOf: ({ record }) => parts(record).map(toRow) };
}

/** The tables of a shard that records fill: those of a case that do not need the whole of it, by the same names and columns. */
const RECORD_TABLES: readonly RecordTable[] = [
  ...NATIVE_TABLES.flatMap(({ name, columns, rowsOf }) => (rowsOf ? [{ name, columns, rowsOf }] : [])),
  recordTable('document_actors', ACTOR_COLUMNS, ({ document, actors }) =>
    actors.map((actor) => ({ document: document.id, actor })),
  ),
  recordTable('document_places', PLACE_COLUMNS, ({ document, places }) =>
    places.map((place) => ({ document: document.id, place })),
  ),
];

const toSourceRow = rowMaker(SOURCE_COLUMNS);
const toFailureRow = rowMaker(FAILURE_COLUMNS);

/** Writes records into a folder, a Parquet file a table, with a few thousand rows of each in memory. */
export class ShardTables {
  readonly #files = new Map<string, TableFile>();

  /** Begins the files. @param folder where nothing is yet */
  static async open(folder: string): Promise<ShardTables> {
    const tables = new ShardTables();
    for (const { name, columns } of [...RECORD_TABLES, { name: 'failures', columns: cellsOf(FAILURE_COLUMNS) }])
      tables.#files.set(name, await TableFile.open(folder, name, columns));
    return tables;
  }

  /** Adds what a record holds. */
  async add(record: CaseRecord): Promise<void> {
    const entries = entriesOf(record);
    for (const { name, rowsOf } of RECORD_TABLES) for (const row of rowsOf(entries)) await this.#add(name, row);
  }

  /** Adds that a text which is there was printed once more. */
  async addPrinted(printed: PrintedText): Promise<void> {
    await this.#add('sources', toSourceRow(printed));
  }

  /** Adds why a document is not there. */
  async addFailure(problem: Problem): Promise<void> {
    await this.#add('failures', toFailureRow(problem));
  }

  /** Ends the files; they are on the disk then. */
  async end(): Promise<readonly ShardFile[]> {
    const written: ShardFile[] = [];
    for (const file of this.#files.values()) written.push(await file.end());
    return written;
  }

  /** Closes the files as they are. */
  async abandon(): Promise<void> {
    for (const file of this.#files.values()) await file.close();
  }

  async #add(name: string, row: TableRow): Promise<void> {
    await this.#files.get(name)?.add(row);
  }
}

/** A file of one table. */
class TableFile {
  readonly #name: string;
  readonly #handle: FileHandle;
  readonly #parquet: ParquetPieces;
  readonly #hash = createHash('sha256');
  #rows = 0;
  #bytes = 0;

  static async open(folder: string, table: string, columns: readonly TableColumn[]): Promise<TableFile> {
    const name = `${table}.parquet`;
    return new TableFile(name, await open(join(folder, name), 'wx'), new ParquetPieces(columns));
  }

  constructor(name: string, handle: FileHandle, parquet: ParquetPieces) {
    this.#name = name;
    this.#handle = handle;
    this.#parquet = parquet;
  }

  async add(row: TableRow): Promise<void> {
    this.#rows++;
    const bytes = await this.#parquet.add(row);
    if (bytes) await this.#write(bytes);
  }

  async end(): Promise<ShardFile> {
    await this.#write(await this.#parquet.end());
    await this.#handle.sync();
    await this.close();
    return { name: this.#name, rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    await this.#handle.writeFile(bytes);
  }
}
