import { type EventType, type Mode, QUAD_OF, type Status } from '../../codebook/index.ts';
import type { Parsed, Tree } from '../../document/index.ts';
import type { Entity, EntityId } from '../../resolve/index.ts';
import type { Claim } from '../coded.ts';
import { FUTURE_MODALS, OBLIGATION_MODALS, POSSIBILITY_MODALS } from '../match/grammar.ts';
import type { MatchContext } from '../match/match-frames.ts';
import type { Parties } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';
import { infinitiveStatus, isHabitual, isHedged, pointsBack, statusFromVerb } from './reality.ts';

/** What is left of a draft once negation, modality and attribution are taken into account. */
export interface Judgement {
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly status: Status;
}

/** Why a draft is no event. */
export interface Refusal {
  readonly refused: string;
}

/** Types whose future is an agreement to do them (PLOVER manual, AGREE). */
const FUTURE_IS_AGREE: ReadonlySet<EventType> = new Set(['CONSULT', 'SUPPORT', 'COOPERATE', 'AID']);

/** Event nouns that name a lasting state. */
const LASTING: ReadonlySet<string> = new Set([
  'war',
  'conflict',
  'insurgency',
  'occupation',
  'siege',
  'blockade',
  'standoff',
  'fighting',
  'cooperation',
]);

/** What a status is judged from, beside the draft itself. */
export interface Surroundings {
  readonly doc: Parsed;
  readonly context: MatchContext;
  /** Words that leave open who says so ("allegedly"). */
  readonly hedges: ReadonlyMap<string, unknown>;
  /** Claims whose content holds the trigger, innermost first. */
  readonly around: readonly Claim[];
}

/** Decides what the report, through its chain of speakers, holds a draft to be. */
export function judgeStatus(draft: Draft, surroundings: Surroundings): Judgement | Refusal {
  const { predicate } = draft;
  const { context, around } = surroundings;
  const plain: Judgement = { type: draft.type, modes: draft.modes, status: plainStatus(draft, surroundings) };
  const judged = predicate.negated ? negated(draft, around, context.parties) : modal(draft, around, plain);
  if ('refused' in judged) return judged;
  if (isHedged(draft, surroundings.hedges, context.tree) && judged.status === 'actual') return { ...judged, status: 'alleged' };
  if (judged.status !== 'actual' && judged.status !== 'ongoing' && !isOpenInfinitive(draft, judged)) return judged;
  return attributed(draft, judged, surroundings);
}

/** An infinitive that nothing but its place says anything of: what somebody demands or threatens by it counts more. */
function isOpenInfinitive(draft: Draft, judged: Judgement): boolean {
  return (
    draft.governed === null &&
    draft.predicate.infinitive &&
    !draft.predicate.conditional &&
    draft.predicate.modal === null &&
    (judged.status === 'planned' || judged.status === 'hypothetical')
  );
}

function plainStatus(draft: Draft, { doc, context }: Surroundings): Status {
  const { tree } = context;
  if (draft.governed && draft.governed !== 'actual') return draft.governed;
  const known = pointsBack(draft, tree);
  if (draft.predicate.conditional && !known) return 'hypothetical';
  if (draft.governed === null) {
    if (draft.predicate.infinitive) return infinitiveStatus(draft, context);
    const above = statusFromVerb(draft, context);
    if (above) return above;
  }
  if (draft.predicate.progressive) return isWords(draft) ? 'actual' : 'ongoing';
  if (isLasting(draft, tree)) return 'ongoing';
  return isHabitual(draft, doc, tree) ? 'ongoing' : 'actual';
}

/** "The war is at a stalemate"; not "the fighting spilled over", "triggered a war". */
function isLasting({ predicate, top }: Draft, tree: Tree): boolean {
  if (predicate.kind !== 'noun' || top !== predicate.token || !LASTING.has(predicate.lemma)) return false;
  const above = tree.head(top);
  return !(above?.xpos === 'VBD' && top.deprel === 'nsubj');
}

/** Words are said when they are being said ("is calling on them to leave"); meetings go on. */
function isWords(draft: Draft): boolean {
  return QUAD_OF[draft.type] % 2 === 1 && draft.type !== 'CONSULT';
}

/** What is said not to be: a refusal where somebody will not cooperate, a denial where a speaker says it did not happen, else no event. */
function negated(draft: Draft, around: readonly Claim[], parties: Parties): Judgement | Refusal {
  const cooperative = QUAD_OF[draft.type] <= 2;
  const refusing =
    draft.predicate.modal !== null &&
    (FUTURE_MODALS.has(draft.predicate.modal) || draft.predicate.modal === 'can' || draft.predicate.modal === 'could');
  if (cooperative && refusing && draft.type !== 'AGREE') return { type: 'REJECT', modes: [], status: 'actual' };
  if (draft.predicate.modal !== null && OBLIGATION_MODALS.has(draft.predicate.modal) && around.length > 0)
    return { type: draft.type, modes: draft.modes, status: 'hypothetical' };
  const speaker = parties.entity(around[0]?.speaker ?? '');
  const actors = partyIds(draft.actors).map((id) => parties.entity(id));
  const denies = !cooperative || (draft.predicate.modal === null && QUAD_OF[draft.type] === 2);
  if (denies && speaker && actors.some((actor) => actor !== null && sameSide(speaker, actor)))
    return { type: draft.type, modes: draft.modes, status: 'denied' };
  return { refused: 'negated' };
}

function modal(draft: Draft, around: readonly Claim[], plain: Judgement): Judgement {
  const { modal: word } = draft.predicate;
  if (word === null || plain.status !== 'actual') return plain;
  if (POSSIBILITY_MODALS.has(word)) return { ...plain, status: 'hypothetical' };
  if (OBLIGATION_MODALS.has(word)) return { ...plain, status: around.length > 0 ? 'demanded' : 'hypothetical' };
  if (!FUTURE_MODALS.has(word)) return plain;
  if (word === 'would' && around.length === 0) return { ...plain, status: 'hypothetical' };
  if (FUTURE_IS_AGREE.has(draft.type)) return { type: 'AGREE', modes: [], status: 'planned' };
  if (draft.type === 'RETREAT') return { type: 'CONCEDE', modes: [], status: 'planned' };
  const foretold = around[0]?.stance === 'promises' || around[0]?.stance === 'predicts';
  return { ...plain, status: QUAD_OF[draft.type] === 4 && around.length > 0 && !foretold ? 'threatened' : 'planned' };
}

function attributed(draft: Draft, judged: Judgement, surroundings: Surroundings): Judgement {
  for (const claim of surroundings.around) {
    const status = underClaim(draft, judged, claim, surroundings.context);
    if (status !== judged.status) return { ...judged, status };
  }
  return judged;
}

/** Verbs that leave what they report open ("claimed it had shot down a drone"). */
const DOUBTING = /^(?:claim|allege)\//;

/** The status one claim gives to an event inside its content. What a speaker takes for granted keeps its own: events told as known ("the shelling is
 * wrong", "the gunmen who shelled the port"), and those to be stopped ("must stop the shelling"). */
function underClaim(draft: Draft, judged: Judgement, claim: Claim, { parties, tree }: MatchContext): Status {
  const noun = draft.governor === null && draft.predicate.kind === 'noun';
  const { relative, token } = draft.predicate;
  const told = relative || (token.deprel === 'acl' && token.xpos === 'VBN');
  const given = noun || (draft.governor === null && told) || draft.governed === 'actual';
  switch (claim.stance) {
    case 'denies':
      return given && (claim.quoted || !noun || pointsBack(draft, tree)) ? judged.status : 'denied';
    case 'demands':
      return given || draft.predicate.progressive ? judged.status : 'demanded';
    case 'threatens':
      return given ? judged.status : 'threatened';
    case 'promises':
      return given ? judged.status : 'planned';
    case 'predicts':
    case 'warns':
    case 'rejects':
      return given ? judged.status : 'hypothetical';
    case 'claims-responsibility':
    case 'supports':
      return judged.status;
    case 'asserts':
    case 'accuses':
      if (judged.status !== 'actual' && judged.status !== 'ongoing') return judged.status;
      if (!given && DOUBTING.test(claim.rule)) return 'alleged';
      return !given && onlyInterested(draft, claim, parties) ? 'alleged' : judged.status;
  }
}

/** Whether the event is told by one side about another: the speaker, or its country, takes part but did not do it. What a speaker tells
 * of its own side stands as told, but for the feats of an armed group. What others say, ask or threaten stands too. */
function onlyInterested(draft: Draft, claim: Claim, parties: Parties): boolean {
  if (claim.speaker === null || QUAD_OF[draft.type] % 2 === 1) return false;
  const speaker = parties.entity(claim.speaker);
  if (!speaker) return false;
  const entities = (ids: readonly EntityId[]) => ids.map((id) => parties.entity(id)).filter((entity) => entity !== null);
  const actors = entities(partyIds(draft.actors));
  if (actors.length > 0 && actors.every((actor) => sameSide(speaker, actor)))
    return speaker.kind === 'armed-group' && draft.type === 'ASSAULT' && draft.predicate.kind === 'verb';
  return (
    speaker.kind === 'armed-group' ||
    isParty(speaker) ||
    entities(partyIds(draft.recipients)).some((entity) => sameSide(speaker, entity))
  );
}

const OFFICIAL: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'PTY', 'REB', 'SPY']);

/** States, their organs and officials speak for a side; analysts, aid workers and reporters do not. */
function isParty(entity: Entity): boolean {
  if (entity.kind === 'state' || entity.kind === 'government' || entity.kind === 'military' || entity.kind === 'police')
    return true;
  return entity.sector !== null && OFFICIAL.has(entity.sector);
}

function sameSide(a: Entity, b: Entity): boolean {
  return a.id === b.id || (a.country !== null && a.country === b.country && a.country.length === 3);
}
