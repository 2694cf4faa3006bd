import { type Command, InvalidArgumentError, Option } from 'commander';
import type { RelateProfile } from '../../code/index.ts';
import type { PairChoice } from '../../evaluate/index.ts';
import type { Terminal } from '../terminal.ts';

interface EvaluateOptions {
  readonly ids: PairChoice;
  readonly profile: RelateProfile;
  readonly misses: number;
  readonly dates: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  lapwing evaluate gold/*.gold.json
  lapwing evaluate gold/*.gold.json --misses 20
  lapwing evaluate pairs.jsonl --ids odd --misses 0
  lapwing evaluate gold/*.gold.json --json > scores.json

A .gold.json file is a document annotated by hand (case-gold/1), its text beside it or in ../seeds. A .jsonl file is a set of pairs
{"id","text","source","target","root","quad"}. Precision is matched of given; recall is over core entries only.
Lists of disagreements are tab-separated: missed, extra or wrong; about; gold; predicted; words.`;

/** `lapwing evaluate`: how well records agree with gold. */
export function addEvaluate(program: Command, terminal: Terminal): void {
  program
    .command('evaluate')
    .description('how well records agree with annotations by hand')
    .argument('<gold...>', '.gold.json files, or .jsonl files of pairs')
    .addOption(new Option('--ids <which>', 'which pairs').choices(['odd', 'even', 'all']).default('all'))
    .addOption(new Option('--profile <profile>', 'how pairs are answered').choices(['plover', 'cameo']).default('cameo'))
    .option('--misses <count>', 'how many disagreements to list a file', readCount, Number.POSITIVE_INFINITY)
    .option('--no-dates', 'do not tell the engine a publication date that can be read off the text')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (files: string[], options: EvaluateOptions) => {
      const { evaluateFiles } = await import('../evaluate-files.ts');
      await evaluateFiles(files, options, terminal);
    });
}

function readCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('must be a whole number.');
  return Number(text);
}
