import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEngine } from '../../src/engine/index.ts';
import { makeArticle } from '../../src/read/index.ts';
import { type GeneratedReport, generateReports } from '../store/generate.ts';
import { ASSUMED, costPerMillion } from './cost.ts';
import { type Run, runCode } from './run-child.ts';

/** How many documents a machine codes in a second, what memory that takes, and what a million cost:
 * `node bench/throughput/main.ts [--documents 20000] [--workers 1,2] [--memory 100000] [--save NAME]`, and the prices of cost.ts
 * (`--core-price 0.04` …). Reports are generated from the samples; the program is run on them as a user would, once for each number of
 * threads, and must print the same bytes. `--memory` runs that many short ones, to see that memory does not grow. */

const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '20000' },
    workers: { type: 'string', default: '1,2' },
    memory: { type: 'string', default: '0' },
    save: { type: 'string' },
    'core-price': { type: 'string', default: String(ASSUMED.corePrice) },
    'input-price': { type: 'string', default: String(ASSUMED.inputPrice) },
    'output-price': { type: 'string', default: String(ASSUMED.outputPrice) },
    'prompt-tokens': { type: 'string', default: String(ASSUMED.promptTokens) },
    'answer-tokens': { type: 'string', default: String(ASSUMED.answerTokens) },
  },
});
const DOCUMENTS = Number(options.documents);
const SHORT_DOCUMENTS = Number(options.memory);
const WORKERS = options.workers.split(',').map(Number);

/** Documents of which tokens are counted. */
const COUNTED = 300;
/** Characters of a short document. */
const SHORT = 300;

const folder = mkdtempSync(join(tmpdir(), 'lapwing-throughput-'));
const round = (value: number, places = 1) => Number(value.toFixed(places));

function write(name: string, reports: readonly GeneratedReport[]): string {
  const path = join(folder, name);
  writeFileSync(path, reports.map((report) => `${JSON.stringify(report)}\n`).join(''));
  return path;
}

/** The number stands at the end, so that no two texts are one. */
function shorten(report: GeneratedReport): GeneratedReport {
  const end = report.text.lastIndexOf('\n\n');
  return { ...report, text: `${report.text.slice(0, Math.min(SHORT, end))}${report.text.slice(end)}` };
}

/** Tokens of a document, by our own tokenizer. */
async function countTokens(reports: readonly GeneratedReport[]): Promise<number> {
  const engine = await loadEngine();
  let tokens = 0;
  for (const { text } of reports) {
    const article = makeArticle(text, 'bench');
    if (article.ok) tokens += engine.parse(article.value).tokens.length;
  }
  return tokens / reports.length;
}

function tell(run: Run, workers: number, tokens: number) {
  const perSecond = run.records / run.seconds;
  return {
    workers,
    documents: run.records,
    documentsPerSecond: round(perSecond),
    tokensPerSecond: Math.round(perSecond * tokens),
    documentsPerProcessorSecond: round(run.records / run.processorSeconds),
    processorsBusy: round(run.processorSeconds / run.seconds, 2),
    peakMegabytes: run.peakMegabytes,
    megabytesByTenth: run.megabytesByTenth,
    sha256: run.sha256.slice(0, 12),
  };
}

async function measure(path: string, workers: readonly number[], documents: number, tokens: number) {
  const runs = [];
  for (const count of workers) {
    const run = tell(await runCode(path, count, documents), count, tokens);
    console.error(JSON.stringify(run));
    runs.push(run);
  }
  if (new Set(runs.map(({ sha256 }) => sha256)).size > 1) throw new RangeError('other bytes with another number of threads');
  return runs;
}

try {
  const loadBefore = loadavg()[0] ?? 0;
  const reports = generateReports(DOCUMENTS);
  const tokens = await countTokens(reports.slice(0, COUNTED));
  const runs = await measure(write('reports.jsonl', reports), WORKERS, DOCUMENTS, tokens);
  const [first] = runs;
  const last = runs.at(-1);
  if (!first || !last) throw new RangeError('no number of workers');
  const assumed = {
    ...ASSUMED,
    ...{ corePrice: Number(options['core-price']), inputPrice: Number(options['input-price']) },
    ...{ outputPrice: Number(options['output-price']), promptTokens: Number(options['prompt-tokens']) },
    answerTokens: Number(options['answer-tokens']),
  };
  const shorts = SHORT_DOCUMENTS > 0 ? generateReports(SHORT_DOCUMENTS, 2).map(shorten) : [];
  const memory =
    shorts.length > 0
      ? await measure(write('short.jsonl', shorts), [last.workers], shorts.length, await countTokens(shorts.slice(0, COUNTED)))
      : [];
  const result = {
    how: `node bench/throughput/main.ts --documents ${DOCUMENTS} --workers ${options.workers} --memory ${SHORT_DOCUMENTS}: seconds of the clock, from starting the program to its end`,
    machine: `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`,
    loadBefore: round(loadBefore),
    loadAfter: round(loadavg()[0] ?? 0),
    tokensPerDocument: round(tokens),
    runs,
    speedUp: round(last.documentsPerSecond / first.documentsPerSecond, 2),
    perMillion: { assumed, ...costPerMillion(1 / last.documentsPerProcessorSecond, tokens, assumed) },
    memory,
  };
  console.log(JSON.stringify(result, null, 1));
  if (options.save)
    writeFileSync(new URL(`../results/${options.save}`, import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
