import { readDataFiles } from '../../../src/engine/index.ts';
import { type ExportRequest, exportCase, loadExportTables } from '../../../src/export/index.ts';
import { type CaseDb, collect } from '../../../src/store/index.ts';

/** Codes of other systems, from the data files. */
export const TABLES = loadExportTables(await readDataFiles());

/** All bytes of an export. */
export async function exportedBytes(db: CaseDb, request: ExportRequest): Promise<Buffer> {
  return Buffer.concat(await collect(exportCase(db, request, TABLES)));
}

/** All text of an export. */
export async function exported(db: CaseDb, request: ExportRequest): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true }).decode(await exportedBytes(db, request));
}

/** The lines of an export of JSON lines, parsed. */
export async function exportedLines(db: CaseDb, request: ExportRequest): Promise<readonly Record<string, unknown>[]> {
  const text = await exported(db, request);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
