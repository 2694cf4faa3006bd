import { type DataFiles, readTable, splitList } from './data-files.ts';

const NOUN_CLASSES_FILE = 'classes/nouns.tsv';

/** Which classes a noun belongs to, and how many words a class holds. */
export interface NounClasses {
  /** Classes of a lemma (`rifle` -> `weapon`); compounds are joined by `_`. Empty for an unknown word. */
  classesOf(lemma: string): readonly string[];
  /** Number of words of a class. @throws RangeError for an unknown class */
  size(name: string): number;
  has(name: string): boolean;
}

/** Reads `classes/nouns.tsv`; `@other` takes in the words of another class.
 * @throws RangeError naming file and line where a class repeats, is unknown, or takes itself in */
export function loadNounClasses(files: DataFiles): NounClasses {
  const members = new Map<string, readonly string[]>();
  for (const row of readTable(files, NOUN_CLASSES_FILE)) {
    const name = row.cell('class');
    if (members.has(name)) throw new RangeError(`${row.file}:${row.line}: class "${name}" is given twice`);
    members.set(name, splitList(row.cell('words')));
  }
  const words = new Map<string, ReadonlySet<string>>();
  for (const name of members.keys()) words.set(name, expand(name, members, []));
  const classesOf = new Map<string, string[]>();
  for (const [name, all] of words) {
    for (const word of all) {
      const found = classesOf.get(word);
      if (found) found.push(name);
      else classesOf.set(word, [name]);
    }
  }
  return {
    classesOf: (lemma) => classesOf.get(lemma) ?? [],
    has: (name) => words.has(name),
    size(name) {
      const found = words.get(name);
      if (!found) throw new RangeError(`no noun class "${name}"`);
      return found.size;
    },
  };
}

function expand(name: string, members: ReadonlyMap<string, readonly string[]>, above: readonly string[]): ReadonlySet<string> {
  const own = members.get(name);
  if (!own) throw new RangeError(`${NOUN_CLASSES_FILE}: class "${above.at(-1)}" takes in "@${name}", which is not given`);
  if (above.includes(name))
    throw new RangeError(`${NOUN_CLASSES_FILE}: class "${name}" takes in itself through ${above.join(' > ')}`);
  const words = new Set<string>();
  for (const word of own) {
    if (!word.startsWith('@')) words.add(word);
    else for (const inner of expand(word.slice(1), members, [...above, name])) words.add(inner);
  }
  return words;
}
