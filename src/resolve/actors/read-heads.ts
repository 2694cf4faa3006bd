import { baseRelation, type Token } from '../../document/index.ts';
import type { Meaning } from './actor-index.ts';
import { groupNameAt, headOfName } from './group-names.ts';
import { readNamedGroup } from './named-group.ts';
import { coreRange, isModifier } from './noun-phrase.ts';
import { ownerOf, ownersIn } from './owners.ts';
import { isStateCode, type Party } from './parties.ts';
import { readKnownName } from './read-name.ts';
import { readNoun } from './read-noun.ts';
import { outerOwners, readUnlisted, roleInApposition } from './read-unlisted.ts';
import type { Reading } from './reading.ts';
import { headOfRange, type Scene } from './scene.ts';
import { withTitle } from './title.ts';

/** Readings that use up the names inside them. */
const WHOLE_NAMES: ReadonlySet<string> = new Set([
  'titled-person',
  'name-noun',
  'described-name',
  'named-group',
  'name/person',
]);

/** Reads every noun phrase and every modifier that is somebody's name, in text order. What needs the story so far (bare
 * nouns, pronouns) is left to the coreference step. */
export function readHeads(scene: Scene): readonly Reading[] {
  const taken = new Set<number>();
  const readings: Reading[] = [];
  for (const token of scene.doc.tokens) {
    const reading = readHead(scene, token);
    if (!reading) continue;
    readings.push(reading);
    if (reading.noun || WHOLE_NAMES.has(reading.basis))
      for (let at = reading.range.from; at < reading.range.to; at++)
        if (at !== reading.head && !isPossessor(scene, at)) taken.add(at);
  }
  const kept = readings.filter(
    ({ head, basis }) =>
      !(taken.has(head) && /^name\/(nationals|adjective-as-noun)$/.test(basis)) && !isWordOfName(scene, head, readings),
  );
  const heads = new Set(kept.map((reading) => reading.head));
  return [...kept, ...readModifiers(scene, taken, heads)].sort((a, b) => a.head - b.head);
}

/** "People" in "the People's Dawn Front", "Officers" in "the League of Free Officers": a word of an unlisted name is nobody. */
function isWordOfName(scene: Scene, head: number, readings: readonly Reading[]): boolean {
  if (scene.matchAt[head] || !/^\p{Lu}/u.test(scene.forms[head] ?? '')) return false;
  return readings.some(
    ({ head: other, basis, range }) =>
      other !== head && range.from <= head && head < range.to && /^(name-noun|described-name)$/.test(basis),
  );
}

/** A possessor keeps its own mention even inside a phrase that is read as a whole: "Pakistan's army". */
function isPossessor(scene: Scene, at: number): boolean {
  const match = scene.matchAt[at];
  const head = scene.doc.tokens[match ? headOfRange(scene.doc.tokens, match.from, match.to) : at];
  return head?.deprel === 'nmod:poss';
}

const NOUN_RELATIONS =
  /^(nsubj|obj|iobj|obl|nmod|appos|conj|root|dislocated|vocative|parataxis|list|ccomp|xcomp|acl|advcl|dep|orphan|nummod)/;

/** What the noun phrase of a head token stands for; null where it is no party. */
export function readHead(scene: Scene, token: Token): Reading | null {
  const match = scene.matchAt[token.index];
  if (!/^(NOUN|PROPN|ADJ|X|NUM)$/.test(token.upos) && !(match && /^\p{Lu}/u.test(token.form))) return null;
  const own = match ? null : groupNameAt(scene, token.index);
  if (own && headOfName(scene, own) !== token.index) return null;
  const named = own && readUnlisted(scene, token, { from: own.from - 1, to: own.to });
  if (named) return named;
  const range = coreRange(scene.tree, token);
  if (match && headOfRange(scene.doc.tokens, match.from, match.to) === token.index) return readMatch(scene, token, range);
  if (match || isModifier(token) || !NOUN_RELATIONS.test(token.deprel)) return null;
  const titled = nameAtEnd(scene, token, range) ?? titleOfUnlisted(scene, token, range);
  if (titled) return titled;
  const group = readNamedGroup(scene, token, range);
  if (group) return group;
  if (token.upos === 'NUM' || (token.upos === 'ADJ' && !isNounByPlace(scene, token))) return null;
  return readNoun(scene, token, range, () => outerOwners(scene, token)) ?? readUnlisted(scene, token, range);
}

function readMatch(scene: Scene, token: Token, range: { from: number; to: number }): Reading | null {
  const match = scene.matchAt[token.index];
  if (!match || isModifier(token)) return null;
  const core = { from: Math.min(range.from, match.from), to: Math.max(range.to, match.to) };
  if (isWithinLongerName(scene, match, core)) return readUnlisted(scene, token, core);
  if (match.meanings.every(({ type }) => type === 'adjective' || type === 'national') && core.to > match.to) {
    const titled = readUnlisted(scene, token, core);
    if (titled?.basis === 'titled-person') return titled;
  }
  const owned = readOwnedOrgan(scene, token, match, core);
  if (owned) return owned;
  const read = readKnownName(scene, token, match.meanings);
  if (!read) return null;
  const party = read.basis === 'person' ? withRole(scene, token, read.party) : read.party;
  return {
    head: token.index,
    range: party.kind === 'person' ? withTitle(scene, core) : core,
    form: 'name',
    parties: [party],
    basis: `name/${read.basis}`,
    noun: null,
    human: party.kind === 'person',
  };
}

/** "the Ruritanian Congress": a name that is a common noun too, owned by another state, is that state's. */
function readOwnedOrgan(
  scene: Scene,
  token: Token,
  match: { from: number; to: number; meanings: readonly Meaning[] },
  core: { from: number; to: number },
): Reading | null {
  if (!match.meanings.some(({ type }) => type === 'organ' || type === 'actor')) return null;
  const owner = ownersIn(scene, Math.min(core.from, adjectiveStart(scene, match.from)), match.from).at(-1);
  if (owner?.party.kind !== 'state') return null;
  const range = { from: owner.from, to: core.to };
  const read = readNoun(scene, token, range, () => []);
  return read?.noun?.organ && read.parties.length > 0 ? read : null;
}

function adjectiveStart(scene: Scene, at: number): number {
  const before = scene.matchAt[at - 1];
  return before?.to === at ? before.from : at;
}

/** A role named beside a listed person tells the sector where the table has none for the day. */
function withRole(scene: Scene, token: Token, person: Party): Party {
  const title = titleOf(scene, token);
  if (title?.sector && (person.sector === null || person.sector === 'ELI')) return { ...person, ...title };
  if (person.sector !== null || person.country !== null) return person;
  const role = roleInApposition(scene, token)?.parties[0];
  return role && isStateCode(role.country) ? { ...person, country: role.country, sector: role.sector } : person;
}

/** Country and sector of the office the text gives a listed person, where it does not call it a former one. */
function titleOf(scene: Scene, token: Token): Pick<Party, 'country' | 'sector'> | null {
  const match = scene.matchAt[token.index];
  if (!match) return null;
  const range = withTitle(scene, match);
  const last = scene.doc.tokens[match.from - 1];
  const words = scene.forms.slice(Math.max(0, range.from - 1), match.from).join(' ');
  if (!last || range.from === match.from || /\b(former|ex|late|ousted|deposed|then)\b/i.test(words)) return null;
  const title = readNoun(scene, last, { from: range.from, to: match.from }, () => []);
  const [served] = title?.parties ?? [];
  return title?.noun?.role && served && isStateCode(served.country) ? { country: served.country, sector: served.sector } : null;
}

/** "Jordan Peterson", "Georgia Tech": a listed name inside a longer one that is not listed. */
function isWithinLongerName(scene: Scene, match: { from: number; to: number }, core: { from: number; to: number }): boolean {
  const after = scene.doc.tokens[match.to];
  if (after && after.index < core.to && after.upos === 'PROPN' && baseRelation(after.deprel) === 'flat') return true;
  const before = scene.doc.tokens[match.from - 1];
  if (!before || before.index < core.from || before.upos !== 'PROPN' || !/^\p{Lu}/u.test(before.form)) return false;
  if (scene.matchAt[before.index] || before.deprel === 'nmod:poss' || before.deprel === 'nmod:desc') return false;
  const isTitle =
    scene.index.nouns.findAt(scene.forms, before.index, Math.max(core.from, before.index - 3), before.index + 1) !== null;
  return !isTitle && scene.labelAt[before.index] === 'person' && scene.labelAt[match.from] === 'person';
}

/** A head whose noun phrase ends in a listed person: "President Jane Doe" headed by the title. */
function nameAtEnd(scene: Scene, token: Token, range: { from: number; to: number }): Reading | null {
  const match = scene.matchAt[range.to - 1];
  if (!match || match.from <= token.index || match.to !== range.to) return null;
  const person = match.meanings.find((meaning) => meaning.type === 'person');
  if (!person) return null;
  const read = readKnownName(scene, token, [person]);
  return read
    ? {
        head: token.index,
        range: withTitle(scene, range),
        form: 'name',
        parties: [read.party],
        basis: 'name/person',
        noun: null,
        human: true,
      }
    : null;
}

/** "Interior Minister Jane Doe" headed by the title, of a name no table knows. */
function titleOfUnlisted(scene: Scene, token: Token, range: { from: number; to: number }): Reading | null {
  const isName = (child: Token) => child.upos === 'PROPN' && child.index > token.index && child.index < range.to;
  if (!scene.tree.childrenBy(token, 'flat').some(isName)) return null;
  const noun = scene.index.nouns.findAt(scene.forms, token.index, range.from, range.to);
  if (noun && noun.to >= range.to) return null;
  const read = readUnlisted(scene, token, range);
  return read?.basis === 'titled-person' ? read : null;
}

/** Names that modify a noun which is no party itself: "the Turkish shelling", "a Taliban attack". */
function readModifiers(scene: Scene, taken: ReadonlySet<number>, heads: ReadonlySet<number>): readonly Reading[] {
  const readings: Reading[] = [];
  for (const [at, match] of scene.matchAt.entries()) {
    if (!match || match.from !== at) continue;
    const head = headOfRange(scene.doc.tokens, match.from, match.to);
    const token = scene.doc.tokens[head];
    if (!token || heads.has(head) || taken.has(head) || !isModifier(token)) continue;
    const owner = ownerOf(scene, match);
    if (
      !owner ||
      (owner.people !== null && !OF_PEOPLE.test(scene.tree.head(token)?.lemma ?? '')) ||
      match.meanings.every(({ type }) => type === 'capital' || type === 'national')
    )
      continue;
    const organ = organBehind(scene, match, heads);
    if (organ) {
      readings.push(organ);
      continue;
    }
    const range = { from: match.from, to: match.to };
    readings.push({ head, range, form: 'adjective', parties: [owner.party], basis: 'modifier', noun: null, human: false });
  }
  return readings;
}

/** Where people live, pray, stand or are held: "Kurdish villages", "the Druze positions". */
const OF_PEOPLE =
  /^(village|town|settlement|hamlet|district|neighbou?rhood|quarter|area|region|enclave|stronghold|position|post|line|territory|homeland|land|home|house|shop|property|farm|camp|suburb|compound|church|mosque|temple|shrine|synagogue|monastery|cemetery|school|community|family|household|crowd|march|protest|rally|uprising|revolt|insurgency|rebellion|attack|raid|boat)$/;

/** "the Ruritanian military said": an adjective that stands where the noun of its phrase must, right before the verb. */
function isNounByPlace(scene: Scene, token: Token): boolean {
  const before = scene.matchAt[token.index - 1];
  const next = scene.doc.tokens[token.index + 1];
  return before?.to === token.index && next !== undefined && /^(VERB|AUX)$/.test(next.upos);
}

/** "a Ruritanian army operation": the organ noun right behind the name, itself a modifier, is who is meant. */
function organBehind(scene: Scene, match: { from: number; to: number }, heads: ReadonlySet<number>): Reading | null {
  for (let at = match.to + 1; at >= match.to; at--) {
    const noun = scene.doc.tokens[at];
    if (!noun || heads.has(at) || baseRelation(noun.deprel) !== 'compound') continue;
    const read = readNoun(scene, noun, { from: match.from, to: at + 1 }, () => []);
    if (read?.noun?.organ && read.parties.length > 0 && read.range.from === match.from)
      return { ...read, head: at, range: { from: match.from, to: at + 1 }, form: 'adjective', basis: 'modifier', noun: null };
  }
  return null;
}
