import type { CaseFilter } from '../api/index.ts';
import type { CaseDb } from '../store/index.ts';
import type { ExportTables } from './export-tables.ts';
import type { Happening, Unit } from './happening.ts';

/** What an export has an entry for: the whole case in its own tables or records, its events, or its incidents. */
export type ExportUnit = 'case' | Unit;

/** What is to be exported. */
export interface ExportRequest {
  /** Name of a format. */
  readonly format: string;
  /** The first that the format has where left out. */
  readonly unit?: ExportUnit;
  readonly filter?: CaseFilter;
  /** Also what is not held to have happened, in formats that cannot say so. */
  readonly withUnactual?: boolean;
  /** Told of each happening that the format cannot hold and that is therefore left out, and why: it has no word for the status, needs a
   * day, or has no such kind of event. */
  readonly onLeftOut?: (happening: Happening, why: 'status' | 'day' | 'kind') => void;
}

/** What a format is written from. */
export interface ExportSource {
  readonly db: CaseDb;
  readonly unit: ExportUnit;
  readonly filter: CaseFilter;
  readonly tables: ExportTables;
  readonly withUnactual: boolean;
  /** Events or incidents, as the unit says, by day; those the format cannot hold are left out already. */
  happenings(): AsyncGenerator<Happening>;
}

/** A format of exports. */
export interface ExportFormat {
  /** As it is asked for: `geojson`. */
  readonly name: string;
  readonly title: string;
  readonly mediaType: (unit: ExportUnit) => string;
  /** Ending of a file of it, without dot. */
  readonly ending: (unit: ExportUnit) => string;
  readonly units: readonly [ExportUnit, ...ExportUnit[]];
  /** Whether it can say that an event is alleged, denied, threatened ... Formats that cannot leave such events out unless asked. `claims`:
   * it cannot, but it has codes for claiming and denying responsibility, which it takes from the claims about such events. */
  readonly says: 'status' | 'claims' | 'nothing';
  /** Whether an entry must have a day; those without are left out. */
  readonly needsDay?: boolean;
  /** Whether a happening is of a kind the format has; those that are not are left out. */
  readonly holds?: (happening: Happening) => boolean;
  /** Whether it always holds the whole case and cannot be narrowed down. */
  readonly isWhole?: boolean;
  /** The file, piece by piece. */
  write(source: ExportSource): AsyncGenerator<string | Uint8Array>;
}
