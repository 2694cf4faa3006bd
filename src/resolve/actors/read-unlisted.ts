import { kebabCase } from '../../base/index.ts';
import type { Token } from '../../document/index.ts';
import type { NameNoun } from '../../knowledge/index.ts';
import type { ActorNoun } from './actor-index.ts';
import { groupNameAt, headOfName } from './group-names.ts';
import { readNamedGroup } from './named-group.ts';
import type { NounMatch } from './noun-index.ts';
import { coreRange, isSubject } from './noun-phrase.ts';
import { ownersIn } from './owners.ts';
import { isStateCode, kindOfSector, type Party } from './parties.ts';
import { isPeopleOfCause } from './people-of-cause.ts';
import { isPeoplesMark } from './peoples-mark.ts';
import { singular } from './pieces.ts';
import { readNoun } from './read-noun.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';
import { withTitle } from './title.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

const PARTICLE = /^(al|el|bin|ibn|abu|de|da|di|dos|del|der|van|von|ul|e|i|ag|ould|-|–|'|’|s|of|for|and|the)$/i;
const PERSON_PARTICLE = /^(al|el|bin|ibn|abu|de|da|di|dos|del|der|van|von|ul|ag|ould|-|–)$/i;
/** How deep "of" phrases inside "of" phrases are followed. */
const MAX_DEPTH = 5;
/** Longest name looked at, in tokens. */
const MAX_NAME = 10;

/** A name no table knows, at the end of a core noun phrase: a person where title, apposition or the name finder say so, an
 * organisation where its last word or a describing noun says so; else null. */
export function readUnlisted(scene: Scene, head: Token, range: Range): Reading | null {
  if (head.upos !== 'PROPN' && !/^\p{Lu}/u.test(head.form)) return null;
  const inner = range;
  range = withTitle(scene, { from: Math.min(inner.from, head.index), to: inner.to });
  const title = titleBefore(scene, head, range);
  const from = title ? title.to : range.from;
  const name = nameIn(scene, from, range.to, head);
  if (!name || (head.index < name.from && !title)) return null;
  const inSight = { from: name.from, to: Math.min(name.to, range.to) };
  return (
    readOrganisation(scene, head, { from: range.from, to: name.to }, name) ??
    readPerson(scene, head, range, inSight, title?.reading ?? null)
  );
}

/** Title or describing noun right before the name, read with its owners: "Afghan Defense Minister". */
function titleBefore(scene: Scene, head: Token, range: Range): { reading: Reading | null; to: number } | null {
  for (let at = range.to - 2; at >= range.from; at--) {
    const token = scene.doc.tokens[at];
    if (!token || at + 1 >= range.to || isPeoplesMark(scene, at) || isPeoplesMark(scene, at + 1)) continue;
    const found = scene.index.nouns.findAt(scene.forms, at, range.from, range.to - 1);
    if (!found || found.to >= range.to || (at > head.index && !isTitle(scene, found))) continue;
    const reading = readNoun(scene, token, { from: range.from, to: at + 1 }, () => []);
    return { reading, to: Math.max(at + 1, reading ? found.to : at + 1) };
  }
  return null;
}

/** Behind the head the tree names only a title counts: "Judge" and "Price" are surnames too. */
function isTitle(scene: Scene, found: NounMatch<ActorNoun>): boolean {
  const roles = found.meanings.some((meaning) => meaning.type === 'role' && meaning.role.use !== 'owner');
  return roles && (scene.matchAt[found.from] === null || found.to - found.from > 1);
}

/** The run of capitalised words up to the end of the range. */
function nameIn(scene: Scene, from: number, to: number, head: Token): Range | null {
  let start = to;
  while (start > from && to - start < MAX_NAME) {
    const form = scene.forms[start - 1] ?? '';
    const capital = /^[\p{Lu}\p{N}]/u.test(form);
    if (!capital && !(PARTICLE.test(form) && start < to) && !isPeoplesMark(scene, start - 1)) break;
    start--;
  }
  while (start < to && !/^\p{Lu}/u.test(scene.forms[start] ?? '') && !/^(al|el|bin)$/i.test(scene.forms[start] ?? '')) start++;
  return start < to && head.index < to ? { from: start, to: withOfPhrase(scene, to) } : null;
}

/** "Lions of the Coast": the name goes on behind "of" or "for" in capitals. */
function withOfPhrase(scene: Scene, to: number): number {
  if (!/^(of|for)$/.test(scene.forms[to] ?? '')) return to;
  let end = /^the$/.test(scene.forms[to + 1] ?? '') ? to + 2 : to + 1;
  if (scene.matchAt[end]?.meanings.some(({ type }) => type === 'state')) return to;
  const first = end;
  while (/^\p{Lu}/u.test(scene.forms[end] ?? '') && end - to < MAX_NAME) end++;
  return end > first ? end : to;
}

function textOf(scene: Scene, { from, to }: Range): string {
  const first = scene.doc.tokens[from];
  const last = scene.doc.tokens[to - 1];
  return first && last ? scene.doc.text.slice(first.start, last.end).replace(/\s+/g, ' ') : '';
}

function readOrganisation(scene: Scene, head: Token, range: Range, name: Range): Reading | null {
  const before = describingNoun(scene, head, range, name);
  const own = nameNounOf(scene, name) ?? (isPeopleOfCause(scene, name.from) ? OF_CAUSE : null);
  const labelled = scene.labelAt[head.index] === 'organisation';
  if (!before && !own) return null;
  if (!before && name.to - name.from < 2 && !labelled) return null;
  const country =
    before?.country ?? ownersIn(scene, name.from, name.to).find(({ party }) => party.kind === 'state')?.party.country ?? null;
  const sector = before?.sector ?? own?.sector ?? null;
  const kind = before?.kind ?? own?.kind ?? 'organisation';
  return reading(head, range, { ...party(scene, name), kind, country, sector }, before ? 'described-name' : 'name-noun');
}

/** What such a name says of the group. */
const OF_CAUSE: Pick<NameNoun, 'kind' | 'sector'> = { kind: 'organisation', sector: null };

function party(scene: Scene, name: Range): Party {
  const text = textOf(scene, name).replace(/^the\s+/i, '');
  return { id: kebabCase(text), name: text, kind: 'unknown', country: null, sector: null, names: [] };
}

function nameNounOf(scene: Scene, name: Range): NameNoun | null {
  for (let at = name.to - 1; at >= name.from; at--) {
    const form = (scene.forms[at] ?? '').toLowerCase();
    const found = scene.index.nameNouns.get(form) ?? scene.index.nameNouns.get(singular(form));
    const next = (scene.forms[at + 1] ?? '').toLowerCase();
    if (found && (at === name.to - 1 || next === 'for' || next === 'of' || (at === name.from && isJoiner(next)))) return found;
  }
  return null;
}

/** "Jaish al-X", "Lashkar-e-X": the telling word comes first. */
function isJoiner(form: string): boolean {
  return /^(al|el|ul|e|i|[-–])$/.test(form);
}

/** A group noun before the name ("the militant group X") or in apposition to it ("X, a militant group"). */
function describingNoun(
  scene: Scene,
  head: Token,
  range: Range,
  name: Range,
): Pick<Party, 'kind' | 'country' | 'sector'> | null {
  const before = scene.doc.tokens[name.from - 1];
  if (before && before.index >= range.from) {
    const read = readNoun(scene, before, { from: range.from, to: name.from }, () => []);
    const described = read && describes(read);
    if (described) return described;
  }
  for (const apposed of [
    ...scene.tree.childrenBy(head, 'appos'),
    ...describedBefore(scene, head, name),
    ...behindComma(scene, name.to),
  ]) {
    const span = { from: Math.min(scene.tree.subtreeRange(apposed).from, apposed.index), to: apposed.index + 1 };
    const read = readNoun(scene, apposed, span, () => outerOwners(scene, apposed));
    const described = (read && describes(read)) ?? plainlyDescribed(scene, apposed);
    if (described) return described;
  }
  return null;
}

/** "X, a group that ...": nouns for groups that tell no sector. */
function plainlyDescribed({ index }: Scene, { form, upos }: Token): Pick<Party, 'kind' | 'country' | 'sector'> | null {
  if (upos === 'NOUN' && /^(splinter|offshoot|outgrowth|affiliate)$/i.test(form))
    return { kind: 'organisation', country: null, sector: null };
  const noun = upos === 'NOUN' ? index.anaphors.get(form.toLowerCase()) : undefined;
  if (noun?.number !== 'one') return null;
  if (noun.refers === 'armed') return { kind: 'armed-group', country: null, sector: 'REB' };
  return noun.refers === 'group' ? { kind: 'organisation', country: null, sector: null } : null;
}

/** The noun before the comma in "a little-known faction, the X,". */
function describedBefore(scene: Scene, head: Token, name: Range): readonly Token[] {
  const above = head.deprel === 'appos' ? scene.tree.head(head) : null;
  const start = /^the$/i.test(scene.forms[name.from - 1] ?? '') ? name.from - 1 : name.from;
  return [...(above ? [above] : []), ...beforeComma(scene, start)];
}

/** The noun right before a comma before a token, in the same sentence. */
function beforeComma(scene: Scene, start: number): readonly Token[] {
  const noun = scene.forms[start - 1] === ',' ? scene.doc.tokens[start - 2] : undefined;
  return noun && noun.sentence === scene.doc.tokens[start]?.sentence && noun.upos === 'NOUN' ? [noun] : [];
}

/** Longest description between its article and its noun, in tokens. */
const MAX_DESCRIPTION = 6;

/** The noun of "X, a pro-government militia, ...", whatever the tree makes of it. */
function behindComma({ doc, forms }: Scene, end: number): readonly Token[] {
  const comma = forms[end] === '(' || forms[end] === '[' ? end + 3 : end;
  if (forms[comma] !== ',' || !/^(an?|the|one)$/.test(forms[comma + 1] ?? '')) return [];
  for (let at = comma + 2; at <= comma + 2 + MAX_DESCRIPTION; at++) {
    const token = doc.tokens[at];
    const next = doc.tokens[at + 1];
    if (!token || token.sentence !== doc.tokens[end]?.sentence) return [];
    if (/^(NOUN|ADJ|PROPN|NUM|ADV)$/.test(token.upos) || /^[-–]$/.test(token.form)) {
      const goesOn = /^(NOUN|PROPN)$/.test(next?.upos ?? '') || /^([-–]|['’]s?)$/.test(next?.form ?? '');
      if (token.upos === 'NOUN' && !goesOn) return [token];
    } else return [];
  }
  return [];
}

const GROUP_SECTORS = /^(REB|PRM|CRM|PTY|OPP|SOC|BUS|JRN)$/;

function describes({ noun, parties }: Reading): Pick<Party, 'kind' | 'country' | 'sector'> | null {
  const organ = noun?.organ;
  if (!organ || noun.plural || !GROUP_SECTORS.test(organ.sector)) return null;
  if (
    !/(group|organi[sz]ation|movement|militia|faction|party|army|front|network|gang|cartel|company|firm|bank|newspaper|agency|station|channel|charity|coalition|union|insurgency|wing|cell|watchdog|tank|institute|television|broadcaster)$/i.test(
      noun.text,
    )
  )
    return null;
  return { kind: kindOfSector(organ.sector), country: parties[0]?.country ?? null, sector: organ.sector };
}

function readPerson(scene: Scene, head: Token, range: Range, name: Range, title: Reading | null): Reading | null {
  const label = scene.labelAt[name.from] ?? scene.labelAt[head.index];
  const apposed = roleInApposition(scene, head);
  const role = title ?? apposed;
  const asPerson = label === 'person' || role?.noun?.role || (title !== null && label !== 'place' && label !== 'organisation');
  if (!asPerson || label === 'place') return null;
  const words = scene.forms.slice(name.from, name.to);
  if (!role && /^the$/i.test(scene.forms[name.from - 1] ?? '')) return null;
  if (words.some((word) => /^(of|for|and|the)$/i.test(word))) return null;
  if (words.every((word) => PERSON_PARTICLE.test(word))) return null;
  if (!role && name.to - name.from === 1 && !isSureSingleName(scene, head)) return null;
  const served = role?.parties[0] ?? apposed?.parties[0] ?? null;
  const sector = role?.noun?.role?.sector ?? role?.noun?.organ?.sector ?? served?.sector ?? null;
  const country = served?.country ?? null;
  const person: Party = {
    ...party(scene, name),
    kind: 'person',
    country,
    sector: role?.noun?.role?.use === 'unnamed' ? null : sector,
  };
  return { ...reading(head, range, person, title ? 'titled-person' : 'person-name'), human: true };
}

/** A single capitalised word may be any noun at the start of a sentence and a place behind a preposition. */
function isSureSingleName({ doc }: Scene, head: Token): boolean {
  const before = doc.tokens[head.index - 1];
  if (!isSubject(head) || head.upos !== 'PROPN' || !before || before.sentence !== head.sentence) return false;
  return before.upos !== 'ADP' && before.upos !== 'PUNCT';
}

/** "X, a spokesman for the ministry": the role noun in apposition behind the name, or before it ("the spokesman, X"). */
export function roleInApposition(scene: Scene, head: Token): Reading | null {
  const behind = scene.tree.childrenBy(head, 'appos');
  const above = head.deprel === 'appos' ? scene.tree.head(head) : null;
  for (const noun of [...behind, ...(above ? [above] : []), ...beforeComma(scene, coreRange(scene.tree, head).from)]) {
    const range = { from: scene.tree.subtreeRange(noun).from, to: noun.index + 1 };
    const read = readNoun(scene, noun, { from: Math.min(range.from, noun.index), to: noun.index + 1 }, () =>
      outerOwners(scene, noun),
    );
    if (read?.noun && (read.noun.role || read.noun.organ) && !read.noun.plural) return read;
  }
  return null;
}

/** Owners in the phrases behind a noun: "of", "for", "from", "in", "at". */
export function outerOwners(scene: Scene, noun: Token, depth = 0): ReturnType<typeof ownersIn> {
  if (depth > MAX_DEPTH) return [];
  const phrases = scene.tree.childrenBy(noun, 'nmod');
  const patterns = isRole(scene, noun) ? [/^(of|for)$/, /^(at|with|from)$/] : [/^(of|for)$/, /^(at|with|from)$/, /^in$/];
  for (const pattern of patterns) {
    for (const phrase of phrases) {
      if (!pattern.test(scene.tree.preposition(phrase))) continue;
      const owners = ownersOfPhrase(scene, phrase, depth + 1);
      if (owners.length > 0 && (pattern.source !== '^in$' || isStateCode(owners[0]?.party.country ?? null))) return owners;
    }
  }
  return [];
}

/** A role noun that takes its party from whom it serves does not take it from where it is. */
function isRole(scene: Scene, noun: Token): boolean {
  const found = scene.index.nouns.findAt(scene.forms, noun.index, noun.index, noun.index + 1);
  return found?.meanings.every((meaning) => meaning.type === 'role' && meaning.role.use === 'owner') ?? false;
}

/** A phrase's own party, where it has one, else the known names inside it. */
function ownersOfPhrase(scene: Scene, phrase: Token, depth: number): ReturnType<typeof ownersIn> {
  const span = scene.tree.subtreeRange(phrase);
  const heads = [phrase, ...scene.tree.childrenBy(phrase, 'conj')];
  const owners = heads.flatMap((head) => {
    const core = { from: Math.max(span.from, headStart(scene, head)), to: head.index + 1 };
    const read = scene.matchAt[head.index] ? null : readNoun(scene, head, core, () => outerOwners(scene, head, depth));
    const group = unlistedGroup(scene, head, core);
    if (group) return [{ party: group, people: null, from: core.from, to: core.to }];
    if (read?.parties[0]) return [{ party: read.parties[0], people: null, from: core.from, to: core.to }];
    return ownersIn(
      scene,
      core.from,
      Math.max(core.to, scene.matchAt[head.index]?.to ?? 0, scene.placeAt[head.index]?.to ?? 0),
    ).slice(-1);
  });
  return owners;
}

/** "fighters of the Blue Coast Front", "a member of the Castellano cartel". */
function unlistedGroup(scene: Scene, head: Token, core: Range): Party | null {
  const own = scene.matchAt[head.index] ? null : groupNameAt(scene, head.index);
  const noun = own && headOfName(scene, own) === head.index ? nameNounOf(scene, own) : null;
  if (own && noun)
    return { ...party(scene, { from: own.from, to: withOfPhrase(scene, own.to) }), kind: noun.kind, sector: noun.sector };
  return readNamedGroup(scene, head, core)?.parties[0] ?? null;
}

function headStart(scene: Scene, head: Token): number {
  const start = scene.tree.subtreeRange(head).from;
  const marker = scene.tree.childrenBy(head, 'case')[0];
  return marker && marker.index < head.index ? marker.index + 1 : start;
}

function reading(head: Token, range: Range, entity: Party, basis: string): Reading {
  return { head: head.index, range, form: 'name', parties: [entity], basis, noun: null, human: false };
}
