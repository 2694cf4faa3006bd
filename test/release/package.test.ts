import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/documents.ts';

/** What is handed out: what is in the package, and whether it runs where nothing else is. */

const TIMEOUT = 600_000;
/** Largest package, packed and unpacked, in bytes. */
const MOST_PACKED = 20_000_000;
const MOST_UNPACKED = 40_000_000;

/** Paths that may be in the package. */
const ALLOWED =
  /^(?:dist\/(?!.*\.test\.)[\w./-]+\.(?:js|d\.ts|css|html|json|woff2|svg|map)|data\/[\w./-]+\.(?:tsv|md|json)|weights\/[\w-]+\.(?:bin|json)|samples\/[\w.-]+|docs\/[\w./-]+|package\.json|LICENSE|NOTICE|README\.md|CHANGELOG\.md|SECURITY\.md)$/;

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'lapwing-package-'));
const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
let packed: Packed;

beforeAll(() => {
  if (!existsSync(join(ROOT, 'dist/cli/main.js'))) npm(['run', '-s', 'build'], ROOT);
  const said = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT)) as readonly Packed[];
  const [first] = said;
  if (!first) throw new RangeError('npm packed nothing');
  packed = first;
}, TIMEOUT);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  test('holds what runs, what it reads and what explains it, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !ALLOWED.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/cli/main.js',
        'dist/index.js',
        'dist/index.d.ts',
        'weights/english.bin',
        'weights/events.bin',
      ]),
    );
    expect(paths.filter((path) => path.startsWith('data/')).length).toBeGreaterThan(20);
  });

  test.each([
    'src/cli/main.ts',
    'test/fuzz/soak.ts',
    'bench/results/a.md',
    'training/main.ts',
    'dist/base/csv.test.js',
    '.ci/run',
    'data/.env',
  ])('may not hold %s', (path) => {
    expect(ALLOWED.test(path)).toBe(false);
  });

  test('is of a size that can be fetched', () => {
    expect(packed.size).toBeLessThan(MOST_PACKED);
    expect(packed.unpackedSize).toBeLessThan(MOST_UNPACKED);
  });

  test('runs no script of its own when it is installed', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});

test('installed in an empty folder it tells its version, codes a report and can be imported', {
  timeout: TIMEOUT,
}, (context) => {
  const place = mkdtempSync(join(tmpdir(), 'lapwing-installed-'));
  try {
    writeFileSync(join(place, 'package.json'), '{"private":true,"type":"module"}');
    const failure = installed(place);
    if (failure !== null && process.env.CI !== 'true') return context.skip(`no package registry in reach: ${failure}`);
    expect(failure).toBeNull();
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    const npx = (...args: readonly string[]) => npm(['exec', '--no', '--', 'lapwing', ...args], place);
    expect(npx('--version').trim()).toBe(version);
    writeFileSync(join(place, 'report.txt'), 'Rebels attacked a convoy near the border on Monday, the army said.');
    const record = JSON.parse(npx('code', 'report.txt', '--published', '2019-05-10'));
    expect(record).toMatchObject({ schema: 'lapwing/1', document: { published: '2019-05-10' } });
    expect(record.events.length).toBeGreaterThan(0);
    const script = "import { loadEngine } from 'lapwing'; console.log((await loadEngine()).versions.lapwing);";
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: place, encoding: 'utf8' }).trim()).toBe(
      version,
    );
  } finally {
    rmSync(place, { recursive: true });
  }
});

/** Why the package could not be installed, null where it was. */
function installed(place: string): string | null {
  try {
    npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, packed.filename)], place);
    return null;
  } catch (error) {
    if (!(error instanceof Error && 'stderr' in error)) throw error;
    return String(error.stderr).slice(0, 300);
  }
}

test('weights are those their manifests tell of', () => {
  expect(execFileSync(process.execPath, ['tools/check-weights.ts'], { cwd: ROOT, encoding: 'utf8' })).toMatch(/as recorded/);
});

test('the bill of materials names what is installed with the package, and comes out the same again', {
  timeout: TIMEOUT,
}, () => {
  const write = (name: string) => {
    const file = join(folder, name);
    execFileSync(process.execPath, ['tools/write-sbom.ts', file], { cwd: ROOT });
    return readFileSync(file, 'utf8');
  };
  const bom = write('a.json');
  expect(write('b.json')).toBe(bom);
  const { components, metadata } = JSON.parse(bom);
  expect(metadata.component).toMatchObject({ name: 'lapwing' });
  const named = components.map(({ name, version }: { name: string; version: string }) => `${name}@${version}`);
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const { dependencies } = packages[''] as { dependencies: Readonly<Record<string, string>> };
  const wanted = Object.keys(dependencies).map((name) => `${name}@${packages[`node_modules/${name}`].version}`);
  expect(named).toEqual(expect.arrayContaining(wanted));
  expect(named).not.toContain(`vitest@${packages['node_modules/vitest'].version}`);
});
