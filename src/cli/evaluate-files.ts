import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, type Result } from '../base/index.ts';
import type { RelateProfile } from '../code/index.ts';
import { type Engine, loadEngine } from '../engine/index.ts';
import {
  type CaseScores,
  evaluateCase,
  type PairAnswer,
  type PairChoice,
  type PairScores,
  printFindings,
  printPairMisses,
  printPairScores,
  printScores,
  readGold,
  readPairs,
  scorePairs,
  sumScores,
} from '../evaluate/index.ts';
import { readDocument } from '../read/index.ts';
import { answerPair } from './answer-pair.ts';
import { isFileError } from './file-error.ts';
import type { Terminal } from './terminal.ts';
import { readWholeFile } from './whole-file.ts';

/** What is measured and what is listed. */
export interface EvaluateFilesOptions {
  readonly ids: PairChoice;
  readonly profile: RelateProfile;
  /** Disagreements listed for each file. */
  readonly misses: number;
  /** Whether the engine is told publication dates that can be read off the text. */
  readonly dates: boolean;
  readonly json?: boolean;
}

/** Evaluates gold files one by one and the annotated documents together. */
export async function evaluateFiles(
  files: readonly string[],
  options: EvaluateFilesOptions,
  terminal: Terminal,
): Promise<void> {
  const engine = await loadEngine();
  const cases: CaseScores[] = [];
  const sets: PairScores[] = [];
  for (const file of files) {
    terminal.progress(file);
    if (file.endsWith('.jsonl')) {
      const scores = await evaluatePairFile(engine, file, options, terminal);
      if (!scores) continue;
      sets.push(scores);
      if (options.json) continue;
      await terminal.write(`${printPairScores(scores)}\n`);
      if (options.misses > 0) await terminal.write(`${printPairMisses(scores, options.misses)}\n`);
    } else {
      const scores = await evaluateGoldFile(engine, file, options.dates);
      if (!scores.ok) {
        terminal.report(scores.problem);
        continue;
      }
      cases.push(scores.value);
      if (options.json) continue;
      await terminal.write(`${printScores(scores.value)}\n`);
      if (options.misses > 0) await terminal.write(`${printFindings(scores.value.findings, options.misses)}\n\n`);
    }
  }
  const sum = sumScores(`${cases.length} documents`, cases);
  if (options.json) await terminal.write(`${JSON.stringify({ cases, sum: withoutFindings(sum), pairs: sets })}\n`);
  else if (cases.length > 1) await terminal.write(`${printScores(sum)}\n`);
}

function withoutFindings({ name, tallies, shares }: CaseScores): Omit<CaseScores, 'findings'> {
  return { name, tallies, shares };
}

async function evaluateGoldFile(engine: Engine, file: string, dates: boolean): Promise<Result<CaseScores>> {
  const json = await readWholeFile(file);
  if (!json.ok) return json;
  const gold = readGold(json.value, file);
  if (!gold.ok) return gold;
  const { file: name, published, publishedInferable } = gold.value.document;
  const bytes = await readBeside(file, name);
  if (!bytes.ok) return bytes;
  const article = await readDocument(bytes.value, { name, published: dates || !publishedInferable ? published : null });
  if (!article.ok) return article;
  const { length } = gold.value.document;
  if (Math.abs(article.value.text.length - length) > 1)
    return fail(
      'evaluate/other-text',
      file,
      `the text has ${article.value.text.length} characters, the gold is of one with ${length}`,
    );
  return { ok: true, value: evaluateCase(basename(file), gold.value, engine.record(article.value)) };
}

/** The annotated text: beside the gold, else in the folder `seeds` next to the gold's. */
async function readBeside(gold: string, name: string): Promise<Result<Uint8Array>> {
  const folders = [dirname(gold), join(dirname(gold), '..', 'seeds')];
  for (const folder of folders)
    try {
      return { ok: true, value: await readFile(join(folder, basename(name))) };
    } catch (error) {
      if (!isFileError(error) || error.code !== 'ENOENT') throw error;
    }
  return fail('evaluate/no-text', gold, `${name} is neither in ${folders.join(' nor in ')}`);
}

async function evaluatePairFile(
  engine: Engine,
  file: string,
  { ids, profile }: EvaluateFilesOptions,
  terminal: Terminal,
): Promise<PairScores | null> {
  const jsonl = await readWholeFile(file);
  if (!jsonl.ok) {
    terminal.report(jsonl.problem);
    return null;
  }
  const { pairs, problems } = readPairs(jsonl.value, file, ids);
  for (const problem of problems) terminal.report(problem);
  const answers = pairs.map((pair): PairAnswer => {
    const answer = answerPair(engine, { subject: pair.id, fields: { ...pair } }, profile);
    if (answer.ok) return answer.value;
    terminal.report(answer.problem);
    return { type: null, confidence: 0 };
  });
  return scorePairs(`${basename(file)} (${ids} ids, ${profile})`, pairs, answers);
}
