import type { Span } from '../../base/index.ts';
import { kebabCase } from '../../base/index.ts';
import { tokensInSpan } from '../../document/index.ts';
import { ownersIn } from './owners.ts';
import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import { headOfRange, type Scene } from './scene.ts';

/** One reading for each span the caller gave: resolved like any other where the rules reach it, else an actor of its own.
 * Spans without a token are left out; where two spans share a head, the later one takes another token of its own. */
export function readGiven(scene: Scene, settled: readonly Reading[], spans: readonly Span[]): readonly Reading[] {
  const heads = new Set<number>();
  const readings: Reading[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const range = coveredTokens(scene, span);
    if (range.to <= range.from) continue;
    const head = freeHead(scene, range, heads);
    if (head === null) continue;
    heads.add(head);
    const found = bestReading(scene, settled, range, head);
    const parties =
      found?.parties ??
      ownersIn(scene, range.from, range.to)
        .map(({ party }) => party)
        .slice(-1);
    readings.push({
      head,
      range,
      form: 'given',
      parties: parties.length > 0 ? parties : [ownParty(scene, range)],
      basis: found ? `given/${found.basis}` : 'given/own',
      noun: null,
      human: found?.human ?? false,
    });
  }
  return readings.sort((a, b) => a.head - b.head);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Tokens inside a span, or the one that holds it where it cuts through a token. */
function coveredTokens(scene: Scene, span: Span): Range {
  const inside = tokensInSpan(scene.doc.tokens, span);
  if (inside.to > inside.from) return inside;
  const holder = scene.doc.tokens.findIndex((token) => token.start < span.end && span.start < token.end);
  return holder < 0 ? inside : { from: holder, to: holder + 1 };
}

function freeHead(scene: Scene, range: Range, taken: ReadonlySet<number>): number | null {
  const head = headOfRange(scene.doc.tokens, range.from, range.to);
  if (!taken.has(head)) return head;
  for (let at = range.to - 1; at >= range.from; at--) if (!taken.has(at)) return at;
  return null;
}

/** The reading of the span's head, else the one inside the span that comes nearest to its head in the tree. */
function bestReading(scene: Scene, settled: readonly Reading[], range: Range, head: number): Reading | null {
  const exact = settled.find((reading) => reading.head === head);
  if (exact) return exact;
  const inside = settled.filter((reading) => reading.head >= range.from && reading.head < range.to);
  const depth = (reading: Reading) => scene.tree.pathToRoot(scene.tree.token(reading.head)).length;
  return [...inside].sort((a, b) => depth(a) - depth(b) || a.head - b.head)[0] ?? null;
}

function ownParty(scene: Scene, range: Range): Party {
  const first = scene.doc.tokens[range.from];
  const last = scene.doc.tokens[range.to - 1];
  const text = scene.doc.text.slice(first?.start ?? 0, last?.end ?? 0).replace(/\s+/g, ' ');
  const name = text.replace(/^(the|a|an|some)\s+/i, '');
  return { id: kebabCase(name) || 'unnamed', name, kind: 'unknown', country: null, sector: null, names: [] };
}
