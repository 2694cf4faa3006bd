import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** Checks that the shipped weights are those their manifests tell of: `npm run weights:check`. With `--retrain` it also trains the event
 * weights again, from the sources of the commit they were made at (some minutes; needs the history), and compares bytes. The language models
 * need treebanks that are not in this repository: see training/README.md. */

interface Manifest {
  readonly sha256: string;
  readonly bytes: number;
  readonly commit?: string;
}

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PAIRS = [
  { file: 'english.bin', manifest: 'manifest.json' },
  { file: 'events.bin', manifest: 'events.json' },
] as const;

const { values } = parseArgs({ options: { retrain: { type: 'boolean', default: false } } });
const problems: string[] = [];

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const readManifest = (name: string) => JSON.parse(readFileSync(join(ROOT, 'weights', name), 'utf8')) as Manifest;

for (const { file, manifest } of PAIRS) {
  const bytes = readFileSync(join(ROOT, 'weights', file));
  const said = readManifest(manifest);
  if (bytes.length !== said.bytes) problems.push(`${file} has ${bytes.length} bytes, its manifest says ${said.bytes}`);
  if (hashOf(bytes) !== said.sha256) problems.push(`${file} is not the one of its manifest`);
}
if (values.retrain) problems.push(...retrained());

/** Trains the event weights where they were trained, and says how they differ. */
function retrained(): readonly string[] {
  const { commit, sha256 } = readManifest('events.json');
  if (commit === undefined) return ['weights/events.json names no commit'];
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-weights-'));
  try {
    execFileSync('git', ['clone', '--quiet', ROOT, folder]);
    execFileSync('git', ['checkout', '--quiet', commit], { cwd: folder });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    execFileSync(process.execPath, ['training/events/main.ts'], { cwd: folder, stdio: 'inherit' });
    const made = hashOf(readFileSync(join(folder, 'weights/events.bin')));
    return made === sha256 ? [] : [`trained again at ${commit}, events.bin is ${made}, not ${sha256}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(values.retrain ? 'weights are as recorded, and come out the same again' : 'weights are as recorded');
process.exitCode = problems.length === 0 ? 0 : 1;
