import type { Context } from 'hono';
import type { z } from 'zod';
import { RequestError } from './problems.ts';
import { REPEATED } from './query-schema.ts';

/** The query of a request, checked. @throws RequestError naming what is wrong */
export function checkQuery<Schema extends z.ZodType>(schema: Schema, context: Context): z.output<Schema> {
  const asked: Record<string, unknown> = {};
  for (const [name, values] of Object.entries(context.req.queries())) {
    if (values.length > 1 && !REPEATED.has(name)) throw new RequestError('bad-filter', `"${name}" can be given once only.`);
    asked[name] = REPEATED.has(name) ? values : values[0];
  }
  return check(schema, asked, 'bad-filter');
}

/** The body of a request, checked. @throws RequestError naming what is wrong */
export async function checkBody<Schema extends z.ZodType>(schema: Schema, context: Context): Promise<z.output<Schema>> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw new RequestError('not-json');
  const text = await context.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new RequestError('bad-request', `The body is no JSON: ${error.message}`);
  }
  return check(schema, body, 'bad-request');
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, kind: 'bad-filter' | 'bad-request'): z.output<Schema> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  throw new RequestError(kind, `${where}${issue?.message ?? 'not as described'}`);
}
