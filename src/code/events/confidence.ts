import type { Token } from '../../document/index.ts';
import { type DataFiles, readTable } from '../../knowledge/index.ts';
import type { Mention } from '../../resolve/index.ts';
import type { Party } from '../match/parties.ts';

/** What speaks for and against an event being coded rightly: how much of each clue there is. */
export type Clues = ReadonlyMap<string, number>;

/** The share of events with such clues whose type, actors and recipients are all right, between 0 and 1. */
export type Confidence = (clues: Clues) => number;

const FILE = 'frames/confidence.tsv';
/** Nothing is certain. */
const LEAST = 0.02;
const MOST = 0.98;

/** Reads `frames/confidence.tsv`: the weight of each clue in a logistic regression. A clue it does not list weighs nothing.
 * @throws RangeError naming file and line for a weight that is no number or a clue given twice */
export function loadConfidence(files: DataFiles): Confidence {
  const weights = new Map<string, number>();
  for (const row of readTable(files, FILE)) {
    const [clue, weight] = [row.cell('clue'), Number(row.cell('weight'))];
    if (!Number.isFinite(weight) || row.cell('weight') === '')
      throw new RangeError(`${row.file}:${row.line}: weight "${row.cell('weight')}" is no number`);
    if (weights.has(clue)) throw new RangeError(`${row.file}:${row.line}: clue "${clue}" is given twice`);
    weights.set(clue, weight);
  }
  return (clues) => {
    let sum = 0;
    for (const [clue, amount] of clues) sum += amount * (weights.get(clue) ?? 0);
    const share = 1 / (1 + Math.exp(-sum));
    return Math.round(Math.min(Math.max(share, LEAST), MOST) * 100) / 100;
  };
}

/** Clues of one of the two sides: who fills it, how directly, how far from the trigger. */
export function sideClues(side: 'actor' | 'recipient', parties: readonly Party[], trigger: Token): readonly [string, number][] {
  const [first] = parties;
  if (!first) return [[`no ${side}`, 1]];
  const { form, basis, head } = first.mention;
  return [
    [`${side} ${form}`, 1],
    [`${side} inside`, first.within ? 1 : 0],
    [`${side} by place`, basis === 'soil' ? 1 : 0],
    [`${side} one of several`, parties.length > 1 ? 1 : 0],
    [`${side} for a group`, isShared(first.mention) ? 1 : 0],
    [`${side} far`, Math.log1p(Math.abs(head - trigger.index))],
  ];
}

function isShared({ entities }: Mention): boolean {
  return entities.length > 1;
}
