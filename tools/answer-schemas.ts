import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

/** Describes every answer of the HTTP API from the types of src/api, for the description of the API: `npm run api`. */

const FILE = new URL('../src/server/answer-schemas.json', import.meta.url);
const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The file's text, as the types have it now. */
export function makeAnswerSchemas(): string {
  const { definitions = {} } = createGenerator({
    path: path('../src/api/endpoints.ts'),
    tsconfig: path('../tsconfig.json'),
    type: 'Answers',
    skipTypeCheck: true,
  }).createSchema('Answers');
  const { Answers: answers, ...schemas } = JSON.parse(
    JSON.stringify(definitions)
      .replaceAll('#/definitions/', '#/components/schemas/')
      .replaceAll(/ListAnswer(?:%3C|<)(\w+)(?:%3E|>)/g, 'ListOf$1'),
  );
  return `${JSON.stringify({ answers: answers.properties, schemas }, null, 1)}\n`;
}

/** The file's text as it is kept. */
export function keptAnswerSchemas(): string {
  return readFileSync(FILE, 'utf8');
}

if (import.meta.main) writeFileSync(FILE, makeAnswerSchemas());
