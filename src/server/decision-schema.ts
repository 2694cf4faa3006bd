import { z } from 'zod';
import { dateParts } from '../base/index.ts';
import { ACTOR_KINDS, EVENT_TYPES, SECTORS, STANCES, STATUSES, TIE_KINDS } from '../codebook/index.ts';

/** Longest text and longest list of a decision. */
const WORDS_MAX = 2000;
const LIST_MAX = 200;

const id = z.string().min(1).max(500);
const ids = z.array(id).max(LIST_MAX);
const someIds = ids.min(1);
const day = z
  .string()
  .refine((text) => dateParts(text) !== null, 'must be a day, YYYY-MM-DD')
  .meta({ format: 'date' });

const eventEdit = z.strictObject({
  type: z.enum(EVENT_TYPES).optional(),
  modes: z.array(z.string().max(40)).max(20).optional().describe('Those that go with the type are kept.'),
  status: z.enum(STATUSES).optional(),
  actors: ids.optional(),
  recipients: ids.optional(),
  places: ids.optional(),
  time: z.strictObject({ start: day.nullable(), end: day.nullable() }).nullable().optional(),
});
const claimEdit = z.strictObject({
  stance: z.enum(STANCES).optional(),
  speaker: id.nullable().optional(),
  addressee: id.nullable().optional(),
});
const tieEdit = z.strictObject({ kind: z.enum(TIE_KINDS).optional(), from: id.optional(), to: id.optional() });
const selection = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) });

const addition = z.union([
  z.strictObject({ selection, event: eventEdit.extend({ type: z.enum(EVENT_TYPES) }) }),
  z.strictObject({ selection, claim: claimEdit.extend({ stance: z.enum(STANCES) }) }),
  z.strictObject({ selection, tie: tieEdit.required() }),
]);
const others = z.strictObject({ with: someIds });
const actorSplit = z.strictObject({
  documents: someIds,
  as: z.strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9:_-]{0,99}$/, 'must be letters, digits, colons and hyphens')
      .describe('PAK:MIL, or a common name in kebab case.'),
    name: z.string().trim().min(1).max(200),
    kind: z.enum(ACTOR_KINDS),
    country: z.string().length(3).nullable(),
    sector: z.enum(SECTORS).nullable(),
  }),
});

/** Longest name of somebody who decides. */
const NAME_MAX = 100;
const by = z
  .string()
  .trim()
  .min(1)
  .max(NAME_MAX)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u, 'must be a plain name')
  .optional()
  .describe('Who decides, for the log; whoever runs the server where left out.');

const common = {
  subject: id.describe(
    'An entry (DOCUMENT#e3); to add, a document; to merge and split, an incident (i-…) or an actor (actor:ID).',
  ),
  why: z.string().trim().max(WORDS_MAX).nullable().default(null),
  by,
};

/** Body of `POST /api/decisions`. */
export const decisionBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['accept', 'reject']), ...common, what: z.null().default(null) }),
  z.strictObject({ kind: z.literal('edit'), ...common, what: z.union([eventEdit, claimEdit, tieEdit]) }),
  z.strictObject({ kind: z.literal('merge'), ...common, what: others }),
  z.strictObject({ kind: z.literal('split'), ...common, what: z.union([others, actorSplit]) }),
  z.strictObject({ kind: z.literal('add'), ...common, what: addition }),
]);

/** Body of `POST /api/decisions/:id/undo`. */
export const undoBody = z.strictObject({ why: z.string().trim().max(WORDS_MAX).nullable().optional(), by });
