import { expect, test } from 'vitest';
import { headlineTags } from './headline.ts';

const VERBS = new Set('arrest shell attack kill talk stall strike say leave shoot call advance hold seize'.split(' '));

/** Words with their tags ("Police/NNP arrest/NN"), and the tags that are put right. */
test.each<readonly [string, Readonly<Record<number, string>>]>([
  ['Police/NNP arrest/NN suspected/VBN bomb/NN maker/NN', { 1: 'VBP', 2: 'JJ' }],
  ['Army/NN shells/NNS town/NN', { 1: 'VBZ' }],
  ['Israel/NNP strikes/NNS suburb/NN ,/, kills/NNS commander/NN', { 1: 'VBZ', 4: 'VBZ' }],
  ['Peace/NN talks/NNS stall/VBP', {}],
  ['Police/NN arrest/NN alleged/VBD bomb/NN maker/NN', { 1: 'VBP', 2: 'JJ' }],
  ['Air/NN strikes/NNS kill/VB nine/CD', { 2: 'VBP' }],
  ['Four/CD soldiers/NNS killed/VBN in/IN ambush/NN', { 2: 'VBN' }],
  ['Rebels/NNS killed/VBN 12/CD soldiers/NNS', { 1: 'VBD' }],
  ['Turkey/NNP ,/, Greece/NNP hold/NN talks/VBZ', { 3: 'VBP' }],
  ['Peace/NN talks/NNS in/IN Geneva/NNP', {}],
  ['Air/NN strikes/NNS on/IN Gaza/NNP', {}],
  ['Chad/NNP accuses/VBZ Niger/NNP of/IN attacks/NNS', {}],
  ['Table/NN of/IN contents/NNS', {}],
])('%s', (line, expected) => {
  const words = line.split(' ').map((word) => word.split('/'));
  const found = headlineTags({
    forms: words.map(([form = '']) => form),
    tags: words.map(([, tag = '']) => tag),
    verbs: VERBS,
    lemmaOf: (form) => form.replace(/s$/, ''),
  });
  expect(Object.fromEntries(found)).toEqual(expected);
});
