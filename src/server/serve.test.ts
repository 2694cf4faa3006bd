import { expect, test } from 'vitest';
import { emptyCoder } from '../../test/support/served-case.ts';
import { serve } from './serve.ts';

const openCoder = async () => emptyCoder();

test('says its address, and a port in use gives way to the next', async () => {
  const lines: string[] = [];
  const first = await serve({ port: 0, openCoder, note: (line) => lines.push(line) });
  const second = await serve({ port: first.port, openCoder, note: (line) => lines.push(line) });
  try {
    expect(second.port).toBeGreaterThan(first.port);
    expect(lines.join('\n')).toContain(second.address);
    await second.settled();
    const overview = await (await fetch(`${second.address}api/case`)).json();
    expect(overview).toMatchObject({
      name: 'Torkham, February to March 2017',
      writable: true,
      counts: { documents: 12, sources: 6 },
      jobs: [],
    });
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

test('another address than this machine asks for a token, which is made and printed', async () => {
  const serving = await serve({ port: 0, host: '0.0.0.0', openCoder, note: () => {} });
  try {
    const base = `http://127.0.0.1:${serving.port}`;
    expect((await fetch(`${base}/api/case`)).status).toBe(401);
    const token = new URL(serving.address).searchParams.get('token') ?? '';
    expect(token.length).toBeGreaterThan(20);
    const opened = await fetch(`${base}/?token=${token}`, { redirect: 'manual' });
    expect(opened.status).toBe(302);
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect((await fetch(`${base}/api/case`, { headers: { cookie: cookie.split(';')[0] ?? '' } })).status).toBe(200);
    expect((await fetch(`${base}/api/case`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  } finally {
    await serving.close();
  }
});

test.each([-1, 1.5, 70_000])('%s is not a port', async (port) => {
  await expect(serve({ port, openCoder, note: () => {} })).rejects.toThrow(RangeError);
});

test('a short token is refused', async () => {
  await expect(serve({ port: 0, token: 'short', openCoder, note: () => {} })).rejects.toThrow('16 characters');
});
