import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import { HAPPENING_COLUMNS } from '../happening-columns.ts';
import { type Cell, type CellKind, cellsOf, NATIVE_TABLES, type TableColumn, type TableRow } from '../native-tables.ts';
import { zip } from '../zip.ts';

/** Apache Parquet, snappy: all tables of a case in a zip archive, or one flat table of events or incidents. */
export const PARQUET: ExportFormat = {
  name: 'parquet',
  title: 'Parquet',
  mediaType: (unit) => (unit === 'case' ? 'application/zip' : 'application/vnd.apache.parquet'),
  ending: (unit) => (unit === 'case' ? 'zip' : 'parquet'),
  units: ['case', 'events', 'incidents'],
  says: 'status',
  write: (source) => (source.unit === 'case' ? tables(source) : flat(source)),
};

/** Rows of a group: what is held in memory at a time. */
const GROUP = 5000;

function tables({ db, filter }: ExportSource): AsyncGenerator<Uint8Array> {
  return zip(
    NATIVE_TABLES.map(({ name, columns, rows }) => ({
      name: `${name}.parquet`,
      pieces: parquetFile(columns, rows(db, filter)),
    })),
  );
}

async function* flat(source: ExportSource): AsyncGenerator<Uint8Array> {
  const cells = cellsOf(HAPPENING_COLUMNS);
  async function* rows() {
    for await (const happening of source.happenings()) yield cells.map(({ of }) => of(happening));
  }
  yield* parquetFile(cells, rows());
}

/** A Parquet file of rows, a group at a time. */
export async function* parquetFile(columns: readonly TableColumn[], rows: AsyncIterable<TableRow>): AsyncGenerator<Uint8Array> {
  const parquet = new ParquetPieces(columns);
  for await (const row of rows) {
    const bytes = await parquet.add(row);
    if (bytes) yield bytes;
  }
  yield await parquet.end();
}

/** A Parquet file made row by row: its bytes come out a group at a time. */
export class ParquetPieces {
  readonly #columns: readonly TableColumn[];
  readonly #writer = new ByteWriter();
  readonly #parquet: ParquetWriter;
  #group: TableRow[] = [];

  constructor(columns: readonly TableColumn[]) {
    this.#columns = columns;
    this.#parquet = new ParquetWriter({ writer: this.#writer, schema: schemaOf(columns), createdBy: 'lapwing' });
  }

  /** The bytes of a group where this row fills one. */
  async add(row: TableRow): Promise<Uint8Array | null> {
    this.#group.push(row);
    if (this.#group.length < GROUP) return null;
    await this.#writeGroup();
    return this.#drain();
  }

  /** The rest of the file. */
  async end(): Promise<Uint8Array> {
    if (this.#group.length > 0) await this.#writeGroup();
    await this.#parquet.finish();
    return this.#drain();
  }

  async #writeGroup(): Promise<void> {
    const rows = this.#group;
    this.#group = [];
    await this.#parquet.write({
      columnData: this.#columns.map(({ name, kind }, at) => ({
        name,
        data: rows.map((row) => toValue(row[at] ?? null, kind)),
      })),
      rowGroupSize: GROUP,
    });
  }

  #drain(): Uint8Array {
    const bytes = this.#writer.getBytes().slice();
    this.#writer.index = 0;
    return bytes;
  }
}

/** Kinds of cells by Parquet's types. */
const TYPES: Readonly<Record<CellKind, Pick<SchemaElement, 'type' | 'converted_type'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  date: { type: 'INT32', converted_type: 'DATE' },
  whole: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  truth: { type: 'BOOLEAN' },
};

function schemaOf(columns: readonly TableColumn[]): SchemaElement[] {
  return [
    { name: 'row', num_children: columns.length },
    ...columns.map(({ name, kind }): SchemaElement => ({ name, ...TYPES[kind], repetition_type: 'OPTIONAL' })),
  ];
}

function toValue(cell: Cell, kind: CellKind): unknown {
  if (cell === null) return null;
  if (kind === 'date') return new Date(`${String(cell)}T00:00:00Z`);
  if (kind === 'whole') return BigInt(Math.round(Number(cell)));
  return typeof cell === 'string' ? cell.toWellFormed() : cell;
}
