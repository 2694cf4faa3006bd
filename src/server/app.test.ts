import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { exampleRecord } from '../../test/support/example-record.ts';
import { serveRecords } from '../../test/support/served-case.ts';
import type { CaseEvent, ListAnswer } from '../api/index.ts';
import { createApp } from './app.ts';

const record = exampleRecord();
const { id } = record.document;
let served: Awaited<ReturnType<typeof serveRecords>>;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  served = await serveRecords([record]);
  app = createApp(served);
});
afterAll(() => served.close());
const get = (path: string, init: RequestInit = {}, host = '127.0.0.1:4317') => app.request(`http://${host}${path}`, init);

test.each([
  { path: '/', status: 200, type: 'text/html', holds: 'Ferry war' },
  { path: `/reports/${id}`, status: 200, type: 'text/html', holds: 'All reports' },
  { path: '/reports/none', status: 404, type: 'application/json', holds: 'no such report' },
  { path: '/reports/..%2f..%2fpackage.json', status: 404, type: 'application/json', holds: 'no such report' },
  { path: '/samples/manifest.json', status: 404, type: 'application/json', holds: 'not-found' },
  { path: '/api/none', status: 404, type: 'application/json', holds: '/api/openapi.json' },
  { path: '/api/openapi.json', status: 200, type: 'application/json', holds: '"3.1.0"' },
  { path: '/api/case', status: 200, type: 'application/json', holds: '"note":"Invented."' },
  { path: '/api/documents', status: 200, type: 'application/json', holds: `"id":"${id}"` },
  { path: `/api/documents/${id.slice(0, 12)}`, status: 200, type: 'application/json', holds: '"lapwing/1"' },
  { path: '/api/documents/__proto__', status: 404, type: 'application/json', holds: 'no-entry' },
  { path: '/api/events?type=ASSAULT', status: 200, type: 'application/json', holds: '"total":3' },
  { path: '/api/events?party=harbour-front', status: 200, type: 'application/json', holds: '"total":2' },
  { path: '/api/events?confidence=0.9', status: 200, type: 'application/json', holds: '"total":0' },
  { path: '/api/claims?speaker=Ilse%20Brandt', status: 200, type: 'application/json', holds: '"total":1' },
  { path: '/api/told-ties', status: 200, type: 'application/json', holds: 'split-from' },
  { path: '/api/ties?type=hosts', status: 200, type: 'application/json', holds: '"total":1' },
  { path: '/api/figures', status: 200, type: 'application/json', holds: 'families' },
  { path: '/api/times', status: 200, type: 'application/json', holds: 'next week' },
  { path: '/api/places', status: 200, type: 'application/json', holds: 'Karsa' },
  { path: '/api/actors?text=union', status: 200, type: 'application/json', holds: 'dockers-union' },
  { path: '/api/actors/OST%3AMIL', status: 200, type: 'application/json', holds: '"claimsAbout"' },
  { path: '/api/actors/abu-sayyaf/background', status: 200, type: 'application/json', holds: 'Moro National Liberation Front' },
  { path: '/api/actors/nobody/background', status: 200, type: 'application/json', holds: '"ties":[]' },
  { path: '/api/actors/nobody', status: 404, type: 'application/json', holds: 'no such actor' },
  { path: '/api/incidents', status: 200, type: 'application/json', holds: '"independent":1' },
  { path: '/api/incidents/none', status: 404, type: 'application/json', holds: 'no such incident' },
  { path: '/api/disputes', status: 200, type: 'application/json', holds: '"items"' },
  { path: '/api/agreements', status: 200, type: 'application/json', holds: '"items"' },
  { path: '/api/dyads?unit=month', status: 200, type: 'application/json', holds: '"start":"2016-03-01"' },
  { path: '/api/exchange?a=OST:MIL&b=WST:GOV', status: 200, type: 'application/json', holds: '"lag"' },
  { path: '/api/exchange?a=OST:MIL&b=OST:MIL', status: 400, type: 'application/json', holds: 'two parties' },
  { path: '/api/ledger', status: 200, type: 'application/json', holds: '"accuses":1' },
  { path: '/api/sources', status: 200, type: 'application/json', holds: 'Invented Courier' },
  { path: '/api/search?q=strait', status: 200, type: 'application/json', holds: '"snippet"' },
  { path: `/api/statements/${id}%23ev-1`, status: 200, type: 'application/json', holds: '"kind":"event"' },
  { path: `/api/statements/${id}%23ev-99`, status: 404, type: 'application/json', holds: 'no entry' },
  { path: '/api/decisions', status: 200, type: 'application/json', holds: '"total":0' },
  { path: '/api/jobs/j1', status: 404, type: 'application/json', holds: 'no such job' },
  { path: '/api/queue', status: 200, type: 'application/json', holds: 'null' },
  { path: '/api/events?actor=nobody', status: 400, type: 'application/json', holds: 'no actor' },
  { path: '/api/events?from=yesterday', status: 400, type: 'application/json', holds: 'YYYY-MM-DD' },
  { path: '/api/events?colour=red', status: 400, type: 'application/json', holds: 'colour' },
  { path: '/api/events?limit=501', status: 400, type: 'application/json', holds: 'limit' },
  { path: '/api/events?from=2016-01-01&from=2017-01-01', status: 400, type: 'application/json', holds: 'once' },
  { path: '/api/export?view=claims', status: 200, type: 'text/csv', holds: 'accuses' },
  { path: '/api/export?format=geojson', status: 200, type: 'json', holds: 'FeatureCollection' },
  { path: '/api/export?format=geojson&view=claims', status: 400, type: 'application/json', holds: 'csv' },
  { path: '/api/export?format=doc', status: 400, type: 'application/json', holds: 'format' },
  { path: '/api/export?view=incidents', status: 200, type: 'text/csv', holds: 'harm_told' },
  { path: '/api/export?view=disputes&format=json', status: 200, type: 'application/json', holds: '[' },
  { path: '/api/export?view=agreements&format=json', status: 200, type: 'application/json', holds: '[' },
  { path: '/api/export?view=ledger', status: 200, type: 'text/csv', holds: 'speaker_name' },
  { path: '/api/export?view=network', status: 200, type: 'text/csv', holds: 'stated_by' },
  { path: '/api/export?view=dyads&unit=week', status: 200, type: 'text/csv', holds: 'material_conflict' },
  { path: '/api/export?view=exchange&a=OST%3AMIL&b=WST%3AGOV', status: 200, type: 'text/csv', holds: '' },
  { path: '/api/export?view=exchange&a=OST%3AMIL', status: 400, type: 'application/json', holds: 'two parties' },
  { path: '/api/export?view=sources&format=jsonl', status: 200, type: 'application/x-ndjson', holds: 'Invented Courier' },
  { path: '/api/export?view=events&format=jsonl&type=AGREE', status: 200, type: 'application/x-ndjson', holds: 'AGREE' },
])('GET $path is $status', async ({ path, status, type, holds }) => {
  const response = await get(path);
  expect(response.headers.get('content-type')).toContain(type);
  expect(await response.text()).toContain(holds);
  expect(response.status).toBe(status);
});

test('lists come in pages', async () => {
  const page = async (path: string) => (await (await get(path)).json()) as ListAnswer<CaseEvent>;
  const first = await page('/api/events?limit=3');
  expect(first).toMatchObject({ total: 8, next: '3' });
  const last = await page('/api/events?limit=5&cursor=3');
  expect(last.next).toBeNull();
  const ids = [...first.items, ...last.items].map((event) => event.id);
  expect(new Set(ids).size).toBe(8);
});

test('every answer forbids framing, sniffing and foreign content', async () => {
  for (const path of ['/', '/none', '/api/case']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('a known address refuses methods it has not', async () => {
  expect((await get('/api/events', { method: 'POST' })).status).toBe(405);
  expect((await get('/', { method: 'PUT' })).status).toBe(405);
  expect((await get('/', { method: 'HEAD' })).status).toBe(200);
});

test('the description of the API names every address, and refers to nothing it does not have', async () => {
  const text = await (await get('/api/openapi.json')).text();
  const { paths } = JSON.parse(text) as {
    paths: Record<string, Record<string, { summary: string; parameters: { name: string }[] }>>;
  };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/case', '/api/documents/{id}', '/api/exchange', '/api/export']),
  );
  expect(Object.keys(paths['/api/decisions'] ?? {})).toEqual(['get', 'post']);
  const names = paths['/api/events']?.get?.parameters.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['actor', 'party', 'confidence', 'limit', 'cursor']));
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
    expect(text).toContain(`"${name}":{"type"`);
});

test('every answer is as the description of the API says', async () => {
  const description = (await (await get('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { responses: Record<string, { content: Record<string, { schema?: object }> }> }>>;
    components: { schemas: Record<string, object> };
  };
  const $defs = JSON.parse(JSON.stringify(description.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'));
  const [incident] = ((await (await get('/api/incidents')).json()) as ListAnswer<{ id: string }>).items;
  const ids: Readonly<Record<string, string>> = {
    '/api/documents/{id}': id,
    '/api/documents/{id}/rules': id,
    '/api/incidents/{id}': incident?.id ?? '',
    '/api/statements/{id}': `${id}#ev-1`,
    '/api/actors/{id}': 'OST:MIL',
    '/api/actors/{id}/background': 'abu-sayyaf',
  };
  const asked: Readonly<Record<string, string>> = { '/api/exchange': '?a=OST:MIL&b=WST:GOV', '/api/search': '?q=strait' };
  const unfit: string[] = [];
  for (const [path, { get: read }] of Object.entries(description.paths)) {
    if (!read || path === '/api/export' || path === '/api/jobs/{id}') continue;
    const schema = read.responses[200]?.content['application/json']?.schema;
    const response = await get(path.replace('{id}', encodeURIComponent(ids[path] ?? '')) + (asked[path] ?? ''));
    expect([path, response.status]).toEqual([path, 200]);
    const own = JSON.parse(JSON.stringify(schema ?? { not: {} }).replaceAll('#/components/schemas/', '#/$defs/'));
    const checked = z.fromJSONSchema({ ...own, $defs }).safeParse(await response.json());
    if (!checked.success) unfit.push(`${path}: ${checked.error.issues[0]?.path.join('.')} ${checked.error.issues[0]?.message}`);
  }
  expect(unfit).toEqual([]);
});
