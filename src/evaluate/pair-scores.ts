import type { EventType } from '../codebook/index.ts';
import { isOddId, quadOfRoot, type RelatePair, rootOf } from './relate-pairs.ts';

/** What was answered for a pair. */
export interface PairAnswer {
  readonly type: EventType | null;
  readonly confidence: number;
}

/** One wrong answer. */
export interface PairMiss {
  readonly id: string;
  readonly gold: string;
  readonly predicted: string;
  readonly text: string;
}

/** Scores of a pair set; accuracy and macro-F1 are null of no pairs. */
export interface PairScores {
  readonly name: string;
  readonly count: number;
  readonly right: number;
  readonly accuracy: number | null;
  /** Mean F1 over the roots that occur. */
  readonly macroF1: number | null;
  readonly quadAccuracy: number | null;
  readonly quadMacroF1: number | null;
  readonly byRoot: Readonly<Record<string, { readonly gold: number; readonly f1: number }>>;
  /** Wrong answers of even ids; odd ones are never shown, so that they stay unread. */
  readonly misses: readonly PairMiss[];
  readonly hiddenMisses: number;
}

/** Scores the answers, one a pair and in the same order. */
export function scorePairs(name: string, pairs: readonly RelatePair[], answers: readonly PairAnswer[]): PairScores {
  const rows = pairs.map((pair, index) => {
    const type = answers[index]?.type ?? null;
    const root = type && rootOf(type);
    return { pair, root: root ?? 'none', quad: root ? String(quadOfRoot(root)) : 'none' };
  });
  const roots = labelScores(rows.map(({ pair, root }) => [pair.root, root]));
  const quads = labelScores(rows.map(({ pair, quad }) => [String(pair.quad), quad]));
  const wrong = rows.filter(({ pair, root }) => pair.root !== root);
  const shown = wrong.filter(({ pair }) => !isOddId(pair.id));
  return {
    name,
    count: rows.length,
    right: rows.length - wrong.length,
    accuracy: roots.accuracy,
    macroF1: roots.macroF1,
    quadAccuracy: quads.accuracy,
    quadMacroF1: quads.macroF1,
    byRoot: roots.byLabel,
    misses: shown.map(({ pair, root }) => ({ id: pair.id, gold: pair.root, predicted: root, text: pair.text })),
    hiddenMisses: wrong.length - shown.length,
  };
}

/** Accuracy and the mean F1 over the labels that occur in the gold. @param answers gold label and given label */
export function labelScores(answers: readonly (readonly [gold: string, given: string])[]): {
  readonly accuracy: number | null;
  readonly macroF1: number | null;
  readonly byLabel: Readonly<Record<string, { readonly gold: number; readonly f1: number }>>;
} {
  if (answers.length === 0) return { accuracy: null, macroF1: null, byLabel: {} };
  const labels = [...new Set(answers.map(([gold]) => gold))].sort();
  const byLabel = Object.fromEntries(labels.map((label) => [label, labelF1(answers, label)]));
  const f1s = Object.values(byLabel).map(({ f1 }) => f1);
  return {
    accuracy: answers.filter(([gold, given]) => gold === given).length / answers.length,
    macroF1: f1s.reduce((sum, value) => sum + value, 0) / f1s.length,
    byLabel,
  };
}

function labelF1(
  answers: readonly (readonly [string, string])[],
  label: string,
): { readonly gold: number; readonly f1: number } {
  const gold = answers.filter(([right]) => right === label).length;
  const given = answers.filter(([, answer]) => answer === label).length;
  const both = answers.filter(([right, answer]) => right === label && answer === label).length;
  return { gold, f1: gold + given === 0 ? 0 : (2 * both) / (gold + given) };
}
