import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The floors of src/, low to high. A floor imports lower ones only; those on one line never import each other. */
const FLOORS = [
  ['base'],
  ['codebook'],
  ['document', 'knowledge', 'model', 'api'],
  ['read', 'wording'],
  ['language'],
  ['resolve'],
  ['code'],
  ['link', 'review'],
  ['engine', 'store'],
  ['ingest', 'export', 'inputs', 'fetch'],
  ['picture'],
  ['evaluate', 'show'],
  ['server'],
  ['cli'],
  ['index.ts'],
];

/** Packages that floors below the engine may import; everything else there is written here. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  base: ['@noble/hashes'],
  read: ['@mozilla/readability', 'franc-min', 'iconv-lite', 'jschardet', 'linkedom'],
};

/** The one file below the server, but for the floors of cases, that touches the disk. */
const LOADER = 'engine/load.ts';

/** Floors that keep cases, read and write files, and have a clock; the one that unpacks what documents come in, and the one that fetches. */
const CASE_FLOORS = ['store', 'ingest', 'export', 'inputs', 'fetch'];

/** Packages that speak SQL; only the store does. */
const SQL_PACKAGES = /^(?:node:sqlite|kysely|pg|pg-cursor)(?:\/|$)/;

/** What opens archives and files of other programs. */
const UNPACKING = /^(?:yauzl|feedsmith|unpdf|postal-mime)(?:\/|$)/;

/** What makes connections. */
const NETWORK = /^node:(?:https?|http2|net|tls|dns|dgram)(?:\/|$)/;

/** What a browser has not, or what would make the same input give another output. */
const IMPURE =
  /\b(?:process|Buffer|__dirname|require|setTimeout|setInterval)\b[.(]|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bperformance\./;

interface Import {
  readonly target: string;
  readonly isTypeOnly: boolean;
}

interface Source {
  /** Path below src/, with forward slashes. */
  readonly path: string;
  readonly floor: string;
  /** Without comments and without the inside of texts. */
  readonly code: string;
  readonly imports: readonly Import[];
}

const SOURCES = listFiles(join(ROOT, 'src'), /(?<!\.test)\.ts$/).map(readSource);

function listFiles(folder: string, pattern: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readSource(file: string): Source {
  const path = relative(join(ROOT, 'src'), file).split(sep).join('/');
  const text = readFileSync(file, 'utf8');
  return { path, floor: path.split('/')[0] ?? '', code: withoutTexts(text), imports: readImports(text) };
}

function withoutTexts(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/(?<!:)\/\/[^\n]*/g, '')
    .replace(/`(?:[^`\\]|\\.)*`/g, (template) => (template.match(/\$\{[^}]*\}/g) ?? []).join(' '));
}

function readImports(source: string): readonly Import[] {
  const plain = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/[^\n]*/gm, '');
  const found = plain.matchAll(
    /^(?:import|export)\s+(?<type>type\s)?[^'"`;]*?from\s+'(?<from>[^']+)'|^import\s+'(?<bare>[^']+)'|(?<query>typeof\s+)?\bimport\('(?<dynamic>[^']+)'\)/gm,
  );
  return [...found].map(({ groups = {} }) => ({
    target: groups.from ?? groups.bare ?? groups.dynamic ?? '',
    isTypeOnly: groups.type !== undefined || groups.query !== undefined,
  }));
}

/** Path below src/ of an imported file, or null where a package is imported. */
function resolveImport({ path }: Source, { target }: Import): string | null {
  return target.startsWith('.') ? join(dirname(path), target).split(sep).join('/') : null;
}

const levelOf = (floor: string) => FLOORS.findIndex((floors) => floors.includes(floor));
const isBelowEngine = ({ floor }: Source) => levelOf(floor) < levelOf('engine');

/** `path: what` for each import that a rule objects to. */
function objections(object: (source: Source, target: string | null, found: Import) => string | null): readonly string[] {
  return SOURCES.flatMap((source) =>
    source.imports.flatMap((found) => {
      const objection = object(source, resolveImport(source, found), found);
      return objection === null ? [] : [`${source.path}: ${objection}`];
    }),
  );
}

describe('floors', () => {
  test('every file stands on a known floor', () => {
    expect(SOURCES.filter(({ floor }) => levelOf(floor) < 0).map(({ path }) => path)).toEqual([]);
  });

  test('imports go down, through the index of the lower floor', () => {
    const found = objections((source, target) => {
      if (target === null) return null;
      const floor = target.split('/')[0] ?? '';
      if (floor === source.floor) return null;
      if (target.startsWith('../')) return `imports ${target}, outside src`;
      if (levelOf(floor) >= levelOf(source.floor)) return `imports ${target}, which is not below it`;
      return target === `${floor}/index.ts` ? null : `imports ${target} past its index.ts`;
    });
    expect(found).toEqual([]);
  });

  test('no file imports itself through others', () => {
    const next = new Map(
      SOURCES.map((source) => [
        source.path,
        source.imports.flatMap((found) => (found.isTypeOnly ? [] : (resolveImport(source, found) ?? []))),
      ]),
    );
    expect(findCycle(next)).toBeNull();
  });
});

/** Some ring of files, or null. */
function findCycle(next: ReadonlyMap<string, readonly string[]>): string | null {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path].join(' -> ');
    if (done.has(path)) return null;
    for (const target of next.get(path) ?? []) {
      const ring = visit(target, [...trail, path]);
      if (ring) return ring;
    }
    done.add(path);
    return null;
  };
  for (const path of next.keys()) {
    const ring = visit(path, []);
    if (ring) return ring;
  }
  return null;
}

describe('purity', () => {
  test('only the loader, the floors of cases, the server and the command line import Node modules', () => {
    const found = objections(({ path, floor }, _, { target }) => {
      const isAllowed = path === LOADER || CASE_FLOORS.includes(floor) || levelOf(floor) >= levelOf('server');
      return target.startsWith('node:') && !isAllowed ? `imports ${target}` : null;
    });
    expect(found).toEqual([]);
  });

  test('only the store speaks SQL, and it knows no stage of the engine', () => {
    const found = objections(({ floor }, target, { target: name }) => {
      if (floor !== 'store') return SQL_PACKAGES.test(name) ? `imports ${name}` : null;
      const below = target?.split('/')[0] ?? 'base';
      return ['base', 'codebook', 'api', 'store'].includes(below) ? null : `imports ${target}`;
    });
    expect(found).toEqual([]);
  });

  test('only inputs unpack archives, and they know no stage above reading and no disk', () => {
    const found = objections(({ floor }, target, { target: name }) => {
      if (floor !== 'inputs') return UNPACKING.test(name) ? `imports ${name}` : null;
      if (/^node:(?:fs|path|child_process|net|http)/.test(name)) return `imports ${name}`;
      const below = target?.split('/')[0] ?? 'base';
      return ['base', 'document', 'read', 'inputs'].includes(below) ? null : `imports ${target}`;
    });
    expect(found).toEqual([]);
  });

  test('only fetch asks the network, and it knows nothing of documents', () => {
    const found = objections(({ floor }, target, { target: name, isTypeOnly }) => {
      if (floor !== 'fetch') return NETWORK.test(name) && !isTypeOnly && floor !== 'server' ? `imports ${name}` : null;
      const below = target?.split('/')[0] ?? 'base';
      return ['base', 'fetch'].includes(below) ? null : `imports ${target}`;
    });
    expect(found).toEqual([]);
    expect(SOURCES.filter(({ code }) => /\bawait fetch\(|\bglobalThis\.fetch\b/.test(code)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('floors below the engine import no packages but the listed ones', () => {
    const found = objections((source, target, { target: name }) => {
      const isAllowed = PURE_PACKAGES[source.floor]?.some((allowed) => name === allowed || name.startsWith(`${allowed}/`));
      return target === null && isBelowEngine(source) && !isAllowed ? `imports ${name}` : null;
    });
    expect(found).toEqual([]);
  });

  test('floors below the engine use no clock, no chance and nothing that only Node has', () => {
    const found = SOURCES.filter(isBelowEngine).flatMap(({ path, code }) => {
      const impure = IMPURE.exec(code);
      return impure ? [`${path}: ${impure[0]}`] : [];
    });
    expect(found).toEqual([]);
  });
});

describe('the page', () => {
  const WEB = join(ROOT, 'web');
  const files = listFiles(WEB, /(?<!\.test)\.tsx?$/)
    .filter((file) => !file.endsWith('vite.config.ts'))
    .map((file) => {
      const path = relative(WEB, file).split(sep).join('/');
      const text = readFileSync(file, 'utf8');
      return {
        path,
        folder: path.includes('/') ? (path.split('/')[0] ?? '') : '',
        code: withoutTexts(text),
        imports: readImports(text),
      };
    });
  const objecting = (object: (path: string, folder: string, target: string, isTypeOnly: boolean) => string | null) =>
    files.flatMap(({ path, folder, imports }) =>
      imports.flatMap(({ target, isTypeOnly }) => {
        const local = target.startsWith('.') ? join(dirname(path), target).split(sep).join('/') : target;
        const objection = object(path, folder, local, isTypeOnly);
        return objection === null ? [] : [`${path}: ${objection}`];
      }),
    );

  test('it knows the rest of the program by the wire types and their wording alone', () => {
    const found = objecting((_, __, target) =>
      target.startsWith('../') && !/^\.\.\/src\/(?:api|wording)\/index\.ts$/.test(target) ? `imports ${target}` : null,
    );
    expect(found).toEqual([]);
  });

  test('it needs nothing of Node', () => {
    expect(objecting((_, __, target) => (target.startsWith('node:') ? `imports ${target}` : null))).toEqual([]);
  });

  test('what draws does not fetch', () => {
    const found = objecting((_, folder, target, isTypeOnly) =>
      ['parts', 'evidence', 'words'].includes(folder) && !isTypeOnly && /^client\/(?:queries|server)\.ts$/.test(target)
        ? `imports ${target}`
        : null,
    );
    expect(found).toEqual([]);
    expect(
      files.filter(({ path, code }) => path !== 'client/server.ts' && /\bfetch\(/.test(code)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('words know nothing of drawing, parts and evidence nothing of pages', () => {
    const found = objecting((_, folder, target) => {
      if (folder === 'words') return /^(?:client|parts|evidence|pages)\//.test(target) ? `imports ${target}` : null;
      return folder !== '' && folder !== 'pages' && target.startsWith('pages/') ? `imports ${target}` : null;
    });
    expect(found).toEqual([]);
  });

  test('no type is any, and none is forced through unknown', () => {
    expect(
      files.filter(({ code }) => /(?:: |<|\| )any\b(?!\s*[=:(])|\bas any\b|\bany\[\]|\bas unknown as\b/.test(code)),
    ).toEqual([]);
  });
});

test('no type is any, and none is forced through unknown', () => {
  const found = SOURCES.flatMap(({ path, code }) => {
    const loose = /(?:: |<|\| )any\b(?!\s*[=:(])|, any[>\]]|\bas any\b|\bany\[\]|\bas unknown as\b/.exec(code);
    return loose ? [`${path}: ${loose[0]}`] : [];
  });
  expect(found).toEqual([]);
});

/** A package registry's host, whichever it is. */
const REGISTRY_HOST =
  /\bregistry\.[a-z0-9-]+\.[a-z]{2,}\b|https?:\/\/[^\s"'/]*(?:registry|artifactory|verdaccio|nexus)[^\s"'/]*/i;

test('no package registry is named: packages come from whichever one the reader uses', () => {
  const files = [
    ...['package.json', 'package-lock.json'].map((name) => join(ROOT, name)),
    ...['src', 'test', 'training', 'bench', 'docs'].flatMap((folder) =>
      listFiles(join(ROOT, folder), /\.(?:ts|mjs|json|md|tsv)$/),
    ),
  ];
  const found = files.flatMap((file) => {
    const named = REGISTRY_HOST.exec(readFileSync(file, 'utf8'));
    return named ? [`${relative(ROOT, file)}: ${named[0]}`] : [];
  });
  expect(found).toEqual([]);
});

describe('the checks themselves', () => {
  test.each([
    { name: 'named import', source: "import { a } from '../b/index.ts';", target: '../b/index.ts', isTypeOnly: false },
    { name: 'type import', source: "import type { A } from './a.ts';", target: './a.ts', isTypeOnly: true },
    { name: 'import over lines', source: "import {\n  a,\n  b,\n} from './a.ts';", target: './a.ts', isTypeOnly: false },
    { name: 're-export', source: "export { a } from './a.ts';", target: './a.ts', isTypeOnly: false },
    { name: 'dynamic import', source: "const a = await import('node:fs');", target: 'node:fs', isTypeOnly: false },
    { name: 'type query', source: "type A = typeof import('./a.ts');", target: './a.ts', isTypeOnly: true },
  ])('reads a $name', ({ source, target, isTypeOnly }) => {
    expect(readImports(source)).toEqual([{ target, isTypeOnly }]);
  });

  test('does not take words in comments and texts for imports', () => {
    expect(readImports("// import { a } from './a.ts';\nconst b = 'import';")).toEqual([]);
  });

  test('finds a ring', () => {
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toBe('b -> c -> b');
  });

  test('sees a registry host', () => {
    expect(REGISTRY_HOST.test(`https://${'registry'}.example.org/x`)).toBe(true);
    expect(REGISTRY_HOST.test('the land registry said')).toBe(false);
  });
});
