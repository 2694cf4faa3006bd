import { Worker } from 'node:worker_threads';
import { Chance } from './chance.ts';
import { targetOf } from './targets/index.ts';

/** Which cases of a target are tried: `from`, `from + step` ... below `to`. A case is made of seed, target and its number alone. */
export interface FuzzRange {
  readonly target: string;
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** A range as the thread is given it, with memory that both see: the case at hand (-1 between cases), and how many are done. */
export interface FuzzJob extends FuzzRange {
  readonly progress: SharedArrayBuffer;
}

/** A case that breaks a promise. */
export interface Finding {
  readonly index: number;
  readonly wrong: string;
  /** Made shorter where that could be done. */
  readonly input: Uint8Array;
}

export type FuzzMessage = Finding | 'done';

export interface FuzzResult {
  readonly cases: number;
  /** First case that was not tried. */
  readonly next: number;
  readonly findings: readonly Finding[];
}

/** Wall-clock time after which a case is held to hang, in milliseconds. */
const HANG = 60_000;
/** Memory of the thread, in MB: an engine takes 200. */
const MEMORY = 1024;
/** How often the thread is looked at, in milliseconds. */
const LOOK = 500;

/** Tries a range of cases in a thread. A case that hangs, or takes more memory than there may be, is a finding, and the rest go on.
 * @param until ends it early: asked between cases, about twice a second */
export async function fuzz(range: FuzzRange, until: () => boolean = () => false): Promise<FuzzResult> {
  let { from } = range;
  let cases = 0;
  const findings: Finding[] = [];
  while (from < range.to) {
    const part = await inThread({ ...range, from }, until);
    cases += part.cases;
    findings.push(...part.findings);
    if (part.stoppedAt === null) return { cases, next: part.next, findings };
    const { target, seed } = range;
    const input = targetOf(target).make(new Chance(`${seed}/${target}/${part.stoppedAt}`));
    findings.push({ index: part.stoppedAt, wrong: part.why, input });
    from = part.stoppedAt + range.step;
    cases++;
  }
  return { cases, next: from, findings };
}

interface Part {
  readonly cases: number;
  readonly next: number;
  readonly findings: readonly Finding[];
  /** The case at which the thread had to be ended; null where none. */
  readonly stoppedAt: number | null;
  readonly why: string;
}

function inThread(range: FuzzRange, until: () => boolean): Promise<Part> {
  const progress = new SharedArrayBuffer(16);
  const at = new Float64Array(progress);
  at[0] = -1;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { ...range, progress } satisfies FuzzJob,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY },
  });
  return new Promise((resolve, reject) => {
    const findings: Finding[] = [];
    let since = performance.now();
    let last = -1;
    const end = (stoppedAt: number | null, why = '') => {
      clearInterval(timer);
      const cases = at[1] ?? 0;
      const next = range.from + cases * range.step;
      worker.terminate().then(() => resolve({ cases, next, findings, stoppedAt, why }), reject);
    };
    const timer = setInterval(() => {
      const now = at[0] ?? -1;
      if (now !== last || now === -1) since = performance.now();
      last = now;
      if (until()) end(null);
      else if (performance.now() - since > HANG) end(now, `hangs: not done in ${HANG / 1000} s`);
    }, LOOK);
    worker.on('message', (message: FuzzMessage) => (message === 'done' ? end(null) : findings.push(message)));
    worker.on('error', (error) => {
      const now = at[0] ?? -1;
      if (now >= 0) end(now, `ended its thread: ${error.message}`);
      else {
        clearInterval(timer);
        reject(error);
      }
    });
  });
}
