import type { Parsed } from '../../document/index.ts';
import type { Gazetteer, GazetteerEntry } from '../../knowledge/index.ts';

/** Finds the country of a place name; null where it is not clear which place is meant. */
export type CountryOfPlace = (name: string) => string | null;

/** Weight of a region beside the inhabitants of cities: a province is better known than a town of its name. */
const REGION_WEIGHT = 1_000_000;
/** Weight of a place listed because conflict news names it. */
const SUPPLEMENT_WEIGHT = 500_000;
/** Lightest place that counts, so that no hamlet turns a surname into a country. */
const LEAST_WEIGHT = 30_000;
/** How many times the namesakes in other countries the place must outweigh. */
const CLEAR_LEAD = 4;

/** Country of a place by the gazetteer, where its namesakes in other countries are small. */
export function countryOfPlace(gazetteer: Gazetteer): CountryOfPlace {
  return (name) => {
    const weights = new Map<string, number>();
    for (const entry of gazetteer.find(name)) {
      if (entry.country === null || entry.kind === 'country') continue;
      weights.set(entry.country, (weights.get(entry.country) ?? 0) + weightOf(entry));
    }
    const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (!first || first[1] < LEAST_WEIGHT) return null;
    return first[1] >= CLEAR_LEAD * (second?.[1] ?? 0) ? first[0] : null;
  };
}

function weightOf({ kind, population, supplement }: GazetteerEntry): number {
  return population + (kind === 'region' ? REGION_WEIGHT : 0) + (supplement ? SUPPLEMENT_WEIGHT : 0);
}

/** A place that tells the country of what is there: tokens `from` to `to`. */
export interface PlacedCountry {
  readonly from: number;
  readonly to: number;
  readonly country: string;
}

const LOCATIVE = /^(in|at|near|from|of|around|outside|across|inside|over|through|throughout|into|around)$/i;
/** Longest place name looked up, in tokens. */
const MAX_WORDS = 3;

/** Place names that stand behind a preposition of place or before a noun ("Kandahar police"), by token; known names are left out. */
export function placeCountries(
  doc: Parsed,
  isTaken: (token: number) => boolean,
  countryOf: CountryOfPlace,
): readonly (PlacedCountry | null)[] {
  const found: (PlacedCountry | null)[] = doc.tokens.map(() => null);
  const isName = (at: number) =>
    doc.tokens[at]?.upos === 'PROPN' &&
    /^\p{Lu}/u.test(doc.tokens[at]?.form ?? '') &&
    !isTaken(at) &&
    /\p{Ll}/u.test(doc.tokens[at]?.form ?? '');
  for (let at = 0; at < doc.tokens.length; at++) {
    if (!isName(at)) continue;
    let to = at + 1;
    while (to < doc.tokens.length && isName(to) && doc.tokens[to]?.sentence === doc.tokens[at]?.sentence) to++;
    const place =
      LOCATIVE.test(doc.tokens[at - 1]?.form ?? '') || isModifying(doc, at) ? longestPlace(doc, at, to, countryOf) : null;
    if (place) for (let inside = place.from; inside < place.to; inside++) found[inside] = place;
    at = to - 1;
  }
  return found;
}

function isModifying(doc: Parsed, at: number): boolean {
  const deprel = doc.tokens[at]?.deprel ?? '';
  return deprel === 'compound' || deprel === 'nmod:poss' || deprel === 'amod';
}

function longestPlace(doc: Parsed, from: number, end: number, countryOf: CountryOfPlace): PlacedCountry | null {
  for (let to = Math.min(end, from + MAX_WORDS); to > from; to--) {
    const name = doc.text.slice(doc.tokens[from]?.start ?? 0, doc.tokens[to - 1]?.end ?? 0);
    const country = countryOf(name);
    if (country) return { from, to, country };
  }
  return null;
}
