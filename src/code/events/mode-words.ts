import { type EventType, isEventType, isModeOf, type Mode } from '../../codebook/index.ts';
import { type DataFiles, readTable, splitList } from '../../knowledge/index.ts';

/** Works out the mode of an event from the words of its phrase where its frame says less. */
export interface ModeWords {
  /** @param lemmas words of the event's phrase */
  refine(type: EventType, modes: readonly Mode[], lemmas: ReadonlySet<string>): readonly Mode[];
}

const MODES_FILE = 'classes/modes.tsv';
const ANY = '*';

/** Reads `classes/modes.tsv`. @throws RangeError naming file and line for a mode the type does not have */
export function loadModeWords(files: DataFiles): ModeWords {
  const rules = readTable(files, MODES_FILE).map((row) => {
    const [type, mode] = [row.cell('type'), row.cell('mode')];
    if (!isEventType(type) || !isModeOf(type, mode))
      throw new RangeError(`${row.file}:${row.line}: "${mode}" is no mode of "${type}"`);
    return { type, mode, instead: splitList(row.cell('instead')), words: splitList(row.cell('words')) };
  });
  return {
    refine(type, modes, lemmas) {
      const open = rules.filter((rule) => rule.type === type && modes.every((mode) => rule.instead.includes(mode)));
      const shown = open.find((rule) => rule.words.some((word) => lemmas.has(word)));
      if (shown) return [shown.mode];
      const broad = modes.length === 0 ? open.find((rule) => rule.words.includes(ANY)) : undefined;
      return broad ? [broad.mode] : modes;
    },
  };
}
