import { type CaseRecord, recordFaults } from '../../src/api/index.ts';
import type { Coded } from '../../src/code/index.ts';
import type { Article, Parsed } from '../../src/document/index.ts';

/** What an article that a reader gives breaks of its promises. */
export function articleViolations({ text, zones, givenEntities, published, id }: Article): readonly string[] {
  const found: string[] = [];
  if (!/\S/.test(text)) found.push('no text');
  if (!text.isWellFormed()) found.push('half a pair in the text');
  if (!/^[0-9a-f]{64}$/.test(id)) found.push(`id ${id}`);
  if (published !== null && !/^\d{4}-\d{2}-\d{2}$/.test(published)) found.push(`published ${published}`);
  let end = 0;
  for (const { span, kind } of zones) {
    if (span.start < end || span.end < span.start) found.push(`${kind} at ${span.start}..${span.end} after ${end}`);
    end = span.end;
  }
  for (const span of givenEntities ?? []) {
    if (span.start < 0 || span.end < span.start) found.push(`given ${span.start}..${span.end}`);
    end = Math.max(end, span.end);
  }
  if (end > text.length) found.push(`something ends at ${end} of ${text.length}`);
  return found;
}

/** What must not be lost between words; a zero-width space parts words as any other does. */
const VISIBLE = /[^\s\u200b]/;

/** What a parsed document breaks of the promises about words and trees; empty where it keeps them. */
export function parseViolations({ text, tokens, sentences }: Parsed): readonly string[] {
  const found: string[] = [];
  let end = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.index !== index) found.push(`token ${index} has index ${token.index}`);
    if (token.start < end || token.end <= token.start || token.end > text.length)
      found.push(`token ${index} spans ${token.start}..${token.end} after ${end}`);
    if (text.slice(token.start, token.end) !== token.form) found.push(`token ${index} is not its text`);
    if (VISIBLE.test(text.slice(end, token.start))) found.push(`text lost before token ${index}`);
    end = token.end;
  }
  if (VISIBLE.test(text.slice(end))) found.push('text lost after the last token');
  let from = 0;
  for (const [index, range] of sentences.entries()) {
    if (range.from !== from || range.to <= range.from) found.push(`sentence ${index} is ${range.from}..${range.to}`);
    found.push(...treeViolations(tokens, index, range));
    from = range.to;
  }
  if (from !== tokens.length) found.push('sentences do not cover the tokens');
  return found;
}

function treeViolations(
  tokens: Parsed['tokens'],
  sentence: number,
  { from, to }: Parsed['sentences'][number],
): readonly string[] {
  const found: string[] = [];
  const inside = tokens.slice(from, to);
  const roots = inside.filter(({ head }) => head === -1).length;
  if (roots !== 1) found.push(`sentence ${sentence} has ${roots} roots`);
  if (inside.some((token) => token.sentence !== sentence)) found.push(`sentence ${sentence} is not named by its tokens`);
  if (inside.some(({ head }) => head !== -1 && (head < from || head >= to)))
    found.push(`sentence ${sentence} has a head outside`);
  else if (hasCycle(inside.map(({ head }) => (head < 0 ? -1 : head - from)))) found.push(`sentence ${sentence} has a cycle`);
  return found;
}

/** @param heads index of each word's head, -1 at a root */
function hasCycle(heads: readonly number[]): boolean {
  const walk = new Int32Array(heads.length);
  for (let start = 0; start < heads.length; start++) {
    let at = start;
    while (at >= 0 && walk[at] === 0) {
      walk[at] = start + 1;
      at = heads[at] ?? -1;
    }
    if (at >= 0 && walk[at] === start + 1) return true;
  }
  return false;
}

/** What a record breaks of its promises, of those that any record keeps and of those that ours do. */
export function recordViolations(record: CaseRecord): readonly string[] {
  const found = [...recordFaults(record)];
  for (const [index, event] of record.events.entries()) {
    const earlier = record.events.slice(0, index).map(({ id }) => id);
    if (event.sameAs.some((id) => !earlier.includes(id))) found.push(`${event.id} retells what comes after it`);
    if (!(event.confidence >= 0 && event.confidence <= 1)) found.push(`${event.id} has confidence ${event.confidence}`);
    if (event.trigger.start < event.evidence.start || event.trigger.end > event.evidence.end)
      found.push(`${event.id} has its trigger outside its sentence`);
  }
  for (const { span, low, high } of record.figures)
    if (low !== null && high !== null && low > high) found.push(`figure ${span.text} is upside down`);
  for (const { span, start, end } of record.times)
    if (start !== null && end !== null && start > end) found.push(`time ${span.text} ends before it starts`);
  return found;
}

/** Type and trigger of each event that ends before a place in the text. */
export function eventsBefore({ events }: Coded, end: number): readonly string[] {
  return events
    .filter(({ trigger }) => trigger.end <= end)
    .map(({ type, trigger }) => `${type} ${trigger.start}..${trigger.end}`);
}
