import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';

/** Numbers that look like chance and are the same each time. */
function makeDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const SENTENCES = [
  'The army shelled a post near village # on Monday, officials of district # said.',
  'A spokesman of group # denied that its fighters had fired at patrol #.',
  'At least # people were injured when convoy # was stopped at the bridge.',
  'The ministry said that # families had left the valley since camp # was closed.',
  'Residents of quarter # told reporters that # shops had stayed shut.',
  'Delegation # will meet the governor on day # of the talks, a letter said.',
];

/** A report of some 2 to 6 kB, unlike every other. */
function makeReport(dice: (below: number) => number): string {
  const paragraphs = Array.from({ length: 6 + dice(10) }, () =>
    Array.from({ length: 3 + dice(3) }, () =>
      (SENTENCES[dice(SENTENCES.length)] ?? '').replace(/#/g, () => dice(2 ** 31).toString(36)),
    ).join(' '),
  );
  return paragraphs.join('\n\n');
}

/** A page of some 60 kB, of which most is script, as pages of newspapers are. */
function makePage(dice: (below: number) => number): string {
  const noise = Array.from({ length: 5000 }, () => dice(2 ** 31).toString(36)).join('');
  const paragraphs = makeReport(dice)
    .split('\n\n')
    .map((paragraph) => `<p class="story">${paragraph}</p>`)
    .join('\n');
  const menu = '<li><a href="/section">Section</a></li>'.repeat(100);
  return `<!doctype html><html><head><title>Report ${dice(1e9)}</title><script>var state="${noise}"</script></head><body><ul>${menu}</ul><article>${paragraphs}</article></body></html>`;
}

async function write(file: WriteStream, bytes: Uint8Array | string): Promise<void> {
  if (!file.write(bytes)) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
}

/** Writes JSON lines, packed as one, until the file has a number of bytes. */
export async function writeJsonLines(path: string, bytes: number): Promise<void> {
  const dice = makeDice(1);
  const file = createWriteStream(path);
  const packed = createGzip();
  packed.pipe(file);
  for (let id = 0; file.bytesWritten < bytes; id++) {
    const line = `${JSON.stringify({ id: `${id}`, text: makeReport(dice), published: '2017-02-19' })}\n`;
    if (!packed.write(line)) await new Promise<void>((resolve) => packed.once('drain', () => resolve()));
  }
  packed.end();
  await finished(file);
}

/** Writes a crawl, packed record by record: a request, a page and a picture in turn, until the file has a number of bytes. */
export async function writeCrawl(path: string, bytes: number): Promise<void> {
  const dice = makeDice(2);
  const file = createWriteStream(path);
  let length = 0;
  for (let id = 0; length < bytes; id++) {
    const records = [
      crawlRecord('request', id, 'GET / HTTP/1.1\r\n\r\n'),
      crawlRecord('response', id, `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${makePage(dice)}`),
      crawlRecord('response', id, `HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n${'x'.repeat(dice(10_000))}`),
    ];
    for (const record of records) {
      const packed = gzipSync(record);
      length += packed.length;
      await write(file, packed);
    }
  }
  file.end();
  await finished(file);
}

function crawlRecord(type: string, id: number, block: string): string {
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${type}-${id}>`,
    'WARC-Date: 2017-02-20T10:00:00Z',
    `WARC-Target-URI: https://news.example/${id}`,
    `Content-Type: application/http; msgtype=${type}`,
    `Content-Length: ${Buffer.byteLength(block)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${block}\r\n\r\n`;
}
