import type { Sector } from '../../codebook/index.ts';
import type { Token } from '../../document/index.ts';
import type { ActorNoun } from './actor-index.ts';
import type { NounMatch } from './noun-index.ts';
import { isDefinite, isPluralHead } from './noun-phrase.ts';
import { chooseOwners, type Owner, ownersIn } from './owners.ts';
import { isStateCode, organParty, ownParty, type Party } from './parties.ts';
import { isPeopleOfCause } from './people-of-cause.ts';
import { isPeoplesMark } from './peoples-mark.ts';
import type { Reading, ReadNoun } from './reading.ts';
import type { Scene } from './scene.ts';

/** Sectors whose nouns, owned by a group, are the group itself: "Taliban fighters", "Hezbollah officials". */
const MEMBER_SECTORS: ReadonlySet<Sector> = new Set([
  'MIL',
  'GOV',
  'REB',
  'PRM',
  'COP',
  'SPY',
  'PTY',
  'OPP',
  'JUD',
  'UAF',
  'LEG',
  'ELI',
  'CRM',
  'JRN',
  'SOC',
]);
/** Sectors of a state's organs, for which a state's name outranks any other owner. */
const STATE_SECTORS: ReadonlySet<Sector> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY']);
const CAPTIVES = /^(prisoner|detainee|inmate|captive|suspect|supporter|sympathi[sz]er|member)s?$/i;

/** The actor noun a head ends, with the owners found for it, as parties.
 * @param range where to look for the noun and its owners: the core noun phrase
 * @param outer parties of "of" and "for" phrases behind it, used where nobody stands before it */
export function readNoun(
  scene: Scene,
  head: Token,
  range: { readonly from: number; readonly to: number },
  outer: () => readonly Owner[],
): Reading | null {
  const limit = Math.max(range.to, Math.min(head.index + 6, sentenceEnd(scene, head)));
  const match = scene.index.nouns.findAt(scene.forms, head.index, range.from, limit);
  if (!match || isUnlistedName(scene, match, range.from) || opensName(scene, match)) return null;
  const first = pickNoun(match, true);
  const owners = findOwners(scene, match, range.from, first.organ?.sector ?? first.role?.sector ?? null, outer);
  const { organ, role } = asFormer(
    scene,
    match,
    range.from,
    pickNoun(
      match,
      owners.some(({ party }) => party.kind === 'state'),
    ),
  );
  const text = scene.forms.slice(match.from, match.to).join(' ');
  const noun: ReadNoun = {
    text,
    organ,
    role,
    definite: isDefinite(scene.tree, head),
    plural: isPluralHead(head),
    people: owners.length === 1 ? (owners[0]?.people ?? null) : backedBy(scene, range.from, match.from),
  };
  const parties = owners.flatMap((owner) => combine(scene, owner, noun));
  const ownerFrom = owners.find((owner) => owner.to === match.from)?.from ?? match.from;
  const full = { from: Math.min(range.from, match.from, ownerFrom), to: Math.max(range.to, match.to) };
  const human = role !== null && role.use !== 'title' && !noun.plural;
  const kind = organ ? 'organ' : 'role';
  if (role?.use === 'title' && !organ) return null;
  if (parties.length === 0 && (organ ? organ.bare === 'owned' : role?.use === 'owner')) {
    const inner = innerOrgan(scene, match, range.from);
    if (inner) return { ...inner, head: head.index, range: full, human };
  }
  return {
    head: head.index,
    range: full,
    form: 'description',
    parties,
    basis: parties.length > 0 ? `${kind}/owned` : `${kind}/bare`,
    noun,
    human,
  };
}

/** "Ruritanian-backed": which of several groups is meant, though not whose it is. */
function backedBy(scene: Scene, from: number, to: number): string | null {
  const forms = scene.forms
    .slice(from, to)
    .join(' ')
    .replace(/ ?[-–] ?/g, '-');
  return /(\p{Lu}[\p{L}.]{0,40}-(?:backed|led|allied|aligned|supported|funded|linked|trained))/u.exec(forms)?.[1] ?? null;
}

/** "police spokesman", "army jets": the organ noun right before a role noun, read on its own. */
function innerOrgan(scene: Scene, match: NounMatch<ActorNoun>, from: number): Reading | null {
  const before = scene.doc.tokens[match.from - 1];
  if (!before || before.index < from || !/^[\p{L}]/u.test(before.form)) return null;
  return readNoun(scene, before, { from, to: before.index + 1 }, () => []);
}

/** Of two readings of a noun ("bombers" are aircraft or people) an organ of state where a state owns it, else the other. */
function pickNoun(match: NounMatch<ActorNoun>, ofState: boolean): Pick<ReadNoun, 'organ' | 'role'> {
  const organs = match.meanings.filter((meaning) => meaning.type === 'organ');
  const organ = organs.find((meaning) => STATE_SECTORS.has(meaning.organ.sector) === ofState) ?? organs[0];
  const role = match.meanings.find((meaning) => meaning.type === 'role');
  return {
    organ: organ?.organ ?? null,
    role: role?.type === 'role' ? role.role : null,
  };
}

/** Words that take an office away from who held it. */
const FORMER = /^(former|ex|ousted|deposed|toppled)$/i;
/** Offices whose former holders are an elite of their own. */
const OFFICE_SECTORS: ReadonlySet<Sector | null> = new Set(['GOV', 'MIL', 'COP', 'SPY']);

/** "the former Ruritanian president": whoever held an office is a former official, however many words stand between. */
function asFormer(
  scene: Scene,
  match: NounMatch<ActorNoun>,
  from: number,
  read: Pick<ReadNoun, 'organ' | 'role'>,
): Pick<ReadNoun, 'organ' | 'role'> {
  const { role } = read;
  if (role?.use !== 'both' || !OFFICE_SECTORS.has(role.sector)) return read;
  if (!scene.forms.slice(from, match.from).some((form) => FORMER.test(form))) return read;
  return { organ: null, role: { ...role, sector: 'ELI' } };
}

/** Capitalised words that are no name we know right before a capitalised noun: "Free Homeland Army" is a name of its own. */
function isUnlistedName(scene: Scene, match: NounMatch<ActorNoun>, from: number): boolean {
  const noun = scene.doc.tokens[match.from];
  const before = scene.doc.tokens[match.from - 1];
  if (!noun || !before || before.index < from || !/^\p{Lu}/u.test(noun.form)) return false;
  if (isPeoplesMark(scene, before.index)) return true;
  return (
    /^\p{Lu}\p{Ll}/u.test(before.form) && before.upos === 'PROPN' && !scene.matchAt[before.index] && !isNounWord(scene, before)
  );
}

/** "the Army of Hope", "the Brigade of the Two Rivers": a capitalised group noun whose "of" leads to nobody known. */
function opensName(scene: Scene, match: NounMatch<ActorNoun>): boolean {
  if (!/^(of|for)$/.test(scene.forms[match.to] ?? '') || match.to - match.from > 1) return false;
  const noun = scene.forms[match.from] ?? '';
  if (isPeopleOfCause(scene, match.from)) return true;
  const known = scene.index.nameNouns.get(noun.toLowerCase());
  if (!/^\p{Lu}\p{Ll}/u.test(noun) || !known || known.sector === 'GOV') return false;
  const at = /^the$/.test(scene.forms[match.to + 1] ?? '') ? match.to + 2 : match.to + 1;
  const next = scene.doc.tokens[at];
  if (!next || !/^\p{Lu}\p{Ll}/u.test(next.form) || scene.matchAt[at] || scene.placeAt[at]) return false;
  return !isNounWord(scene, next);
}

function isNounWord(scene: Scene, token: Token): boolean {
  return scene.index.nouns.findAt(scene.forms, token.index, token.index, token.index + 1) !== null;
}

function sentenceEnd(scene: Scene, token: Token): number {
  return scene.doc.sentences[token.sentence]?.to ?? token.index + 1;
}

function findOwners(
  scene: Scene,
  match: NounMatch<ActorNoun>,
  from: number,
  sector: Sector | null,
  outer: () => readonly Owner[],
): readonly Owner[] {
  const preferState = sector !== null && STATE_SECTORS.has(sector);
  const inside = chooseOwners(scene, ownersIn(scene, from, match.from), preferState);
  if (inside.length > 0) return inside;
  const beside = adjectiveBefore(scene, match.from);
  if (beside) return [beside];
  if (/^foreign$/i.test(scene.forms[match.from] ?? '')) return [];
  const named = ownersIn(scene, match.from, match.to);
  if (named.length > 0) return named;
  const behind = outer();
  return behind.length > 0 ? behind : ownerBehindOf(scene, match.to);
}

/** A state's adjective right before the noun, where the tree has put it elsewhere. */
function adjectiveBefore(scene: Scene, from: number): Owner | null {
  const match = scene.matchAt[from - 1];
  if (!match || match.to !== from || !match.meanings.some(({ type }) => type === 'adjective')) return null;
  return ownersIn(scene, match.from, match.to)[0] ?? null;
}

/** How far behind "of" an owner is looked for where the tree has lost it: "the government of Prime Minister X". */
const OF_REACH = 6;

function ownerBehindOf(scene: Scene, at: number): readonly Owner[] {
  if (scene.forms[at] !== 'of') return [];
  let end = at + 1;
  while (end < at + OF_REACH && /^(PROPN|ADJ|DET|NOUN)$/.test(scene.doc.tokens[end]?.upos ?? '')) end++;
  const [first] = ownersIn(scene, at + 1, end);
  const between = scene.doc.tokens.slice(at + 1, first?.from ?? at + 1);
  return first && between.every(({ form }) => /^(\p{Lu}|the$)/u.test(form)) ? [first] : [];
}

/** What a noun owned by somebody stands for; empty where the owner says nothing about it. */
function combine(scene: Scene, owner: Owner, noun: ReadNoun): readonly Party[] {
  const { party } = owner;
  if (party.kind === 'state') return [ofState(scene, party.id, noun)];
  if (owner.people !== null) return ofPeople(owner.people, party, noun);
  if (party.kind === 'person') return ofPerson(scene, party, noun);
  return ofParty(scene, party, noun);
}

function ofState(scene: Scene, state: string, { organ, role, text }: ReadNoun): Party {
  if (role?.use === 'unnamed' && !organ) return ownParty(text.toLowerCase(), 'unknown', state, null);
  return organParty(scene.index, state, organ?.sector ?? role?.sector ?? 'GOV');
}

function ofPeople(adjective: string, people: Party, { organ, role, text }: ReadNoun): readonly Party[] {
  const sector = organ?.sector ?? role?.sector ?? null;
  if (sector === null || sector === 'CVL' || sector === 'REF') return [people];
  const kind = organ?.kind ?? 'people';
  return [
    ownParty(`${adjective} ${text.toLowerCase()}`, kind === 'military' ? 'armed-group' : kind, people.country, armed(sector)),
  ];
}

/** A people has no state forces of its own: its fighters are an armed opposition until somebody says otherwise. */
function armed(sector: Sector): Sector {
  return sector === 'MIL' ? 'REB' : sector;
}

function ofPerson(scene: Scene, person: Party, { organ, role, text }: ReadNoun): readonly Party[] {
  if (/^(supporter|follower|backer|sympathi[sz]er|loyalist)s?$/i.test(text))
    return [ownParty(`${person.name} ${text.toLowerCase()}`, 'people', person.country, 'CVL')];
  if (!isStateCode(person.country)) return [person];
  if (organ && !STATE_SECTORS.has(organ.sector)) return [];
  if (person.sector === 'REB') return [organParty(scene.index, person.country, 'REB')];
  return [organParty(scene.index, person.country, organ?.sector ?? role?.sector ?? 'GOV')];
}

function ofParty(scene: Scene, party: Party, { organ, role, text }: ReadNoun): readonly Party[] {
  if (party.sector !== null && party.id === `${party.country}:${party.sector}`) {
    if (role?.use === 'owner' || !organ || MEMBER_SECTORS.has(organ.sector)) return [party];
    return party.country ? [organParty(scene.index, party.country, organ.sector)] : [];
  }
  if (!organ || MEMBER_SECTORS.has(organ.sector) || CAPTIVES.test(text)) return [party];
  return party.kind === 'organisation' || party.kind === 'media' ? [party] : [];
}
