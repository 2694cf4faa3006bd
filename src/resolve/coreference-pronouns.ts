import type { Token, Tree } from '../document/index.ts';
import { isSubject } from './actors/noun-phrase.ts';
import type { Party } from './actors/parties.ts';
import type { Gender, Story, Told } from './coreference-story.ts';

type PronounClass = 'he' | 'she' | 'it' | 'they';

const PRONOUNS: ReadonlyMap<string, PronounClass> = new Map([
  ['he', 'he'],
  ['him', 'he'],
  ['his', 'he'],
  ['himself', 'he'],
  ['she', 'she'],
  ['her', 'she'],
  ['hers', 'she'],
  ['herself', 'she'],
  ['it', 'it'],
  ['its', 'it'],
  ['itself', 'it'],
  ['they', 'they'],
  ['them', 'they'],
  ['their', 'they'],
  ['theirs', 'they'],
  ['themselves', 'they'],
]);

/** How far back a pronoun may reach, in sentences. */
const REACH: Readonly<Record<PronounClass, number>> = { he: 4, she: 4, it: 1, they: 1 };

/** Class of a third-person pronoun; null for any other token. */
export function pronounClass(token: Token): PronounClass | null {
  if (token.upos !== 'PRON' && token.upos !== 'DET') return null;
  return PRONOUNS.get(token.form.toLowerCase()) ?? null;
}

/** Who a pronoun refers to, by agreement, closeness and subject preference; empty where unsure. */
export function resolvePronoun(tree: Tree, token: Token, story: Story): readonly Party[] {
  const kind = pronounClass(token);
  if (!kind || token.deprel === 'expl' || isExpletive(tree, token) || isWhatWasSaid(tree, token)) return [];
  const told = story.recent(token.sentence, REACH[kind]).filter((candidate) => candidate.head !== token.index);
  const gender = kind === 'he' ? 'male' : kind === 'she' ? 'female' : null;
  const agreeing = told.filter(
    (candidate) => agrees(candidate, kind, gender, story) || (kind === 'they' && isCoordinated(tree, candidate)),
  );
  const mates = told.filter((candidate) => isClauseMate(tree, token, candidate));
  const taken = new Set(mates.flatMap(({ parties }) => parties.map(({ id }) => id)));
  const free = agreeing.filter((candidate) => candidate.parties.every(({ id }) => !taken.has(id)));
  const own = ownSubject(tree, token, agreeing);
  if (own) return kind === 'they' ? withPartner(tree, own, agreeing) : own.parties;
  if (kind === 'it' && !isSpeaking(tree, token) && hasOtherSubject(tree, token, told)) return [];
  const best = free.reduce<{ told: Told; score: number } | null>((kept, candidate) => {
    const score = scoreOf(candidate, token);
    return !kept || score > kept.score ? { told: candidate, score } : kept;
  }, null);
  if (!best) return [];
  if (kind === 'they') return withPartner(tree, best.told, free);
  return best.told.parties;
}

/** Kinds a plural pronoun may take up even after a singular noun. */
const COLLECTIVE = /^(armed-group|people|military|police)$/;

function agrees(told: Told, kind: PronounClass, gender: Gender | null, story: Story): boolean {
  if (told.form === 'adjective') return false;
  const [only] = told.parties;
  if (!only) return false;
  if (kind === 'he' || kind === 'she') {
    if (!told.human && !(told.form === 'pronoun' && only.kind === 'person')) return false;
    const known = told.gender ?? story.genderOf(only.id);
    return known === null || known === gender;
  }
  if (told.human || (kind === 'it' && only.kind === 'unknown')) return false;
  if (kind === 'they') return told.plural || told.parties.length > 1 || COLLECTIVE.test(only.kind);
  return !told.plural && told.parties.length === 1 && only.kind !== 'people' && only.kind !== 'person';
}

/** One of "A and B". */
function isCoordinated(tree: Tree, told: Told): boolean {
  if (told.form === 'adjective') return false;
  const head = tree.token(told.head);
  return head.deprel === 'conj' || tree.childBy(head, 'conj') !== null;
}

/** A mention of the same sentence scores above one before, a subject above an object, a name above a description, an unnamed
 * source ("analysts") below all. */
function scoreOf(told: Told, token: Token): number {
  const distance = token.sentence - told.sentence;
  const unnamed = told.parties.some(({ kind }) => kind === 'unknown');
  return (
    3 -
    distance * 2 +
    (told.subject && distance <= 1 ? 1.5 : 0) +
    (told.form === 'name' ? 0.5 : 0) -
    (unnamed ? 3 : 0) +
    told.head / 1e6
  );
}

/** "Pakistan closed its border": a possessive takes the subject of its own clause where it agrees. */
function ownSubject(tree: Tree, token: Token, agreeing: readonly Told[]): Told | null {
  if (token.deprel !== 'nmod:poss') return null;
  for (const above of tree.pathToRoot(token).slice(1)) {
    const subject = tree.childBy(above, 'nsubj') ?? controller(tree, above);
    if (!subject || subject.index > token.index || tree.isWithin(token, subject)) continue;
    const found = agreeing.find((told) => told.head === subject.index);
    return found?.parties.some(({ kind }) => kind !== 'unknown') ? found : null;
  }
  return null;
}

/** "asked the army to open its gates", "called on the army to open its gates": whom the verb above turns to is the subject of the
 * infinitive. */
function controller(tree: Tree, verb: Token): Token | null {
  const asking = verb.deprel === 'xcomp' || verb.deprel === 'advcl' ? tree.head(verb) : null;
  if (asking && /^(call|appeal)$/.test(asking.lemma)) {
    const asked = tree.childrenBy(asking, 'obl').find((child) => /^(on|upon|to)$/.test(tree.preposition(child)));
    if (asked && asked.index < verb.index) return asked;
  }
  const above = verb.deprel === 'xcomp' ? tree.head(verb) : null;
  return above ? (tree.childBy(above, 'obj', 'iobj') ?? tree.childBy(above, 'nsubj')) : null;
}

/** A plain pronoun does not refer to another argument of its own verb. */
function isClauseMate(tree: Tree, token: Token, told: Told): boolean {
  if (token.deprel === 'nmod:poss') return false;
  const above = clauseOf(tree, token);
  if (above === null || told.sentence !== token.sentence) return false;
  return tree.token(told.head).head === above.index || told.head === sharedSubject(tree, above)?.index;
}

/** What governs a pronoun; of "some of them" what governs the counting word. */
function clauseOf(tree: Tree, token: Token): Token | null {
  const above = tree.head(token);
  const counts = above !== null && token.deprel === 'nmod' && /^(DET|NUM|PRON)$/.test(above.upos);
  return counts ? tree.head(above) : above;
}

/** "captured them and shot him": the subject of the first verb is that of the second. */
function sharedSubject(tree: Tree, verb: Token): Token | null {
  const first = verb.deprel === 'conj' && !tree.childBy(verb, 'nsubj', 'nsubj:pass') ? tree.head(verb) : null;
  return first ? tree.childBy(first, 'nsubj') : null;
}

/** "It is clear that ...": a subject that refers to nobody. */
function isExpletive(tree: Tree, token: Token): boolean {
  if (token.form.toLowerCase() !== 'it' || !isSubject(token)) return false;
  const above = tree.head(token);
  if (!above) return true;
  if (/^(seem|appear|rain|snow)$/.test(above.lemma)) return true;
  const copular = tree.childBy(above, 'cop') !== null;
  return copular && (above.upos === 'ADJ' || tree.childBy(above, 'csubj', 'ccomp', 'xcomp') !== null);
}

/** "denied it", "called it an outrage": what was said or done is no party. */
function isWhatWasSaid(tree: Tree, token: Token): boolean {
  if (token.form.toLowerCase() !== 'it' || token.deprel !== 'obj') return false;
  return /^(deny|reject|confirm|say|do|mean|call|regret|know|believe|admit|doubt|make)$/.test(tree.head(token)?.lemma ?? '');
}

/** Things do not speak: the subject of a verb of saying is a party. */
function isSpeaking(tree: Tree, token: Token): boolean {
  return (
    isSubject(token) &&
    /^(say|add|tell|announce|warn|claim|state|declare|insist|accuse|deny|demand|urge|vow)$/.test(tree.head(token)?.lemma ?? '')
  );
}

/** Whether the nearest subject before "it" is a thing we do not know: then "it" may be that thing. */
function hasOtherSubject(tree: Tree, token: Token, told: readonly Told[]): boolean {
  const heads = new Set(told.map((candidate) => candidate.head));
  for (let at = token.index - 1; at >= 0; at--) {
    const before = tree.token(at);
    if (before.sentence < token.sentence - 1) return false;
    if (!isSubject(before) || before.upos === 'PRON') continue;
    return !heads.has(before.index);
  }
  return false;
}

/** "A and B ... they": both, where they are coordinated. */
function withPartner(tree: Tree, best: Told, told: readonly Told[]): readonly Party[] {
  const head = tree.token(best.head);
  const group = head.deprel === 'conj' ? (tree.head(head) ?? head) : head;
  const heads = new Set(tree.withConjuncts(group).map((token) => token.index));
  const partners = told.filter((candidate) => heads.has(candidate.head));
  const parties = [...partners].reverse().flatMap((candidate) => candidate.parties);
  return uniqueParties(parties.length > 0 ? parties : best.parties);
}

/** Each party once, in order. */
export function uniqueParties(parties: readonly Party[]): readonly Party[] {
  const seen = new Set<string>();
  return parties.filter(({ id }) => !seen.has(id) && seen.add(id));
}
