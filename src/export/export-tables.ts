import { type CountryCodes, type Crosswalk, type DataFiles, loadCountryCodes, loadCrosswalk } from '../knowledge/index.ts';

/** What exports look up: codes of other systems. */
export interface ExportTables {
  readonly crosswalk: Crosswalk;
  /** What a CAMEO code is about, by code. */
  readonly cameoWords: ReadonlyMap<string, string>;
  /** By ISO 3166-1 alpha-3. */
  readonly countries: ReadonlyMap<string, CountryCodes>;
}

/** Reads what exports look up from the data files. @throws RangeError naming file and line where one is damaged */
export function loadExportTables(files: DataFiles): ExportTables {
  const crosswalk = loadCrosswalk(files);
  return {
    crosswalk,
    cameoWords: new Map(crosswalk.rows.map(({ code, about }) => [code, about])),
    countries: loadCountryCodes(files),
  };
}
