import type { Token, Tree } from '../../document/index.ts';
import type { NounClasses } from '../../knowledge/index.ts';
import type { Frame, Slot } from './frames.ts';
import { nounKeys } from './noun-phrase.ts';
import { entityClasses, type Parties } from './parties.ts';
import type { Argument, Predicate } from './predicate.ts';

/** What matching looks things up in. */
export interface MatchContext {
  readonly tree: Tree;
  readonly parties: Parties;
  readonly classes: NounClasses;
  readonly predicateOf: (token: Token) => Predicate;
}

/** A frame that fits a predicate. */
export interface FrameMatch {
  readonly frame: Frame;
  /** The predicate as this frame reads it. */
  readonly predicate: Predicate;
  /** Higher is more specific. */
  readonly score: number;
  /** Fillers that satisfied slots which name words or classes. */
  readonly fillers: readonly Token[];
}

/** Score parts, set by hand: a particle or a named filler tells senses apart better than a bare slot; among classes the narrower wins. */
const PARTICLE_SCORE = 2;
const NAMED_SLOT_SCORE = 2;
const NARROW_CLASS_BONUS = 1;
const BARE_SLOT_SCORE = 1.2;
const BARE_CORE_SLOT_SCORE = 0.6;
/** A compound (`baton_charge`) says more than its head. */
const COMPOUND_SCORE = 1;
const WEAK_PENALTY = 3;

/** Roles nearly every clause fills, so that filling them says little. */
const CORE_ROLES: ReadonlySet<string> = new Set(['subj', 'obj']);

/** All frames whose slots a predicate satisfies, the most specific first (by id where equal). */
export function matchFrames(predicate: Predicate, frames: readonly Frame[], context: MatchContext): readonly FrameMatch[] {
  const found: FrameMatch[] = [];
  for (const frame of frames) {
    const match = fits(predicate, frame, context);
    if (match) found.push(match);
  }
  return found.sort((a, b) => b.score - a.score || (a.frame.id < b.frame.id ? -1 : 1));
}

function fits(given: Predicate, frame: Frame, context: MatchContext): FrameMatch | null {
  if ((frame.kind === 'weak' ? 'verb' : frame.kind) !== given.kind) return null;
  const predicate =
    frame.particle && frame.particle === given.possibleParticle?.word ? withParticle(given, given.possibleParticle) : given;
  if (frame.particle !== predicate.particle && !(frame.particle && adverbParticle(predicate, frame.particle, context.tree)))
    return null;
  let score = (frame.particle ? PARTICLE_SCORE : 0) + (frame.lemma.includes('_') ? COMPOUND_SCORE : 0);
  const fillers: Token[] = [];
  for (const slot of frame.slots) {
    const filled = fillSlot(predicate, slot, context);
    if (!filled) return null;
    score += filled.score;
    if (filled.token) fillers.push(filled.token);
  }
  return { frame, predicate, score: frame.kind === 'weak' ? score - WEAK_PENALTY : score, fillers };
}

function withParticle(predicate: Predicate, { word, object }: NonNullable<Predicate['possibleParticle']>): Predicate {
  const others = predicate.arguments.filter((argument) => argument.token !== object);
  return {
    ...predicate,
    particle: word,
    possibleParticle: null,
    arguments: [...others, { role: 'obj', token: object, inherited: false }],
  };
}

/** "pulled troops out", "called it off": the particle tagged as an adverb. */
function adverbParticle(predicate: Predicate, particle: string, tree: Tree): boolean {
  return tree
    .children(predicate.token)
    .some(
      (child) =>
        child.form.toLowerCase() === particle &&
        (child.deprel === 'advmod' || child.deprel === 'compound:prt' || child.upos === 'ADP'),
    );
}

interface Filled {
  readonly score: number;
  readonly token: Token | null;
}

function fillSlot(predicate: Predicate, slot: Slot, context: MatchContext): Filled | null {
  const candidates = candidatesFor(predicate, slot.role, context.tree);
  if (slot.absent) {
    const bad =
      slot.values.length === 0 ? candidates.length > 0 : candidates.some((token) => matchValue(token, slot, context) !== null);
    return bad ? null : { score: 0, token: null };
  }
  if (slot.values.length === 0)
    return candidates.length > 0
      ? { score: CORE_ROLES.has(slot.role) ? BARE_CORE_SLOT_SCORE : BARE_SLOT_SCORE, token: null }
      : null;
  let best: Filled | null = null;
  for (const token of candidates) {
    const score = matchValue(token, slot, context);
    if (score !== null && (best === null || score > best.score)) best = { score, token };
  }
  return best;
}

function candidatesFor(predicate: Predicate, role: string, tree: Tree): readonly Token[] {
  if (role === 'any') return tree.subtree(predicate.token).filter((token) => token !== predicate.token);
  const spaced = role.replaceAll('_', ' ');
  const named = predicate.arguments.filter((argument) => argument.role === spaced || alias(argument, role));
  return named.map((argument) => argument.token);
}

/** A bare oblique may stand for `obl`; `upon` for `on`; `as` also for a predicate complement. */
function alias(argument: Argument, role: string): boolean {
  if (role === 'on') return argument.role === 'upon';
  if (role === 'to') return argument.role === 'into' || argument.role === 'unto';
  if (role === 'pred') return argument.role === 'as';
  if (role === 'toward') return argument.role === 'towards';
  return false;
}

/** Score of a filler for a slot's words and classes, null where none fits. */
function matchValue(token: Token, slot: Slot, context: MatchContext): number | null {
  const keys = nounKeys(context.tree, token);
  let best: number | null = null;
  for (const value of slot.values) {
    const size = valueSize(value, keys, token, context);
    if (size === null) continue;
    const score = NAMED_SLOT_SCORE + NARROW_CLASS_BONUS / Math.sqrt(size);
    if (best === null || score > best) best = score;
  }
  return best;
}

function valueSize(value: string, keys: readonly string[], token: Token, context: MatchContext): number | null {
  if (!value.startsWith('@')) return keys.includes(value) ? 1 : null;
  const name = value.slice(1);
  const known = context.classes.has(name);
  if (known && keys.some((key) => context.classes.classesOf(key).includes(name))) return context.classes.size(name);
  const party = context.parties.direct(token);
  const entities = party?.entities.map((id) => context.parties.entity(id)) ?? [];
  if (entities.some((entity) => entity && entityClasses(entity).includes(name))) return known ? context.classes.size(name) : 1;
  return null;
}
