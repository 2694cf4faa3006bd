import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { loadLexicon } from '../../src/code/index.ts';
import { encodeEventModel, loadEventModel } from '../../src/code/learned/index.ts';
import { EVENT_TYPES } from '../../src/codebook/index.ts';
import { loadEngine, readDataFiles } from '../../src/engine/index.ts';
import { seededRandom } from '../random.ts';
import { crossValidate, fitTemperature, type HeldOut, report } from './calibrate.ts';
import { type Example, readExample } from './examples.ts';
import { frameSentences } from './frame-sentences.ts';
import { trainTogether } from './network.ts';
import { EVENT_SETTINGS } from './settings.ts';
import { expand, type Fillers, type PairSentence, readFillers, readTemplates, type Template } from './templates.ts';

const FOLDER = 'training/events/templates';
const OUTPUT = 'weights/events.bin';

const started = Date.now();
const say = (text: string) => console.error(`${Math.round((Date.now() - started) / 1000)} s: ${text}`);

const data = await readDataFiles(new URL('../../data/', import.meta.url));
const sentences = [...templateSentences(), ...frameSentences(data)].slice(0, EVENT_SETTINGS.maxSentences);
say(`${sentences.length} sentences`);
const examples = await readExamples(sentences);
say('parsed');

let temperatures: [number, number] = [1, 1];
let heldOut: readonly HeldOut[] = [];
if (!process.argv.includes('--quick')) {
  heldOut = crossValidate(examples, EVENT_SETTINGS);
  temperatures = [fitTemperature(heldOut, 0), fitTemperature(heldOut, 1)];
  for (const line of report(heldOut, temperatures)) say(line);
}
const bytes = encodeEventModel({ ...trainTogether(examples, EVENT_SETTINGS), temperatures });
loadEventModel(bytes);
mkdirSync('weights', { recursive: true });
writeFileSync(OUTPUT, bytes);
writeFileSync('weights/events.json', `${JSON.stringify(manifest(), null, 2)}\n`);
say(`${OUTPUT}: ${bytes.length} bytes`);

function templateSentences(): readonly PairSentence[] {
  const fillers = readFillers(`${FOLDER}/fillers.tsv`);
  return readTemplates(FOLDER).flatMap((template, index) => sentencesOf(template, fillers, EVENT_SETTINGS.seed + 7919 * index));
}

function sentencesOf(template: Template, fillers: Fillers, seed: number): readonly PairSentence[] {
  const random = seededRandom(seed);
  for (let warm = 0; warm < 8; warm++) random();
  const found = new Map<string, PairSentence>();
  for (let attempt = 0; attempt < EVENT_SETTINGS.sentencesPerLine; attempt++) {
    const sentence = expand(template, fillers, random);
    if (sentence) found.set(sentence.text, sentence);
  }
  return [...found.values()];
}

async function readExamples(all: readonly PairSentence[]): Promise<readonly Example[]> {
  const engine = await loadEngine({ events: null });
  const lexicon = loadLexicon(data);
  const lines = new Map<string, number>();
  return all.flatMap((sentence) => {
    const line = lines.get(sentence.template) ?? lines.size;
    lines.set(sentence.template, line);
    const example = readExample(sentence, line, engine, lexicon);
    return example ? [example] : [];
  });
}

function manifest(): unknown {
  const lines = new Set(sentences.map(({ template }) => template)).size;
  const correct = (head: 0 | 1) => heldOut.filter(({ scores, answers }) => indexOfMax(scores[head]) === answers[head]).length;
  return {
    file: OUTPUT,
    sha256: bytesToHex(sha256(bytes)),
    bytes: bytes.length,
    types: EVENT_TYPES,
    corpus: 'training/events/templates and the examples of data/frames, written for this project',
    sentences: sentences.length,
    lines,
    script: 'training/events/main.ts',
    // Whose sources these are, where nothing was changed in them: `npm run weights:check -- --retrain` trains from there.
    commit: execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim(),
    settings: EVENT_SETTINGS,
    heldOutAccuracy: heldOut.length > 0 ? { plover: correct(0) / heldOut.length, cameo: correct(1) / heldOut.length } : null,
  };
}

function indexOfMax(scores: Float32Array): number {
  return scores.indexOf(Math.max(...scores));
}
