import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes the software bill of materials of what is handed out (CycloneDX 1.5), from package-lock.json: `npm run sbom [-- FILE]`, by default
 * dist/sbom.cdx.json, which the package holds. What npm puts in of the clock, of chance and of itself is left out: the same lock gives the
 * same bytes. */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ARGUMENTS = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];

interface Bom {
  serialNumber?: string;
  readonly metadata: { timestamp?: string; tools?: unknown; readonly component: { name: string } };
}

const printed = execFileSync('npm', ARGUMENTS, {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 1 << 26,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const bom = JSON.parse(printed) as Bom;
delete bom.serialNumber;
delete bom.metadata.timestamp;
delete bom.metadata.tools;
// npm names it after the folder it lies in.
bom.metadata.component.name = 'lapwing';

const file = resolve(process.argv[2] ?? `${ROOT}dist/sbom.cdx.json`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
console.log(file);
