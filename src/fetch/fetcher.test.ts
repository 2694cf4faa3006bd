import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Fetcher, type FetchOptions } from './fetcher.ts';

const PAGE = '<p>The army shelled two villages in the valley on Monday.</p>';
/** Plays a public address in these tests. */
const HERE = { address: '127.0.0.1', family: 4 };
/** Plays a private one, on which a server listens too. */
const INNER = { address: '127.0.0.2', family: 4 };

/** What the server answers, by path; what was asked of it. */
let answers: Readonly<Record<string, (answer: ServerResponse) => void>> = {};
let asked: IncomingMessage[] = [];
const server = createServer((request, answer) => {
  asked.push(request);
  const respond = answers[request.url ?? ''];
  if (respond) respond(answer);
  else answer.writeHead(404).end();
});
let port = 0;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  answers = { '/a': (answer) => answer.writeHead(200, { 'Content-Type': 'text/html' }).end(PAGE) };
});

const redirect =
  (location: string, status = 302) =>
  (answer: ServerResponse) =>
    answer.writeHead(status, { Location: location }).end();

/** A fetcher for which every name is 127.0.0.1, and that takes this one address for public: so no test leaves the machine. */
const make = (options: Partial<FetchOptions> = {}) =>
  new Fetcher({
    robot: 'Lapwing',
    version: '9.9',
    mayAsk: (address) => address === HERE.address,
    resolve: async () => [HERE],
    ...options,
  });

/** What comes of an address: its bytes, or the code and words of the refusal. */
async function outcome(address: string, fetcher = make()): Promise<string> {
  try {
    const { chunks } = await fetcher.fetch(address.replace('PORT', `${port}`));
    return (await buffer(chunks)).toString();
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${error.code}: ${error.message}` : `thrown: ${error}`;
  }
}

describe('fetching', () => {
  test('a page: robots.txt first, then the page, by one who says its name', async () => {
    const fetched = await make().fetch(`http://news.example:${port}/a`);
    expect(fetched).toMatchObject({ url: `http://news.example:${port}/a`, contentType: 'text/html' });
    expect((await buffer(fetched.chunks)).toString()).toBe(PAGE);
    expect(asked.map(({ url, method }) => `${method} ${url}`)).toEqual(['GET /robots.txt', 'GET /a']);
    for (const { headers } of asked) {
      expect(headers['user-agent']).toMatch(/^Lapwing\/9\.9 /);
      expect(headers.host).toBe(`news.example:${port}`);
      expect(headers.cookie).toBeUndefined();
    }
  });

  test('robots.txt is asked for once a run', async () => {
    const fetcher = make();
    await outcome('http://news.example:PORT/a', fetcher);
    await outcome('http://news.example:PORT/a', fetcher);
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt', '/a', '/a']);
  });

  test.each([
    {
      name: 'a refusal',
      robots: (answer: ServerResponse) => answer.end('User-agent: lapwing\nDisallow: /a'),
      told: /^fetch\/robots: .* does not allow it$/,
    },
    {
      name: 'a server that cannot tell',
      robots: (answer: ServerResponse) => answer.writeHead(503).end(),
      told: /^fetch\/robots: .*status 503/,
    },
    {
      name: 'rules for others',
      robots: (answer: ServerResponse) => answer.end('User-agent: other\nDisallow: /'),
      told: /^<p>/,
    },
    { name: 'rules that are forbidden to read', robots: (answer: ServerResponse) => answer.writeHead(403).end(), told: /^<p>/ },
    {
      name: 'rules without end',
      robots: (answer: ServerResponse) => answer.end(`User-agent: *\nDisallow: /a\n${'# x\n'.repeat(500_000)}`),
      told: /^fetch\/robots: /,
    },
    { name: 'rules that are elsewhere', robots: redirect('/rules'), told: /^fetch\/robots: / },
  ])('robots.txt: $name', async ({ robots, told }) => {
    answers = { ...answers, '/robots.txt': robots, '/rules': (answer) => answer.end('User-agent: *\nDisallow: /') };
    expect(await outcome('http://news.example:PORT/a')).toMatch(told);
  });

  test.each([301, 302, 303, 307, 308])('a redirect (%i) is followed, and the address is that of its end', async (status) => {
    answers = { ...answers, '/old': redirect('/a', status) };
    const fetched = await make().fetch(`http://news.example:${port}/old`);
    expect(fetched.url).toBe(`http://news.example:${port}/a`);
    expect((await buffer(fetched.chunks)).toString()).toBe(PAGE);
  });

  test.each([
    { name: 'without end', location: '/old', told: /^fetch\/too-many-redirects: / },
    { name: 'to a file', location: 'file:///etc/passwd', told: /^fetch\/bad-url: / },
    { name: 'to what robots.txt refuses', location: '/closed', told: /^fetch\/robots: / },
    { name: 'with a password', location: 'http://a:b@news.example/', told: /^fetch\/bad-url: / },
  ])('a redirect $name', async ({ location, told }) => {
    answers = {
      ...answers,
      '/old': redirect(location),
      '/robots.txt': (answer) => answer.end('User-agent: *\nDisallow: /closed'),
    };
    expect(await outcome('http://news.example:PORT/old')).toMatch(told);
  });

  test.each([
    { name: 'not found', answer: (answer: ServerResponse) => answer.writeHead(404).end(), told: /^fetch\/status: .*404/ },
    { name: 'no content', answer: (answer: ServerResponse) => answer.writeHead(204).end(), told: /^fetch\/status: .*204/ },
    { name: 'too large', answer: (answer: ServerResponse) => answer.end(Buffer.alloc(300_000)), told: /^fetch\/too-large: / },
    { name: 'too slow', answer: () => {}, told: /^fetch\/too-slow: / },
    { name: 'too slow in its body', answer: (answer: ServerResponse) => answer.write('x'), told: /^fetch\/too-slow: / },
    {
      name: 'broken off',
      answer: (answer: ServerResponse) => {
        answer.writeHead(200, { 'Content-Length': '500' });
        answer.write('x', () => answer.destroy());
      },
      told: /^fetch\/unreachable: /,
    },
    { name: 'no HTTP', answer: (answer: ServerResponse) => answer.socket?.end('hello\r\n'), told: /^fetch\/unreachable: / },
  ])('an answer that is $name', async ({ answer, told }) => {
    answers = { '/a': (response) => void answer(response) };
    const fetcher = make({ limits: { bytes: 200_000, seconds: 1 } });
    expect(await outcome('http://news.example:PORT/a', fetcher)).toMatch(told);
  });

  test.each([
    'ftp://a.example/',
    'javascript:alert(1)',
    'http://user:pass@a.example/',
    'http://',
    `http://a.example/${'x'.repeat(3000)}`,
  ])('%s is no address to fetch', async (address) => expect(await outcome(address)).toMatch(/^fetch\/bad-url: /));

  test('a name without an address, and a port where nobody listens', async () => {
    const nowhere = make({
      resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })),
    });
    expect(await outcome('http://nowhere.example/', nowhere)).toBe(
      'fetch/unreachable: nowhere.example does not answer (ENOTFOUND)',
    );
    expect(await outcome('http://nowhere.example/', make({ resolve: async () => [] }))).toMatch(
      /^fetch\/unreachable: .*no address/,
    );
    expect(await outcome('http://news.example:9/')).toMatch(/^fetch\/unreachable: .*ECONNREFUSED/);
  });
});

describe('addresses that may not be asked', () => {
  test.each([
    'http://127.0.0.1:PORT/a',
    'http://2130706433:PORT/a',
    'http://0x7f.1:PORT/a',
    'http://[::1]:PORT/a',
    'http://[::ffff:127.0.0.1]:PORT/a',
    'http://[64:ff9b::a00:1]:PORT/a',
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost:PORT/a',
  ])('%s is refused where nothing else is said', async (address) => {
    expect(await outcome(address, new Fetcher({ robot: 'Lapwing', version: '9.9' }))).toMatch(/^fetch\/private-address: /);
    expect(asked).toEqual([]);
  });

  test('a name that stands for one is refused, even where it stands for a public one too', async () => {
    const inner = make({ resolve: async () => [INNER] });
    expect(await outcome('http://inner.example:PORT/a', inner)).toMatch(
      /^fetch\/private-address: inner\.example \(127\.0\.0\.2\)/,
    );
    const both = make({ resolve: async () => [HERE, INNER] });
    expect(await outcome('http://both.example:PORT/a', both)).toMatch(/^fetch\/private-address: /);
    expect(asked).toEqual([]);
  });

  test.each([
    { name: 'in digits', location: 'http://127.0.0.2:PORT/a' },
    { name: 'by a name', location: 'http://inner.example:PORT/a' },
  ])('a redirect to one, $name', async ({ location }) => {
    answers = { ...answers, '/old': redirect(location.replace('PORT', `${port}`)) };
    const resolve = async (host: string) => [host === 'inner.example' ? INNER : HERE];
    expect(await outcome('http://news.example:PORT/old', make({ resolve }))).toMatch(/^fetch\/private-address: /);
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt', '/old']);
  });

  test('a robots.txt that is redirected to one', async () => {
    answers = { ...answers, '/robots.txt': redirect(`http://127.0.0.2:${port}/rules`) };
    expect(await outcome('http://news.example:PORT/a')).toMatch(/^fetch\/private-address: /);
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt']);
  });

  test('a name that is given another address between two connections', async () => {
    const replies = [[HERE], [INNER]];
    const rebinding = make({ resolve: async () => replies.shift() ?? [] });
    expect(await outcome('http://rebinding.example:PORT/a', rebinding)).toMatch(/^fetch\/private-address: /);
    expect(asked.map(({ url }) => url)).toEqual(['/robots.txt']);
  });

  test('a connection goes to the address that was checked: the name is not looked up a second time for it', async () => {
    const resolved: string[] = [];
    const resolve = async (host: string) => {
      resolved.push(host);
      return [HERE];
    };
    expect(await outcome('http://known-to-nobody.invalid:PORT/a', make({ resolve }))).toBe(PAGE);
    expect(resolved).toEqual(['known-to-nobody.invalid', 'known-to-nobody.invalid']);
  });
});
