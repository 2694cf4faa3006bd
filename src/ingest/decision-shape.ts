import { z } from 'zod';
import { EVENT_TYPES, STANCES, STATUSES, TIE_KINDS } from '../codebook/index.ts';
import { meaningOf, type ReviewDecision } from '../review/index.ts';
import { actorFields, dayOrNull, firstIssue, mode, place, span } from './record-shape.ts';

// What the log keeps of decisions, as src/review/log.ts has it.

const id = z.string().min(1);
const ids = z.array(id);

const anchor = <Kind extends string>(kind: Kind) =>
  z.object({ document: id, entry: z.literal(kind), id, span, label: z.string(), nth: z.int().min(0) });
const anyAnchor = z.discriminatedUnion('entry', [anchor('event'), anchor('claim'), anchor('tie'), anchor('figure')]);

const eventEdit = z.strictObject({
  ...{ type: z.enum(EVENT_TYPES).optional(), modes: z.array(mode).optional(), status: z.enum(STATUSES).optional() },
  ...{ actors: ids.optional(), recipients: ids.optional(), places: ids.optional() },
  time: z.strictObject({ start: dayOrNull, end: dayOrNull }).nullable().optional(),
});
const claimEdit = z.strictObject({
  ...{ stance: z.enum(STANCES).optional(), speaker: id.nullable().optional(), addressee: id.nullable().optional() },
});
const tieEdit = z.strictObject({ kind: z.enum(TIE_KINDS).optional(), from: id.optional(), to: id.optional() });

const named = { actors: z.array(actorFields).optional(), places: z.array(place).optional() };
const judged = z.union([
  z.object({ anchor: anchor('event'), change: eventEdit.optional(), ...named }),
  z.object({ anchor: anchor('claim'), change: claimEdit.optional(), ...named }),
  z.object({ anchor: anchor('tie'), change: tieEdit.optional(), ...named }),
  z.object({ anchor: anchor('figure'), change: z.strictObject({}).optional(), ...named }),
]);
const selection = z.object({ start: z.int().min(0), end: z.int().min(1) });
const addition = z.union([
  z.strictObject({ selection, event: eventEdit.extend({ type: z.enum(EVENT_TYPES) }) }),
  z.strictObject({ selection, claim: claimEdit.extend({ stance: z.enum(STANCES) }) }),
  z.strictObject({ selection, tie: tieEdit.required() }),
]);

const SHAPES = {
  accept: judged,
  reject: judged,
  edit: judged,
  add: z.object({ document: id, addition, span, evidence: span, ...named }),
  pairs: z.object({ pairs: z.array(z.object({ a: anyAnchor, b: anyAnchor })), with: ids }),
  'merge-actors': z.object({ with: ids, into: actorFields }),
  'split-actor': z.object({ actor: id, documents: ids, as: actorFields }),
  undo: z.object({ decision: z.int().min(1) }),
} as const;

/** Why a decision that comes from elsewhere cannot stand in a log; null where it can. One of a kind that this version does not know is kept and
 * means nothing. */
export function decisionObjection(decision: ReviewDecision): string | null {
  const meaning = meaningOf(decision);
  if (!meaning) return null;
  const read = SHAPES[meaning.kind].safeParse(meaning.of);
  if (!read.success) return firstIssue(read.error);
  const isEarly = meaning.kind === 'undo' && meaning.of.decision >= decision.number;
  return isEarly ? 'takes back what was not decided before' : null;
}
