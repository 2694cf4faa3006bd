import { isStateCode } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Where states come up in a document, for nouns nobody owns: "the army", "villagers". */
export interface StateContext {
  /** The one state the document is about, where it is clearly one. */
  readonly main: string | null;
  /** The state a bare noun at a token most likely belongs to; null where unsure. */
  near(token: number): string | null;
}

/** How many times as often as the next the main state must come up. */
const CLEAR_LEAD = 2;
/** How many sentences back a lone state still counts. */
const REACH = 2;

/** Counts the states of a document by what was read without context. */
export function stateContext(scene: Scene, readings: readonly Reading[]): StateContext {
  const counts = new Map<string, number>();
  const bySentence = scene.doc.sentences.map(() => new Set<string>());
  const count = (token: number, country: string | null) => {
    if (!isStateCode(country)) return;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    bySentence[scene.doc.tokens[token]?.sentence ?? 0]?.add(country);
  };
  for (const { head, parties } of readings) for (const party of parties) count(head, party.country);
  for (const [at, match] of scene.matchAt.entries()) {
    const capital = match?.from === at ? match.meanings.find(({ type }) => type === 'capital') : undefined;
    if (capital?.type === 'capital') count(at, capital.state);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const main = first && (!second || first[1] >= CLEAR_LEAD * second[1]) ? first[0] : null;
  return { main, near: (token) => main ?? nearState(scene, bySentence, token) };
}

function nearState(scene: Scene, bySentence: readonly ReadonlySet<string>[], token: number): string | null {
  const sentence = scene.doc.tokens[token]?.sentence ?? 0;
  for (let back = 0; back <= REACH; back++) {
    const states = bySentence[sentence - back];
    if (!states || states.size === 0) continue;
    const [only] = states;
    return states.size === 1 && only !== undefined ? only : null;
  }
  return null;
}
