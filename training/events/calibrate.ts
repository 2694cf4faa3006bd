import { EventModel, HEADS } from '../../src/code/learned/index.ts';
import { EVENT_TYPES } from '../../src/codebook/index.ts';
import type { Example } from './examples.ts';
import { softmax, trainTogether } from './network.ts';
import type { EVENT_SETTINGS } from './settings.ts';

type Settings = { readonly [name in keyof typeof EVENT_SETTINGS]: number };

/** Scores of an example by a network that saw no sentence of its line. */
export interface HeldOut {
  readonly answers: readonly [number, number];
  readonly scores: readonly [Float32Array, Float32Array];
  readonly frames: Example['frames'];
}

/** Trains once a fold of lines and scores the lines left out. Examples of frame files are trained on, not scored. */
export function crossValidate(examples: readonly Example[], settings: Settings): readonly HeldOut[] {
  const found: HeldOut[] = [];
  for (let fold = 0; fold < settings.folds; fold++) {
    const training = examples.filter(({ line }) => line % settings.folds !== fold);
    const model = new EventModel(trainTogether(training, settings));
    for (const { line, answers, features, frames, ofFrames } of examples) {
      if (line % settings.folds !== fold || !features.some((key) => ofFrames.has(key))) continue;
      const [plover, cameo] = HEADS.map((head) => model.score(features, head));
      if (plover && cameo) found.push({ answers, scores: [plover, cameo], frames });
    }
  }
  return found;
}

/** The temperature under which the held-out answers are likeliest. */
export function fitTemperature(heldOut: readonly HeldOut[], head: 0 | 1): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let temperature = 0.6; temperature <= 4; temperature += 0.05) {
    let loss = 0;
    for (const { scores, answers } of heldOut)
      loss -= Math.log(Math.max(softmax(scores[head], temperature)[answers[head]] ?? 0, 1e-9));
    if (loss < least) [best, least] = [temperature, loss];
  }
  return best;
}

/** Accuracy, macro-F1 and a reliability table of the held-out answers. */
export function report(heldOut: readonly HeldOut[], temperatures: readonly [number, number]): readonly string[] {
  const lines: string[] = [];
  for (const [index, name] of HEADS.entries()) {
    const head = index === 0 ? 0 : 1;
    const rows = heldOut.map(({ scores, answers }) => {
      const powers = softmax(scores[head], temperatures[head]);
      const given = powers.indexOf(Math.max(...powers));
      return { right: given === answers[head], given, answer: answers[head], sure: powers[given] ?? 0 };
    });
    const accuracy = rows.filter(({ right }) => right).length / rows.length;
    lines.push(`${name}: held-out accuracy ${accuracy.toFixed(3)}, temperature ${temperatures[head].toFixed(2)}`);
    lines.push(`  ${EVENT_TYPES.map((type, at) => `${type} ${f1(rows, at).toFixed(2)}`).join(' ')}`);
    for (let low = 0; low < 1; low += 0.2) {
      const bin = rows.filter(({ sure }) => sure > low && sure <= low + 0.2);
      const mean = bin.reduce((sum, { sure }) => sum + sure, 0) / bin.length;
      const right = bin.filter((row) => row.right).length / bin.length;
      lines.push(`  said ${mean.toFixed(2)}, right ${right.toFixed(2)} of ${bin.length}`);
    }
  }
  const byFrames = heldOut.filter(({ frames, answers }) => frames.type === answers[1]).length;
  lines.push(`frames alone, cameo: ${(byFrames / heldOut.length).toFixed(3)}`);
  return lines;
}

function f1(rows: readonly { readonly given: number; readonly answer: number }[], type: number): number {
  const both = rows.filter(({ given, answer }) => given === type && answer === type).length;
  const all = rows.filter(({ given }) => given === type).length + rows.filter(({ answer }) => answer === type).length;
  return all === 0 ? 0 : (2 * both) / all;
}
