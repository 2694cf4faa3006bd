import { readFileSync } from 'node:fs';

/** Rows of a tab-separated file below `training/`, without comments and without the header line. */
export function readTsv(path: string): readonly (readonly string[])[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));
}
