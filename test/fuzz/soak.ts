import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Finding, fuzz } from './fuzz.ts';
import { TARGETS, targetOf } from './targets/index.ts';

/** Tries as many cases as asked: `npm run soak -- --cases 1000000 --shard 3/16`, or `--minutes 30`, of all targets or of one.
 * A case is made of seed, target and number alone, so a shard can go on where it stopped, on any machine. Findings go to the corpus. */

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    minutes: { type: 'string' },
    shard: { type: 'string', default: '1/1' },
    seed: { type: 'string', default: 'soak' },
    from: { type: 'string', default: '0' },
    target: { type: 'string', multiple: true },
  },
});

const CORPUS = new URL('corpus/', import.meta.url);
const [shard = 1, shards = 1] = values.shard.split('/').map(Number);
if (!(Number.isInteger(shard) && Number.isInteger(shards) && shard >= 1 && shard <= shards))
  throw new RangeError(`--shard ${values.shard}, expected something like 3/16`);
const cases = numberOf('cases', values.cases);
const from = numberOf('from', values.from);
const minutes = values.minutes === undefined ? null : numberOf('minutes', values.minutes);
const targets = values.target?.map(targetOf) ?? TARGETS;

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (!(number >= 0)) throw new RangeError(`--${name} ${text}, expected a number`);
  return number;
}

/** Keeps an input, under a name that its content gives it. */
function keep(target: string, { index, wrong, input }: Finding): void {
  const folder = new URL(`${target}/`, CORPUS);
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(input).digest('hex').slice(0, 12);
  writeFileSync(new URL(name, folder), input);
  console.log(`FOUND ${target} ${values.seed}/${index} -> corpus/${target}/${name} (${input.length} bytes)\n  ${wrong}`);
}

let found = 0;
let all = 0;
for (const { name } of targets) {
  const started = performance.now();
  const each = minutes === null ? null : (minutes * 60_000) / targets.length;
  const range = { target: name, seed: values.seed, from: from + shard - 1, to: from + cases, step: shards };
  const result = await fuzz(range, () => each !== null && performance.now() - started > each);
  for (const finding of result.findings) keep(name, finding);
  found += result.findings.length;
  all += result.cases;
  const seconds = (performance.now() - started) / 1000;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    [
      ...[name.padEnd(12), `${result.cases} cases`, `${seconds.toFixed(1)} s`, `${(result.cases / seconds).toFixed(0)}/s`],
      ...[`next --from ${result.next}`, `peak ${memory} MB`, `${result.findings.length} findings`],
    ].join('\t'),
  );
}
console.log(`${all} cases, ${found} findings`);
process.exitCode = found > 0 ? 1 : 0;
