import { z } from 'zod';
import { dateParts } from '../base/index.ts';

/** Most entries of a page, and how many there are where the request does not say. */
const LIMIT_MAX = 500;
const LIMIT_DEFAULT = 50;

/** Longest value and most values of a filter. */
const VALUE_MAX = 500;
const VALUES_MAX = 100;

/** Text of a request. */
export const words = z.string().trim().min(1).max(VALUE_MAX);
const list = z.array(words).min(1).max(VALUES_MAX).optional();
const day = z
  .string()
  .refine((text) => dateParts(text) !== null, 'must be a day, YYYY-MM-DD')
  .meta({ format: 'date' });

/** The filters of lists. Names that repeat are alternatives. */
export const FILTERS = {
  actor: list.describe('Who acts; of claims who speaks or is spoken to; of ties either end. Ids or names.'),
  recipient: list.describe('To whom it is done or said.'),
  party: list.describe('Either of these.'),
  type: list.describe('Types of events, stances of claims, kinds of ties, actors, places, disputes; what figures count.'),
  status: list.describe('Statuses of events.'),
  speaker: list.describe('Who says so.'),
  about: list.describe('Of claims: who acts in what somebody else says.'),
  place: list.describe('Places by id or name, or countries by code.'),
  from: day.optional().describe('First day.'),
  to: day.optional().describe('Last day.'),
  text: words.optional().describe('All these words, in any inflection; "words in a row"; beginnings, word*.'),
  document: list.describe('Ids of documents, or the beginnings of ids.'),
  confidence: z.coerce.number().min(0).max(1).optional().describe('Least confidence of an event.'),
  limit: z.coerce.number().int().min(1).max(LIMIT_MAX).default(LIMIT_DEFAULT).describe('Most items.'),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .describe('Where the page begins: `next` of the page before.'),
};

/** Names of filters that can be given more than once. */
export const REPEATED: ReadonlySet<string> = new Set([
  ...['actor', 'recipient', 'party', 'type', 'status', 'speaker', 'about', 'place', 'document'],
]);

/** What a list can be asked for. */
export const listQuery = z.strictObject(FILTERS);
export type ListAsked = z.output<typeof listQuery>;

/** Nothing to ask for. */
export const noQuery = z.strictObject({});
