import { type EventType, isEventType, isModeOf, type Mode, QUAD_OF, STATUSES, type Status } from '../../codebook/index.ts';
import { type DataFiles, type Row, readTable, splitList } from '../../knowledge/index.ts';
import { readSlot, type Slot } from './frames.ts';

/** What a verb does to the event it governs: carries it out, plans, refuses, stops, asks for it, ... */
export interface Operator {
  readonly id: string;
  readonly lemma: string;
  readonly particle: string | null;
  readonly slots: readonly Slot[];
  /** Key into the composition table. */
  readonly op: string;
  /** Roles through which it governs: `xcomp`, `obj`, `ccomp`, or prepositions. */
  readonly complement: readonly string[];
}

/** One cell of the composition table. */
export interface Composition {
  /** Type of operator and event taken together; `same`: the governed event stands for the whole; `none`: no event beside it. */
  readonly whole: EventType | 'same' | 'none';
  readonly modes: readonly Mode[];
  /** Status of the governed event. */
  readonly status: Status;
}

/** Finds what an operator makes of an event type. */
export type Compose = (op: string, inner: EventType, modes: readonly Mode[]) => Composition | null;

const OPERATORS_FILE = 'frames/operators.tsv';
const COMPOSITION_FILE = 'frames/composition.tsv';

/** Reads `frames/operators.tsv`; a line with several lemmas gives one operator each. */
export function loadOperators(files: DataFiles): readonly Operator[] {
  return readTable(files, OPERATORS_FILE).flatMap((row) =>
    splitList(row.cell('lemmas')).map((text) => {
      const [lemma = '', particle = null] = text.split('+');
      return {
        id: row.cell('id'),
        lemma,
        particle,
        slots: splitList(row.cell('slots'), ' ').map(readSlot),
        op: row.cell('op'),
        complement: splitList(row.cell('complement'), ' '),
      };
    }),
  );
}

/** Reads `frames/composition.tsv`.
 * @throws RangeError naming file and line for an unknown type, mode or status */
export function loadComposition(files: DataFiles): Compose {
  const cells = new Map<string, Composition>();
  for (const row of readTable(files, COMPOSITION_FILE)) {
    const key = `${row.cell('op')} ${row.cell('inner')}`;
    if (!cells.has(key)) cells.set(key, readCell(row));
  }
  return (op, inner, modes) => {
    const byMode = modes.map((mode) => cells.get(`${op} ${inner}/${mode}`)).find((cell) => cell !== undefined);
    if (byMode) return byMode;
    const family = QUAD_OF[inner] <= 2 ? 'cooperation' : 'conflict';
    return cells.get(`${op} ${inner}`) ?? cells.get(`${op} ${family}`) ?? cells.get(`${op} *`) ?? null;
  };
}

function readCell(row: Row): Composition {
  const [whole = '', mode] = row.cell('whole').split('/');
  const status = STATUSES.find((each) => each === row.cell('status'));
  if (!status)
    throw new RangeError(`${row.file}:${row.line}: status "${row.cell('status')}", expected one of ${STATUSES.join(', ')}`);
  if (whole === 'same' || whole === 'none') return { whole, modes: [], status };
  if (!isEventType(whole)) throw new RangeError(`${row.file}:${row.line}: "${whole}" is no PLOVER event type`);
  if (mode === undefined) return { whole, modes: [], status };
  if (!isModeOf(whole, mode)) throw new RangeError(`${row.file}:${row.line}: "${mode}" is no mode of ${whole}`);
  return { whole, modes: [mode], status };
}
