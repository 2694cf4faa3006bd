/** The project's data files: path below `data/` (`actors/states.tsv`) to text. Read from disk in Node, fetched in a browser. */
export type DataFiles = ReadonlyMap<string, string>;

/** One line of a table: its cells by column name, and where it stands. */
export interface Row {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  /** The cell, or the empty text where the line is shorter. @throws RangeError if the table has no such column */
  cell(column: string): string;
}

/** Reads a tab-separated table: `#` lines and empty lines are skipped, the first other line names the columns.
 * @throws RangeError naming file and line where the file is missing, a column repeats or a line has too many cells */
export function readTable(files: DataFiles, file: string): readonly Row[] {
  const text = files.get(file);
  if (text === undefined) throw new RangeError(`${file}: no such data file`);
  const rows: Row[] = [];
  let heading: Heading | null = null;
  for (const [number, raw] of text.split('\n').entries()) {
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (content === '' || content.startsWith('#')) continue;
    const cells = content.split('\t');
    if (!heading) {
      heading = { file, names: cells, positions: columnNumbers(cells, file, number + 1) };
      continue;
    }
    if (cells.length > heading.names.length)
      throw new RangeError(`${file}:${number + 1}: ${cells.length} cells, but ${heading.names.length} columns are named`);
    rows.push(new TableRow(heading, number + 1, cells));
  }
  return rows;
}

function columnNumbers(names: readonly string[], file: string, line: number): ReadonlyMap<string, number> {
  const columns = new Map(names.map((name, index) => [name, index]));
  if (columns.size !== names.length) throw new RangeError(`${file}:${line}: a column name is repeated: ${names.join(', ')}`);
  return columns;
}

/** The columns of one table, named once for all its rows. */
interface Heading {
  readonly file: string;
  readonly names: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

class TableRow implements Row {
  readonly line: number;
  readonly #heading: Heading;
  readonly #cells: readonly string[];

  constructor(heading: Heading, line: number, cells: readonly string[]) {
    this.line = line;
    this.#heading = heading;
    this.#cells = cells;
  }

  get file(): string {
    return this.#heading.file;
  }

  get columns(): readonly string[] {
    return this.#heading.names;
  }

  cell(column: string): string {
    const { file, names, positions } = this.#heading;
    const index = positions.get(column);
    if (index === undefined) throw new RangeError(`${file}: no column "${column}", only ${names.join(', ')}`);
    return this.#cells[index] ?? '';
  }
}

const NOTHING: readonly string[] = [];

/** Splits a cell into its parts, trimmed, empty ones dropped. */
export function splitList(cell: string, separator = ','): readonly string[] {
  if (cell === '') return NOTHING;
  return cell
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
