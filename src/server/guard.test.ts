import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleRecord } from '../../test/support/example-record.ts';
import { serveRecords } from '../../test/support/served-case.ts';
import { type AppOptions, createApp } from './app.ts';
import type { ServedCase } from './served-case.ts';

const { id } = exampleRecord().document;
const OWN = 'http://127.0.0.1:4317';
const JSON_TYPE = { 'content-type': 'application/json' };
const BODY = JSON.stringify({ kind: 'accept', subject: `${id}#ev-1` });

let served: Awaited<ReturnType<typeof serveRecords>>;
beforeAll(async () => {
  served = await serveRecords();
});
afterAll(() => served.close());

const ask = (url: string, init: RequestInit = {}, options: AppOptions = {}, of: ServedCase = served) =>
  createApp(of, options).request(url, init);
const decide = (headers: Record<string, string>, options: AppOptions = {}, base = OWN) =>
  ask(`${base}/api/decisions`, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: BODY }, options);

describe('names', () => {
  test.each([
    { host: null, url: 'http://localhost:4317/api/case', status: 200 },
    { host: null, url: 'http://[::1]:4317/api/case', status: 200 },
    { host: null, url: 'http://evil.example:4317/api/case', status: 421 },
    { host: null, url: 'http://127.0.0.1.evil.example/api/case', status: 421 },
    { host: '192.168.1.20', url: 'http://192.168.1.20:4317/api/case', status: 200 },
    { host: '192.168.1.20', url: 'http://evil.example:4317/api/case', status: 421 },
    { host: 'fd00::2', url: 'http://[fd00::2]:4317/api/case', status: 200 },
    { host: '0.0.0.0', url: 'http://desk.example:4317/api/case', status: 200 },
  ])('listening on $host, $url is $status', async ({ host, url, status }) => {
    expect((await ask(url, {}, { host })).status).toBe(status);
  });
});

describe('writes', () => {
  test.each([
    { name: 'a program that is no browser', headers: {}, status: 201 },
    { name: 'our own page', headers: { origin: OWN, 'sec-fetch-site': 'same-origin' }, status: 201 },
    { name: 'our own page behind TLS', headers: { origin: 'https://127.0.0.1:4317' }, status: 201 },
    { name: 'a foreign page', headers: { origin: 'https://evil.example' }, status: 403 },
    { name: 'another port of this machine', headers: { origin: 'http://127.0.0.1:8080' }, status: 403 },
    { name: 'a page without an origin', headers: { origin: 'null' }, status: 403 },
    { name: 'a page of a sister site', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
    { name: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, status: 415 },
    { name: 'text that is JSON', headers: { 'content-type': 'text/plain' }, status: 415 },
  ])('of $name: $status', async ({ headers, status }) => {
    expect((await decide(headers)).status).toBe(status);
  });

  test('a foreign page may not even read with our cookies: no answer allows another origin', async () => {
    const answer = await ask(`${OWN}/api/case`, { headers: { origin: 'https://evil.example' } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test.each([
    { name: 'no JSON', body: '{', status: 400, says: 'no JSON' },
    { name: 'no such kind', body: '{"kind":"forget","subject":"x"}', status: 400, says: 'kind' },
    { name: 'an unknown field', body: `{"kind":"accept","subject":"${id}#ev-1","force":true}`, status: 400, says: 'force' },
    {
      name: 'an unknown type',
      body: `{"kind":"edit","subject":"${id}#ev-1","what":{"type":"KILL"}}`,
      status: 400,
      says: 'what',
    },
    { name: 'a prototype', body: `{"kind":"accept","subject":"__proto__"}`, status: 400, says: 'DOCUMENT#ENTRY' },
    { name: 'too much', body: JSON.stringify({ kind: 'accept', subject: 'x'.repeat(300_000) }), status: 413, says: '256 kB' },
  ])('with $name: $status', async ({ body, status, says }) => {
    const answer = await ask(`${OWN}/api/decisions`, { method: 'POST', headers: JSON_TYPE, body });
    expect(await answer.text()).toContain(says);
    expect(answer.status).toBe(status);
  });

  test('a case that is served read-only refuses them', async () => {
    const init = { method: 'POST', headers: JSON_TYPE, body: BODY };
    expect((await ask(`${OWN}/api/decisions`, init, {}, { ...served, writer: null })).status).toBe(403);
  });
});

describe('paths', () => {
  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/reports/..%2f..%2fpackage.json',
    '/api/documents/..%2f..%2fpackage.json',
    '/.env',
  ])('%s leads nowhere', async (path) => {
    const files = new Map([['/index.html', { bytes: new Uint8Array(), type: 'text/html', isHashed: false }]]);
    const answer = await ask(`${OWN}${path}`, {}, { files });
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('dependencies');
  });
});

describe('the token', () => {
  const token = 'a-token-of-some-length';
  test.each([
    { name: 'none', headers: {}, status: 401 },
    { name: 'a wrong one', headers: { authorization: 'Bearer a-token-of-some-lengtH' }, status: 401 },
    { name: 'a part of it', headers: { authorization: 'Bearer a-token' }, status: 401 },
    { name: 'the right one', headers: { authorization: `Bearer ${token}` }, status: 200 },
    { name: 'the cookie', headers: { cookie: `lapwing-token=${token}` }, status: 200 },
    { name: 'a wrong cookie', headers: { cookie: 'lapwing-token=x' }, status: 401 },
  ])('$name: $status', async ({ headers, status }) => {
    for (const path of ['/', '/api/case', `/reports/${id}`])
      expect((await ask(`${OWN}${path}`, { headers }, { token })).status).toBe(status);
  });

  test('in the address it opens the page and goes out of the address', async () => {
    const answer = await ask(`${OWN}/?token=${token}`, {}, { token });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/']);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    expect((await ask(`${OWN}/?token=wrong`, {}, { token })).status).toBe(401);
  });

  test('cannot be guessed by trying', async () => {
    const app = createApp(served, { token, clock: () => 0 });
    const tries = [];
    for (let at = 0; at < 12; at++)
      tries.push((await app.request(`${OWN}/api/case`, { headers: { authorization: `Bearer ${at}` } })).status);
    expect(tries.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(tries.slice(10)).toEqual([429, 429]);
  });
});

test('too many requests of one client are refused, others go on, and it may again later', async () => {
  let [now, client] = [0, 'a'];
  const app = createApp(served, { clock: () => now, clientOf: () => client });
  const once = async () => (await app.request(`${OWN}/api/jobs/none`)).status;
  const answers = new Set<number>();
  for (let at = 0; at < 450; at++) answers.add(await once());
  expect(answers).toEqual(new Set([404, 429]));
  client = 'b';
  expect(await once()).toBe(404);
  client = 'a';
  expect(await once()).toBe(429);
  now = 1000;
  expect(await once()).toBe(404);
});

test('the web application gets a nonce of its own with every answer, and nothing from elsewhere', async () => {
  const page = new TextEncoder().encode('<script nonce="__LAPWING_NONCE__" src="/assets/a.js"></script>');
  const files = new Map([
    ['/index.html', { bytes: page, type: 'text/html', isHashed: false }],
    ['/assets/a.js', { bytes: page, type: 'text/javascript; charset=utf-8', isHashed: true }],
  ]);
  const answers = await Promise.all(['/', '/incidents/i-1'].map((path) => ask(`${OWN}${path}`, {}, { files })));
  const nonces = await Promise.all(answers.map(async (answer) => /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? ''));
  expect(new Set(nonces).size).toBe(2);
  answers.forEach((answer, at) => {
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`script-src 'self' 'nonce-${nonces[at]}'`);
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toContain('unsafe');
  });
  const script = await ask(`${OWN}/assets/a.js`, {}, { files });
  expect(script.headers.get('cache-control')).toContain('immutable');
});
