import { z } from 'zod';
import { dateParts, fail, type Result } from '../../base/index.ts';
import type { Article } from '../../document/index.ts';
import { readSource } from '../../inputs/index.ts';
import { readQueueStatus } from '../../store/index.ts';
import { RequestError } from '../problems.ts';
import { noQuery } from '../query-schema.ts';
import { type Route, reading, writing } from '../route.ts';

/** Most inputs of one request; a JSON Lines file is one and may hold many documents. */
const INPUTS_MAX = 500;
const FACT_MAX = 2000;

const fact = z.string().trim().max(FACT_MAX).optional();

/** Body of `POST /api/documents`. */
export const documentsBody = z.strictObject({
  documents: z
    .array(
      z
        .strictObject({
          name: z.string().trim().min(1).max(FACT_MAX).describe('File name: its ending tells the format, problems name it.'),
          text: z.string().optional().describe('The text, or what a text file holds.'),
          base64: z.base64().optional().describe('The bytes of a file, instead of `text`.'),
          title: fact,
          source: fact.describe('Who published it, where it does not say itself.'),
          url: fact,
          published: z
            .string()
            .refine((day) => dateParts(day) !== null, 'must be a day, YYYY-MM-DD')
            .optional()
            .describe('Where it does not say itself.'),
        })
        .refine(({ text, base64 }) => (text === undefined) !== (base64 === undefined), 'give either text or base64'),
    )
    .min(1)
    .max(INPUTS_MAX),
});

type NewDocument = z.output<typeof documentsBody>['documents'][number];

/** The articles of some inputs, whatever they are (pages, mail, PDF, feeds, archives of those), with the problems of those that cannot be
 * read. */
async function readInputs(documents: readonly NewDocument[]): Promise<readonly Result<Article>[]> {
  const articles: Result<Article>[] = [];
  for (const document of documents) {
    const { name, text, base64, title, url, published = null, source = null } = document;
    const bytes = text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text, 'utf8');
    if (bytes.length === 0) {
      articles.push(fail('read/empty-text', name, 'there is nothing in it'));
      continue;
    }
    const input = { name, hint: name, chunks: once(new Uint8Array(bytes)), depth: 0, file: null };
    for await (const reading of readSource(input, { published, source })) {
      if (reading.kind === 'skipped') articles.push(fail('read/skipped', reading.name, `it is passed over: ${reading.reason}`));
      else articles.push(named(reading.result, title ?? null, url ?? null));
    }
  }
  return articles;
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** An article with the title and address that were given, where it has none of its own. */
function named(read: Result<Article>, title: string | null, url: string | null): Result<Article> {
  return read.ok ? { ok: true, value: { ...read.value, title: read.value.title ?? title, url: read.value.url ?? url } } : read;
}

/** Adding documents, and watching that, here and by the workers of a queue. */
export const DOCUMENT_ROUTES: readonly Route[] = [
  writing(
    'POST /api/documents',
    'Add documents, pasted or as files',
    { body: documentsBody, query: noQuery, status: 202 },
    async ({ writer, jobs }, { body }) => {
      if (writer === null) throw new RequestError('read-only');
      return jobs.start(await readInputs(body.documents));
    },
  ),
  reading('/api/jobs/:id', 'How far adding is', noQuery, async ({ jobs }, { id }) => {
    const job = jobs.find(id);
    if (!job) throw new RequestError('no-entry', 'There is no such job.');
    return job;
  }),
  writing(
    'DELETE /api/jobs/:id',
    'Stop adding, after the document it is at',
    { body: null, query: noQuery, status: 200 },
    async ({ jobs }, { id }) => {
      const job = jobs.stop(id);
      if (!job) throw new RequestError('no-entry', 'There is no such job.');
      return job;
    },
  ),
  reading('/api/queue', 'How the queue stands that workers code from', noQuery, ({ db }) => readQueueStatus(db)),
];
