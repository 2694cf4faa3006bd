import { expect, test } from 'vitest';
import { exampleRecord } from '../../test/support/example-record.ts';
import { createApp } from './app.ts';

const record = exampleRecord();
const { id } = record.document;
const app = createApp([record], 'Invented.');
const get = (path: string, init: RequestInit = {}, host = '127.0.0.1:4317') => app.request(`http://${host}${path}`, init);

test.each([
  { path: '/', status: 200, type: 'text/html', holds: 'Ferry war' },
  { path: `/reports/${id}`, status: 200, type: 'text/html', holds: 'All reports' },
  { path: '/api/records', status: 200, type: 'application/json', holds: `"/api/records/${id}"` },
  { path: `/api/records/${id}`, status: 200, type: 'application/json', holds: '"lapwing/1"' },
  { path: '/reports/none', status: 404, type: 'application/json', holds: 'no such page' },
  { path: '/api/records/none', status: 404, type: 'application/json', holds: 'No record' },
  { path: '/api/records/__proto__', status: 404, type: 'application/json', holds: 'No record' },
  { path: '/reports/..%2f..%2fpackage.json', status: 404, type: 'application/json', holds: 'no such page' },
  { path: '/samples/manifest.json', status: 404, type: 'application/json', holds: 'no such page' },
])('GET $path is $status', async ({ path, status, type, holds }) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain(type);
  expect(await response.text()).toContain(holds);
});

test('every answer forbids framing, sniffing and foreign content', async () => {
  for (const path of ['/', '/none', '/api/records']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('another name pointing here is refused', async () => {
  expect((await get('/', {}, 'evil.example:4317')).status).toBe(421);
  expect((await get('/', {}, 'localhost:4317')).status).toBe(200);
});

test('nothing but reading is answered', async () => {
  expect((await get('/', { method: 'POST' })).status).toBe(405);
  expect((await get('/', { method: 'HEAD' })).status).toBe(200);
});
