import type { PlainDate } from '../base/index.ts';
import type { ActorKind, Sector } from '../codebook/index.ts';

/** A state or territory (data/actors/states.tsv). */
export interface StateRow {
  /** ISO 3166-1 alpha-3, and KOS. */
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  /** Nouns for its people, plural and singular: `Danes`, `Dane`. */
  readonly people: readonly string[];
  /** Cities that may stand for the state. */
  readonly capitals: readonly string[];
  /** Seats that always stand for the government: `Kremlin`. */
  readonly offices: readonly string[];
}

/** A party with a name of its own: armed group, party, organisation, medium, people. */
export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly names: readonly string[];
  /** Adjectives of a people: `Kurdish`. */
  readonly adjectives: readonly string[];
}

/** What somebody was, both days included; an open end is null. */
export interface DatedRole {
  /** Short title in lower case, "foreign minister"; null where the line spans all offices of a sector. */
  readonly office: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** A person of conflict news (data/actors/persons.tsv) with the roles of data/actors/offices.tsv by their start. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly roles: readonly DatedRole[];
}

/** An organ with a name of its own: `Knesset` is `ISR:LEG`. */
export interface NamedOrganRow {
  readonly name: string;
  readonly country: string;
  readonly sector: Sector;
}

/** A noun for an organ, group or class of people (data/actors/organs.tsv). */
export interface OrganNoun {
  readonly noun: string;
  readonly sector: Sector;
  readonly kind: ActorKind;
  /** How it is read where nobody owns it: by the `context`'s state, only with an `owner`, as a `rebel` group, as its `own` entity, not at all (`owned`). */
  readonly bare: 'context' | 'owner' | 'rebel' | 'own' | 'owned';
  /** `plural`: holds for the plural alone ("forces", not "by force"); `caps`: for capitals alone ("NGO", not the name Ngo). */
  readonly number: 'any' | 'plural' | 'caps';
}

/** A title or role (data/actors/roles.tsv). */
export interface RoleNoun {
  readonly noun: string;
  readonly sector: Sector | null;
  /** `both`: title and noun; `owner`: takes its party from whom it serves; `unnamed`: an unnamed source; `title`: title only. */
  readonly use: 'both' | 'owner' | 'unnamed' | 'title';
}

/** A noun that refers back: "the group", "both countries". */
export interface AnaphorNoun {
  readonly noun: string;
  readonly refers: 'group' | 'armed' | 'state' | 'organisation' | 'media' | 'party' | 'person' | 'any';
  readonly number: 'one' | 'many';
}

/** What the last word of an unlisted name says about it. */
export interface NameNoun {
  readonly noun: string;
  readonly kind: ActorKind;
  readonly sector: Sector | null;
}

/** A word by which a capital stands for its state; `place`: a verb by which it does not; `envoy`: what organs of state do to the
 * envoys and people of other states. */
export interface MetonymWord {
  readonly word: string;
  readonly use: 'verb' | 'noun' | 'object' | 'place' | 'envoy';
}
