import type { Sector } from '../codebook/index.ts';
import type { Token, Tree } from '../document/index.ts';
import type { AnaphorNoun } from '../knowledge/index.ts';
import type { StateContext } from './actors/context.ts';
import { groupNameAt } from './actors/group-names.ts';
import { coreRange, isPluralHead, isSubject } from './actors/noun-phrase.ts';
import { ownersIn } from './actors/owners.ts';
import { isStateCode, organParty, ownParty, type Party } from './actors/parties.ts';
import { singular } from './actors/pieces.ts';
import type { Reading, ReadNoun } from './actors/reading.ts';
import type { Scene } from './actors/scene.ts';
import { anaphorOf, eachOfTwo, isAnother, resolveAnaphor } from './coreference-descriptions.ts';
import { namedByNoun } from './coreference-names.ts';
import { formerOrLatter } from './coreference-pairs.ts';
import { pronounClass, resolvePronoun, uniqueParties } from './coreference-pronouns.ts';
import { type Gender, Story, type Told } from './coreference-story.ts';

/** Goes through a document in text order and settles what needs the story so far: surnames, bare nouns, pronouns and
 * definite descriptions. What stays unsure is left out. */
export function followStory(scene: Scene, readings: readonly Reading[], context: StateContext): readonly Reading[] {
  const byHead = new Map(readings.map((reading) => [reading.head, reading]));
  const story = new Story();
  const settled: Reading[] = [];
  for (const token of scene.doc.tokens) {
    const reading = settle(scene, token, byHead, story, context);
    if (!reading || reading.parties.length === 0) continue;
    settled.push(reading);
    keepTitle(scene, token, reading, story);
    story.add({
      head: reading.head,
      sentence: token.sentence,
      parties: reading.parties,
      subject: isSubject(token),
      human: reading.human,
      plural: isPluralMention(token, reading),
      form: reading.form,
      gender: genderOf(scene, token),
      noun: reading.form === 'description' ? singular(token.form.toLowerCase()) : null,
    });
  }
  return settled;
}

/** "Interior Minister X", "X, the governor": what a person is called is kept, for "the minister" and "the governor" later. */
function keepTitle(scene: Scene, token: Token, { parties, form, range, basis }: Reading, story: Story): void {
  const [person, second] = parties;
  if (person?.kind !== 'person' || second || basis.startsWith('coreference')) return;
  const words = form === 'name' ? scene.forms.slice(range.from, range.to) : [token.form];
  const name = new Set(person.name.split(/[\s-]+/));
  const last = words.findLastIndex((word) => !name.has(word) && /\p{L}/u.test(word) && isRoleWord(scene, word));
  story.addTitle(
    person.id,
    words.slice(0, last + 1).map((word) => word.toLowerCase()),
  );
}

function isRoleWord(scene: Scene, word: string): boolean {
  return scene.index.nouns.findAt([word], 0, 0, 1)?.meanings.some(({ type }) => type === 'role') ?? false;
}

/** "the group, X," and "X, a group": a group noun in apposition to a name is that name. */
function apposedParties(scene: Scene, token: Token, byHead: ReadonlyMap<number, Reading>): readonly Party[] {
  const refers = scene.index.anaphors.get(token.form.toLowerCase())?.refers;
  if (!refers || !/^(group|armed|organisation|media|party)$/.test(refers) || token.upos !== 'NOUN') return [];
  const above = token.deprel === 'appos' ? [token.head] : [];
  const below = scene.tree.childrenBy(token, 'appos').map(({ index }) => index);
  for (const at of [...above, ...below, ...subjectsBeside(scene, token)]) {
    const name = byHead.get(at);
    const [party] = name?.parties ?? [];
    if (name?.form === 'name' && party && /^(armed-group|organisation|media|military|government|police)$/.test(party.kind))
      return [party];
  }
  return [];
}

/** "The group most blamed for it, X, is ...": where the tree sees two subjects of one verb, what stands behind the comma is the name. */
function subjectsBeside({ tree, forms }: Scene, token: Token): readonly number[] {
  const above = isSubject(token) ? tree.head(token) : null;
  if (!above) return [];
  return tree
    .childrenBy(above, 'nsubj')
    .filter((other) => other.index > token.index && forms[tree.subtreeRange(other).from - 1] === ',')
    .map(({ index }) => index);
}

/** An officer or minister whose country the text does not name beside him serves the state spoken of. */
function withCountry(token: Token, reading: Reading, context: StateContext): Reading {
  const [person] = reading.parties;
  if (person?.kind !== 'person' || person.country !== null || !person.sector || !STATE_SECTORS.has(person.sector))
    return reading;
  return { ...reading, parties: [{ ...person, country: context.byActors(token.index) }] };
}

function settle(
  scene: Scene,
  token: Token,
  byHead: ReadonlyMap<number, Reading>,
  story: Story,
  context: StateContext,
): Reading | null {
  const reading = byHead.get(token.index) ?? null;
  if (pronounClass(token)) {
    const parties = resolvePronoun(scene.tree, token, story);
    const human = parties.length === 1 && parties[0]?.kind === 'person';
    const range = { from: token.index, to: token.index + 1 };
    return { head: token.index, range, form: 'pronoun', parties, basis: 'coreference/pronoun', noun: null, human };
  }
  const ofTwo = formerOrLatter(scene, token, story);
  if (ofTwo) {
    const range = { from: token.index - 1, to: token.index + 1 };
    return {
      head: token.index,
      range,
      form: 'description',
      parties: [ofTwo],
      basis: 'coreference/pair',
      noun: null,
      human: ofTwo.kind === 'person',
    };
  }
  const each = eachOfTwo(scene, token, story);
  if (each.length > 0) {
    const range = coreRange(scene.tree, token);
    return {
      head: token.index,
      range,
      form: 'description',
      parties: each,
      basis: 'coreference/pair',
      noun: null,
      human: false,
    };
  }
  if (reading && reading.parties.length > 0) return withCountry(token, reading, context);
  const apposed = apposedParties(scene, token, byHead);
  if (apposed.length > 0) {
    const range = reading?.range ?? coreRange(scene.tree, token);
    return { head: token.index, range, form: 'description', parties: apposed, basis: 'apposition', noun: null, human: false };
  }
  const called = namedByNoun(scene, token, story);
  if (called.length > 0) {
    const range = reading?.range ?? coreRange(scene.tree, token);
    return {
      head: token.index,
      range,
      form: 'description',
      parties: called,
      basis: 'coreference/name',
      noun: null,
      human: false,
    };
  }
  const anaphor = reading?.noun && hasToldOwner(scene, token, story) ? null : anaphorOf(scene, token);
  if (anaphor) {
    const parties = resolveAnaphor(scene, token, anaphor, story);
    if (parties.length > 0)
      return {
        head: token.index,
        range: reading?.range ?? coreRange(scene.tree, token),
        form: 'description',
        parties,
        basis: 'coreference/description',
        noun: null,
        human: anaphor.refers === 'person',
      };
  }
  if (!reading?.noun) {
    const crowd = crowdOf(scene, token, story, context);
    return crowd ?? unlistedHuman(scene, token) ?? (anaphor ? unnamedBody(scene, token, anaphor) : null);
  }
  const parties = settleNoun(scene, token, reading.noun, story, context);
  return { ...reading, parties, basis: parties.length > 0 ? 'context' : reading.basis };
}

/** "Thousands marched": a count without a noun that does something or has it done to it is of people. */
function crowdOf(scene: Scene, token: Token, story: Story, context: StateContext): Reading | null {
  if (!/^(dozens|hundreds|thousands|scores|millions)$/i.test(token.form) || !/^nsubj/.test(token.deprel)) return null;
  if (scene.tree.head(token)?.upos !== 'VERB' || scene.tree.childrenBy(token, 'nmod').length > 0) return null;
  const organ = scene.index.nouns
    .findAt(['people'], 0, 0, 1)
    ?.meanings.flatMap((meaning) => (meaning.type === 'organ' ? [meaning.organ] : []))[0];
  if (!organ) return null;
  const noun: ReadNoun = { text: token.form, organ, role: null, definite: false, plural: true, people: null };
  const parties = settleNoun(scene, token, noun, story, context);
  if (!isStateCode(parties[0]?.country ?? null)) return null;
  const range = coreRange(scene.tree, token);
  return { head: token.index, range, form: 'description', parties, basis: 'crowd', noun: null, human: false };
}

/** "a cartoonist", "the delegation": people and bodies no table lists, where they take part in what is told. */
function unlistedHuman(scene: Scene, token: Token): Reading | null {
  if (token.upos !== 'NOUN' || !TAKES_PART.test(token.deprel) || scene.tree.childBy(token, 'cop')) return null;
  if (isNone(scene, token) || countsOthers(scene, token) || groupNameAt(scene, token.index)) return null;
  const human = scene.index.humanNoun(token.lemma.toLowerCase());
  if (!human || isMeans(scene, token)) return null;
  const range = coreRange(scene.tree, token);
  const [owner] = ownersIn(scene, range.from, token.index);
  const country = owner && isStateCode(owner.party.country) ? owner.party.country : null;
  const parties =
    country && human.sector
      ? [organParty(scene.index, country, human.sector)]
      : [ownParty(token.form.toLowerCase(), human.kind, country, human.sector)];
  return {
    head: token.index,
    range,
    form: 'description',
    parties,
    basis: 'human-noun',
    noun: null,
    human: !isPluralHead(token),
  };
}

/** "answered with force", "in office": a bare singular behind a preposition is no body. */
function isMeans({ tree }: Scene, token: Token): boolean {
  return /^(?:obl|nmod)$/.test(token.deprel) && !isPluralHead(token) && tree.preposition(token) !== '' && isBare(tree, token);
}

function isBare(tree: Tree, token: Token): boolean {
  return tree.children(token).every(({ deprel }) => !/^(?:det|amod|compound|nummod|nmod:poss)/.test(deprel));
}

/** "the bloc", "the movement" of which no name was told: a party of its own where it acts or is acted on. */
function unnamedBody(scene: Scene, token: Token, { refers }: AnaphorNoun): Reading | null {
  if (!/^(group|armed|organisation|party)$/.test(refers) || !/^(nsubj|obj|iobj|obl)/.test(token.deprel)) return null;
  if (scene.tree.childBy(token, 'cop')) return null;
  const kind = refers === 'armed' ? 'armed-group' : 'organisation';
  const parties = [ownParty(token.form.toLowerCase(), kind, null, refers === 'armed' ? 'REB' : null)];
  const range = coreRange(scene.tree, token);
  return { head: token.index, range, form: 'description', parties, basis: 'unnamed-body', noun: null, human: false };
}

/** "thousands of Venezuelans": the counted are the party. */
function countsOthers(scene: Scene, token: Token): boolean {
  if (/^(dozen|hundred|thousand|million|score|other)s?$/i.test(token.form)) return true;
  return scene.tree.childrenBy(token, 'nmod').some((child) => scene.tree.preposition(child) === 'of');
}

/** "no group": nobody. */
function isNone(scene: Scene, token: Token): boolean {
  return scene.tree.childrenBy(token, 'det').some(({ form }) => /^(no|neither)$/i.test(form));
}

/** Sectors of a state's organs. */
const STATE_SECTORS: ReadonlySet<Sector> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY']);

/** Owner of a noun that has none beside it: its possessive pronoun, an earlier mention of the same, the context's state. */
function settleNoun(scene: Scene, token: Token, noun: ReadNoun, story: Story, context: StateContext): readonly Party[] {
  const sector = noun.organ?.sector ?? noun.role?.sector ?? null;
  const owned = ownedByPronoun(scene, token, noun, story);
  if (owned && (owned.length > 0 || !TAKES_PART.test(token.deprel))) return owned;
  const behind = ownedByAnaphor(scene, token, noun, story);
  if (behind.length > 0) return behind;
  const bare = noun.organ?.bare ?? 'own';
  if (bare === 'owned') return [];
  const people = noun.people ? `${noun.people} ` : '';
  if (noun.definite && !people && sector && !isAnother(scene.tree, token) && !IS_ANOTHER.test(noun.text)) {
    const own = singular(token.form.toLowerCase());
    const told = story
      .recent(token.sentence, 3)
      .filter(({ parties, form }) => form !== 'adjective' && parties[0]?.sector === sector && parties.length === 1);
    const earlier =
      told.find(({ noun: before }) => before === own) ??
      onlyOneCalled(token, sector, own, story) ??
      told.find(() => !STATE_SECTORS.has(sector) || context.main === null);
    if (earlier && earlier.parties[0]?.kind !== 'person') return earlier.parties;
  }
  if (scene.tree.childBy(token, 'cop')) return [];
  const state = context.near(token.index, sector !== null && STATE_SECTORS.has(sector));
  const own = () => ownParty(`${people}${noun.text.toLowerCase()}`, noun.organ?.kind ?? 'unknown', state, sector);
  if (/^members?$/i.test(noun.text)) return groupToldBefore(token, story);
  if (noun.role && !noun.organ)
    return noun.role.use === 'unnamed'
      ? [ownParty(noun.text.toLowerCase(), 'unknown', null, null)]
      : roleOfState(scene, token, noun, state);
  if (isForeign(scene, token, noun)) return [foreignParty(noun, sector)];
  if (bare === 'owner') return [state && sector ? organParty(scene.index, state, sector) : own()];
  if (bare === 'context') return state && sector ? [organParty(scene.index, state, sector)] : [own()];
  return context.main && sector ? [organParty(scene.index, context.main, sector)] : [{ ...own(), country: null }];
}

/** Nouns that set a group apart from the one told before. */
const IS_ANOTHER = /^(splinter|breakaway|rival|dissident)\b/i;

/** How far back the one army or the engineers of a report are told, in sentences. */
const SAME_NOUN_REACH = 10;

/** What one noun stood for all along, "the engineers" long after "two engineers", it still stands for. */
function onlyOneCalled(token: Token, sector: Sector, noun: string, story: Story): Told | null {
  const called = story
    .recent(token.sentence, SAME_NOUN_REACH)
    .filter(({ noun: told, form, parties }) => told === noun && form !== 'adjective' && parties[0]?.sector === sector);
  const [first] = called;
  return first && called.every(({ parties }) => parties.length === 1 && parties[0]?.id === first.parties[0]?.id) ? first : null;
}

/** "foreign fighters": whoever they are, they are not the state's of the context. */
function isForeign(scene: Scene, token: Token, noun: ReadNoun): boolean {
  return (
    /^foreign\b/i.test(noun.text) ||
    scene.tree.childrenBy(token, 'amod').some((child) => /^(foreign|international|western)$/i.test(child.form))
  );
}

function foreignParty(noun: ReadNoun, sector: Sector | null): Party {
  return ownParty(`foreign ${noun.text.replace(/^foreign /i, '').toLowerCase()}`, noun.organ?.kind ?? 'unknown', null, sector);
}

/** Relations of a noun that takes part in what its clause tells. */
const TAKES_PART = /^(nsubj|obj|iobj|obl|nmod|conj)/;

/** "When the group moved, some members stayed": the group told last in the sentence. */
function groupToldBefore(token: Token, story: Story): readonly Party[] {
  const told = story
    .recent(token.sentence, 0)
    .find(({ parties, form }) => form !== 'adjective' && /^(armed-group|organisation)$/.test(parties[0]?.kind ?? ''));
  return told?.parties ?? [];
}

/** Who speaks for or belongs to others is nobody of his own where they are not named. */
const OF_OTHERS = /(spokes\w{1,12}|members?|affiliates?|allies|ally|partners?|branch(es)?)$/i;

/** "the governor" serves the state spoken of; officers and ministers of no known state who take part in something stay their own party. */
function roleOfState(scene: Scene, token: Token, noun: ReadNoun, state: string | null): readonly Party[] {
  const sector = noun.role?.sector;
  if (noun.definite && !noun.plural && sector && state) return [organParty(scene.index, state, sector)];
  if (!TAKES_PART.test(token.deprel) || (!sector && OF_OTHERS.test(noun.text))) return [];
  return [ownParty(noun.text.toLowerCase(), noun.plural ? 'people' : 'person', state, sector ?? null)];
}

function hasToldOwner(scene: Scene, token: Token, story: Story): boolean {
  const owner = scene.tree.childBy(token, 'nmod:poss');
  return owner !== null && story.recent(token.sentence, 0).some(({ head }) => head === owner.index);
}

/** "their army", "its spokesman": the pronoun's parties own the noun. */
function ownedByPronoun(scene: Scene, token: Token, noun: ReadNoun, story: Story): readonly Party[] | null {
  const owner = scene.tree.childBy(token, 'nmod:poss');
  if (!owner) return null;
  const told = story.recent(token.sentence, 0).find(({ head }) => head === owner.index);
  if (told) return ownedBy(scene, told.parties, noun);
  return pronounClass(owner) ? [] : null;
}

/** "an official of the movement", "the leaders of both countries": the owner behind the noun refers back. */
function ownedByAnaphor(scene: Scene, token: Token, noun: ReadNoun, story: Story): readonly Party[] {
  for (const phrase of scene.tree.childrenBy(token, 'nmod')) {
    const anaphor = /^(of|for|from)$/.test(scene.tree.preposition(phrase)) ? anaphorOf(scene, phrase) : null;
    if (anaphor) return ownedBy(scene, resolveAnaphor(scene, phrase, anaphor, story), noun);
  }
  return [];
}

function ownedBy(scene: Scene, owners: readonly Party[], noun: ReadNoun): readonly Party[] {
  const sector = noun.organ?.sector ?? noun.role?.sector ?? null;
  const parties = owners.flatMap((party) => {
    if (party.kind === 'armed-group' || party.kind === 'organisation') return [party];
    if (!isStateCode(party.country)) return [];
    return [organParty(scene.index, party.country, sector ?? (party.sector || 'GOV'))];
  });
  return uniqueParties(parties);
}

function isPluralMention(token: Token, reading: Reading): boolean {
  if (reading.form === 'pronoun') return pronounClass(token) === 'they';
  if (reading.form === 'name' && reading.parties.length === 1 && reading.parties[0]?.kind === 'state') return false;
  return isPluralHead(token) || reading.parties.length > 1;
}

function genderOf(scene: Scene, token: Token): Gender | null {
  const form = token.form.toLowerCase();
  if (/^(she|her|hers|herself)$/.test(form) || /(woman|queen|princess|mother|sister|daughter)$/.test(form)) return 'female';
  if (/^(he|him|his|himself)$/.test(form) || /(man|king|prince|father|brother|son)$/.test(form)) return 'male';
  const titles = scene.tree.children(token).map((child) => child.form.toLowerCase());
  if (titles.some((title) => /^(mr\.?|king|prince|sheikh|sheik|mullah|sir|lord)$/.test(title))) return 'male';
  if (titles.some((title) => /^(mrs\.?|ms\.?|miss|queen|princess|lady|dame)$/.test(title))) return 'female';
  return null;
}
