import { type DataFiles, type Row, readTable } from './data-files.ts';

/** Codes that other systems have for a state; null where they have none. */
export interface CountryCodes {
  /** ISO 3166-1 alpha-3. */
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 numeric. */
  readonly numeric: number | null;
  /** FIPS 10-4. */
  readonly fips: string | null;
  /** Correlates of War state number. */
  readonly cow: number | null;
  /** Gleditsch and Ward state number. */
  readonly gw: number | null;
  readonly ucdpRegion: string | null;
  readonly acledRegion: string | null;
}

const FILE = 'codebook/countries.tsv';

/** Reads `codebook/countries.tsv`, by id. @throws RangeError naming file and line for an id that stands twice or a number that is none */
export function loadCountryCodes(files: DataFiles): ReadonlyMap<string, CountryCodes> {
  const codes = new Map<string, CountryCodes>();
  for (const row of readTable(files, FILE)) {
    const id = row.cell('id');
    if (codes.has(id)) throw new RangeError(`${row.file}:${row.line}: ${id} stands twice`);
    codes.set(id, {
      ...{ id, name: row.cell('name'), numeric: numberOf(row, 'numeric'), fips: textOf(row, 'fips') },
      ...{ cow: numberOf(row, 'cow'), gw: numberOf(row, 'gw') },
      ...{ ucdpRegion: textOf(row, 'ucdp_region'), acledRegion: textOf(row, 'acled_region') },
    });
  }
  return codes;
}

function textOf(row: Row, column: string): string | null {
  return row.cell(column) || null;
}

function numberOf(row: Row, column: string): number | null {
  const text = row.cell(column);
  if (text === '') return null;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new RangeError(`${row.file}:${row.line}: "${text}" is no number of a state`);
  return Number(text);
}
