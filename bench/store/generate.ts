import { readdirSync, readFileSync } from 'node:fs';
import { makeChance } from '../../test/support/chance.ts';

/** A report made of the samples' words, as a line of JSON. */
export interface GeneratedReport {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly source: string;
  readonly published: string;
}

const SAMPLES = new URL('../../samples/', import.meta.url);

/** Names that take each other's places: of one kind, so that a sentence stays one that a paper would print. */
const SWAPS: readonly (readonly string[])[] = [
  ['Pakistan', 'Turkey', 'Sudan', 'Ethiopia', 'Armenia', 'Colombia', 'India'],
  ['Afghanistan', 'Syria', 'Chad', 'Eritrea', 'Azerbaijan', 'Venezuela', 'Bangladesh'],
  ['Kabul', 'Damascus', 'Khartoum', 'Asmara', 'Baku', 'Caracas', 'Dhaka'],
  ['Torkham', 'Chaman', 'Spin Boldak', 'Landi Kotal'],
  ['Nangarhar', 'Kunar', 'Khost', 'Paktika', 'Helmand'],
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
];

const OUTLETS = ['Northern Ledger', 'Harbour Post', 'Aldgate Wire', 'Gulf Meridian', 'River Courier', 'Hill Dispatch'];

/** Days the reports are spread over, from the first of January 2015. */
const DAYS = 1500;

/** Reports that differ in paragraphs, names, numbers and dates. The same seed gives the same reports. */
export function generateReports(count: number, seed = 1): readonly GeneratedReport[] {
  const chance = makeChance(seed);
  const texts = readdirSync(SAMPLES)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(new URL(name, SAMPLES), 'utf8'));
  return Array.from({ length: count }, (_, at) => vary(texts[Math.floor(chance() * texts.length)] ?? '', at, chance));
}

function vary(text: string, number: number, chance: () => number): GeneratedReport {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  const kept = paragraphs.filter((_, at) => at < 2 || chance() < 0.8);
  const swapped = SWAPS.reduce((words, names) => swap(words, names, Math.floor(chance() * names.length)), kept.join('\n\n'));
  const renumbered = swapped.replace(/\b\d{2,3}\b/g, (digits) =>
    String(Math.max(2, Math.round(Number(digits) * (0.5 + chance())))),
  );
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(chance() * DAYS))).toISOString().slice(0, 10);
  return {
    id: `generated-${number}`,
    text: `${renumbered}\n\nReport number ${number} of this desk.`,
    title: renumbered.split('\n')[0] ?? '',
    source: OUTLETS[Math.floor(chance() * OUTLETS.length)] ?? '',
    published: day,
  };
}

/** Turns a ring of names by some places, so that no two become one. */
function swap(text: string, names: readonly string[], by: number): string {
  return text.replace(new RegExp(`\\b(?:${names.join('|')})\\b`, 'g'), (name) => {
    return names[(names.indexOf(name) + by) % names.length] ?? name;
  });
}
