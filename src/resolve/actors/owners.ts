import type { Token } from '../../document/index.ts';
import type { Meaning } from './actor-index.ts';
import type { AliasMatch } from './alias-index.ts';
import { actorParty, organParty, type Party, personParty, stateParty } from './parties.ts';
import type { Scene } from './scene.ts';

/** Who a noun phrase belongs to: a state's adjective or name, a group, a person. */
export interface Owner {
  readonly party: Party;
  /** A people's adjective: "Kurdish", which describes more than it owns. */
  readonly people: string | null;
  readonly from: number;
  readonly to: number;
}

/** The party a known name stands for as a modifier; null where it cannot own anything. */
export function ownerOf(scene: Scene, match: AliasMatch<Meaning>): Owner | null {
  const meaning = pickOwner(match.meanings);
  if (!meaning) return null;
  const people = meaning.type === 'people-adjective' ? (meaning.actor.adjectives[0] ?? null) : peopleOf(meaning);
  return { party: partyOf(scene, meaning), people, from: match.from, to: match.to };
}

function peopleOf(meaning: Meaning): string | null {
  return meaning.type === 'actor' && meaning.actor.kind === 'people'
    ? (meaning.actor.adjectives[0] ?? meaning.actor.name)
    : null;
}

const OWNER_ORDER = [
  'state',
  'adjective',
  'people-adjective',
  'organ',
  'actor',
  'person',
  'office',
  'capital',
  'national',
] as const;

function pickOwner(meanings: readonly Meaning[]): Meaning | null {
  for (const type of OWNER_ORDER) {
    const found = meanings.find((meaning) => meaning.type === type);
    if (found) return found;
  }
  return null;
}

/** The party of one meaning, taken at its word. */
export function partyOf(scene: Scene, meaning: Meaning): Party {
  const { index, published } = scene;
  switch (meaning.type) {
    case 'state':
    case 'adjective':
    case 'capital':
      return stateParty(index, meaning.state);
    case 'national':
      return organParty(index, meaning.state, 'CVL');
    case 'office':
      return organParty(index, meaning.state, 'GOV');
    case 'organ':
      return organParty(index, meaning.organ.country, meaning.organ.sector);
    case 'actor':
    case 'people-adjective':
      return actorParty(meaning.actor);
    case 'person':
      return personParty(meaning.person, published, false);
  }
}

/** The known names in a range that may own what follows, in text order. */
export function ownersIn(scene: Scene, from: number, to: number): readonly Owner[] {
  const owners: Owner[] = [];
  for (let at = from; at < to; ) {
    const match = scene.matchAt[at];
    if (match && match.from >= from && match.to <= to) {
      const owner = ownerOf(scene, match);
      if (owner) owners.push(owner);
      at = match.to;
      continue;
    }
    const place = scene.placeAt[at];
    if (place && place.from >= from && place.to <= to) {
      owners.push({ party: stateParty(scene.index, place.country), people: null, from: place.from, to: place.to });
      at = place.to;
    } else at++;
  }
  return owners;
}

/** Of several owners those that count: coordinated ones together ("Israeli and Palestinian officials"), else a state before
 * anything else where `preferState`, else the nearest. */
export function chooseOwners(scene: Scene, owners: readonly Owner[], preferState: boolean): readonly Owner[] {
  const last = owners.at(-1);
  if (!last || owners.length === 1) return owners;
  const joined: Owner[] = [last];
  for (const owner of [...owners.slice(0, -1)].reverse()) {
    const next = joined[0];
    if (!next || !areJoined(scene.doc.tokens, owner.to, next.from)) break;
    joined.unshift(owner);
  }
  if (joined.length > 1) return joined;
  if (last.people !== null && isOfPlace(scene, owners)) return [last];
  if (preferState) {
    const state = owners.filter((owner) => owner.party.kind === 'state').at(-1);
    if (state) return [state];
  }
  const named = owners.filter((owner) => owner.people === null).at(-1);
  return [last.people !== null && named ? named : last];
}

/** "Chile's Mapuche council": the state in front only says where the people lives. */
function isOfPlace(scene: Scene, owners: readonly Owner[]): boolean {
  const [first, second] = owners.slice(-2);
  const possessor = first && scene.doc.tokens[first.to - 1];
  return first?.party.kind === 'state' && possessor?.deprel === 'nmod:poss' && second?.from === first.to + 1;
}

function areJoined(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to);
  return between.length > 0 && between.length <= 3 && between.every((token) => /^(and|or|,|-|–|the|&)$/i.test(token.form));
}
