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

  add(told: Told): void {
    this.#told.push(told);
    const [only] = told.parties;
    if (told.gender && only?.kind === 'person' && told.parties.length === 1) this.#gender.set(only.id, told.gender);
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
