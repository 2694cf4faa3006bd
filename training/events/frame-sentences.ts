import { isEventType } from '../../src/codebook/index.ts';
import type { DataFiles } from '../../src/knowledge/index.ts';
import { readTable, splitList } from '../../src/knowledge/index.ts';
import { readMarked } from '../../test/support/marked.ts';
import type { PairSentence } from './templates.ts';

/** The examples of the frame files that name both parties, as training sentences. What CAMEO habits make of a type is taken from
 * the engine's own profile when their features are read, so `cameo` is the type itself here. */
export function frameSentences(data: DataFiles): readonly PairSentence[] {
  return [...data.keys()]
    .filter((path) => path.startsWith('frames/') && isEventType(typeOf(path)))
    .sort()
    .flatMap((path) => readTable(data, path))
    .flatMap((row): PairSentence[] => {
      const type = row.cell('result').split('/')[0] ?? '';
      if (!isEventType(type)) return [];
      return splitList(row.cell('codes'), '||').flatMap((code, index): PairSentence[] => {
        const { text, parts } = readMarked(code);
        const spans = (role: string) => parts.filter((part) => part.role === role).map(({ span }) => span);
        const [source, others] = [spans('actor'), spans('recipient')];
        const target = others.length > 0 ? others : source.slice(1);
        const first = others.length > 0 ? source : source.slice(0, 1);
        if (first.length === 0 || target.length === 0) return [];
        const template = `${row.file}:${row.line}/${index}`;
        return [{ template, plover: type, cameo: type, text, source: first, target, ofFrame: true }];
      });
    });
}

function typeOf(path: string): string {
  return path.slice('frames/'.length, -'.tsv'.length).toUpperCase();
}
