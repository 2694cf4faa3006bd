import type { ExportFormat } from '../export-format.ts';
import { ACLED } from './acled.ts';
import { CSV } from './csv.ts';
import { GDELT } from './gdelt.ts';
import { GED } from './ged.ts';
import { GEOJSON } from './geojson.ts';
import { ICEWS } from './icews.ts';
import { JSONL } from './jsonl.ts';
import { PHOENIX } from './phoenix.ts';
import { PLOVER } from './plover.ts';
import { POLECAT } from './polecat.ts';

/** Every format a case can be exported in. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  CSV,
  JSONL,
  GEOJSON,
  PLOVER,
  POLECAT,
  GDELT,
  ICEWS,
  PHOENIX,
  ACLED,
  GED,
];
