/** Reads (and does not code) packed files of two sizes, each in a process of its own, and prints what that took. Usage: node
 * bench/inputs/volume.ts [MEGABYTES], the size of the larger file as it is packed (default 300). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readInputs } from '../../src/cli/inputs.ts';
import { writeCrawl, writeJsonLines } from './generate.ts';

const MB = 1024 * 1024;

if (process.argv[2] === 'read') await read(process.argv[3] ?? '');
else await measure(Number(process.argv[2] ?? 300));

async function read(path: string): Promise<void> {
  let documents = 0;
  let characters = 0;
  let failed = 0;
  for await (const result of readInputs([path], {}))
    if (result.ok) {
      documents++;
      characters += result.value.text.length;
    } else failed++;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const facts = {
    documents,
    failed,
    'text, MB': Math.round(characters / MB),
    'seconds by the clock': Math.round(performance.now() / 1000),
    'seconds on the processor': Math.round((userCPUTime + systemCPUTime) / 1e6),
    'peak memory, MB': Math.round(maxRSS / 1024),
  };
  console.log(JSON.stringify(facts));
}

async function measure(megabytes: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lapwing-volume-'));
  try {
    for (const size of [megabytes / 10, megabytes])
      for (const [name, write] of [
        ['lines.jsonl.gz', writeJsonLines],
        ['crawl.warc.gz', writeCrawl],
      ] as const) {
        const path = join(folder, name);
        await write(path, size * MB);
        const said = execFileSync(process.execPath, [fileURLToPath(import.meta.url), 'read', path], { encoding: 'utf8' });
        console.log(`${name} of ${Math.round(statSync(path).size / MB)} MB: ${said.trim()}`);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
