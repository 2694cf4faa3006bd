import type { Proposal } from '../finder.ts';

/** Of proposals that overlap, keeps the longest, and the one listed first among equals. The result is in text order. */
export function keepLongest(proposals: readonly Proposal[]): readonly Proposal[] {
  const length = ({ match }: Proposal) => match.to - match.from;
  const kept: Proposal[] = [];
  const taken = new Set<number>();
  for (const proposal of [...proposals].sort((a, b) => length(b) - length(a))) {
    const { from, to } = proposal.match;
    let free = true;
    for (let atom = from; atom < to && free; atom++) free = !taken.has(atom);
    if (!free) continue;
    for (let atom = from; atom < to; atom++) taken.add(atom);
    kept.push(proposal);
  }
  return kept.sort((a, b) => a.match.from - b.match.from);
}
