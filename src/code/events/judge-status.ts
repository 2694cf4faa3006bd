import { type EventType, type Mode, QUAD_OF, type Status } from '../../codebook/index.ts';
import type { Entity } from '../../resolve/index.ts';
import type { Claim } from '../coded.ts';
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

const FUTURE: ReadonlySet<string> = new Set(['will', 'would']);
const OBLIGATION: ReadonlySet<string> = new Set(['must', 'should']);
const POSSIBILITY: ReadonlySet<string> = new Set(['may', 'might', 'can', 'could']);

/** Types that consist in saying something: a speaker who says it has done it. */
const VERBAL: ReadonlySet<EventType> = new Set(['AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']);

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
  const judged = predicate.negated ? negated(draft, around) : modal(draft, around, plain);
  if ('refused' in judged) return judged;
  if (judged.status !== 'actual' && judged.status !== 'ongoing') return judged;
  return attributed(draft, judged, around, parties);
}

function plainStatus(draft: Draft): Status {
  if (draft.governed && draft.governed !== 'actual') return draft.governed;
  if (draft.predicate.conditional) return 'hypothetical';
  if (draft.predicate.progressive) return 'ongoing';
  return draft.predicate.kind === 'noun' && LASTING.has(draft.predicate.lemma) ? 'ongoing' : 'actual';
}

/** What is said not to be: a refusal where somebody will not cooperate, a denial where a speaker says it did not happen, else no event. */
function negated(draft: Draft, around: readonly Claim[]): Judgement | Refusal {
  const cooperative = QUAD_OF[draft.type] <= 2;
  const refusing =
    draft.predicate.modal !== null &&
    (FUTURE.has(draft.predicate.modal) || draft.predicate.modal === 'can' || draft.predicate.modal === 'could');
  if (cooperative && refusing && draft.type !== 'AGREE') return { type: 'REJECT', modes: [], status: 'actual' };
  if (draft.predicate.modal !== null && OBLIGATION.has(draft.predicate.modal) && around.length > 0)
    return { type: draft.type, modes: draft.modes, status: 'hypothetical' };
  const speaker = around[0]?.speaker;
  if (!cooperative && speaker && partyIds(draft.actors).includes(speaker))
    return { type: draft.type, modes: draft.modes, status: 'denied' };
  return { refused: 'negated' };
}

function modal(draft: Draft, around: readonly Claim[], plain: Judgement): Judgement {
  const { modal: word } = draft.predicate;
  if (word === null || plain.status !== 'actual') return plain;
  if (POSSIBILITY.has(word)) return { ...plain, status: 'hypothetical' };
  if (OBLIGATION.has(word)) return { ...plain, status: around.length > 0 ? 'demanded' : 'hypothetical' };
  if (!FUTURE.has(word)) return plain;
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

/** The status one claim gives to an event inside its content. Events a speaker takes for granted ("the shelling is wrong") keep theirs. */
function underClaim(draft: Draft, judged: Judgement, claim: Claim, parties: Parties): Status {
  const given = draft.predicate.kind === 'noun' && draft.governor === null;
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
      return !given && onlyInterested(draft, claim, parties) ? 'alleged' : judged.status;
  }
}

/** Whether the speaker has a side in the event: it, or its country, takes part. */
function onlyInterested(draft: Draft, claim: Claim, parties: Parties): boolean {
  if (claim.speaker === null) return false;
  const speaker = parties.entity(claim.speaker);
  if (!speaker) return false;
  const actors = partyIds(draft.actors);
  if (VERBAL.has(draft.type) && actors.includes(speaker.id)) return false;
  const involved = [...actors, ...partyIds(draft.recipients)].map((id) => parties.entity(id));
  return speaker.kind === 'armed-group' || involved.some((entity) => entity !== null && sameSide(speaker, entity));
}

function sameSide(a: Entity, b: Entity): boolean {
  return a.id === b.id || (a.country !== null && a.country === b.country && a.country.length === 3);
}
