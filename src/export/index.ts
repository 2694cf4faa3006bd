export { ExportError, exportCase, exportFormat, exportUnit } from './export-case.ts';
export type { ExportFormat, ExportRequest, ExportUnit } from './export-format.ts';
export { type ExportTables, loadExportTables } from './export-tables.ts';
export { EXPORT_FORMATS } from './formats/index.ts';
export { type ShardFile, ShardTables } from './shard-tables.ts';
