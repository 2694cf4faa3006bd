import { expect, test } from 'vitest';
import { treeOf } from '../../test/support/tree-of.ts';
import { hangWeekdays } from './weekdays.ts';

test.each([
  [
    'between subject and verb',
    'Envoys/envoy/NNS/3/nsubj Sunday/Sunday/NNP/3/nsubj met/meet/VBD/0/root',
    'Sunday obl:unmarked met',
  ],
  [
    'made head of the phrase before it',
    'Army/army/NN/2/compound envoys/envoy/NNS/3/compound Sunday/Sunday/NNP/4/nsubj met/meet/VBD/0/root',
    'Sunday obl:unmarked met',
  ],
  [
    'after an object',
    'Oman/Oman/NNP/2/nsubj asked/ask/VBD/0/root envoys/envoy/NNS/2/obj Friday/Friday/NNP/3/compound to/to/TO/6/mark leave/leave/VB/2/xcomp',
    'Friday obl:unmarked asked',
  ],
  [
    'before its noun',
    'Friday/Friday/NNP/2/compound prayers/prayer/NNS/3/nsubj ended/end/VBD/0/root',
    'Friday compound prayers',
  ],
  [
    'after a preposition',
    'Envoys/envoy/NNS/2/nsubj met/meet/VBD/0/root on/on/IN/4/case Sunday/Sunday/NNP/2/obl',
    'Sunday obl met',
  ],
  ['without a verb', 'Talks/talk/NNS/0/root Sunday/Sunday/NNP/1/compound', 'Sunday compound Talks'],
])('a weekday %s', (_where, sentence, expected) => {
  const tokens = hangWeekdays(treeOf(sentence).tokens);
  const day = tokens.find(({ form }) => form.endsWith('day'));
  expect(day && `${day.form} ${day.deprel} ${tokens[day.head]?.form}`).toBe(expected);
});

test('the noun a weekday pushed aside is subject again', () => {
  const tokens = hangWeekdays(treeOf('Envoys/envoy/NNS/3/obl Sunday/Sunday/NNP/3/nsubj met/meet/VBD/0/root').tokens);
  expect(tokens.map(({ deprel }) => deprel)).toEqual(['nsubj', 'obl:unmarked', 'root']);
});
