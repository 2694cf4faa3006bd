import { writeFileSync } from 'node:fs';
import { articleOf, judgeEvents, MENDED_SETS, OWN_SETS, readSet } from '../../bench/accuracy/own-sets.ts';
import { binsOf, calibrationError, discrimination, type Said } from '../../bench/accuracy/reliability.ts';
import { type Clues, code, loadLexicon } from '../../src/code/index.ts';
import { loadEngine, readDataFiles } from '../../src/engine/index.ts';
import { fitLogistic, type Judged, logistic } from './regression.ts';

/** Fits the confidence of coded events on the sets of our own, writes data/frames/confidence.tsv, and prints what cross-validation
 * says of it. Usage: node training/confidence/main.ts */

/** What mending made of a set is learned as a clue of its own and left out of what is written. */
const MENDED_CLUE = 'of a mended set';
const PENALTY = 2;
const FOLDS = 10;
const OUTPUT = 'data/frames/confidence.tsv';

interface Sample extends Judged {
  readonly mended: boolean;
  /** Number of its text, by which folds are cut. */
  readonly text: number;
}

const samples = await readSamples();
const bare = samples.map((sample) => ({ ...sample, clues: without(sample.clues) }));
report('every set, cross-validated', crossValidate(samples));
report(
  'sets not mended, cross-validated',
  crossValidate(samples).filter((_, at) => samples[at]?.mended === false),
);
const weights = fitLogistic(samples, PENALTY, 'always');
writeFileSync(OUTPUT, tableOf(weights));
report(
  'sets not mended, as written',
  saidBy(
    weights,
    bare.filter(({ mended }) => !mended),
  ),
);

async function readSamples(): Promise<readonly Sample[]> {
  const engine = await loadEngine({ events: null });
  const lexicon = loadLexicon(await readDataFiles(new URL('../../data/', import.meta.url)));
  const samples: Sample[] = [];
  let text = 0;
  for (const set of OWN_SETS)
    for (const item of readSet(set)) {
      const seen: Clues[] = [];
      const coded = code(engine.resolve(articleOf(item)), { ...lexicon, confidence: (clues) => seen.push(clues) - 1 });
      const mended = MENDED_SETS.has(set);
      for (const { event, right } of judgeEvents(item, coded)) {
        const clues = new Map(seen[event.confidence] ?? []).set(MENDED_CLUE, mended ? 1 : 0);
        samples.push({ clues, right, mended, text });
      }
      text++;
    }
  return samples;
}

function without(clues: Clues): Clues {
  return new Map([...clues].filter(([name]) => name !== MENDED_CLUE));
}

function saidBy(weights: ReadonlyMap<string, number>, judged: readonly Judged[]): readonly Said[] {
  return judged.map(({ clues, right }) => {
    const sum = [...clues].reduce((total, [name, amount]) => total + amount * (weights.get(name) ?? 0), 0);
    return { share: logistic(sum), right };
  });
}

function crossValidate(all: readonly Sample[]): readonly Said[] {
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fitLogistic(
      all.filter(({ text }) => text % FOLDS !== fold),
      PENALTY,
      'always',
    ),
  );
  return all.flatMap((sample) => saidBy(fits[sample.text % FOLDS] ?? new Map(), [sample]));
}

function report(name: string, said: readonly Said[]): void {
  const share = said.filter(({ right }) => right).length / said.length;
  console.log(`\n${name}: ${said.length} events, ${share.toFixed(3)} right`);
  console.log(
    `expected calibration error ${calibrationError(said).toFixed(3)}, tells apart ${discrimination(said).toFixed(3)}`,
  );
  console.log('| said | events | mean said | right |\n|---|---|---|---|');
  for (const { from, count, said: mean, right } of binsOf(said))
    console.log(`| ${from.toFixed(1)}–${(from + 0.1).toFixed(1)} | ${count} | ${mean.toFixed(2)} | ${right.toFixed(2)} |`);
}

function tableOf(fitted: ReadonlyMap<string, number>): string {
  const rows = [...fitted].filter(([name]) => name !== MENDED_CLUE);
  return [
    '# How much each clue speaks for a coded event being right in type, actors and recipients: weights of a logistic regression.',
    `# Fitted by training/confidence/main.ts on ${samples.length} events of bench/accuracy/own; not edited by hand. CC0.`,
    'clue\tweight',
    ...rows.map(([name, weight]) => `${name}\t${weight.toFixed(3)}`),
    '',
  ].join('\n');
}
