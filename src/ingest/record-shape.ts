import { z } from 'zod';
import { type CaseRecord, recordFaults } from '../api/index.ts';
import { dateParts } from '../base/index.ts';
import { ACTOR_KINDS, CONTEXTS, EVENT_TYPES, MODE_SCORES, SECTORS, STANCES, STATUSES, TIE_KINDS } from '../codebook/index.ts';

// What records are made of, as docs/record.schema.json has it. Fields that other versions add are let through.

const words = z.string();
const orNull = words.nullable();
/** An id inside a record; those of entries that people add (`h7`) are theirs alone. */
const localId = z.string().regex(/^(?!h\d+$)[\w:.-]{1,64}$/);
const ids = z.array(z.string().min(1));
const offset = z.int().min(0);
const bound = z.number().nullable();

/** A day that there is, ISO. */
export const dayOrNull = z
  .string()
  .refine((text) => dateParts(text) !== null, 'must be a day, YYYY-MM-DD')
  .nullable();

/** A stretch of a text. */
export const span = z.object({ start: offset, end: offset, text: words });
const spanOrNull = span.nullable();

/** An actor without what one record says of it. */
export const actorFields = z.object({
  ...{ id: z.string().min(1), name: words, kind: z.enum(ACTOR_KINDS) },
  ...{ country: orNull, sector: z.enum(SECTORS).nullable() },
});

/** A place of a record. */
export const place = z.object({
  ...{ id: z.string().min(1), name: words, kind: words, precision: orNull.optional(), country: orNull },
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  mentions: z.array(span),
});

/** Modes of any type. */
export const mode = z.enum(Object.values(MODE_SCORES).flatMap((scores) => Object.keys(scores)));

const event = z.object({
  ...{ id: localId, type: z.enum(EVENT_TYPES), modes: z.array(mode), contexts: z.array(z.enum(CONTEXTS)) },
  ...{ actors: ids, recipients: ids, places: ids, claims: ids, sameAs: ids },
  ...{ time: z.object({ start: dayOrNull, end: dayOrNull, span: spanOrNull }).nullable(), status: z.enum(STATUSES) },
  ...{ score: z.number().min(-10).max(10), confidence: z.number().min(0).max(1) },
  ...{ harm: z.record(words, z.object({ low: bound, high: bound })).nullable(), trigger: span, evidence: span },
});

const claim = z.object({
  ...{ id: localId, speaker: orNull, speakerSpan: spanOrNull, stance: z.enum(STANCES), addressee: orNull },
  ...{ content: span, condition: spanOrNull, events: ids, quoted: z.boolean(), cue: spanOrNull, evidence: span },
});

const tie = z.object({
  ...{ from: z.string().min(1), to: z.string().min(1), kind: z.enum(TIE_KINDS), evidence: span },
  ...{ attributedTo: orNull, deniedBy: ids },
});

/** What made a record. */
export const versions = { lapwing: words, model: words, lexicon: words, knowledge: words };

const record = z.object({
  schema: z.literal('lapwing/1'),
  versions: z.object(versions),
  document: z.object({
    ...{ id: z.string().regex(/^[0-9a-f]{64}$/), externalId: orNull, title: orNull, source: orNull, url: orNull },
    ...{ published: dayOrNull, publishedBasis: z.enum(['given', 'metadata', 'dateline', 'inferred', 'unknown']) },
    publishedEvidence: z.array(z.object({ span, rule: words, from: dayOrNull, to: dayOrNull })),
    ...{ language: words, text: words },
  }),
  actors: z.array(actorFields.extend({ aliases: z.array(words), mentions: z.array(span) })),
  places: z.array(place),
  events: z.array(event),
  claims: z.array(claim),
  ties: z.array(tie),
  figures: z.array(
    z.object({ span, low: bound, high: bound, approximate: z.boolean(), of: words, event: z.string().min(1).nullable() }),
  ),
  times: z.array(z.object({ span, start: dayOrNull, end: dayOrNull })),
});

/** Why a value is no record of schema `lapwing/1` that keeps its promises; null where it is one. */
export function recordObjection(value: unknown): string | null {
  const read = record.safeParse(value);
  if (!read.success) return firstIssue(read.error);
  return recordFaults(value as CaseRecord)[0] ?? null;
}

/** Where and how a value first departs from its shape. */
export function firstIssue({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'not as described';
}
