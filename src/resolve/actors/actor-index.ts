import type { ActorKind, Sector } from '../../codebook/index.ts';
import type {
  ActorKnowledge,
  ActorRow,
  AnaphorNoun,
  NamedOrganRow,
  NameNoun,
  OrganNoun,
  OwnActors,
  PersonRow,
  RoleNoun,
} from '../../knowledge/index.ts';
import { AliasIndex } from './alias-index.ts';
import { NounIndex } from './noun-index.ts';
import type { CountryOfPlace } from './place-countries.ts';

/** What a known name may mean. */
export type Meaning =
  | { readonly type: 'state'; readonly state: string }
  | { readonly type: 'adjective'; readonly state: string }
  | { readonly type: 'national'; readonly state: string }
  | { readonly type: 'capital'; readonly state: string }
  | { readonly type: 'office'; readonly state: string }
  | { readonly type: 'organ'; readonly organ: NamedOrganRow }
  | { readonly type: 'actor'; readonly actor: ActorRow }
  | { readonly type: 'people-adjective'; readonly actor: ActorRow }
  | { readonly type: 'person'; readonly person: PersonRow; readonly short: boolean };

/** A noun that makes a noun phrase an actor. */
export type ActorNoun =
  | { readonly type: 'organ'; readonly organ: OrganNoun }
  | { readonly type: 'role'; readonly role: RoleNoun };

/** The actor tables, indexed for reading text. */
export interface ActorIndex {
  readonly names: AliasIndex<Meaning>;
  /** Ids of all states, groups, organisations, peoples and persons of the tables. */
  readonly listed: ReadonlySet<string>;
  readonly nouns: NounIndex<ActorNoun>;
  readonly anaphors: ReadonlyMap<string, AnaphorNoun>;
  readonly nameNouns: ReadonlyMap<string, NameNoun>;
  /** Country of a place name, for "Kandahar police". */
  readonly countryOf: CountryOfPlace;
  /** What a noun no table of organs or roles lists stands for, by the noun classes; null where it names nobody. */
  readonly humanNoun: (lemma: string) => HumanNoun | null;
  readonly metonymVerbs: ReadonlySet<string>;
  readonly metonymNouns: ReadonlySet<string>;
  /** What towns do: any other verb a capital is the subject of makes it its state. */
  readonly townVerbs: ReadonlySet<string>;
  /** Verbs whose object or receiver a capital is as its state. */
  readonly metonymObjects: ReadonlySet<string>;
  /** What organs of state do to other states' envoys and people, hardly to their own. */
  readonly envoyVerbs: ReadonlySet<string>;
  /** Display name and adjective by state id. */
  readonly states: ReadonlyMap<
    string,
    { readonly name: string; readonly adjective: string; readonly names: readonly string[] }
  >;
}

/** Kind and sector of a plain noun for people or bodies ("pianist", "delegation"). */
export interface HumanNoun {
  readonly kind: ActorKind;
  readonly sector: Sector | null;
}

/** Builds the index; done once at load time.
 * @param countryOf what places tell of countries; nothing where left out */
export function indexActors(
  knowledge: ActorKnowledge,
  countryOf: CountryOfPlace = () => null,
  humanNoun: (lemma: string) => HumanNoun | null = () => null,
): ActorIndex {
  return {
    humanNoun,
    countryOf,
    names: indexNames(knowledge),
    listed: new Set(
      [knowledge, knowledge.own]
        .flatMap(({ actors, persons }) => [...actors, ...persons].map(({ id }) => id))
        .concat(knowledge.states.map(({ id }) => id)),
    ),
    nouns: indexNouns(knowledge),
    anaphors: new Map(knowledge.anaphors.map((row) => [row.noun, row])),
    nameNouns: new Map(knowledge.nameNouns.map((row) => [row.noun, row])),
    metonymVerbs: new Set(knowledge.metonymWords.filter(({ use }) => use === 'verb').map(({ word }) => word)),
    townVerbs: new Set(knowledge.metonymWords.filter(({ use }) => use === 'place').map(({ word }) => word)),
    metonymObjects: new Set(knowledge.metonymWords.filter(({ use }) => use === 'object').map(({ word }) => word)),
    envoyVerbs: new Set(knowledge.metonymWords.filter(({ use }) => use === 'envoy').map(({ word }) => word)),
    metonymNouns: new Set(knowledge.metonymWords.filter(({ use }) => use === 'noun').map(({ word }) => word)),
    states: new Map(
      knowledge.states.map(({ id, name, names, adjectives }) => [id, { name, adjective: adjectives[0] ?? name, names }]),
    ),
  };
}

function indexNames(knowledge: ActorKnowledge): AliasIndex<Meaning> {
  const names = new AliasIndex<Meaning>();
  for (const { id: state, ...row } of knowledge.states) {
    for (const name of [row.name, ...row.names]) names.add(name, { type: 'state', state });
    for (const name of row.adjectives) names.add(name, { type: 'adjective', state });
    for (const name of row.people) names.add(name, { type: 'national', state });
    for (const name of row.capitals) names.add(name, { type: 'capital', state });
    for (const name of row.offices) names.add(name, { type: 'office', state });
  }
  for (const organ of knowledge.namedOrgans) names.add(organ.name, { type: 'organ', organ });
  for (const actor of knowledge.actors) {
    for (const name of [actor.name, ...actor.names]) names.add(name, { type: 'actor', actor });
    for (const name of actor.adjectives) names.add(name, { type: 'people-adjective', actor });
  }
  for (const person of knowledge.persons)
    for (const name of [person.name, ...person.names])
      names.add(name, { type: 'person', person, short: !name.includes(' ') && name !== person.name });
  addOwnNames(names, knowledge.own);
  return names;
}

/** Names a user brings beat ours; towns that a dictionary gives a country stand behind all others. */
const [OWN_RANK, SEAT_RANK] = [1, -1];

function addOwnNames(names: AliasIndex<Meaning>, own: OwnActors): void {
  for (const actor of own.actors)
    for (const name of [actor.name, ...actor.names]) names.add(name, { type: 'actor', actor }, OWN_RANK);
  for (const person of own.persons)
    for (const name of [person.name, ...person.names]) names.add(name, { type: 'person', person, short: false }, OWN_RANK);
  for (const { name, state } of own.seats) names.add(name, { type: 'capital', state }, SEAT_RANK);
}

function indexNouns(knowledge: ActorKnowledge): NounIndex<ActorNoun> {
  const nouns = new NounIndex<ActorNoun>();
  const listed = new Set([...knowledge.organNouns, ...knowledge.roleNouns].map(({ noun }) => noun));
  for (const organ of knowledge.organNouns) nouns.add(organ.noun, { type: 'organ', organ }, organ.number);
  for (const organ of knowledge.own.nouns)
    if (!listed.has(organ.noun)) nouns.add(organ.noun, { type: 'organ', organ }, organ.number);
  for (const role of knowledge.roleNouns) nouns.add(role.noun, { type: 'role', role });
  return nouns;
}
