import type { Token, Tree } from '../document/index.ts';
import type { AnaphorNoun } from '../knowledge/index.ts';
import { readNamedGroup } from './actors/named-group.ts';
import { coreRange, isDefinite, isPluralHead } from './actors/noun-phrase.ts';
import { ownersIn } from './actors/owners.ts';
import type { Party } from './actors/parties.ts';
import { countryOf, isStateCode, stateParty } from './actors/parties.ts';
import { singular } from './actors/pieces.ts';
import type { Scene } from './actors/scene.ts';
import { uniqueParties } from './coreference-pronouns.ts';
import type { Story, Told } from './coreference-story.ts';

/** How far back a description may reach, in sentences. */
const REACH = 8;
/** How far back a description by the same noun goes before any name, in sentences. */
const SAME_NOUN_REACH = 3;
/** How far back "the two sides" may reach. */
const PAIR_REACH = 6;

/** The anaphor noun of a head, where the phrase refers back: "the group", "both countries", "its neighbour". */
export function anaphorOf(scene: Scene, head: Token): AnaphorNoun | null {
  const { tree, index } = scene;
  if (head.upos !== 'NOUN') return null;
  const plural = isPluralHead(head);
  const lower = head.form.toLowerCase();
  const noun = index.anaphors.get(lower) ?? (plural ? null : index.anaphors.get(singular(lower)));
  if (!noun || (noun.number === 'many') !== plural) return null;
  if (!isDefinite(tree, head) || isAnother(tree, head) || readNamedGroup(scene, head, coreRange(tree, head))) return null;
  return isNarrowed(tree, head) ? null : noun;
}

/** "the rival group", "the splinter group", "the other militia": not the one told last. */
export function isAnother(tree: Tree, head: Token): boolean {
  return tree
    .childrenBy(head, 'amod', 'compound')
    .some(({ form }) =>
      /^(other|rival|splinter|breakaway|dissident|new|second|third|unknown|opposing|smaller|larger|remaining|latter|former)$/i.test(
        form,
      ),
    );
}

/** A relative clause or an "of" phrase says which one is meant: then it need not be one told before. */
export function isNarrowed(tree: Tree, head: Token): boolean {
  const following = tree.tokens[head.index + 1];
  if (following && /^(JJ|JJR|JJS|RBR|RBS|WDT|WP)$/.test(following.xpos)) return true;
  if (following && /^(VBN|VBG)$/.test(following.xpos) && following.head === head.index) return true;
  if (following?.form === ',') return false;
  const [next] = tree.children(head).filter((child) => child.index > head.index);
  return next !== undefined && /^(nmod|amod|acl|acl:relcl)$/.test(next.deprel) && !isInfinitive(tree, next);
}

/** "asked the group to leave": what it is to do says nothing of which group. */
function isInfinitive(tree: Tree, clause: Token): boolean {
  return clause.xpos === 'VB' && tree.childrenBy(clause, 'mark').some(({ form }) => form.toLowerCase() === 'to');
}

/** Who a definite description refers to; empty where unsure. */
export function resolveAnaphor(scene: Scene, head: Token, noun: AnaphorNoun, story: Story): readonly Party[] {
  const told = story.recent(head.sentence, REACH);
  const country = ownCountry(scene, head);
  if (noun.refers === 'state' && country && noun.number === 'one' && !isNeighbour(scene.tree, head))
    return [stateParty(scene.index, country)];
  if (noun.refers === 'state') return noun.number === 'many' ? statePair(scene, head, story) : oneState(scene, head, told);
  if (noun.refers === 'any') return isPair(scene.tree, head) ? pair(scene, head, story) : [];
  if (noun.refers === 'person' && noun.number === 'many') return isPair(scene.tree, head) ? twoPersons(told) : [];
  const fitting = told.filter(
    (candidate) =>
      candidate.head !== head.index &&
      fits(scene, head, candidate, noun, story) &&
      !isOwnSubject(scene.tree, head, candidate.head) &&
      (country === null || candidate.parties[0]?.country === country),
  );
  const own = singular(head.form.toLowerCase());
  const isNamed = ({ parties }: Told) => parties.every(({ id, names }) => names.length > 0 || story.isNamed(id));
  const found =
    fitting.find((told) => told.noun === own && (isNamed(told) || told.sentence >= head.sentence - SAME_NOUN_REACH)) ??
    fitting.find(isNamed) ??
    fitting[0];
  return found?.parties ?? [];
}

/** The state whose adjective or name stands in the phrase itself: "the Ruritanian group". */
function ownCountry(scene: Scene, head: Token): string | null {
  const { from } = coreRange(scene.tree, head);
  const owner = ownersIn(scene, from, head.index).findLast(({ party }) => party.kind === 'state');
  return owner && scene.tree.token(owner.to - 1).deprel !== 'nmod:poss' ? owner.party.id : null;
}

/** "both men": the two persons told last. */
function twoPersons(told: readonly Told[]): readonly Party[] {
  const persons = told.flatMap(({ parties }) => parties.filter(({ kind }) => kind === 'person'));
  const [last, before] = uniqueParties(persons);
  return last && before ? [before, last] : [];
}

function fits(scene: Scene, head: Token, told: Told, { refers, noun, number }: AnaphorNoun, story: Story): boolean {
  const [only] = told.parties;
  if (
    !only ||
    told.parties.length > 1 ||
    (told.form === 'adjective' && isStateCode(only.country) && only.kind !== 'armed-group')
  )
    return false;
  const isBand = only.kind === 'armed-group' && /^(?:group|armed)$/.test(refers);
  if (number === 'one' && told.plural && told.form === 'description' && !isBand) return false;
  switch (refers) {
    case 'armed':
      return only.kind === 'armed-group';
    case 'group':
      return (
        !told.human &&
        (only.kind === 'armed-group' || (only.kind === 'organisation' && (only.country !== null || story.isNamed(only.id))))
      );
    case 'organisation':
      if (isArmed(scene.tree, head) && only.kind === 'armed-group') return true;
      return !told.human && (only.kind === 'organisation' || only.kind === 'media') && told.form !== 'description';
    case 'media':
      return only.kind === 'media';
    case 'party':
      return only.sector === 'PTY';
    case 'person':
      return told.human && (only.kind === 'person' || told.noun === singular(noun)) && personFits(scene, head, only, story);
    default:
      return false;
  }
}

const MILITARY_TITLES = /^(general|colonel|commander|captain|major|admiral|lieutenant)$/;
const OFFICES = /^(president|prime minister|premier|minister|king|chancellor|governor|mayor|ambassador|envoy|diplomat)$/;

/** Words beside a title that say nothing of the office. */
const NO_OFFICE = /^(new|same|top|senior|elder|young|influential|powerful|two|other)$/;

/** "the rebel coalition", "the militant organisation". */
function isArmed(tree: Tree, head: Token): boolean {
  return tree
    .childrenBy(head, 'amod', 'compound')
    .some(({ form }) => /^(rebel|armed|militant|insurgent|jihadist|guerrilla)$/i.test(form));
}

/** An office or rank is the person's of whom it was told, and nobody's who was told to hold another. */
function personFits(scene: Scene, head: Token, person: Party, story: Story): boolean {
  if (person.kind !== 'person') return true;
  const noun = head.form.toLowerCase();
  const titles = story.titlesOf(person.id);
  if (titles && (OFFICES.test(noun) || MILITARY_TITLES.test(noun))) {
    const words = scene.tree
      .childrenBy(head, 'amod', 'compound')
      .map(({ form }) => form.toLowerCase())
      .filter((word) => !NO_OFFICE.test(word));
    return titles.has(noun) && words.every((word) => titles.has(word));
  }
  if (MILITARY_TITLES.test(noun)) return person.sector === 'MIL' || person.sector === 'REB';
  if (OFFICES.test(noun)) return person.sector === 'GOV' || person.sector === 'MIL';
  return true;
}

/** "the country": the state told last, its organs included; "its neighbour": another one than the possessor's. */
function oneState(scene: Scene, head: Token, told: readonly Told[]): readonly Party[] {
  const others = isNeighbour(scene.tree, head);
  const possessor = others ? possessorCountries(scene.tree, head, told) : new Set<string>();
  if (others && possessor.size === 0) return [];
  const ranked = [...told].sort((a, b) => stateScore(b, head) - stateScore(a, head));
  for (const candidate of ranked) {
    for (const country of candidate.parties.map(countryOf))
      if (country && !possessor.has(country)) return [stateParty(scene.index, country)];
  }
  return [];
}

function stateScore(told: Told, head: Token): number {
  const group = told.parties.every(({ kind }) => kind === 'armed-group') ? 3 : 0;
  return -(head.sentence - told.sentence) * 2 + (told.subject ? 1 : 0) - group + told.head / 1e6;
}

function isNeighbour(tree: Tree, head: Token): boolean {
  return (
    /^neighbou?rs?$/i.test(head.form) || tree.childrenBy(head, 'amod').some((child) => /^neighbou?ring$/i.test(child.form))
  );
}

function possessorCountries(tree: Tree, head: Token, told: readonly Told[]): ReadonlySet<string> {
  const owner = tree.childBy(head, 'nmod:poss');
  const found = owner ? told.find((candidate) => candidate.head === owner.index) : undefined;
  return new Set((found?.parties ?? []).flatMap(({ country }) => (country ? [country] : [])));
}

function isPair(tree: Tree, head: Token): boolean {
  const words = tree.children(head).map((child) => child.form.toLowerCase());
  return words.includes('two') || words.includes('both') || (/^(sides|parties)$/i.test(head.form) && words.includes('the'));
}

/** "both countries": the two states told last. */
function statePair(scene: Scene, head: Token, story: Story): readonly Party[] {
  return isPair(scene.tree, head) || hasPluralOwner(scene.tree, head) ? lastTwoStates(scene, head, story) : [];
}

/** The two states told last; who speaks of "both countries" as of others is none of them. */
function lastTwoStates(scene: Scene, head: Token, story: Story): readonly Party[] {
  const recent = story.recent(head.sentence, PAIR_REACH);
  const speaking = new Set(
    recent.filter((told) => isOwnSubject(scene.tree, head, told.head)).flatMap((told) => told.parties.map(countryOf)),
  );
  const told = byWeight(recent, head).flatMap(({ parties }) => parties.map(countryOf).filter((country) => country !== null));
  const all = [...new Set(told)];
  const others = all.filter((country) => !speaking.has(country));
  const countries = (others.length < 2 ? all : others).slice(0, 2);
  if (countries.length < 2) return [];
  return [...countries].sort().map((country) => stateParty(scene.index, country));
}

const EACH = /^(?:each|either)$/i;
const BOTH = /^(?:both|two)$/i;

/** "each government", "either side", "both delegations": the two told last, of whom the same is said. */
export function eachOfTwo(scene: Scene, head: Token, story: Story): readonly Party[] {
  if (head.upos !== 'NOUN') return [];
  const words = scene.tree.children(head).filter((child) => child.index < head.index);
  const has = (pattern: RegExp) => words.some(({ form }) => pattern.test(form));
  const noun = head.form.toLowerCase();
  if (has(EACH) && /^(?:government|country|nation|state|capital|army|neighbou?r)$/.test(noun))
    return lastTwoStates(scene, head, story);
  if (has(BOTH) && /^(?:capitals|armies)$/.test(noun)) return lastTwoStates(scene, head, story);
  const isSide = (has(EACH) && /^(?:side|party|camp)$/.test(noun)) || (has(BOTH) && /^(?:delegations|camps)$/.test(noun));
  return isSide ? pair(scene, head, story) : [];
}

function hasPluralOwner(tree: Tree, head: Token): boolean {
  return tree.childBy(head, 'nmod:poss')?.form.toLowerCase() === 'their';
}

/** Names of states count before organs and modifiers, near ones before far ones. */
function byWeight(told: readonly Told[], head: Token): readonly Told[] {
  return [...told].sort((a, b) => stateScore(b, head) - stateScore(a, head));
}

/** "the two sides": the two parties told last, of different countries where they have one. */
function pair(scene: Scene, head: Token, story: Story): readonly Party[] {
  const recent = story.recent(head.sentence, PAIR_REACH);
  const together = recent.find(({ parties, form }) => parties.length === 2 && form !== 'adjective');
  if (together) return together.parties;
  const chosen: Party[] = [];
  for (const { head: at, parties } of recent) {
    if (isOwnSubject(scene.tree, head, at)) continue;
    for (const party of [...parties].reverse()) {
      if (party.kind === 'person' || party.kind === 'media' || party.kind === 'unknown' || party.id === 'united-nations')
        continue;
      const side = sideOf(scene, party);
      if (chosen.every(({ id }) => id !== side.id) && chosen.length < 2) chosen.unshift(side);
    }
  }
  return chosen.length === 2 ? uniqueParties(chosen) : [];
}

/** Whether a mention is the subject above: who urges "the two sides" is none of them. */
function isOwnSubject(tree: Tree, head: Token, at: number): boolean {
  const told = tree.token(at);
  if (told.sentence !== head.sentence || !told.deprel.startsWith('nsubj')) return false;
  return told.head >= 0 && !tree.isWithin(head, told) && tree.isWithin(head, tree.token(told.head));
}

function sideOf(scene: Scene, party: Party): Party {
  const isOrgan = party.sector !== null && party.id === `${party.country}:${party.sector}`;
  const official = party.kind === 'government' || party.kind === 'military' || party.kind === 'police';
  return isOrgan && official && isStateCode(party.country) ? stateParty(scene.index, party.country) : party;
}
