import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/base/index.ts';
import { type EventType, isEventType } from '../../src/codebook/index.ts';

/** A line of a template file: one pattern and what A does to B in every sentence it gives. */
export interface Template {
  /** File and line. */
  readonly id: string;
  readonly plover: EventType;
  readonly cameo: EventType;
  readonly pattern: string;
}

/** A sentence with its two parties. */
export interface PairSentence {
  readonly template: string;
  readonly plover: EventType;
  readonly cameo: EventType;
  readonly text: string;
  readonly source: readonly Span[];
  readonly target: readonly Span[];
  /** Made of an example of a frame file, so that frames know it by heart. */
  readonly ofFrame: boolean;
}

/** Values of each slot. */
export type Fillers = ReadonlyMap<string, readonly string[]>;

/** Slots filled inside slots, at most so deep. */
const MAX_DEPTH = 6;

/** Reads `<type>.tsv`, a pattern a line; before a tab the type CAMEO-style data give, where it differs.
 * @throws RangeError naming file and line for an unknown type or a missing mark */
export function readTemplates(folder: string): readonly Template[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tsv') && name !== 'fillers.tsv')
    .sort()
    .flatMap((name) => readTemplateFile(join(folder, name), name.slice(0, -4).toUpperCase()));
}

function readTemplateFile(path: string, type: string): readonly Template[] {
  if (!isEventType(type)) throw new RangeError(`${path}: "${type}" is no PLOVER event type`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index): Template[] => {
      if (line === '' || line.startsWith('#')) return [];
      const id = `${path}:${index + 1}`;
      const tab = line.indexOf('\t');
      const cameo = tab < 0 ? type : line.slice(0, tab);
      if (!isEventType(cameo)) throw new RangeError(`${id}: "${cameo}" is no PLOVER event type`);
      const pattern = line.slice(tab + 1);
      if (!/\{A[.}]|\[A /.test(pattern)) throw new RangeError(`${id}: no source is marked`);
      return [{ id, plover: type, cameo, pattern }];
    });
}

/** Reads `fillers.tsv`: slot, tab, values separated by bars. */
export function readFillers(path: string): Fillers {
  const fillers = new Map<string, string[]>();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [slot = '', values = ''] = line.split('\t');
    const known = fillers.get(slot) ?? [];
    known.push(...values.split('|'));
    fillers.set(slot, known);
  }
  return fillers;
}

/** Shares of sentences that get a lead and a tail. */
const LEADS = 0.45;
const TAILS = 0.45;

/** Puts other words and other events round a pattern; one that starts with "!" stays as it is. */
function surround(pattern: string, random: () => number): string {
  const [lead, tail] = [random() < LEADS ? '{lead}' : '', random() < TAILS ? '{tail}' : ''];
  return pattern.startsWith('!') ? pattern.slice(1) : `${lead}${pattern}${tail}.`;
}

/** One sentence of a template, chosen at random; null where both parties came out the same.
 * @throws RangeError naming the line where a mark or slot is wrong */
export function expand(template: Template, fillers: Fillers, random: () => number): PairSentence | null {
  const marked = tidy(fill(surround(template.pattern, random), fillers, random, template.id, 0));
  const source: Span[] = [];
  const target: Span[] = [];
  let text = '';
  let open: { readonly role: string; readonly start: number } | null = null;
  for (let at = 0; at < marked.length; at++) {
    const char = marked[at] ?? '';
    if (char === '[') {
      if (open) throw new RangeError(`${template.id}: marks inside marks in "${marked}"`);
      open = { role: marked[at + 1] ?? '', start: text.length };
      at += 2;
    } else if (char === ']') {
      if (!open) throw new RangeError(`${template.id}: "]" without "[" in "${marked}"`);
      (open.role === 'A' ? source : target).push({ start: open.start, end: text.length });
      open = null;
    } else text += char;
  }
  const words = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end).toLowerCase()).join();
  if (words(source) === words(target)) return null;
  return { template: template.id, plover: template.plover, cameo: template.cameo, text, source, target, ofFrame: false };
}

function fill(pattern: string, fillers: Fillers, random: () => number, id: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new RangeError(`${id}: slots are filled by themselves in "${pattern}"`);
  let text = pattern;
  for (let inner = innermost(text); inner; inner = innermost(text)) {
    const choices = text.slice(inner.start + 1, inner.end).split('|');
    text = text.slice(0, inner.start) + pick(choices, random) + text.slice(inner.end + 1);
  }
  return text.replace(/\{([^{}]+)\}/g, (_, slot: string) => {
    const party = /^([AB])(?:\.(.+))?$/.exec(slot);
    const name = party ? (party[2] ?? 'actor') : slot;
    const values = fillers.get(name);
    if (!values) throw new RangeError(`${id}: no filler for {${slot}}`);
    const filled = fill(pick(values, random), fillers, random, id, depth + 1);
    return party ? `[${party[1]} ${filled}]` : filled;
  });
}

/** The first group that holds no other. */
function innermost(text: string): { readonly start: number; readonly end: number } | null {
  const end = text.indexOf(')');
  if (end < 0) return null;
  const start = text.lastIndexOf('(', end);
  return start < 0 ? null : { start, end };
}

function pick(values: readonly string[], random: () => number): string {
  return values[Math.floor(random() * values.length)] ?? '';
}

/** Single spaces, "an" before vowels, a capital at the start. */
function tidy(text: string): string {
  const spaced = text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:?!])/g, '$1')
    .replace(/(?<!\[)\b([Aa]) (?=(?:\[[AB] )?[aeioAEIO])/g, '$1n ')
    .trim();
  return spaced.replace(/^((?:\[[AB] )?["“']?)([a-z])/, (_, before: string, first: string) => before + first.toUpperCase());
}
