import { z } from 'zod';
import { LAPWING_VERSION } from '../engine/index.ts';
import answerSchemas from './answer-schemas.json' with { type: 'json' };
import { listProblems } from './problems.ts';
import { REPEATED } from './query-schema.ts';
import type { Route } from './route.ts';

/** A JSON object. */
type Json = Readonly<Record<string, unknown>>;

/** The description of the API, OpenAPI 3.1, made from the schemas that requests are checked with and from the types of answers.
 * @param exportQuery what `/api/export` can be asked */
export function describeApi(routes: readonly Route[], exportQuery: z.ZodType): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = route.path.replace(':id', '{id}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route) };
  }
  paths['/api/export'] = { get: describeExport(exportQuery) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lapwing',
      version: LAPWING_VERSION,
      description: 'A case of news reports: who did what to whom, and who says so.',
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM, ...answerSchemas.schemas },
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{}, { token: [] }],
  };
}

function describeExport(query: z.ZodType): Json {
  return {
    summary: 'A list, or the case in another format, as a file',
    parameters: describeQuery(query),
    responses: { 200: { description: 'The file', content: { '*/*': {} } }, default: FAILURE },
  };
}

const PROBLEM: Json = {
  type: 'object',
  required: ['status', 'code', 'detail'],
  properties: {
    status: { type: 'integer' },
    code: { enum: listProblems().map(({ kind }) => kind) },
    detail: { type: 'string', description: 'In words a user can act on.' },
  },
};

/** What each address answers, by its path, and for what is written by method and path; kept by `npm run api`. */
const ANSWERS: Readonly<Record<string, Json>> = answerSchemas.answers;

function describeRoute({ method, summary, path, query, body, status }: Route): Json {
  const schema = ANSWERS[method === 'GET' ? path : `${method} ${path}`] ?? {};
  return {
    summary,
    parameters: [...(path.includes(':id') ? [ID] : []), ...describeQuery(query)],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: toSchema(body) } } } }),
    responses: { [status]: { description: 'Done', content: { 'application/json': { schema } } }, default: FAILURE },
  };
}

const FAILURE: Json = {
  description: 'Refused',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const ID: Json = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };

function describeQuery(query: z.ZodType): readonly Json[] {
  const { properties = {}, required = [] } = toSchema(query) as {
    properties?: Record<string, Json>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
    ...(description !== undefined && { description }),
    ...(REPEATED.has(name) && { style: 'form', explode: true }),
  }));
}

function toSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
