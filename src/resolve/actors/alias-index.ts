import { foldName } from '../../base/index.ts';
import { isCapitalised, type Piece, piecesOf } from './pieces.ts';

/** A name found in a sequence of tokens. */
export interface AliasMatch<T> {
  /** First token. */
  readonly from: number;
  /** Past the last token. */
  readonly to: number;
  /** Everything the name may mean, as the tables list it. */
  readonly meanings: readonly T[];
}

interface Alias<T> {
  readonly pieces: readonly Piece[];
  /** The whole spelling must be the same: "US", "IS", "WHO". */
  readonly exact: boolean;
  /** Of names of one length the highest rank counts. */
  readonly rank: number;
  readonly meaning: T;
}

/** Acronyms up to this length must be written as listed; longer ones may appear as "Unicef". */
const EXACT_ACRONYM_MAX = 5;

/** A name as it was given, not yet taken to pieces. */
interface Given<T> {
  readonly name: string;
  readonly meaning: T;
  readonly rank: number;
}

/** Names by their first piece, for longest-match look-up. Of ten thousands of names a text asks for few: each is taken to pieces when
 * its first piece is first looked up. */
export class AliasIndex<T> {
  readonly #byFirst = new Map<string, Alias<T>[]>();
  readonly #given = new Map<string, Given<T>[]>();

  /** @param name as written in running text; capitals in it must be capitals in the text
   * @param rank meanings of a lower rank are not told where one of a higher rank fits */
  add(name: string, meaning: T, rank = 0): void {
    const first = /[\p{L}\p{M}]+|\p{N}+/u.exec(name)?.[0];
    if (first === undefined) return;
    const key = foldName(first);
    const list = this.#given.get(key);
    if (list) list.push({ name, meaning, rank });
    else this.#given.set(key, [{ name, meaning, rank }]);
  }

  /** The longest names in a sequence of tokens, left to right, not overlapping. */
  findAll(forms: readonly string[]): readonly AliasMatch<T>[] {
    const text = piecesOf(forms);
    const found: AliasMatch<T>[] = [];
    for (let at = 0; at < text.length; ) {
      const match = this.#longestAt(text, at);
      if (match) found.push(match.match);
      at += match?.length ?? 1;
    }
    return found;
  }

  /** Meanings of a name that is the whole of `name`. */
  get(name: string): readonly T[] {
    const [first, ...rest] = this.findAll(name.split(/\s+/));
    return first && rest.length === 0 && first.from === 0 && first.to === name.split(/\s+/).length ? first.meanings : [];
  }

  #startingWith(key: string): readonly Alias<T>[] {
    const given = this.#given.get(key);
    if (!given) return this.#byFirst.get(key) ?? [];
    const aliases = [...(this.#byFirst.get(key) ?? []), ...given.map(toAlias)];
    this.#given.delete(key);
    this.#byFirst.set(key, aliases);
    return aliases;
  }

  #longestAt(text: readonly Piece[], at: number): { match: AliasMatch<T>; length: number } | null {
    const first = text[at];
    if (!first?.startsToken) return null;
    const fitting = this.#startingWith(first.folded).filter((alias) => fits(alias, text, at));
    const length = Math.max(0, ...fitting.map((alias) => alias.pieces.length));
    if (length === 0) return null;
    const last = text[at + length - 1] ?? first;
    const longest = fitting.filter((alias) => alias.pieces.length === length);
    const rank = Math.max(...longest.map((alias) => alias.rank));
    const ranked = longest.filter((alias) => alias.rank === rank);
    const exact = ranked.filter((alias) => alias.exact);
    const meanings = (exact.length > 0 ? exact : ranked).map((alias) => alias.meaning);
    return { match: { from: first.token, to: last.token + 1, meanings }, length };
  }
}

function toAlias<T>({ name, meaning, rank }: Given<T>): Alias<T> {
  const pieces = piecesOf(name.split(/\s+/));
  const [first] = pieces;
  const exact =
    first !== undefined && pieces.length === 1 && /^[\p{Lu}\p{N}]+$/u.test(first.raw) && first.raw.length <= EXACT_ACRONYM_MAX;
  return { pieces, exact, rank, meaning };
}

function fits<T>(alias: Alias<T>, text: readonly Piece[], at: number): boolean {
  const last = text[at + alias.pieces.length - 1];
  if (!last?.endsToken) return false;
  return alias.pieces.every((piece, offset) => {
    const other = text[at + offset];
    if (!other || other.folded !== piece.folded) return false;
    if (alias.exact) return other.raw === piece.raw;
    return !isCapitalised(piece.raw) || isCapitalised(other.raw);
  });
}

/** Spelling of a name for comparing: lower case, only letters and digits, single spaces. */
export function nameKey(name: string): string {
  return piecesOf([foldName(name)])
    .map((piece) => piece.folded)
    .join(' ');
}
