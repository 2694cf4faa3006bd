import { type EventType, type Mode, QUAD_OF, type Status } from '../../codebook/index.ts';
import type { Entity, EntityId } from '../../resolve/index.ts';
import type { Claim } from '../coded.ts';
import { FUTURE_MODALS, OBLIGATION_MODALS } from '../match/grammar.ts';
import type { Parties } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';

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

const POSSIBILITY: ReadonlySet<string> = new Set(['may', 'might', 'can', 'could']);

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

/** Decides what the report, through its chain of speakers, holds a draft to be.
 * @param around claims whose content holds the trigger, innermost first */
export function judgeStatus(draft: Draft, around: readonly Claim[], parties: Parties): Judgement | Refusal {
  const { predicate } = draft;
  const plain: Judgement = { type: draft.type, modes: draft.modes, status: plainStatus(draft) };
  const judged = predicate.negated ? negated(draft, around, parties) : modal(draft, around, plain);
  if ('refused' in judged) return judged;
  if (judged.status !== 'actual' && judged.status !== 'ongoing') return judged;
  return attributed(draft, judged, around, parties);
}

function plainStatus(draft: Draft): Status {
  if (draft.governed && draft.governed !== 'actual') return draft.governed;
  if (draft.predicate.conditional) return 'hypothetical';
  if (draft.predicate.infinitive && draft.governed === null) return infinitiveStatus(draft);
  if (draft.predicate.progressive) return 'ongoing';
  return draft.predicate.kind === 'noun' && LASTING.has(draft.predicate.lemma) ? 'ongoing' : 'actual';
}

/** "a chance to talk" is only possible; "troops were sent to seize the port" tells a plan; words meant are words said ("to protest"). */
function infinitiveStatus(draft: Draft): Status {
  if (draft.predicate.token.deprel === 'acl') return 'hypothetical';
  return QUAD_OF[draft.type] % 2 === 0 ? 'planned' : 'actual';
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
  if (!cooperative && speaker && actors.some((actor) => actor !== null && sameSide(speaker, actor)))
    return { type: draft.type, modes: draft.modes, status: 'denied' };
  return { refused: 'negated' };
}

function modal(draft: Draft, around: readonly Claim[], plain: Judgement): Judgement {
  const { modal: word } = draft.predicate;
  if (word === null || plain.status !== 'actual') return plain;
  if (POSSIBILITY.has(word)) return { ...plain, status: 'hypothetical' };
  if (OBLIGATION_MODALS.has(word)) return { ...plain, status: around.length > 0 ? 'demanded' : 'hypothetical' };
  if (!FUTURE_MODALS.has(word)) return plain;
  if (word === 'would' && around.length === 0) return { ...plain, status: 'hypothetical' };
  if (FUTURE_IS_AGREE.has(draft.type)) return { type: 'AGREE', modes: [], status: 'planned' };
  if (draft.type === 'RETREAT') return { type: 'CONCEDE', modes: [], status: 'planned' };
  return { ...plain, status: QUAD_OF[draft.type] === 4 && around.length > 0 ? 'threatened' : 'planned' };
}

function attributed(draft: Draft, judged: Judgement, around: readonly Claim[], parties: Parties): Judgement {
  for (const claim of around) {
    const status = underClaim(draft, judged, claim, parties);
    if (status !== judged.status) return { ...judged, status };
  }
  return judged;
}

/** Verbs that leave what they report open ("claimed it had shot down a drone"). */
const DOUBTING = /^(?:claim|allege)\//;

/** The status one claim gives to an event inside its content. Events a speaker takes for granted ("the shelling is wrong") keep theirs. */
function underClaim(draft: Draft, judged: Judgement, claim: Claim, parties: Parties): Status {
  const given = draft.governor === null && (draft.predicate.kind === 'noun' || draft.predicate.relative);
  switch (claim.stance) {
    case 'denies':
      return given && claim.quoted ? judged.status : 'denied';
    case 'demands':
      return given || draft.predicate.progressive ? judged.status : 'demanded';
    case 'threatens':
      return given ? judged.status : 'threatened';
    case 'promises':
      return given ? judged.status : 'planned';
    case 'predicts':
    case 'warns':
      return given ? judged.status : 'hypothetical';
    case 'rejects':
      return given ? judged.status : 'hypothetical';
    case 'claims-responsibility':
    case 'supports':
      return judged.status;
    case 'asserts':
    case 'accuses':
      if (!given && DOUBTING.test(claim.rule)) return 'alleged';
      return !given && onlyInterested(draft, claim, parties) ? 'alleged' : judged.status;
  }
}

/** Whether the event is told by one side about another: the speaker, or its country, takes part but did not do it. What a speaker tells
 * of its own side stands as told. */
function onlyInterested(draft: Draft, claim: Claim, parties: Parties): boolean {
  if (claim.speaker === null) return false;
  const speaker = parties.entity(claim.speaker);
  if (!speaker) return false;
  const entities = (ids: readonly EntityId[]) => ids.map((id) => parties.entity(id)).filter((entity) => entity !== null);
  const actors = entities(partyIds(draft.actors));
  if (actors.length > 0 && actors.every((actor) => sameSide(speaker, actor))) return false;
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
