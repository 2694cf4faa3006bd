import { overlaps, type Span } from '../base/index.ts';
import { type EventType, type Mode, QUAD_OF, type Quad } from '../codebook/index.ts';
import type { Token, Tree } from '../document/index.ts';
import type { Resolved } from '../resolve/index.ts';
import { findClaims } from './claims/index.ts';
import { draftDocument } from './events/code-events.ts';
import type { Draft } from './events/draft.ts';
import { sayDrafts } from './events/say.ts';
import { type EventModel, type PairQuestion, probabilities, scoreTypes } from './learned/index.ts';
import type { Lexicon } from './lexicon.ts';
import { FUTURE_MODALS } from './match/grammar.ts';
import { lemmasBelow } from './match/noun-phrase.ts';
import type { Party } from './match/parties.ts';

/** How answers are given: by the PLOVER manual, or with the habits of CAMEO coding. */
export type RelateProfile = 'plover' | 'cameo';

/** What a source does to a target. */
export interface Relation {
  readonly type: EventType;
  readonly quad: Quad;
  /** The rule that says so, null where none does: the answer is then learned from examples or a guess. */
  readonly event: string | null;
  /** 0 to 1: how often such an answer is right, where a model weighed it. */
  readonly confidence: number;
}

/** Link scores, set by hand: a party in its own role counts most, then one named inside a role, then nearness in the tree. */
const ROLE_LINK = 4;
const INNER_LINK = 3;
const NEAR_LINK = 2.4;
const STEP_COST = 0.45;
const WRONG_ROLE_COST = 1.5;
const CONTENT_COST = 2.2;
const NOUN_COST = 0.8;
const FRAME_WEIGHT = 0.35;
/** A top candidate this far ahead of the next is taken as sure. */
const SURE_MARGIN = 4;

/** The PLOVER type of what `source` does to `target`. One answer a pair: where no event links the two, the nearest event of the text.
 * @param model weighs the drafts against what it learned; without one the best link decides */
export function relateSpans(
  doc: Resolved,
  source: readonly Span[],
  target: readonly Span[],
  lexicon: Lexicon,
  profile: RelateProfile,
  model: EventModel | null = null,
): Relation {
  const question = rankDrafts(doc, source, target, lexicon);
  return model ? weighTypes(question, profile, model) : bestLink(question, profile);
}

function bestLink({ ranked }: PairQuestion, profile: RelateProfile): Relation {
  const best = ranked[0];
  if (!best) return { type: GUESS, quad: QUAD_OF[GUESS], event: null, confidence: 0.1 };
  const margin = best.score - (ranked.find((other) => other.draft.type !== best.draft.type)?.score ?? 0);
  const type = best[profile];
  const confidence = Math.min(Math.max(margin / SURE_MARGIN, 0.15), 0.95);
  return { type, quad: quadOf(type, profile), event: best.draft.rule, confidence: rounded(confidence) };
}

/** The drafts of a text as answers to a pair, best link first. */
export function rankDrafts(doc: Resolved, source: readonly Span[], target: readonly Span[], lexicon: Lexicon): PairQuestion {
  const drafted = draftDocument(doc, findClaims(doc, lexicon.speech), lexicon.match);
  const { drafts, context, normaliser } = drafted;
  const candidates = [...drafts, ...sayDrafts(doc, drafts, normaliser, context, lexicon.speech.words('saying'))];
  const ranked = candidates
    .map((draft) => ({
      draft,
      score: linkScore(draft, source, target, doc, context.tree),
      plover: finalType(draft, lexicon, 'plover', context.tree),
      cameo: finalType(draft, lexicon, 'cameo', context.tree),
    }))
    .sort((a, b) => b.score - a.score || a.draft.trigger[0].index - b.draft.trigger[0].index);
  return { doc, source, target, drafted, lexicon: lexicon.match, ranked };
}

/** The likeliest type by the model, which knows the drafts and how they link. The rule named is that of the best linked draft of the
 * type, null where there is none. */
function weighTypes(question: PairQuestion, profile: RelateProfile, model: EventModel): Relation {
  const shares = [...probabilities(scoreTypes(question, model, profile))];
  const share = (type: EventType) => sum(shares.filter(([other]) => isSame(type, other, profile)).map(([, each]) => each));
  const [first] = shares.sort((a, b) => share(b[0]) - share(a[0]) || b[1] - a[1]);
  const type = first?.[0] ?? GUESS;
  const event = question.ranked.find((answer) => isSame(type, answer[profile], profile))?.draft.rule ?? null;
  return { type, quad: quadOf(type, profile), event, confidence: rounded(share(type)) };
}

/** Data of the CAMEO tradition have one type for giving way in word and in deed. */
function isSame(a: EventType, b: EventType, profile: RelateProfile): boolean {
  const yields = (type: EventType) => type === 'CONCEDE' || type === 'RETREAT';
  return a === b || (profile === 'cameo' && yields(a) && yields(b));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function rounded(confidence: number): number {
  return Math.round(Math.min(confidence, 0.99) * 100) / 100;
}

/** The quad of a type. CAMEO's root 08 (yield) is material cooperation whole, so concessions in words are too with its habits. */
function quadOf(type: EventType, profile: RelateProfile): Quad {
  return profile === 'cameo' && type === 'CONCEDE' ? QUAD_OF.RETREAT : QUAD_OF[type];
}

/** Where a text holds no event at all. */
const GUESS: EventType = 'CONSULT';

function linkScore(draft: Draft, source: readonly Span[], target: readonly Span[], doc: Resolved, tree: Tree): number {
  const asActor = roleLink(draft.actors, source);
  const asRecipient = roleLink(draft.recipients, target);
  const sourceScore =
    asActor || nearness(draft, source, doc, tree) - (roleLink(draft.recipients, source) > 0 ? WRONG_ROLE_COST : 0);
  const reciprocal = roleLink(draft.actors, target);
  const targetScore =
    asRecipient ||
    (reciprocal > 0 && asActor > 0
      ? reciprocal - 0.5
      : nearness(draft, target, doc, tree) - (reciprocal > 0 ? WRONG_ROLE_COST : 0));
  const costs =
    (draft.governor ? CONTENT_COST : 0) +
    (draft.predicate.kind === 'noun' && draft.top === draft.predicate.token ? NOUN_COST : 0);
  return sourceScore + (target.length > 0 ? targetScore : 0) + FRAME_WEIGHT * Math.min(draft.score, 4) - costs;
}

function roleLink(parties: readonly Party[], spans: readonly Span[]): number {
  let best = 0;
  for (const party of parties) {
    if (!spans.some((span) => overlaps(span, party.mention.span))) continue;
    best = Math.max(best, party.within ? INNER_LINK : ROLE_LINK);
  }
  return best;
}

/** How near a span stands to the trigger in the tree, 0 and below where far. */
function nearness(draft: Draft, spans: readonly Span[], doc: Resolved, tree: Tree): number {
  let best = 0;
  for (const token of doc.tokens) {
    if (token.sentence !== draft.top.sentence || !spans.some((span) => overlaps(span, token))) continue;
    best = Math.max(best, NEAR_LINK - STEP_COST * distance(token, draft.top, tree));
  }
  return best;
}

function distance(a: Token, b: Token, tree: Tree): number {
  const up = tree.pathToRoot(a);
  const down = tree.pathToRoot(b);
  const meeting = up.findIndex((token) => down.includes(token));
  const meet = up[meeting];
  return meet ? meeting + down.indexOf(meet) : up.length + down.length;
}

function finalType(draft: Draft, lexicon: Lexicon, profile: RelateProfile, tree: Tree): EventType {
  const composed = withOperators(draft, profile);
  if (profile === 'plover') return composed.type;
  const words = lemmasBelow(tree, draft.top);
  const trigger = draft.trigger.map((token) => token.lemma.toLowerCase());
  return lexicon.cameo({ ...composed, rule: draft.rule, trigger, words }) ?? composed.type;
}

/** Negation and future on the event itself (PLOVER manual: future cooperation is AGREE; a refusal to cooperate is REJECT). */
function withOperators(draft: Draft, profile: RelateProfile): { readonly type: EventType; readonly modes: readonly Mode[] } {
  const { negated, modal } = draft.predicate;
  const cooperative = QUAD_OF[draft.type] <= 2;
  const future = modal !== null && FUTURE_MODALS.has(modal);
  if (negated) {
    if (cooperative) return { type: 'REJECT', modes: [] };
    if (future && QUAD_OF[draft.type] === 4) return { type: 'AGREE', modes: [] };
    return draft;
  }
  if (!future && draft.governed !== 'planned') return draft;
  if (cooperative && draft.type !== 'AGREE')
    return {
      type: draft.type === 'RETREAT' || draft.type === 'CONCEDE' ? (profile === 'cameo' ? 'AGREE' : 'CONCEDE') : 'AGREE',
      modes: [],
    };
  return QUAD_OF[draft.type] === 4 && future ? { type: 'THREATEN', modes: [] } : draft;
}
