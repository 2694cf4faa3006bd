import { EVENT_TYPES } from '../../codebook/index.ts';
import type { DataFiles } from '../../knowledge/index.ts';
import { loadNounClasses, type NounClasses } from '../../knowledge/index.ts';
import { type Frame, loadFrames, type Slot } from './frames.ts';
import { type Compose, loadComposition, loadOperators, type Operator } from './operators.ts';

/** Frames, operators and noun classes, indexed by lemma. */
export interface MatchLexicon {
  readonly frames: readonly Frame[];
  readonly operators: readonly Operator[];
  readonly classes: NounClasses;
  readonly compose: Compose;
  framesFor(lemma: string): readonly Frame[];
  operatorsFor(lemma: string): readonly Operator[];
}

/** Classes that come from who a filler is rather than from a word list. */
const ENTITY_CLASSES: ReadonlySet<string> = new Set(['state', 'organisation']);

/** Reads the frame lexicon.
 * @throws RangeError naming file and line for anything malformed or a slot with an unknown class */
export function loadMatchLexicon(files: DataFiles): MatchLexicon {
  const classes = loadNounClasses(files);
  const frames = loadFrames(files, EVENT_TYPES);
  for (const frame of frames) for (const slot of frame.slots) checkClasses(slot, classes, `${frame.file}:${frame.line}`);
  const framesByLemma = groupBy(frames, (frame) => frame.lemma);
  const operators = loadOperators(files);
  const operatorsByLemma = groupBy(operators, (operator) => operator.lemma);
  return {
    frames,
    operators,
    classes,
    compose: loadComposition(files),
    framesFor: (lemma) => framesByLemma.get(lemma) ?? [],
    operatorsFor: (lemma) => operatorsByLemma.get(lemma) ?? [],
  };
}

function checkClasses(slot: Slot, classes: NounClasses, where: string): void {
  for (const value of slot.values) {
    if (!value.startsWith('@')) continue;
    const name = value.slice(1);
    if (!classes.has(name) && !ENTITY_CLASSES.has(name)) throw new RangeError(`${where}: no noun class "@${name}"`);
  }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
