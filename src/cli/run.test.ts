import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { run } from './run.ts';
import { SOME_FAILED, type Terminal } from './terminal.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-cli-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const REPORT = 'The army of Pakistan shelled villages in eastern Afghanistan on Monday, Afghan officials said.';

function file(name: string, content: string): string {
  const path = join(FOLDER, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs a command line and keeps what it prints. */
async function lapwing(...args: readonly string[]): Promise<{ code: number; out: string; errors: string }> {
  let [out, errors] = ['', ''];
  const terminal: Terminal = {
    write: async (text) => {
      out += text;
    },
    report({ code, subject, detail }) {
      errors += `${subject}: ${detail} (${code})\n`;
      terminal.exitCode = SOME_FAILED;
    },
    note: (line) => {
      errors += `${line}\n`;
    },
    progress: () => {},
    width: 80,
    exitCode: 0,
  };
  return { code: await run(args, terminal), out, errors };
}

/** Runs the program itself. */
function program(args: readonly string[], input = ''): { code: number | null; out: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { input, encoding: 'utf8' });
  return { code: status, out: stdout, errors: stderr };
}

describe('usage', () => {
  test.each([
    { name: 'help', args: ['--help'], code: 0, shows: 'Usage: lapwing' },
    { name: 'version', args: ['--version'], code: 0, shows: /^\d+\.\d+\.\d+/ },
    { name: 'unknown command', args: ['cod'], code: 2, shows: 'unknown command' },
    { name: 'unknown option', args: ['code', '--formt', 'x'], code: 2, shows: 'unknown option' },
    { name: 'unknown format', args: ['code', 'a.txt', '--format', 'xml'], code: 2, shows: 'Allowed choices' },
    { name: 'no port', args: ['serve', '--port', '70000'], code: 2, shows: '0 to 65535' },
    { name: 'missing file name', args: ['relate'], code: 2, shows: 'missing required argument' },
    { name: 'bad date', args: ['code', '-', '--published', 'soon'], code: 2, shows: 'YYYY-MM-DD' },
  ])('$name', ({ args, code, shows }) => {
    const { code: exit, out, errors } = program(args);
    expect(exit).toBe(code);
    expect(code === 0 ? out : errors).toMatch(shows);
  });

  test.each(['code', 'relate', 'parse', 'evaluate', 'serve', 'actors resolve', 'actors suggest'])(
    '%s --help has examples',
    (command) => {
      const { code, out } = program([...command.split(' '), '--help']);
      expect([code, out.includes('Examples:')]).toEqual([0, true]);
    },
  );
});

describe('code', () => {
  test('one record a document, in the order given, folders sorted; failures named and the rest coded', async () => {
    const lines = [JSON.stringify({ id: 'one', text: REPORT }), '{', JSON.stringify({ id: 'three', text: REPORT })];
    const jsonl = file('a.jsonl', lines.join('\n'));
    file('reports/b.txt', REPORT);
    file('reports/a/c.html', `<html><head><title>Shelling</title></head><body><p>${REPORT}</p></body></html>`);
    file('reports/notes.docx', 'PK');
    const { code, out, errors } = await lapwing('code', jsonl, join(FOLDER, 'reports'), join(FOLDER, 'none.txt'));
    const records = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).document);
    expect(records.map(({ externalId, title }) => externalId ?? title)).toEqual(['one', 'three', 'Shelling', null]);
    expect(errors).toMatch(/a\.jsonl:2: .*\(read\/bad-json\)\n.*none\.txt: ENOENT.*\(cli\/unreadable\)/);
    expect(code).toBe(1);
  });

  test('a manifest of what was read, skipped and failed', async () => {
    file('mixed/a.jsonl', `{"text":"${REPORT}","url":"https://example.org/a"}\n{`);
    file('mixed/b.doc', 'x');
    file('mixed/c.gz', 'no\tgzip');
    const manifest = join(FOLDER, 'manifest.tsv');
    const { code } = await lapwing('code', join(FOLDER, 'mixed'), join(FOLDER, 'none.txt'), '--manifest', manifest);
    const lines = readFileSync(manifest, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.replaceAll(`${FOLDER}/`, '').split('\t'));
    expect(code).toBe(1);
    expect(lines.map((cells) => cells.slice(0, 3).join(' '))).toEqual([
      'input entry outcome',
      'mixed/a.jsonl 1 read',
      'mixed/a.jsonl 2 failed',
      'mixed/b.doc  skipped',
      'mixed/c.gz  failed',
      'none.txt  failed',
    ]);
    expect(lines[1]?.[3]).toMatch(/^[0-9a-f]{64}$/);
    expect(lines.slice(1).map((cells) => cells[4]?.split(':')[0])).toEqual([
      'https',
      'read/bad-json',
      'an ending that is not read',
      'read/damaged',
      'cli/unreadable',
    ]);
  });

  test('the manifest of an archive names its entries, and which report is in another language', async () => {
    const archive = new ZipFile();
    archive.addBuffer(Buffer.from(REPORT), 'day/a.txt');
    archive.addBuffer(
      Buffer.from(
        "L'armée a bombardé lundi deux villages de la vallée, ont déclaré les responsables. Les habitants ont fui vers le nord pendant la nuit, et plusieurs maisons ont été détruites par les obus.",
      ),
      'day/b.txt',
    );
    archive.addBuffer(Buffer.from('x'), 'day/c.png');
    archive.end();
    const input = join(FOLDER, 'a.zip');
    writeFileSync(input, await buffer(archive.outputStream));
    const manifest = join(FOLDER, 'manifest.tsv');
    const { code } = await lapwing('code', input, '--manifest', manifest);
    const lines = readFileSync(manifest, 'utf8').trim().split('\n').slice(1);
    expect(code).toBe(1);
    expect(
      lines.map((line) =>
        line
          .replace(/[0-9a-f]{64}/, 'id')
          .split('\t')
          .slice(1)
          .join('|'),
      ),
    ).toEqual([
      'day/a.txt|read|id|',
      'day/b.txt|failed||read/not-english: the text is not in English (looks like fra)',
      'day/c.png|skipped||an ending that is not read',
    ]);
  });

  test('an address is fetched where it is named, one of this machine only where that is allowed', async () => {
    const server = createServer((request, answer) =>
      request.url === '/report'
        ? answer.setHeader('Content-Type', 'text/html').end(`<p>${REPORT}</p>`)
        : answer.writeHead(404).end(),
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}/report`;
    try {
      const refused = await lapwing('code', address);
      expect(refused.errors).toContain('(fetch/private-address)');
      expect(refused.code).toBe(1);
      const { out, code } = await lapwing('code', address, '--allow-private');
      expect(JSON.parse(out).document).toMatchObject({ url: address, text: REPORT });
      expect(code).toBe(0);
    } finally {
      server.close();
    }
  });

  test('date and publisher stand in where a document has none', async () => {
    const { out } = await lapwing('code', file('d.txt', REPORT), '--published', '2017-02-21', '--source', 'The Example');
    expect(JSON.parse(out).document).toMatchObject({ published: '2017-02-21', publishedBasis: 'given', source: 'The Example' });
  });

  test('lines of JSON may hold any line separator inside', async () => {
    const { out, code } = await lapwing('code', file('s.jsonl', `{"text":"${REPORT}\u2028${REPORT}"}\r\n`));
    expect([code, JSON.parse(out).document.text]).toEqual([0, `${REPORT}\n${REPORT}`]);
  });

  test('as a table and as a page', async () => {
    const path = file('t.txt', REPORT);
    expect((await lapwing('code', path, '--format', 'table')).out).toContain('shelled');
    expect((await lapwing('code', path, '--format', 'html')).out).toMatch(/^<!doctype html>/i);
    expect((await lapwing('code', path, path, '--format', 'html')).code).toBe(2);
  });

  test('standard input, text or JSON lines', () => {
    expect(JSON.parse(program(['code', '-'], REPORT).out).document.text).toBe(REPORT);
    expect(JSON.parse(program(['code'], JSON.stringify({ id: 7, text: REPORT })).out).document.externalId).toBe('7');
  });

  test('a reader that goes away is no failure', async () => {
    const path = file('many.jsonl', Array.from({ length: 200 }, () => JSON.stringify({ text: REPORT })).join('\n'));
    const child = spawn(process.execPath, [MAIN, 'code', path]);
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([code, errors]).toEqual([0, '']);
  });
});

describe('parse', () => {
  test('text to CoNLL-U', async () => {
    const { out, code } = await lapwing('parse', file('p.txt', 'Rebels shelled Aleppo.'));
    expect(code).toBe(0);
    expect(out).toMatch(/^# sent_id = 1\n# text = Rebels shelled Aleppo\.\n1\tRebels\t/);
  });

  test('given words are kept, with comments and multiword tokens, and the rest is predicted', async () => {
    const row = (id: string, form: string, misc = '_') => [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join('\t');
    const rows = [
      '# sent_id = x',
      row('1', 'They'),
      row('2-3', "didn't"),
      row('2', 'did'),
      row('3', "n't"),
      row('4', 'go', 'SpaceAfter=No'),
      row('5', '.'),
    ];
    const { out, code } = await lapwing('parse', '--conllu', file('g.conllu', `${rows.join('\n')}\n\n`));
    const printed = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(printed.map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual(
      rows.map((line) => line.split('\t').slice(0, 2).join(' ')),
    );
    expect(printed[2]).toBe(rows[2]);
    expect(printed.filter((line) => line.split('\t')[7] === 'root').length).toBe(1);
    expect(printed[5]).toMatch(/SpaceAfter=No$/);
  });

  test('what is not CoNLL-U is named', async () => {
    const { code, errors } = await lapwing('parse', '--conllu', file('bad.conllu', '1\tGo\n'));
    expect([code, errors]).toMatchObject([1, expect.stringMatching(/bad\.conllu: line 1: 2 columns/)]);
  });
});

describe('relate', () => {
  test('answers in order; a bad line is named and the rest answered', async () => {
    const pair = { text: 'Turkey condemned Syria.', source: [{ start: 0, end: 6 }], target: [{ start: 17, end: 22 }] };
    const lines = [
      { id: 'a', ...pair },
      { id: 'b', ...pair, source: 'Turkey' },
      { ...pair, target: [] },
    ];
    const { code, out, errors } = await lapwing(
      'relate',
      file('r.jsonl', lines.map((line) => JSON.stringify(line)).join('\n')),
    );
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id }) => id)).toEqual(['a', null]);
    expect(Object.keys(answers[0])).toEqual(['id', 'type', 'quad', 'event', 'confidence']);
    expect(answers[0]).toMatchObject({ type: 'ACCUSE', quad: 3 });
    expect([code, errors]).toMatchObject([1, expect.stringMatching(/r\.jsonl:2: "source" must be a list of spans/)]);
  });
});

describe('evaluate', () => {
  test('a gold file with its text beside it', async () => {
    file('g.txt', REPORT);
    const gold = {
      format: 'case-gold/1',
      document: { file: 'g.txt', published: '2017-02-21', length: REPORT.length },
      actors: [],
      events: [
        {
          id: 'e1',
          types: ['ASSAULT'],
          trigger: { start: 21, end: 28 },
          evidence: { start: 0, end: REPORT.length },
          actors: [['PAK:MIL']],
          recipients: [],
          status: ['actual', 'alleged'],
        },
      ],
      claims: [],
      ties: [],
      figures: [],
      times: [],
      places: [],
    };
    const path = file('g.gold.json', JSON.stringify(gold));
    const { code, out } = await lapwing('evaluate', path, '--json');
    expect([code, JSON.parse(out).sum.tallies.event.core]).toEqual([0, 1]);
    expect((await lapwing('evaluate', path)).out).toMatch(/^g\.gold\.json\n\s+measure\s+P\s+R\s+F1/);
  });

  test('other text than the gold was made on is refused', async () => {
    file('h.txt', REPORT);
    const lists = { actors: [], events: [], claims: [], ties: [], figures: [], times: [], places: [] };
    const path = file(
      'h.gold.json',
      JSON.stringify({ format: 'case-gold/1', document: { file: 'h.txt', published: null, length: 7 }, ...lists }),
    );
    expect(await lapwing('evaluate', path)).toMatchObject({ code: 1, errors: expect.stringContaining('evaluate/other-text') });
  });
});

describe('actors that a user brings', () => {
  const NAMES = 'Fighters of the Amber Valley Union shelled Northton on Monday. Police said the Amber Valley Union fled.';

  test('are suggested, pasted and found', async () => {
    const report = file('own/report.txt', NAMES);
    const suggested = await lapwing('actors', 'suggest', report, '--published', '2020-05-05');
    expect(suggested).toMatchObject({ code: 0, out: expect.stringMatching(/^amber-valley-union\tAmber Valley Union\t/m) });
    const table = file(
      'own/mine.tsv',
      suggested.out.replace(/^(amber-valley-union\t[^\t]*)\t.*$/m, '$1\tarmed-group\tSOM\tREB\t'),
    );
    const { code, out } = await lapwing('code', report, '--published', '2020-05-05', '--actors', table);
    expect(code).toBe(0);
    expect(JSON.parse(out).actors).toContainEqual(
      expect.objectContaining({ id: 'amber-valley-union', kind: 'armed-group', country: 'SOM' }),
    );
  });

  test('come from dictionaries too; what is unreadable is named and the rest holds', async () => {
    const dictionary = file('own/dictionary.txt', 'AMBER_VALLEY_UNION_\n+VALLEY_UNION_\n\t[SOMREB]\nBROKEN_ [\n');
    const phrases = file('own/phrases.jsonl', '{"id":1,"text":"the Valley Union"}\n');
    const { code, out, errors } = await lapwing('actors', 'resolve', phrases, '--actors', dictionary);
    expect(JSON.parse(out)).toMatchObject({ actor: 'amber-valley-union', country: 'SOM', sector: 'REB' });
    expect(code).toBe(SOME_FAILED);
    expect(errors).toMatch(/dictionary\.txt:4/);
  });

  test('reach every thread', async () => {
    const table = file(
      'own/threads.tsv',
      'id\tname\tkind\tcountry\tsector\tnames\namber-valley-union\tAmber Valley Union\tarmed-group\tSOM\tREB\t',
    );
    const report = file('own/threads.txt', NAMES);
    const here = await lapwing('code', report, '--published', '2020-05-05', '--actors', table);
    // A time limit needs a thread that can be ended.
    const there = await lapwing('code', report, '--published', '2020-05-05', '--actors', table, '--time-limit', '60');
    expect(there).toEqual(here);
  });
});
