import { isSubject } from './noun-phrase.ts';
import { countryOf, isStateCode } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Where states come up in a document, for nouns nobody owns: "the army", "villagers". */
export interface StateContext {
  /** The one state the document is about, where it is clearly one. */
  readonly main: string | null;
  /** The state a bare noun at a token most likely belongs to; null where unsure. `organ`: an organ of state, which acts and is
   * spoken of across sentences; else people, who belong where the sentence is. */
  near(token: number, organ: boolean): string | null;
}

/** How many times as often as the next the main state must come up. */
const CLEAR_LEAD = 2;
/** How many sentences back a lone state still counts for an organ. */
const REACH = 4;

interface Seen {
  /** Only something lies there; nobody of it acts. */
  readonly place: boolean;
  readonly country: string;
  readonly subject: boolean;
}

/** Counts the states of a document by what was read without context. */
export function stateContext(scene: Scene, readings: readonly Reading[]): StateContext {
  const counts = new Map<string, number>();
  const bySentence: Seen[][] = scene.doc.sentences.map(() => []);
  const count = (at: number, country: string | null, how: 'actor' | 'group' | 'place') => {
    const token = scene.doc.tokens[at];
    if (!token || !isStateCode(country)) return;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    if (how !== 'group') bySentence[token.sentence]?.push({ country, subject: isSubject(token), place: how === 'place' });
  };
  for (const { head, parties } of readings)
    for (const party of parties) count(head, countryOf(party), party.kind === 'armed-group' ? 'group' : 'actor');
  for (const [at, match] of scene.matchAt.entries()) {
    const capital = match?.from === at ? match.meanings.find(({ type }) => type === 'capital') : undefined;
    if (capital?.type === 'capital') count(at, capital.state, 'place');
  }
  for (const [at, place] of scene.placeAt.entries()) if (place?.from === at) count(at, place.country, 'place');
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const main = first && (!second || first[1] >= CLEAR_LEAD * second[1]) ? first[0] : null;
  return {
    main,
    near: (token, organ) =>
      nearState(scene, bySentence, token, organ) ?? main ?? (organ ? placeBefore(scene, bySentence, token) : null),
  };
}

function nearState(scene: Scene, bySentence: readonly (readonly Seen[])[], token: number, organ: boolean): string | null {
  const sentence = scene.doc.tokens[token]?.sentence ?? 0;
  for (let back = 0; back <= (organ ? REACH : 0); back++) {
    const seen = (bySentence[sentence - back] ?? []).filter(({ place }) => !organ || !place);
    if (seen.length === 0) continue;
    return only(seen) ?? (organ ? only(seen.filter(({ subject }) => subject)) : null);
  }
  return null;
}

/** The lone state whose places are spoken of in the sentence of an organ or the one before. */
function placeBefore(scene: Scene, bySentence: readonly (readonly Seen[])[], token: number): string | null {
  const sentence = scene.doc.tokens[token]?.sentence ?? 0;
  return only(bySentence[sentence] ?? []) ?? only(bySentence[sentence - 1] ?? []);
}

function only(seen: readonly Seen[]): string | null {
  const countries = new Set(seen.map(({ country }) => country));
  const [first] = countries;
  return countries.size === 1 && first !== undefined ? first : null;
}
