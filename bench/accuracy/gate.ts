import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadEngine } from '../../src/engine/index.ts';
import { type CaseScores, f1, type Measure, type PairScores } from '../../src/evaluate/index.ts';
import { actorMentionsRight } from './actor-mentions.ts';
import { confidenceGiven } from './confidence.ts';
import { scoreMentions } from './mentions.ts';
import { calibrationError, discrimination } from './reliability.ts';

/** Refuses a change that makes accuracy on the visible gold fall below `floors.json` (a little below what is reached).
 * Passes with a message where there is no gold beside the checkout. */

const GOLD = new URL('../../../shared/gold/', import.meta.url);
const FLOORS = new URL('floors.json', import.meta.url);
const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const MAX_OUTPUT = 1 << 26;

interface Floors {
  /** Actors: of the names of case gold that are found, and of the bare phrases of our own, those resolved rightly. */
  readonly actors: { readonly mentions: number; readonly phrases: number };
  /** F1 by measure, over all case gold together. */
  readonly case: Readonly<Partial<Record<Measure, number>>>;
  /** Confidence of events on sets of our own: one less the calibration error, and how well right ones are told from wrong ones. */
  readonly confidence: { readonly calibration: number; readonly apart: number };
  /** Scores of the pairs with odd ids. */
  readonly pairs: Readonly<Partial<Record<'accuracy' | 'macroF1' | 'quadMacroF1', number>>>;
}

interface Evaluation {
  readonly sum: Pick<CaseScores, 'tallies'>;
  readonly pairs: readonly PairScores[];
}

async function evaluate(args: readonly string[]): Promise<Evaluation> {
  const command = [CLI, 'evaluate', ...args, '--misses', '0', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { maxBuffer: MAX_OUTPUT });
  return JSON.parse(stdout);
}

/** Prints one line and says whether the floor holds. */
function holds(measure: string, floor: number, score: number | null | undefined): boolean {
  const good = typeof score === 'number' && score >= floor;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${measure} ${score?.toFixed(3) ?? 'none'} (floor ${floor})`);
  return good;
}

async function main(): Promise<void> {
  const floors: Floors = JSON.parse(readFileSync(FLOORS, 'utf8'));
  const engine = await loadEngine({ events: null });
  const given = confidenceGiven(engine);
  const phrases = scoreMentions(engine);
  const confident = [
    holds('actors of phrases', floors.actors.phrases, phrases.right / phrases.wanted),
    holds('confidence, 1 - calibration error', floors.confidence.calibration, 1 - calibrationError(given)),
    holds('confidence, right told from wrong', floors.confidence.apart, discrimination(given)),
  ];
  if (confident.includes(false)) process.exitCode = 1;
  if (!existsSync(GOLD)) {
    console.log('no gold beside this checkout: the accuracy gate is skipped');
    return;
  }
  const cases = readdirSync(GOLD).filter((name) => name.endsWith('.gold.json'));
  const { sum } = await evaluate(cases.map((name) => fileURLToPath(new URL(name, GOLD))));
  const { pairs } = await evaluate([fileURLToPath(new URL('plv/plv-dev.jsonl', GOLD)), '--ids', 'odd']);
  const { tallies } = sum;
  const { share } = await actorMentionsRight(engine);
  const results = [
    holds('case actors', floors.actors.mentions, share.right / share.of),
    ...(Object.keys(floors.case) as Measure[]).map((name) => holds(`case ${name}`, floors.case[name] ?? 0, f1(tallies[name]))),
    ...(Object.keys(floors.pairs) as (keyof Floors['pairs'])[]).map((name) =>
      holds(`pairs ${name}`, floors.pairs[name] ?? 0, pairs[0]?.[name]),
    ),
  ];
  if (results.includes(false)) process.exitCode = 1;
}

await main();
