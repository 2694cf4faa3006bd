import { isTieKind, type TieKind } from '../../codebook/index.ts';
import { type DataFiles, type Row, readTable, splitList } from '../../knowledge/index.ts';

/** How a tie word stands to the actors it ties. */
export const TIE_SHAPES = [
  'verb',
  'noun',
  'noun-back',
  'namesake',
  'adjective',
  'suffix',
  'prefix',
  'title',
  'phrase',
] as const;
export type TieShape = (typeof TIE_SHAPES)[number];

/** One tie word in one shape (a line of data/ties/patterns.tsv). */
export interface TiePattern {
  /** Lemma; particle with `+`, words of a compound with `_`. */
  readonly word: string;
  readonly shape: TieShape;
  readonly kind: TieKind;
  /** Places of either end, tried in order: `subj obj self poss mod first last country`, or a preposition. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Slot to what fills it: lemmas, or one class mark (`@actor`). */
  readonly conditions: readonly TieCondition[];
}

/** What a slot must hold: one of some lemmas, or an actor (of some kind where the mark names it). */
export interface TieCondition {
  readonly slot: string;
  readonly words: ReadonlySet<string>;
  /** `actor organisation led guest`, or empty. */
  readonly actor: string;
}

/** Tie words by shape, then by word. */
export interface TieLexicon {
  readonly patterns: ReadonlyMap<TieShape, ReadonlyMap<string, readonly TiePattern[]>>;
  /** Words before a title that say it is held no longer. */
  readonly past: ReadonlySet<string>;
}

/** Marks that ask for an actor instead of a word. */
const ACTOR_MARKS = new Set(['actor', 'organisation', 'led', 'guest']);

/** Reads data/ties. @throws RangeError naming file and line where a kind, shape or class is unknown */
export function loadTieLexicon(files: DataFiles): TieLexicon {
  const classes = new Map(
    readTable(files, 'ties/words.tsv').map((row) => [row.cell('class'), new Set(splitList(row.cell('words')))]),
  );
  const patterns = new Map<TieShape, Map<string, TiePattern[]>>(TIE_SHAPES.map((shape) => [shape, new Map()]));
  for (const row of readTable(files, 'ties/patterns.tsv')) {
    const pattern = readPattern(row, classes);
    const words = patterns.get(pattern.shape);
    const known = words?.get(pattern.word);
    if (known) known.push(pattern);
    else words?.set(pattern.word, [pattern]);
  }
  return { patterns, past: classes.get('past') ?? new Set() };
}

function readPattern(row: Row, classes: ReadonlyMap<string, ReadonlySet<string>>): TiePattern {
  const kind = row.cell('kind');
  const shape = TIE_SHAPES.find((known) => known === row.cell('shape'));
  if (!isTieKind(kind)) throw new RangeError(`${row.file}:${row.line}: unknown tie kind "${kind}"`);
  if (!shape) throw new RangeError(`${row.file}:${row.line}: unknown shape "${row.cell('shape')}"`);
  return {
    word: row.cell('word'),
    shape,
    kind,
    from: splitList(row.cell('from'), '|'),
    to: splitList(row.cell('to'), '|'),
    conditions: splitList(row.cell('if'), ' ').map((text) => readCondition(text, row, classes)),
  };
}

function readCondition(text: string, row: Row, classes: ReadonlyMap<string, ReadonlySet<string>>): TieCondition {
  const [slot = '', values = ''] = text.split('=');
  if (!values.startsWith('@')) return { slot, words: new Set(splitList(values)), actor: '' };
  const mark = values.slice(1);
  if (ACTOR_MARKS.has(mark)) return { slot, words: new Set(), actor: mark };
  const words = classes.get(mark);
  if (!words) throw new RangeError(`${row.file}:${row.line}: unknown class "${values}"`);
  return { slot, words, actor: '' };
}
