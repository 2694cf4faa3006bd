import { type DataFiles, readTable } from '../../knowledge/index.ts';

/** What a word before a number does to it; see data/figures/README.md. */
export const BOUNDS = ['above', 'from', 'to', 'below', 'about', 'exact'] as const;
export type Bound = (typeof BOUNDS)[number];

/** How an outcome word relates to the counted; see data/figures/README.md. */
export const OUTCOME_USES = ['object', 'subject', 'adjective', 'count', 'of'] as const;
export type OutcomeUse = (typeof OUTCOME_USES)[number];

/** The words of data/figures, ready to be looked up in lower case. */
export interface FigureWords {
  readonly bounds: ReadonlyMap<string, Bound>;
  readonly groups: ReadonlyMap<string, { readonly low: number; readonly high: number }>;
  readonly outcomes: Readonly<Record<OutcomeUse, ReadonlyMap<string, string>>>;
  readonly persons: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly refusedNouns: ReadonlySet<string>;
  readonly refusedOne: ReadonlySet<string>;
  readonly plurals: ReadonlyMap<string, string>;
  /** Most words in a phrase of `bounds` or `groups`. */
  readonly longest: number;
}

/** Reads data/figures. @throws RangeError naming file and line on an unknown bound or use, or limits that are no numbers */
export function loadFigureWords(files: DataFiles): FigureWords {
  const bounds = new Map(
    readTable(files, 'figures/bounds.tsv').map((row) => [row.cell('phrase'), oneOf(BOUNDS, row.cell('bound'), row)] as const),
  );
  const groups = new Map(readTable(files, 'figures/groups.tsv').map((row) => [row.cell('phrase'), limits(row)] as const));
  const phrases = [...bounds.keys(), ...groups.keys()];
  return {
    bounds,
    groups,
    outcomes: readOutcomes(files),
    persons: wordSet(files, 'persons'),
    numbered: wordSet(files, 'numbered'),
    refusedNouns: wordSet(files, 'refused-nouns'),
    refusedOne: wordSet(files, 'refused-one'),
    plurals: new Map(readTable(files, 'figures/plurals.tsv').map((row) => [row.cell('singular'), row.cell('plural')] as const)),
    longest: Math.max(...phrases.map((phrase) => phrase.split(' ').length)),
  };
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function oneOf<T extends string>(allowed: readonly T[], value: string, { file, line }: Place): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new RangeError(`${file}:${line}: "${value}" is none of ${allowed.join(', ')}`);
  return found;
}

function limits(row: Place & { cell(column: string): string }): { readonly low: number; readonly high: number } {
  const [low, high] = [Number(row.cell('low')), Number(row.cell('high'))];
  if (!(low > 0 && high >= low)) throw new RangeError(`${row.file}:${row.line}: "${low}" to "${high}" is no range`);
  return { low, high };
}

function readOutcomes(files: DataFiles): FigureWords['outcomes'] {
  const outcomes: Record<OutcomeUse, Map<string, string>> = {
    object: new Map(),
    subject: new Map(),
    adjective: new Map(),
    count: new Map(),
    of: new Map(),
  };
  for (const row of readTable(files, 'figures/outcomes.tsv'))
    outcomes[oneOf(OUTCOME_USES, row.cell('use'), row)].set(row.cell('word'), row.cell('of'));
  return outcomes;
}

function wordSet(files: DataFiles, name: string): ReadonlySet<string> {
  return new Set(readTable(files, `figures/${name}.tsv`).map((row) => row.cell('word')));
}
