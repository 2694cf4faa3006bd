import type { LemmaExample } from './train-lemmas.ts';
import { readTsv } from './tsv.ts';

const FILE = 'training/verbs.tsv';

/** Inflected forms of the verbs of `training/verbs.tsv`, with their tags. */
export function verbExamples(): readonly LemmaExample[] {
  return readTsv(FILE).flatMap(([lemma = '', doubling = '', past = '', participle = '']) => {
    const stems = doubling === 'always' ? [doubled(lemma)] : doubling === 'both' ? [lemma, doubled(lemma)] : [lemma];
    const pasts = past === '' ? stems.map(withEd) : [past];
    const participles = participle === '' ? stems.map(withEd) : [participle];
    return [
      ...pasts.map((form) => example(form, 'VBD', lemma)),
      ...participles.map((form) => example(form, 'VBN', lemma)),
      ...stems.map((stem) => example(withIng(stem), 'VBG', lemma)),
      example(withS(lemma), 'VBZ', lemma),
    ];
  });
}

function example(form: string, xpos: string, lemma: string): LemmaExample {
  return { form, xpos, upos: 'VERB', lemma, count: 1 };
}

function doubled(lemma: string): string {
  return lemma + lemma.slice(-1);
}

function withEd(stem: string): string {
  if (stem.endsWith('e')) return `${stem}d`;
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

function withIng(stem: string): string {
  if (stem.endsWith('ie')) return `${stem.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(stem) ? `${stem.slice(0, -1)}ing` : `${stem}ing`;
}

function withS(lemma: string): string {
  if (/(?:[sxzo]|ch|sh)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}
