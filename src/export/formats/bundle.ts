import { eachBundleLine } from '../../store/index.ts';
import type { ExportFormat } from '../export-format.ts';

/** The whole case, to be imported again: JSON lines, first a head, last a count. */
export const BUNDLE: ExportFormat = {
  name: 'bundle',
  title: 'Lapwing bundle',
  mediaType: () => 'application/jsonl',
  ending: () => 'bundle.jsonl',
  units: ['case'],
  says: 'status',
  isWhole: true,
  write: ({ db }) => eachBundleLine(db),
};
