import type { PlainDate } from '../../base/index.ts';
import { type NameLabel, type Parsed, type Token, Tree } from '../../document/index.ts';
import type { ActorIndex, Meaning } from './actor-index.ts';
import type { AliasMatch } from './alias-index.ts';
import { otherPersonAt } from './other-person.ts';
import { type PlacedCountry, placeCountries } from './place-countries.ts';

/** A parsed document with the known names found in it: what every rule about actors looks at. */
export interface Scene {
  readonly doc: Parsed;
  readonly tree: Tree;
  readonly index: ActorIndex;
  readonly published: PlainDate | null;
  readonly forms: readonly string[];
  /** The known name that covers each token, if any. */
  readonly matchAt: readonly (AliasMatch<Meaning> | null)[];
  /** The place that covers each token and tells a country. */
  readonly placeAt: readonly (PlacedCountry | null)[];
  readonly labelAt: readonly (NameLabel | null)[];
}

/** Finds the known names of a document. */
export function makeScene(doc: Parsed, index: ActorIndex, published: PlainDate | null): Scene {
  const forms = doc.tokens.map((token) => token.form);
  const matchAt: (AliasMatch<Meaning> | null)[] = forms.map(() => null);
  for (const sentence of doc.sentences) {
    for (const found of index.names.findAll(forms.slice(sentence.from, sentence.to))) {
      const match = { ...found, from: found.from + sentence.from, to: found.to + sentence.from };
      if (isPartOfCompound(doc.tokens, match.from, match.to) || isPartOfWaters(forms, match.from, match.to)) continue;
      for (let at = match.from; at < match.to; at++) matchAt[at] = match;
    }
  }
  const labelAt: (NameLabel | null)[] = forms.map(() => null);
  for (const { range, label } of doc.names) for (let at = range.from; at < range.to; at++) labelAt[at] = label;
  for (const match of new Set(matchAt)) {
    const from = match && otherPersonAt(doc, index, match, (at) => matchAt[at] !== null);
    if (!match || from === null) continue;
    matchAt.fill(null, match.from, match.to);
    labelAt.fill('person', from, match.to);
  }
  const placeAt = placeCountries(
    doc,
    (at) => matchAt[at] !== null || labelAt[at] === 'person' || isNoun(index, forms[at] ?? ''),
    index.countryOf,
  );
  return { doc, tree: new Tree(doc.tokens), index, published, forms, matchAt, placeAt, labelAt };
}

/** A word for people or bodies is no place, though some town may be called so: "Police Inspector". */
function isNoun(index: ActorIndex, form: string): boolean {
  return index.nouns.findAt([form], 0, 0, 1) !== null;
}

/** Whether a name is glued by a hyphen to a word that makes it no party of its own: "Taliban-held", "anti-Taliban". */
function isPartOfCompound(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1];
  const beforeThat = tokens[from - 2];
  if (isHyphen(before) && before?.end === tokens[from]?.start && /^(anti|pro|non|ex|post|pre)$/i.test(beforeThat?.form ?? ''))
    return true;
  if (isHyphen(before) && /^(e|i|ul)$/.test(beforeThat?.form ?? '') && isHyphen(tokens[from - 3])) return true;
  const next = tokens[to];
  const afterNext = tokens[to + 1];
  if (!isHyphen(next) || next?.start !== tokens[to - 1]?.end || afterNext?.start !== next?.end) return false;
  return afterNext !== undefined && /^[a-z]/.test(afterNext.form) && !/^(ul|e|al)$/.test(afterNext.form);
}

/** Seas, rivers and mountains bear the names of states without belonging to them: "South China Sea", "Gulf of Oman", "Lake Chad". */
function isPartOfWaters(forms: readonly string[], from: number, to: number): boolean {
  if (/^(Sea|Seas|Ocean|Strait|Straits|Channel|Gulf|Peninsula|Canal|River|Delta|Valley|Basin)$/.test(forms[to] ?? ''))
    return true;
  if (/^(Lake|Mount)$/.test(forms[from - 1] ?? '')) return true;
  return forms[from - 1] === 'of' && /^(Sea|Gulf|Strait|Bay)$/.test(forms[from - 2] ?? '');
}

function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && /^[-–‐]$/.test(token.form);
}

/** The token of a range that heads it: the one whose head lies outside, the last such where there are several. */
export function headOfRange(tokens: readonly Token[], from: number, to: number): number {
  let head = to - 1;
  for (let at = from; at < to; at++) {
    const above = tokens[at]?.head ?? -1;
    const outside = above < from || above >= to;
    if (outside && tokens[at]?.upos !== 'PUNCT') head = at;
  }
  return head;
}
