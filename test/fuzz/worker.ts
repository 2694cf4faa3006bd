import { parentPort, workerData } from 'node:worker_threads';
import { Chance } from './chance.ts';
import type { FuzzJob, FuzzMessage } from './fuzz.ts';
import { shrink } from './shrink.ts';
import { targetOf } from './targets/index.ts';
import { tryCase } from './try-case.ts';

/** The thread in which cases are tried: it can be ended where one of them hangs. */

const { target: name, seed, from, to, step, progress } = workerData as FuzzJob;
const at = new Float64Array(progress);
const target = targetOf(name);
const check = await target.open();
const tell = (message: FuzzMessage) => parentPort?.postMessage(message);

for (let index = from; index < to; index += step) {
  at[0] = index;
  const input = target.make(new Chance(`${seed}/${name}/${index}`));
  const wrong = await tryCase(check, input);
  if (wrong !== null) {
    // Making it shorter is no hang.
    at[0] = -1;
    tell({ index, wrong, input: await shrink(check, input, name === 'engine' ? 2 : 1) });
  }
  at[1] = (at[1] ?? 0) + 1;
}
at[0] = -1;
tell('done');
