import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/** Time between two looks at the program, in milliseconds. */
const LOOK_MS = 500;

/** Ticks of a processor in a second, as /proc counts them on Linux. */
const TICKS = 100;

/** What one run of `lapwing code` took. */
export interface Run {
  readonly records: number;
  /** Of standard output, to see that two runs gave the same. */
  readonly sha256: string;
  /** By the clock, from start to end. */
  readonly seconds: number;
  /** On processors, all threads together. */
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
  /** Resident memory when a tenth, two tenths … of the records were out. */
  readonly megabytesByTenth: readonly number[];
}

/** Runs `lapwing code` on a file of so many documents, looking at it through /proc (Linux). */
export async function runCode(path: string, workers: number, documents: number): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [MAIN, 'code', path, '--workers', String(workers)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const hash = createHash('sha256');
  const tenths: number[] = [];
  let [records, peak, processorSeconds] = [0, 0, 0];
  const look = () => {
    const seen = lookAt(child.pid ?? 0);
    if (!seen) return;
    peak = Math.max(peak, seen.megabytes);
    processorSeconds = seen.processorSeconds;
    while (tenths.length < Math.floor((10 * records) / documents)) tenths.push(seen.megabytes);
  };
  const timer = setInterval(look, LOOK_MS);
  child.stdout.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    for (const byte of chunk) if (byte === NEWLINE) records++;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new RangeError(`lapwing ended with ${code}`);
  const seconds = (performance.now() - start) / 1000;
  return { records, sha256: hash.digest('hex'), seconds, processorSeconds, peakMegabytes: peak, megabytesByTenth: tenths };
}

const NEWLINE = 0x0a;

function lookAt(id: number): { readonly megabytes: number; readonly processorSeconds: number } | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
    // Fields are counted after the name, which may hold spaces: 14 and 15 of proc(5) are 12 and 13 here.
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    if (kilobytes === undefined) return null;
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { megabytes: Math.round(Number(kilobytes) / 1024), processorSeconds: ticks / TICKS };
  } catch (error) {
    // It has just ended.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null;
    throw error;
  }
}
