import type { ExportFormat } from '../export-format.ts';
import { CSV } from './csv.ts';
import { GEOJSON } from './geojson.ts';
import { JSONL } from './jsonl.ts';
import { PLOVER } from './plover.ts';

/** Every format a case can be exported in. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [CSV, JSONL, GEOJSON, PLOVER];
