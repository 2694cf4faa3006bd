import type { Party } from './actors/parties.ts';
import type { EntityId } from './resolved.ts';

/** A mention already understood, as later expressions may refer back to it. */
export interface Told {
  readonly head: number;
  readonly sentence: number;
  readonly parties: readonly Party[];
  readonly subject: boolean;
  /** Stands alone for one human being. */
  readonly human: boolean;
  /** Grammatical number of the expression. */
  readonly plural: boolean;
  readonly form: 'name' | 'description' | 'pronoun' | 'adjective' | 'given';
  readonly gender: Gender | null;
  /** Lower-case head noun where the expression is a description. */
  readonly noun: string | null;
}

export type Gender = 'male' | 'female';

/** What has been told so far, in text order. */
export class Story {
  readonly #told: Told[] = [];
  readonly #gender = new Map<EntityId, Gender>();
  readonly #titles = new Map<EntityId, Set<string>>();
  readonly #named = new Set<EntityId>();

  add(told: Told): void {
    this.#told.push(told);
    const [only] = told.parties;
    if (only && told.form === 'name' && told.parties.length === 1) this.#named.add(only.id);
    if (told.gender && only?.kind === 'person' && told.parties.length === 1) this.#gender.set(only.id, told.gender);
  }

  /** Keeps the words of a title the text gives a person. */
  addTitle(id: EntityId, words: readonly string[]): void {
    const titles = this.#titles.get(id) ?? new Set<string>();
    for (const word of words) titles.add(word);
    if (titles.size > 0) this.#titles.set(id, titles);
  }

  /** Words of the titles the text gave a person, in lower case; null where it gave none. */
  titlesOf(id: EntityId): ReadonlySet<string> | null {
    return this.#titles.get(id) ?? null;
  }

  /** Whether the text has called a party by a name. */
  isNamed(id: EntityId): boolean {
    return this.#named.has(id);
  }

  genderOf(id: EntityId): Gender | null {
    return this.#gender.get(id) ?? null;
  }

  /** Told mentions from the latest back, at most `sentences` sentences before `sentence`. */
  recent(sentence: number, sentences: number): readonly Told[] {
    const found: Told[] = [];
    for (let at = this.#told.length - 1; at >= 0; at--) {
      const told = this.#told[at];
      if (!told || told.sentence < sentence - sentences) break;
      found.push(told);
    }
    return found;
  }
}
