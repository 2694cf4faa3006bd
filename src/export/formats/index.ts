import type { ExportFormat } from '../export-format.ts';
import { ACLED } from './acled.ts';
import { ANNOTATIONS } from './annotations.ts';
import { BUNDLE } from './bundle.ts';
import { CSV } from './csv.ts';
import { FTM } from './ftm.ts';
import { GDELT } from './gdelt.ts';
import { GED } from './ged.ts';
import { GEOJSON } from './geojson.ts';
import { GRAPHML } from './graphml.ts';
import { ICEWS } from './icews.ts';
import { JSONL } from './jsonl.ts';
import { PARQUET } from './parquet.ts';
import { PHOENIX } from './phoenix.ts';
import { PLOVER } from './plover.ts';
import { POLECAT } from './polecat.ts';
import { STIX } from './stix.ts';

/** Every format a case can be exported in. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  CSV,
  JSONL,
  PARQUET,
  GEOJSON,
  PLOVER,
  POLECAT,
  GDELT,
  ICEWS,
  PHOENIX,
  ACLED,
  GED,
  GRAPHML,
  STIX,
  FTM,
  ANNOTATIONS,
  BUNDLE,
];
