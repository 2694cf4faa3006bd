import { type Reading, readSource } from '../../../src/inputs/index.ts';
import { articleViolations } from '../../properties/violations.ts';
import { Chance } from '../chance.ts';
import { makeArchive } from '../make/archive.ts';
import { makeCrawl } from '../make/crawl.ts';
import { damage } from '../make/damage.ts';
import { makeFeed } from '../make/feed.ts';
import { makeJsonLines } from '../make/json-lines.ts';
import { makeMail } from '../make/mail.ts';
import { makePacked } from '../make/packed.ts';
import { makePage } from '../make/page.ts';
import { makePdf } from '../make/pdf.ts';
import { makeText } from '../make/text.ts';
import type { Check, Target } from '../target.ts';

/** Most documents that are read of one input. */
const MOST = 2000;

/** All that comes of some bytes under a name: pieces as long as `pieceLength` says. */
async function readAll(name: string, bytes: Uint8Array, pieceLength: () => number): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  const chunks = pieces(bytes, pieceLength);
  for await (const reading of readSource(
    { name, hint: name, chunks, depth: 0, file: null },
    { published: null, source: null },
  )) {
    readings.push(reading);
    if (readings.length > MOST) break;
  }
  return readings;
}

async function* pieces(bytes: Uint8Array, length: () => number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; ) {
    const end = at + length();
    yield bytes.subarray(at, end);
    at = end;
  }
}

function violationsOf(readings: readonly Reading[]): readonly string[] {
  return readings.flatMap((reading) => {
    if (reading.kind === 'skipped') return reading.reason === '' ? ['skipped without a reason'] : [];
    if (reading.result.ok) return articleViolations(reading.result.value);
    const { code, detail } = reading.result.problem;
    return /^read\/[a-z-]+$/.test(code) && detail !== '' ? [] : [`problem "${code}": ${detail}`];
  });
}

/** What is unpacked of a damaged file before the damage is met depends on how its bytes come. */
function isDamaged(reading: Reading): boolean {
  return reading.kind === 'document' && !reading.result.ok && reading.result.problem.code === 'read/damaged';
}

/** Whatever the bytes and however they come, readers answer with articles or problems, and the same ones. */
function checkReading(name: string): Check {
  return async (input) => {
    const chance = new Chance(Buffer.from(input).toString('latin1'));
    const readings = await readAll(name, input, () => input.length);
    const violations = violationsOf(readings);
    if (input.length > 20_000 || chance.is(0.7)) return violations;
    if (readings.some(isDamaged)) return violations;
    const inPieces = await readAll(name, input, () => chance.size(1, 300));
    const same = JSON.stringify(inPieces) === JSON.stringify(readings);
    return same ? violations : [...violations, 'read differently when it comes in pieces'];
  };
}

const reader = (name: string, file: string, cases: number, make: Target['make']): Target => ({
  ...{ name, cases, make, open: async () => checkReading(file) },
});

const textBytes: Target['make'] = (chance) => {
  const text = makeText(chance, chance.is(0.05) ? 20_000 : 800);
  const bytes = Buffer.from(text, chance.is(0.85) ? 'utf8' : chance.pick(['latin1', 'utf16le'] as const));
  return chance.is(0.4) ? damage(chance, bytes) : bytes;
};

/** What archives hold. */
const makeEntry: Target['make'] = (chance) => chance.pick([textBytes, makePage, makeJsonLines, makeFeed, makeMail])(chance);

const ANY: readonly Target['make'][] = [
  ...[textBytes, makePage, makeJsonLines, makeFeed, makeMail],
  (chance) => makeArchive(chance, () => makeEntry(chance)),
  (chance) => makeCrawl(chance, () => makePage(chance)),
];

/** The readers, each by the name of a file. */
export const READERS: readonly Target[] = [
  reader('text', 'report.txt', 500, textBytes),
  reader('page', 'report.html', 150, makePage),
  reader('json-lines', 'batch.jsonl', 300, makeJsonLines),
  reader('packed', 'batch.gz', 200, (chance) => makePacked(chance, chance.is(0.5) ? makeJsonLines(chance) : textBytes(chance))),
  reader('feed', 'news.xml', 150, makeFeed),
  reader('archive', 'batch.zip', 150, (chance) => makeArchive(chance, () => makeEntry(chance))),
  reader('crawl', 'crawl.warc', 150, (chance) => makeCrawl(chance, () => makePage(chance))),
  reader('mail', 'message.eml', 150, makeMail),
  reader('pdf', 'report.pdf', 10, makePdf),
  reader('nameless', 'nameless', 200, (chance) => chance.pick(ANY)(chance)),
];
