import { createApp } from '../../../src/server/index.ts';
import { exampleRecord } from '../../support/example-record.ts';
import { hostileRecord } from '../../support/hostile-record.ts';
import { serveRecords } from '../../support/served-case.ts';
import type { Chance } from '../chance.ts';
import { makeDecisions } from '../make/decisions.ts';
import { makeValue, toBytes, twisted } from '../make/json.ts';
import { makeText, makeWords } from '../make/text.ts';
import type { Check, Target } from '../target.ts';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
  readonly type: string;
}

const { id } = exampleRecord().document;
const PATHS = [
  ...[
    'case',
    'documents',
    'events',
    'claims',
    'ties',
    'told-ties',
    'figures',
    'times',
    'places',
    'actors',
    'incidents',
    'disputes',
  ],
  ...[
    'agreements',
    'dyads',
    'exchange',
    'ledger',
    'sources',
    'search',
    'decisions',
    'export',
    'openapi.json',
    'none',
    '__proto__',
  ],
];
const NAMES = [
  ...[
    'actor',
    'recipient',
    'party',
    'type',
    'status',
    'speaker',
    'place',
    'from',
    'to',
    'text',
    'document',
    'confidence',
    'limit',
  ],
  ...[
    'cursor',
    'q',
    'a',
    'b',
    'unit',
    'format',
    'view',
    'sort',
    'subject',
    'all',
    'kind',
    'within',
    '__proto__',
    'constructor',
  ],
];
const VALUES = [
  ...[
    'OST:MIL',
    'WST:GOV',
    'harbour-front',
    'Karsa',
    'ASSAULT',
    'actual',
    '2016-03-04',
    '2016-02-30',
    '0',
    '1',
    '-1',
    '1e9',
    '999999999',
  ],
  ...[
    'month',
    'day',
    'csv',
    'json',
    'stix',
    'graphml',
    'bundle',
    'events',
    'case',
    '"strait',
    'strait*',
    '*',
    '"',
    '()',
    'a AND',
    'NEAR(',
    '%',
    '_',
    "' or 1=1--",
  ],
  ...['%00', '%ff', '%', '\u202e', '\ud800', '../../etc/passwd', id, id.slice(0, 3), `${id}#ev-1`, ''],
];

/** Whatever is asked, the server answers with what was asked for or with a problem in words, never with a failure of its own. */
async function open(): Promise<Check> {
  const failures: unknown[] = [];
  // The server tells its failures here; they are found by status too, but only this says what they were.
  console.error = (error: unknown) => failures.push(error);
  let served = await serveRecords([exampleRecord(), hostileRecord()]);
  let app = createApp(served, { clock: () => (now += 1000) });
  let now = 0;
  let writes = 0;
  return async (input) => {
    const { method, path, body, type } = JSON.parse(Buffer.from(input).toString('utf8')) as Asked;
    if (method === 'POST' && writes++ % 200 === 199) {
      // Corrections pile up, and each is applied to every list.
      await served.close();
      served = await serveRecords([exampleRecord(), hostileRecord()]);
      app = createApp(served, { clock: () => (now += 1000) });
    }
    failures.length = 0;
    const url = new URL('http://127.0.0.1:4317/');
    url.href = `http://127.0.0.1:4317${path}`;
    const headers = { 'content-type': type };
    const answer = await app.request(url, { method, headers, ...(body !== null && method === 'POST' && { body }) });
    const text = await answer.text();
    const found: string[] = [];
    if (answer.status >= 500) found.push(`${method} ${path}: ${answer.status} ${failures.map(tell).join('; ')}`);
    if (answer.status >= 400 && method !== 'HEAD') {
      const problem = JSON.parse(text) as Record<string, unknown>;
      if (problem.status !== answer.status || typeof problem.detail !== 'string' || problem.detail === '')
        found.push('a problem without words');
    }
    if (!answer.headers.has('content-security-policy')) found.push('an answer without a policy');
    return found;
  };
}

function tell(failure: unknown): string {
  return failure instanceof Error ? (failure.stack ?? failure.message).split('\n', 4).join(' ') : String(failure);
}

function makeAsked(chance: Chance): Asked {
  const value = () => encodeURIComponent(chance.pick([chance.pick(VALUES), makeWords(chance)]).toWellFormed());
  const local = chance.pick([id, `${id}%23ev-1`, 'OST%3AMIL', 'i-1', 'j1', '1', value()]);
  const path = chance.is(0.75)
    ? `/api/${chance.pick(PATHS)}`
    : `/${chance.pick(['api/documents', 'api/actors', 'api/statements', 'api/incidents', 'api/jobs', 'reports', 'assets'])}/${local}`;
  const query = chance
    .some(0, 3, () => `${chance.pick(NAMES)}=${chance.is(0.1) ? chance.pick(VALUES.slice(-10)) : value()}`)
    .join('&');
  if (chance.is(0.7))
    return {
      method: chance.is(0.85) ? 'GET' : chance.pick(['HEAD', 'PUT', 'DELETE']),
      path: `${path}?${query}`,
      body: null,
      type: '',
    };
  const posted = chance.pick([
    '/api/decisions',
    '/api/decisions',
    '/api/documents',
    `/api/decisions/${chance.below(9)}/undo`,
    path,
  ]);
  const type = chance.pick(['application/json', 'application/json', 'application/json; charset=x', 'text/plain', '']);
  return { method: 'POST', path: posted, body: makeBody(chance, posted).toString('utf8'), type };
}

function makeBody(chance: Chance, path: string): Buffer {
  if (chance.is(0.1)) return Buffer.from(makeText(chance));
  if (path === '/api/documents')
    return toBytes(
      twisted(chance, { documents: [{ name: chance.pick(['a.txt', 'a.html', 'a.jsonl']), text: makeText(chance) }] }),
    );
  const [decision] = makeDecisions(chance, 1);
  const what = (decision?.what ?? {}) as Record<string, unknown>;
  const subject = chance.pick([`${id}#ev-1`, `${id}#cl-1`, `${id}#t1`, id, 'actor:OST:MIL', 'i-1', makeWords(chance)]);
  const fitting = what.change ?? what.addition ?? (what.anchor ? null : what);
  const asked = { kind: decision?.kind, subject, why: null, what: chance.is(0.8) ? fitting : makeValue(chance) };
  return toBytes(chance.is(0.3) ? twisted(chance, asked) : asked);
}

/** Requests to the server of a case. */
export const REQUESTS: Target = { name: 'requests', cases: 200, open, make: (chance) => toBytes(makeAsked(chance)) };
