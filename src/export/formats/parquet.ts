import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import { HAPPENING_COLUMNS } from '../happening-columns.ts';
import { type Cell, type CellKind, cellsOf, NATIVE_TABLES, type TableColumn } from '../native-tables.ts';
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
export async function* parquetFile(
  columns: readonly TableColumn[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const drained = () => {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  };
  const parquet = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'lapwing' });
  let group: (readonly Cell[])[] = [];
  const writeGroup = async () => {
    await parquet.write({
      columnData: columns.map(({ name, kind }, at) => ({ name, data: group.map((row) => toValue(row[at] ?? null, kind)) })),
      rowGroupSize: GROUP,
    });
    group = [];
  };
  for await (const row of rows) {
    group.push(row);
    if (group.length < GROUP) continue;
    await writeGroup();
    yield drained();
  }
  if (group.length > 0) await writeGroup();
  await parquet.finish();
  yield drained();
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
