import type { TokenRange } from '../../base/index.ts';
import type { NameLabel, NameSpan, Parsed, Token } from '../../document/index.ts';
import { rangeSpan } from '../../document/index.ts';
import { type Gazetteer, type GazetteerEntry, placeKey } from '../../knowledge/index.ts';

/** A stretch of text that bears the name of one or more places. */
export interface Candidate {
  readonly range: TokenRange;
  readonly key: string;
  readonly entries: readonly GazetteerEntry[];
  /** What the name finder took it for, where it found exactly this stretch. */
  readonly label: NameLabel | null;
}

/** Most tokens in a place name ("Sistan and Baluchestan" has three, "Deir ez-Zor" up to four). */
const LONGEST = 7;

/** Every stretch that is some place's name, the longest from each start, in text order and not overlapping; and names the name
 * finder took for places though the gazetteer does not hold them. */
export function findCandidates(doc: Parsed, gazetteer: Gazetteer): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const names = new Map(doc.names.map((name) => [name.range.from, name]));
  for (let from = 0; from < doc.tokens.length; from++) {
    const found = longestAt(doc, from, gazetteer, names.get(from)) ?? unlisted(doc, names.get(from));
    if (!found) continue;
    candidates.push(found);
    from = found.range.to - 1;
  }
  return candidates;
}

function longestAt(doc: Parsed, from: number, gazetteer: Gazetteer, name: NameSpan | undefined): Candidate | null {
  const first = doc.tokens[from];
  if (!first || !mayBegin(doc, first)) return null;
  for (let to = Math.min(from + LONGEST, doc.tokens.length); to > from; to--) {
    const range = { from, to };
    if (!mayEnd(doc, range)) continue;
    const text = textOf(doc, range);
    const key = placeKey(text);
    const entries = gazetteer.find(text);
    if (entries.length === 0 || (key.length <= 3 && !fitsShort(text, entries))) continue;
    return { range, key, entries, label: name?.range.to === to ? name.label : null };
  }
  return null;
}

/** A name the name finder calls a place and the gazetteer does not know. */
function unlisted(doc: Parsed, name: NameSpan | undefined): Candidate | null {
  if (name?.label !== 'place') return null;
  const key = placeKey(textOf(doc, name.range));
  return key.length > 3 ? { range: name.range, key, entries: [], label: 'place' } : null;
}

function textOf(doc: Parsed, range: TokenRange): string {
  const { start, end } = rangeSpan(doc.tokens, range);
  return doc.text.slice(start, end);
}

const ARTICLE = /^(?:al|el|ar|as|ash|an|ad|az|at|ain|tal|ras)-?$/i;

function mayBegin(doc: Parsed, token: Token): boolean {
  if (/^\p{Lu}/u.test(token.form)) return true;
  if (/^(?:al|el|ar|as|ash|an|ad|az|at)-\p{Lu}/u.test(token.form)) return true;
  return ARTICLE.test(token.form) && /^[-–]$/.test(doc.tokens[token.index + 1]?.form ?? '');
}

/** Inside one sentence, and ending in a capitalised word or in a word that places end in ("Korean peninsula"). */
function mayEnd(doc: Parsed, { from, to }: TokenRange): boolean {
  const last = doc.tokens[to - 1];
  if (!last || last.sentence !== doc.tokens[from]?.sentence) return false;
  if (to - from === 1) return true;
  return /\p{Lu}|^(?:peninsula|province|state|region|oblast|crossing|camp|dam|plant|field|oilfield|prison|jail|tunnel|bridge|airbase|airport|refinery|reactor|valley|river|port|air|base|compound|border|mountains|district|corridor|basin|forest|territory|territories|strip|subcontinent|i|e|ri|yi|pa|gol)$/u.test(
    last.form,
  );
}

/** Short names only in capitals ("UK") or from our own list ("Gao"). */
function fitsShort(text: string, entries: readonly GazetteerEntry[]): boolean {
  if (entries.some(({ kind }) => kind === 'country')) return text === text.toUpperCase();
  return entries.some(({ supplement }) => supplement);
}

/** Candidates by where they begin and end, and the names that hold them. */
export class CandidateIndex {
  readonly #starts: ReadonlyMap<number, Candidate>;
  readonly #ends: ReadonlyMap<number, Candidate>;
  readonly #names: ReadonlyMap<number, NameSpan>;

  constructor(doc: Parsed, candidates: readonly Candidate[]) {
    this.#starts = new Map(candidates.map((candidate) => [candidate.range.from, candidate]));
    this.#ends = new Map(candidates.map((candidate) => [candidate.range.to, candidate]));
    const names = new Map<number, NameSpan>();
    for (const name of doc.names) for (let index = name.range.from; index < name.range.to; index++) names.set(index, name);
    this.#names = names;
  }

  /** The candidate whose first token it is. */
  startingAt(token: number): Candidate | null {
    return this.#starts.get(token) ?? null;
  }

  /** The candidate that ends before the token. */
  endingAt(token: number): Candidate | null {
    return this.#ends.get(token) ?? null;
  }

  /** The name a whole candidate lies in. */
  holder({ range }: Candidate): NameSpan | null {
    const name = this.#names.get(range.from);
    return name && range.to <= name.range.to ? name : null;
  }
}
