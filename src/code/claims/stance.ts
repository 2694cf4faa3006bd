import type { TokenRange } from '../../base/index.ts';
import type { Stance } from '../../codebook/index.ts';
import type { Token } from '../../document/index.ts';
import type { EntityId } from '../../resolve/index.ts';
import { isNegated, isPassive, isVerbal } from './grammar.ts';
import { mentionOf, type Reading } from './reading.ts';

/** What a plain "said" amounts to, by what is said: an announced blow is a threat, "must" a demand, "was behind the raid" of oneself
 * a claim of responsibility. Other stances stay as the cue has them. */
export function refineStance(
  reading: Reading,
  stance: Stance,
  content: TokenRange,
  head: Token | null,
  speaker: EntityId | null,
): Stance {
  if (stance !== 'asserts' && stance !== 'warns') return stance;
  const root = head && holds(content, head) ? head : rootOf(reading, content);
  if (!root) return stance;
  const clause = { reading, root, own: isOwn(reading, root, speaker) };
  return STANCE_RULES.reduce<Stance | null>((found, rule) => found ?? rule(clause, stance), null) ?? stance;
}

interface Clause {
  readonly reading: Reading;
  readonly root: Token;
  /** Whether the speaker is the subject. */
  readonly own: boolean;
}

type StanceRule = (clause: Clause, stance: Stance) => Stance | null;

/** In this order, the first that knows decides. */
const STANCE_RULES: readonly StanceRule[] = [falseCharge, responsibility, intention, refusal, obligation, blame, unacceptable];

function holds(range: TokenRange, token: Token): boolean {
  return range.from <= token.index && token.index < range.to;
}

/** The highest token of a stretch. */
export function rootOf(reading: Reading, range: TokenRange): Token | null {
  for (let index = range.from; index < range.to; index++) {
    const token = reading.tree.token(index);
    const head = reading.tree.head(token);
    if (token.upos !== 'PUNCT' && (!head || !holds(range, head))) return token;
  }
  return null;
}

function isOwn(reading: Reading, root: Token, speaker: EntityId | null): boolean {
  const subject = reading.tree.childBy(root, 'nsubj');
  if (!subject) return false;
  if (reading.lexicon.words('self').has(subject.form.toLowerCase())) return true;
  const mention = mentionOf(reading, subject);
  if (!mention && subject.deprel === 'nsubj' && ['it', 'he', 'she', 'they'].includes(subject.form.toLowerCase())) return true;
  return speaker !== null && (mention?.entities.includes(speaker) ?? false);
}

function modals(clause: Clause): readonly string[] {
  return clause.reading.tree.childrenBy(clause.root, 'aux').map((aux) => aux.lemma.toLowerCase());
}

function lemma(token: Token): string {
  return token.lemma.toLowerCase();
}

function announces(clause: Clause): boolean {
  return modals(clause).some((modal) => ['will', 'would', 'shall', "'ll", "'d", 'wo'].includes(modal));
}

/** "the reports were false", "had nothing to do with the raid", "was not involved". */
function falseCharge(clause: Clause): Stance | null {
  const { reading, root, own } = clause;
  const told = root.upos === 'VERB' && !isPassive(reading.tree, root);
  if (!told && reading.lexicon.words('false').has(lemma(root))) return 'denies';
  const negated =
    isNegated(reading.tree, root) || reading.tree.childrenBy(root, 'obj', 'nsubj').some((child) => isNo(reading, child));
  if (!negated || announces(clause)) return null;
  if (
    own &&
    ['involve', 'involved', 'responsible', 'behind', 'involvement', 'role', 'attack', 'kill', 'target', 'carry', 'do'].includes(
      lemma(root),
    )
  )
    return 'denies';
  return own &&
    reading.tree
      .childrenBy(root, 'obj')
      .some((child) => ['involvement', 'role', 'link', 'part', 'nothing', 'hand', 'knowledge'].includes(lemma(child)))
    ? 'denies'
    : null;
}

function isNo(reading: Reading, noun: Token): boolean {
  return lemma(noun) === 'nothing' || reading.tree.childrenBy(noun, 'det').some((det) => lemma(det) === 'no');
}

/** "it had carried out the bombing", "we are behind the attack". */
function responsibility(clause: Clause, stance: Stance): Stance | null {
  const { reading, root, own } = clause;
  if (
    !own ||
    stance !== 'asserts' ||
    modals(clause).some((modal) => !['have', 'be'].includes(modal)) ||
    isNegated(reading.tree, root)
  )
    return null;
  const attack = reading.lexicon.words('attack');
  if (['behind', 'responsible'].includes(lemma(root))) return 'claims-responsibility';
  if (attack.has(lemma(root)) && reading.tree.preposition(root) === 'behind') return 'claims-responsibility';
  const object = reading.tree.childBy(root, 'obj');
  if (
    ['carry', 'commit', 'conduct', 'stage', 'plant', 'mastermind', 'launch'].includes(lemma(root)) &&
    object &&
    attack.has(lemma(object))
  )
    return 'claims-responsibility';
  return null;
}

/** Verbs whose "it" is nobody. */
const IMPERSONAL = new Set([
  'seem',
  'appear',
  'be',
  'take',
  'happen',
  'depend',
  'mean',
  'suffice',
  'remain',
  'become',
  'have',
  'need',
  'like',
]);

/** "we will strike back" threatens, "we will rebuild" promises. */
function intention(clause: Clause, stance: Stance): Stance | null {
  const { reading, root, own } = clause;
  if (!own || !announces(clause) || isNegated(reading.tree, root)) return null;
  if (reading.lexicon.words('hostile').has(lemma(root))) return 'threatens';
  return stance === 'asserts' && isVerbal(root) && !IMPERSONAL.has(lemma(root)) ? 'promises' : null;
}

/** "we will never accept this", "it will not attend"; to keep from a blow ("will not attack") is a promise, not to relent neither. */
function refusal(clause: Clause): Stance | null {
  const { reading, root, own } = clause;
  if (!own || !isNegated(reading.tree, root)) return null;
  if (announces(clause) && isVerbal(root) && !isPassive(reading.tree, root) && !IMPERSONAL.has(lemma(root))) {
    if (reading.lexicon.words('hostile').has(lemma(root))) return 'promises';
    return reading.lexicon.words('relent').has(lemma(root)) ? null : 'rejects';
  }
  return ['accept', 'tolerate', 'recognise', 'recognize', 'agree', 'negotiate', 'surrender', 'allow', 'yield', 'bow'].includes(
    lemma(root),
  )
    ? 'rejects'
    : null;
}

/** "Kabul must act", "the rebels have to leave". */
function obligation(clause: Clause, stance: Stance): Stance | null {
  const { reading, root } = clause;
  if (stance !== 'asserts') return null;
  if (modals(clause).some((modal) => reading.lexicon.words('modal').has(modal))) return clause.own ? null : 'demands';
  const bound =
    ['have', 'need'].includes(lemma(root)) && reading.tree.childrenBy(root, 'xcomp').some((child) => markedTo(reading, child));
  return bound && !clause.own && root.xpos !== 'VBD' ? 'demands' : null;
}

function markedTo(reading: Reading, clause: Token): boolean {
  return reading.tree.childrenBy(clause, 'mark').some((mark) => mark.form.toLowerCase() === 'to');
}

/** "Kabul was responsible for the raid", "the army violated the truce". */
function blame(clause: Clause, stance: Stance): Stance | null {
  const { reading, root, own } = clause;
  if (
    stance !== 'asserts' ||
    own ||
    isNegated(reading.tree, root) ||
    modals(clause).some((modal) => !['have', 'be'].includes(modal))
  )
    return null;
  const subject = reading.tree.childBy(root, 'nsubj');
  const named = subject !== null && mentionOf(reading, subject) !== null && subject.deprel !== 'nsubj:pass';
  return named && reading.lexicon.words('blame').has(lemma(root)) ? 'accuses' : null;
}

function unacceptable(clause: Clause): Stance | null {
  return clause.reading.lexicon.words('unacceptable').has(lemma(clause.root)) ? 'rejects' : null;
}
