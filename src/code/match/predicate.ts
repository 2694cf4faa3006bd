import type { Token } from '../../document/index.ts';

/** Something a predicate takes, in its logical role: the object of a passive is its `obj`, the agent its `subj`. */
export interface Argument {
  /** `subj`, `obj`, `iobj`, `xcomp`, `ccomp`, `pred`, `poss`, `mod`, or a preposition (`against`, `because of`). */
  readonly role: string;
  /** Head of the phrase. Relative pronouns stand replaced by what they refer to. */
  readonly token: Token;
  /** The filler was not next to the predicate but shared, controlled or hung on its object. */
  readonly inherited: boolean;
}

/** A verb, event noun or predicate adjective with its arguments, the same whatever the construction. */
export interface Predicate {
  readonly token: Token;
  readonly kind: 'verb' | 'noun' | 'adjective';
  /** Lower case. */
  readonly lemma: string;
  readonly particle: string | null;
  /** A word right after the verb that the parse made a preposition although it may be a particle ("handed over the captive"): the
   * phrase it then stands before would be the object. */
  readonly possibleParticle: { readonly word: string; readonly object: Token } | null;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Lemma of the modal or semi-modal over it (`will`, `may`, `must`, `have to`), else null. */
  readonly modal: string | null;
  /** "is shelling", "has been shelling". */
  readonly progressive: boolean;
  /** Stands in an if- or unless-clause. */
  readonly conditional: boolean;
  /** Stands in a relative clause: told as known. */
  readonly relative: boolean;
  /** An infinitive with "to". */
  readonly infinitive: boolean;
  readonly arguments: readonly Argument[];
}
