import { CONTEXTS, type Context } from '../../codebook/index.ts';
import { type DataFiles, readTable, splitList } from '../../knowledge/index.ts';

const CONTEXTS_FILE = 'classes/contexts.tsv';

/** Which PLOVER contexts the words of an event's phrase point to. */
export interface ContextWords {
  find(lemmas: ReadonlySet<string>): readonly Context[];
}

/** Reads `classes/contexts.tsv`. @throws RangeError naming file and line for a context PLOVER does not have */
export function loadContextWords(files: DataFiles): ContextWords {
  const byWord = new Map<string, Context[]>();
  for (const row of readTable(files, CONTEXTS_FILE)) {
    const context = CONTEXTS.find((each) => each === row.cell('context'));
    if (!context) throw new RangeError(`${row.file}:${row.line}: "${row.cell('context')}" is no PLOVER context`);
    for (const word of splitList(row.cell('words'))) byWord.set(word, [...(byWord.get(word) ?? []), context]);
  }
  return {
    find(lemmas) {
      const found = new Set<Context>();
      for (const lemma of lemmas) for (const context of byWord.get(lemma) ?? []) found.add(context);
      return CONTEXTS.filter((context) => found.has(context));
    },
  };
}
