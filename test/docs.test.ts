import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseRecord } from '../src/api/index.ts';
import { textId } from '../src/base/index.ts';
import {
  ACTOR_KINDS,
  CONTEXTS,
  EVENT_TYPES,
  INTERNATIONAL_CODES,
  MODE_SCORES,
  QUAD_OF,
  SECTORS,
  STANCES,
  STATUSES,
  TIE_KINDS,
  TYPE_SCORE,
} from '../src/codebook/index.ts';
import * as library from '../src/index.ts';
import { anchorsOf, blocksOf, lapwingCommands, ROOT, readPages, relativeLinks, sectionOf } from './support/documents.ts';
import { exampleRecord } from './support/example-record.ts';
import { type Schema, schemaObjections } from './support/json-schema.ts';

const PAGES = readPages();
const CODEBOOK = readFileSync(`${ROOT}docs/codebook.md`, 'utf8');
const RECORD_PAGE = readFileSync(`${ROOT}docs/record-schema.md`, 'utf8');
const SCHEMA: Schema = JSON.parse(readFileSync(`${ROOT}docs/record.schema.json`, 'utf8'));

/** Standard output of the program. */
function lapwing(...args: readonly string[]): string {
  return execFileSync(process.execPath, ['src/cli/main.ts', ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
}

describe('links', () => {
  test.each(PAGES.map(({ path, text }) => ({ path, text })))('of $path lead somewhere', ({ path, text }) => {
    expect(relativeLinks(text).filter((target) => !leadsSomewhere(path, target))).toEqual([]);
  });

  test('to nowhere are seen', () => {
    const links = relativeLinks('[a](b.md#c) ![d](e.png) [f](https://example.org) `[g](h)` <img src="i.svg">');
    expect(links).toEqual(['b.md#c', 'e.png', 'i.svg']);
    expect(leadsSomewhere('docs/codebook.md', 'record-schema.md#versions')).toBe(true);
    expect(leadsSomewhere('docs/codebook.md', 'record-schema.md#no-such-heading')).toBe(false);
    expect(leadsSomewhere('docs/codebook.md', 'no-such-file.md')).toBe(false);
  });
});

test.each(PAGES.map(({ path, text }) => ({ path, text })))('files named in $path exist', ({ text }) => {
  expect(filesNamed(text).filter((file) => !existsSync(ROOT + file))).toEqual([]);
});

/** Files and folders of the project that stand in a text as code; patterns such as `data/frames/<type>.tsv` are left out. */
function filesNamed(text: string): readonly string[] {
  const found = text.matchAll(/`((?:src|data|docs|test|tools|training|bench|samples|weights|\.ci)\/[\w./-]*)`/g);
  return [...found].map(([, file = '']) => file);
}

/** README.md is the last page to be written: links to it are good before it is there. */
const PLANNED = ['README.md'];

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  if (!existsSync(ROOT + path)) return PLANNED.includes(path);
  return anchor === undefined || !path.endsWith('.md') || anchorsOf(readFileSync(ROOT + path, 'utf8')).has(anchor);
}

describe('commands', () => {
  const COMMANDS = PAGES.flatMap(({ path, text }) => lapwingCommands(text).map((words) => ({ path, words })));

  test('of all pages exist, with their options, choices and samples', () => {
    expect(COMMANDS.length).toBeGreaterThan(0);
    expect(COMMANDS.flatMap(({ path, words }) => commandObjections(words).map((objection) => `${path}: ${objection}`))).toEqual(
      [],
    );
  });

  test.each([
    { name: 'command', words: ['cod', 'a.txt'] },
    { name: 'option', words: ['code', '--formt', 'table'] },
    { name: 'choice', words: ['code', '--format', 'xml'] },
    { name: 'sample', words: ['code', 'samples/no-such.txt'] },
    { name: 'command below another', words: ['actors', 'forget'] },
  ])('an unknown $name is seen', ({ words }) => {
    expect(commandObjections(words)).toHaveLength(1);
  });

  test('are found past pipes and before redirections', () => {
    const text = '```sh\necho "a | b" | lapwing code - --source "A B" > out\nnpm run -s lapwing -- serve\nnot lapwing\n```\n';
    expect(lapwingCommands(text)).toEqual([['code', '-', '--source', 'A B'], ['serve']]);
  });
});

/** Help of a command, by its words. */
const HELP = new Map<string, string>();

function helpOf(command: readonly string[]): string {
  const key = command.join(' ');
  const known = HELP.get(key) ?? lapwing(...command, '--help');
  HELP.set(key, known);
  return known;
}

/** What `--help` does not know of a command line. */
function commandObjections(words: readonly string[]): readonly string[] {
  const command: string[] = [];
  for (const word of words) {
    const offered = commandsIn(helpOf(command));
    if (offered.length === 0 || word.startsWith('-')) break;
    if (!offered.includes(word)) return [`no command "${[...command, word].join(' ')}"`];
    command.push(word);
  }
  const help = helpOf(command);
  const rest = words.slice(command.length);
  return rest.flatMap((word, index) => {
    if (word.startsWith('samples/') && !existsSync(ROOT + word)) return [`no file ${word}`];
    if (!word.startsWith('--')) return [];
    const found = new RegExp(`^\\s+(?:-\\w, )?${word}(?![\\w-])`, 'm').exec(help);
    if (!found) return [`no option ${word} of "${command.join(' ')}"`];
    const [, choices] = /\(choices: ((?:"[^"]+",?\s*)+)/.exec(help.slice(found.index).split(/\n\s+--?\w/, 2)[0] ?? '') ?? [];
    const value = rest[index + 1] ?? '';
    return choices === undefined || choices.includes(`"${value}"`) ? [] : [`"${value}" is no choice of ${word}`];
  });
}

function commandsIn(help: string): readonly string[] {
  const list = /^Commands:\n((?: {2}.*\n?)+)/m.exec(help)?.[1] ?? '';
  return [...list.matchAll(/^ {2}([a-z]\S*)/gm)].map(([, name = '']) => name);
}

describe('codebook.md', () => {
  test.each([
    { name: 'type', codes: EVENT_TYPES },
    { name: 'mode', codes: Object.values(MODE_SCORES).flatMap((modes) => Object.keys(modes)) },
    { name: 'context', codes: CONTEXTS },
    { name: 'sector', codes: SECTORS },
    { name: 'international code', codes: INTERNATIONAL_CODES },
    { name: 'kind of actor', codes: ACTOR_KINDS },
    { name: 'status', codes: STATUSES },
    { name: 'stance', codes: STANCES },
    { name: 'kind of tie', codes: TIE_KINDS },
  ])('names every $name', ({ codes }) => {
    expect(codes.filter((code) => !CODEBOOK.includes(`\`${code}\``))).toEqual([]);
  });

  test.each(EVENT_TYPES.map((type) => ({ type })))('gives quad, score and modes of $type', ({ type }) => {
    const rows = CODEBOOK.split('\n').filter((line) => line.startsWith(`| \`${type}\` |`));
    expect(rows[0]).toContain(`| ${QUAD_OF[type]} | ${TYPE_SCORE[type]} |`);
    for (const [mode, score] of Object.entries(MODE_SCORES[type]))
      expect(rows[1], mode).toMatch(new RegExp(`\`${mode}\` ${score}(?![\\d.])`));
  });
});

describe('record.schema.json', () => {
  test.each([
    { name: 'types', path: ['event', 'type'], codes: EVENT_TYPES },
    { name: 'statuses', path: ['event', 'status'], codes: STATUSES },
    { name: 'stances', path: ['claim', 'stance'], codes: STANCES },
    { name: 'kinds of tie', path: ['tie', 'kind'], codes: TIE_KINDS },
    { name: 'kinds of actor', path: ['actor', 'kind'], codes: ACTOR_KINDS },
  ])('has the $name of the codebook', ({ path: [entry = '', field = ''], codes }) => {
    expect(SCHEMA.$defs?.[entry]?.properties?.[field]?.enum).toEqual(codes);
  });

  test('has the sectors, contexts and modes of the codebook', () => {
    const { sector, event } = SCHEMA.$defs ?? {};
    expect(sector?.enum).toEqual(SECTORS);
    expect(event?.properties?.contexts?.items?.enum).toEqual(CONTEXTS);
    const modes = Object.values(MODE_SCORES).flatMap((each) => Object.keys(each));
    expect(event?.properties?.modes?.items?.enum).toEqual([...new Set(modes)]);
  });

  test('fits the example of record-schema.md, whose spans hold their words', () => {
    const block = blocksOf(RECORD_PAGE).find(({ language }) => language === 'json');
    const example: CaseRecord = JSON.parse(block?.text ?? '');
    expect(schemaObjections(example, SCHEMA)).toEqual([]);
    expect(example.document.id).toBe(textId(example.document.text));
    expect(spansIn(example).filter(({ start, end, text }) => example.document.text.slice(start, end) !== text)).toEqual([]);
  });

  test('fits a record written by hand', () => {
    expect(schemaObjections(exampleRecord(), SCHEMA)).toEqual([]);
  });

  test('is explained field by field in record-schema.md', () => {
    const lists = [SCHEMA, ...Object.values(SCHEMA.properties ?? {}), ...Object.values(SCHEMA.$defs ?? {})];
    const fields = new Set(lists.flatMap(({ properties = {} }) => Object.keys(properties)));
    expect([...fields].filter((field) => !new RegExp(`[\`"]${field}[\`"]`).test(RECORD_PAGE))).toEqual([]);
  });

  describe('of a bundled sample', () => {
    let record: CaseRecord;
    beforeAll(() => {
      record = JSON.parse(lapwing('code', 'samples/03-lal-pur-shelling.html'));
    }, 60_000);

    test('fits the record', () => {
      expect(schemaObjections(record, SCHEMA)).toEqual([]);
      expect(record.events.length).toBeGreaterThan(0);
    });

    test.each([
      { name: 'a missing field', change: { ties: undefined } },
      { name: 'an unknown field', change: { extra: 1 } },
      { name: 'another schema', change: { schema: 'lapwing/2' } },
      { name: 'a text for a list', change: { times: 'none' } },
      { name: 'a negative offset', change: { times: [{ span: { start: -1, end: 0, text: '' }, start: null, end: null }] } },
      { name: 'a date in words', change: { times: [{ span: { start: 0, end: 0, text: '' }, start: 'Friday', end: null }] } },
    ])('refuses $name', ({ change }) => {
      const changed = JSON.parse(JSON.stringify({ ...record, ...change }));
      expect(schemaObjections(changed, SCHEMA)).toHaveLength(1);
    });
  });
});

interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every span below a value. */
function spansIn(value: unknown): readonly TextSpan[] {
  if (typeof value !== 'object' || value === null) return [];
  const { start, end, text } = value as Partial<TextSpan>;
  if (typeof start === 'number' && typeof end === 'number' && typeof text === 'string') return [{ start, end, text }];
  return Object.values(value).flatMap(spansIn);
}

describe('reference.md', () => {
  const page = readFileSync(`${ROOT}docs/reference.md`, 'utf8');

  test('imports what the library exports', () => {
    const names = [...page.matchAll(/import \{ ([^}]+) \} from 'lapwing'/g)].flatMap(([, list = '']) => list.split(', '));
    expect(names.filter((name) => !Object.hasOwn(library, name))).toEqual([]);
  });

  test('has every function of the library', () => {
    expect(Object.keys(library).filter((name) => !page.includes(`\n### ${name}\n`))).toEqual([]);
  });
});

/** Section of the README that shows a command on a sample and what it prints. */
const EXAMPLE_HEADING = 'A real example';
const EXAMPLE = sectionOf(PAGES.find(({ path }) => path === 'README.md')?.text ?? '', EXAMPLE_HEADING);

describe(`README, "${EXAMPLE_HEADING}"`, () => {
  test.skipIf(EXAMPLE === null)(
    'prints what it says',
    () => {
      const [command] = lapwingCommands(EXAMPLE ?? '');
      if (!command) throw new RangeError(`no shell block with a lapwing command below "${EXAMPLE_HEADING}"`);
      const printed = lapwing(...command);
      const shown = blocksOf(EXAMPLE ?? '').filter(({ language }) => language !== 'sh');
      expect(shown.length).toBeGreaterThan(0);
      for (const { language, text } of shown)
        if (language === 'json') expect(holds(JSON.parse(printed), JSON.parse(text)), text).toBe(true);
        else expect(missingLine(printed, text)).toBeNull();
    },
    60_000,
  );

  test.each([
    { name: 'all lines', shown: 'a\nb\nc', missing: null },
    { name: 'lines left out', shown: 'a\n…\nc', missing: null },
    { name: 'a line that is not printed', shown: 'a\nx', missing: 'x' },
    { name: 'lines in another order', shown: 'b\na', missing: 'a' },
  ])('$name', ({ shown, missing }) => {
    expect(missingLine('a\nb\nc\n', shown)).toBe(missing);
  });

  test('part of an object', () => {
    const printed = { events: [{ type: 'AID' }, { type: 'AGREE', score: 2.5 }], times: [] };
    expect(holds(printed, { events: [{ type: 'AGREE' }] })).toBe(true);
    expect(holds(printed, { events: [{ type: 'REJECT' }] })).toBe(false);
  });
});

/** The first shown line that is not printed after the lines before it; lines of dots stand for any. */
function missingLine(printed: string, shown: string): string | null {
  const lines = printed.split('\n').map((line) => line.trimEnd());
  let at = 0;
  for (const line of shown.split('\n').map((each) => each.trimEnd())) {
    if (/^\s*(?:…|\.\.\.)?$/.test(line)) continue;
    const found = lines.indexOf(line, at);
    if (found < 0) return line;
    at = found + 1;
  }
  return null;
}

/** Whether everything shown is somewhere in the value: fields of objects, elements of lists in any place. */
function holds(value: unknown, shown: unknown): boolean {
  if (Array.isArray(shown)) return Array.isArray(value) && shown.every((part) => value.some((each) => holds(each, part)));
  if (typeof shown !== 'object' || shown === null) return value === shown;
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(shown).every(([name, part]) => fields.has(name) && holds(fields.get(name), part));
}
