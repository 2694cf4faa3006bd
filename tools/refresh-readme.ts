import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Prints the README's real example anew: `node tools/refresh-readme.ts`, after a change to what is coded. test/docs.test.ts fails where
 * the block is out of date. */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const COMMAND = ['code', 'samples/02-sehwan-shrine.txt', '--published', '2017-02-17', '--format', 'table'];
/** Lines of a section that are shown: its heading and column names, then so many. */
const HEADING_LINES = 3;
const SHOWN = { EVENTS: 6, CLAIMS: 5, FIGURES: 3 };

const printed = execFileSync(process.execPath, [`${ROOT}src/cli/main.ts`, ...COMMAND], {
  encoding: 'utf8',
  cwd: ROOT,
  env: { ...process.env, COLUMNS: '100' },
});
const lines = printed.trimEnd().split('\n');

function section(name: keyof typeof SHOWN): readonly string[] {
  const from = lines.findIndex((line) => new RegExp(`^\\d+ ${name}$`).test(line));
  if (from < 0) throw new RangeError(`no section ${name} in what ${COMMAND.join(' ')} prints`);
  const rest = lines.findIndex((line, at) => at > from && line.trim() === '');
  return lines.slice(from, rest < 0 ? undefined : rest);
}

/** The denied event with its quote, so that the example shows one. */
function denied(events: readonly string[]): readonly string[] {
  const at = events.findIndex((line) => / denied /.test(line));
  if (at < HEADING_LINES + SHOWN.EVENTS) return [];
  return ['…', ...events.slice(at, at + 2)];
}

const events = section('EVENTS');
const block = [
  ...lines.slice(0, 3),
  '…',
  ...events.slice(0, HEADING_LINES + SHOWN.EVENTS),
  ...denied(events),
  '…',
  ...section('CLAIMS').slice(0, HEADING_LINES + SHOWN.CLAIMS),
  '…',
  ...section('FIGURES').slice(0, HEADING_LINES + SHOWN.FIGURES),
].map((line) => line.trimEnd());

const file = `${ROOT}README.md`;
const readme = readFileSync(file, 'utf8');
const at = readme.indexOf('```text', readme.indexOf('## A real example'));
const end = readme.indexOf('```', at + 3);
if (at < 0 || end < 0) throw new RangeError('README.md has no text block below "A real example"');
writeFileSync(file, `${readme.slice(0, at)}\`\`\`text\n${block.join('\n')}\n${readme.slice(end)}`);
