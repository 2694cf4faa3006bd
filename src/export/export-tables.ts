import { type Crosswalk, type DataFiles, loadCrosswalk } from '../knowledge/index.ts';

/** What exports look up: codes of other systems. */
export interface ExportTables {
  readonly crosswalk: Crosswalk;
}

/** Reads what exports look up from the data files. @throws RangeError naming file and line where one is damaged */
export function loadExportTables(files: DataFiles): ExportTables {
  return { crosswalk: loadCrosswalk(files) };
}
