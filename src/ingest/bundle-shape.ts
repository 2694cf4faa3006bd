import { z } from 'zod';
import { dayOrNull, firstIssue, recordObjection, versions } from './record-shape.ts';

// The lines of a bundle, as src/store/bundle.ts writes them: columns of the case's tables under their own names.

/** What both databases can hold as text. */
const words = z
  .string()
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'holds characters that no database keeps');
const orNull = words.nullable();
const json = words.refine(isJson, 'is no JSON');
const count = z.int32().min(0);
const facts = {
  ...{ fingerprint: words, external_id: orNull, title: orNull, source: orNull, url: orNull },
  ...{ published: dayOrNull, published_basis: words, language: words },
};
const run = z.strictObject({
  ...{ kind: words, ...versions, host: words, process: z.int32(), started_at: words, ended_at: orNull, counts: orNull },
});
const document = z.strictObject({ id: words, length: count, added_at: words, ...facts, ...versions });
const source = z.strictObject({ ...facts, reading: json, added_at: words });
const record = z.strictObject({
  madeAt: words,
  run: z.int().min(1).nullable(),
  inForce: z.boolean(),
  record: z.looseObject({}),
});
const decision = z.strictObject({
  ...{ number: z.int().min(1), at: words, by_whom: words, kind: words, subject: words, why: orNull, what: json },
});

const LINES = {
  setting: z.strictObject({ setting: z.strictObject({ name: words, value: words }) }),
  run: z.strictObject({ run }),
  document: z.strictObject({
    document,
    sources: z.array(source).refine(areUnlike, 'a source stands twice'),
    records: z.array(record).refine((all) => all.filter(({ inForce }) => inForce).length === 1, 'one record must be in force'),
  }),
  decision: z.strictObject({ decision }),
  end: z.strictObject({ end: z.strictObject({ documents: count, decisions: count }) }),
} as const;

function areUnlike(sources: readonly { readonly fingerprint: string }[]): boolean {
  return new Set(sources.map(({ fingerprint }) => fingerprint)).size === sources.length;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Why a line after the first cannot stand in a bundle; null where it can. */
export function bundleLineObjection(line: object): string | null {
  const kind = (Object.keys(LINES) as (keyof typeof LINES)[]).find((key) => Object.hasOwn(line, key));
  if (!kind) return 'of no known kind';
  const read = LINES[kind].safeParse(line);
  if (!read.success) return firstIssue(read.error);
  if (!('records' in read.data)) return null;
  const { records, sources, document } = read.data;
  for (const { record } of records) {
    const objection = recordObjection(record);
    if (objection !== null) return `a record that keeps no promise: ${objection}`;
  }
  return sources.every((source) => fits(source.reading, document.length)) ? null : 'zones that are not in the text';
}

const stretch = z.object({ start: count, end: count });
const reading = z.object({
  zones: z.array(z.object({ kind: z.enum(['headline', 'byline', 'dateline', 'caption', 'credit']), span: stretch })).optional(),
  givenEntities: z.array(stretch).nullable().optional(),
});

/** Whether what a text was read with lies inside it. */
function fits(json: string, length: number): boolean {
  const read = reading.safeParse(JSON.parse(json));
  const spans = [...(read.data?.zones?.map(({ span }) => span) ?? []), ...(read.data?.givenEntities ?? [])];
  return read.success && spans.every(({ start, end }) => start <= end && end <= length);
}
