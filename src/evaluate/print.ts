import { type CaseScores, EVENT_SHARES, MEASURES } from './case-scores.ts';
import type { Finding } from './findings.ts';
import type { PairScores } from './pair-scores.ts';
import { f1, precision, ratio, recall } from './tally.ts';

/** The scores of one document, or of several together, as lines to read. */
export function printScores(scores: CaseScores): string {
  const lines = [
    scores.name,
    `  ${'measure'.padEnd(14)}${'P'.padStart(6)}${'R'.padStart(7)}${'F1'.padStart(7)}   matched of given, found of core`,
  ];
  for (const measure of MEASURES) {
    const tally = scores.tallies[measure];
    const figures = [precision(tally), recall(tally), f1(tally)].map((value) => share(value).padStart(6)).join(' ');
    lines.push(
      `  ${measure.padEnd(14)}${figures}   ${tally.matched} of ${tally.predicted}, ${tally.coreMatched} of ${tally.core}`,
    );
  }
  for (const attribute of EVENT_SHARES) {
    const counts = scores.shares[attribute];
    lines.push(
      `  ${`event ${attribute}`.padEnd(14)}${share(ratio(counts)).padStart(6)}   ${counts.right} of ${counts.of} matched events`,
    );
  }
  return lines.join('\n');
}

/** Disagreements, one a line, tab-separated: kind, about, gold, predicted, words. */
export function printFindings(findings: readonly Finding[], limit: number): string {
  const shown = findings.slice(0, limit);
  const lines = shown.map(({ kind, about, gold, predicted, text }) =>
    [kind, about, gold || '-', predicted || '-', shorten(text)].join('\t'),
  );
  if (findings.length > shown.length) lines.push(`(${findings.length - shown.length} more)`);
  return lines.join('\n');
}

/** The scores of a pair set. */
export function printPairScores(scores: PairScores): string {
  const { name, count, right, byRoot } = scores;
  const lines = [
    `${name}: ${count} pairs, ${right} right`,
    `  accuracy ${share(scores.accuracy)}  macro-F1 ${share(scores.macroF1)}  quad accuracy ${share(scores.quadAccuracy)}  quad macro-F1 ${share(scores.quadMacroF1)}`,
    `  ${Object.entries(byRoot)
      .map(([root, { gold, f1 }]) => `${root} ${share(f1)} (${gold})`)
      .join('  ')}`,
  ];
  return lines.join('\n');
}

/** Wrong answers of a pair set, one a line. */
export function printPairMisses({ misses, hiddenMisses }: PairScores, limit: number): string {
  const shown = misses.slice(0, limit);
  const lines = shown.map(({ id, gold, predicted, text }) => [id, gold, predicted, text].join('\t'));
  if (misses.length > shown.length) lines.push(`(${misses.length - shown.length} more)`);
  if (hiddenMisses > 0) lines.push(`(${hiddenMisses} of odd ids, which are for scoring only and not shown)`);
  return lines.join('\n');
}

function share(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}

/** Longest stretch of text printed in a list, in code units. */
const SHOWN = 160;

function shorten(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
