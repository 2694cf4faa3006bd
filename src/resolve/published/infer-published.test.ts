import { describe, expect, test } from 'vitest';
import { taggedText } from '../../../test/support/tagged-text.ts';
import { documentFromConllu, type Parsed, type TraceStep } from '../../document/index.ts';
import type { ActorKnowledge, PersonRow } from '../../knowledge/index.ts';
import { indexActors } from '../actors/index.ts';
import { indexOffices, inferPublished } from './index.ts';

function person(
  name: string,
  ...terms: readonly [office: string | null, country: string, from: string, to: string | null][]
): PersonRow {
  const roles = terms.map(([office, country, from, to]) => ({ office, country, sector: 'GOV' as const, from, to }));
  return { id: name.toLowerCase().replaceAll(' ', '-'), name, names: [], roles };
}

const PERSONS = [
  person('Ada Norden', ['president', 'VEL', '2003-01-10', '2011-01-10']),
  person(
    'Boris Quay',
    ['prime minister', 'KAR', '2001-05-01', '2004-05-01'],
    ['prime minister', 'KAR', '2009-05-01', '2013-05-01'],
  ),
  person('Cyril Oster', [null, 'KAR', '2010-02-01', null]),
];

const KNOWLEDGE: ActorKnowledge = {
  states: [
    { id: 'VEL', name: 'Veldra', names: [], adjectives: ['Veldran'], people: [], capitals: [], offices: [] },
    { id: 'KAR', name: 'Karsa', names: [], adjectives: ['Karsan'], people: [], capitals: [], offices: [] },
  ],
  actors: [],
  persons: PERSONS,
  namedOrgans: [],
  organNouns: [],
  roleNouns: ['president', 'prime minister', 'president-elect', 'foreign minister'].map((noun) => ({
    noun,
    sector: 'GOV',
    use: 'both',
  })),
  anaphors: [],
  nameNouns: [],
  metonymWords: [],
  own: { actors: [], persons: [], seats: [], nouns: [] },
};

const INDEX = indexActors(KNOWLEDGE);
const HOLDERS = indexOffices(PERSONS);

function infer(doc: Parsed, trace?: (step: TraceStep) => void) {
  return inferPublished(doc, HOLDERS, INDEX, trace);
}

/** What a text leaves, as "from to", `-` where open; the last piece of evidence counts. */
function leftBy(text: string): string | null {
  const last = infer(taggedText(text)).evidence.at(-1);
  return last ? `${last.from ?? '-'} ${last.to ?? '-'}` : null;
}

describe('offices', () => {
  test.each([
    ['President Ada Norden met them today.', '2003-01-10 2011-01-17'],
    ['They met today with President Ada Norden.', '2003-01-10 2011-01-17'],
    ['They met today with President Ada Norden.\nMembers of the guard fled.', '2003-01-10 2011-01-17'],
    ['The Veldran president, Gen. Ada Norden, met them today.', '2003-01-10 2011-01-17'],
    ['President Ada Norden met Prime Minister Boris Quay today.', '2003-01-10 2011-01-17'],
    ['Prime Minister Cyril Oster spoke today, as did President Ada Norden.', '2010-02-01 2011-01-17'],
    ['The Karsan envoy met Prime Minister Quay today.', '2001-05-01 2013-05-08'],
    ['The Norden government of Veldra fell today.', '2003-01-10 2011-01-17'],
  ])('%s', (text, left) => {
    expect(leftBy(text)).toBe(left);
  });

  test.each([
    'Former President Ada Norden met them today.',
    'The then president, Ada Norden, met them today.',
    'President-elect Ada Norden met them today.',
    'Foreign Minister Ada Norden met them today.',
    'President Ada Norden Hill met them today.',
    'Prime Minister Quay spoke today.',
    'Ten years ago President Ada Norden met them.',
    'The Norden government fell today.',
    'The president met Ada Norden today.',
  ])('tell nothing: %s', (text) => {
    expect(leftBy(text)).toBeNull();
  });
});

describe('dates with their year', () => {
  test.each([
    ['They met/VBD in 2014.', '2014-01-01 -'],
    ['They met/VBD on 3 March 2015.', '2015-03-03 -'],
    ['They will meet/VB on 3 March 2015.', '- 2015-03-03'],
    ['They met/VBD in 2014 and will meet/VB again in 2016.', '2014-01-01 2016-12-31'],
  ])('%s', (text, left) => {
    expect(leftBy(text)).toBe(left);
  });

  test.each([
    'They said the 2030 plan was dead.',
    'They had hoped it would end by 2014.',
    'They said/VBD it was built for 2020.',
    'The 2014 report lies/VBZ here.',
    'It was hoped that they would meet/VB in 2030.',
  ])('tell nothing: %s', (text) => {
    expect(leftBy(text)).toBeNull();
  });
});

describe('two names of one time', () => {
  test.each([
    ['The bridge fell/VBD yesterday, 16 February 2017.', '2017-02-17'],
    ['They will meet/VB tomorrow (3 May 2011).', '2011-05-02'],
  ])('%s', (text, day) => {
    expect(infer(taggedText(text)).published).toBe(day);
  });

  test.each([
    ['They met/VBD last year, in 2015.', '2016-01-01 2016-12-31'],
    ['They met/VBD last month, in January 2015.', '2015-02-01 2015-02-28'],
    ['They met/VBD five years ago, in 2011.', '2016-01-01 2016-12-31'],
  ])('%s', (text, left) => {
    expect(leftBy(text)).toBe(left);
  });
});

/** "Gunmen attacked ... " with trees: one sentence a list of [form, tag, head (1-based, 0 root), relation]. */
function treeOf(...sentences: readonly string[]): Parsed {
  const blocks = sentences.map((sentence) =>
    sentence
      .split(' ')
      .map((word, index) => {
        const [form = '', upos = '', xpos = '', head = '', deprel = '', lemma = ''] = word.split('/');
        return [index + 1, form, lemma || form.toLowerCase(), upos, xpos, '_', head, deprel, '_', '_'].join('\t');
      })
      .join('\n'),
  );
  return documentFromConllu(`${blocks.join('\n\n')}\n`);
}

const NORDEN =
  'President/PROPN/NNP/2/compound Ada/PROPN/NNP/4/nsubj Norden/PROPN/NNP/2/flat spoke/VERB/VBD/0/root/speak ./PUNCT/././4/punct';
const BLAST_SUNDAY =
  'A/DET/DT/2/det blast/NOUN/NN/3/nsubj killed/VERB/VBD/0/root/kill two/NUM/CD/3/obj on/ADP/IN/6/case Sunday/PROPN/NNP/3/obl ././PUNCT/./3/punct';

describe('the last day told of', () => {
  test('a date and a weekday of one happening give the day where one year is left', () => {
    const blast =
      'The/DET/DT/4/det Feb./PROPN/NNP/4/compound 22/NUM/CD/2/nummod blast/NOUN/NN/5/nsubj hit/VERB/VBD/0/root/hit a/DET/DT/7/det market/NOUN/NN/5/obj ./PUNCT/././5/punct';
    // 22 February is a Sunday in 2004 and 2009: two of Norden's years.
    expect(infer(treeOf(NORDEN, BLAST_SUNDAY, blast)).published).toBeNull();
    const bounded = 'They/PRON/PRP/2/nsubj met/VERB/VBD/0/root/meet in/ADP/IN/4/case 2006/NUM/CD/2/obl ./PUNCT/././2/punct';
    const found = infer(treeOf(NORDEN, bounded, BLAST_SUNDAY, blast));
    expect(found.published).toBe('2009-02-22');
    expect(found.evidence.map(({ rule }) => rule)).toEqual([
      'published/office-held',
      'published/after-past-date',
      'published/date-of-weekday',
      'published/last-weekday',
    ]);
  });

  test('a date of another happening gives none', () => {
    const other =
      'The/DET/DT/4/det Feb./PROPN/NNP/4/compound 22/NUM/CD/2/nummod vote/NOUN/NN/5/nsubj changed/VERB/VBD/0/root/change everything/PRON/NN/5/obj ./PUNCT/././5/punct';
    const bounded = 'They/PRON/PRP/2/nsubj met/VERB/VBD/0/root/meet in/ADP/IN/4/case 2006/NUM/CD/2/obl ./PUNCT/././2/punct';
    expect(infer(treeOf(NORDEN, bounded, BLAST_SUNDAY, other)).published).toBeNull();
  });
});

test('each step is told', () => {
  const steps: TraceStep[] = [];
  infer(taggedText('The bridge fell/VBD yesterday, 16 February 2017.'), (step) => steps.push(step));
  expect(steps.at(-1)).toMatchObject({ stage: 'published', outcome: 'coded', rule: 'published/two-names-of-a-time' });
});

test('evidence that contradicts itself leaves no day', () => {
  const { published, evidence } = infer(taggedText('President Ada Norden spoke today.\nThey met/VBD in 2014.'));
  expect(published).toBeNull();
  expect(evidence.at(-1)).toMatchObject({ from: null, to: null });
});
