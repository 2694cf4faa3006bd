import { describe, expect, test } from 'vitest';
import type { Token } from '../document/index.ts';
import { findQuotations } from './quotations.ts';

/** Words and single marks as tokens; what the tokens are called does not matter here. */
function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map((match, index) => ({
    index,
    start: match.index,
    end: match.index + match[0].length,
    form: match[0],
    lemma: match[0],
    upos: 'X',
    xpos: 'FW',
    head: -1,
    deprel: 'root',
    sentence: 0,
  }));
}

const find = (text: string) => {
  const tokens = tokensOf(text);
  return findQuotations(text, tokens, [{ from: 0, to: tokens.length }]);
};

describe('findQuotations', () => {
  test.each([
    { name: 'straight marks', text: 'He said "we are ready" and left.', inner: ['we are ready'] },
    {
      name: 'curly marks',
      text: '“The road is cut,” the mayor said. “Send boats.”',
      inner: ['The road is cut,', 'Send boats.'],
    },
    { name: 'angled marks', text: 'He called it «a gift» on Monday.', inner: ['a gift'] },
    { name: 'doubled single marks', text: "``We hold the bridge,'' she said.", inner: ['We hold the bridge,'] },
    { name: 'one quoted word', text: 'The "volunteers" came by night.', inner: ['volunteers'] },
    { name: 'single marks', text: "The army put its 'iron fist' on show.", inner: ['iron fist'] },
    { name: 'curly single marks', text: 'Paris speaks of a ‘turning point’ in the war.', inner: ['turning point'] },
    {
      name: 'single inside double',
      text: '“They shouted ‘leave now’ at us,” he said.',
      inner: ['They shouted ‘leave now’ at us,', 'leave now'],
    },
    {
      name: 'plural possessive inside single marks',
      text: "It was 'the rebels' last stand', he wrote.",
      inner: ["the rebels' last stand"],
    },
    { name: 'spaced marks', text: 'He said " we will stay " again.', inner: ['we will stay'] },
    { name: 'over sentences', text: '"Go home. Stay there," he said.', inner: ['Go home. Stay there,'] },
    { name: 'in brackets', text: 'A name ("Bear") was given.', inner: ['Bear'] },
  ])('$name', ({ text, inner }) => {
    expect(find(text).map((quotation) => text.slice(quotation.inner.start, quotation.inner.end))).toEqual(inner);
  });

  test.each([
    { name: 'apostrophes', text: "The rebels' camp wasn't far from Kabul's edge." },
    { name: 'curly apostrophes', text: 'The rebels’ camp wasn’t far from Kabul’s edge.' },
    { name: 'inches', text: 'A 6" shell and a 12" gun were shown.' },
    { name: 'a decade', text: "Since the '90s and the '80s nothing changed." },
    { name: 'a mark that only closes', text: 'The talks failed.” They left.' },
    { name: 'nothing inside', text: 'An empty "" pair.' },
  ])('no quotation: $name', ({ text }) => {
    expect(find(text)).toEqual([]);
  });

  test('a quotation that goes on in the next paragraph stays open at the end of the first', () => {
    const text = '“They came at dawn. They took the cattle.\n\n“We have nothing left,” he said.';
    const found = find(text);
    expect(found.map(({ open }) => open)).toEqual([true, false]);
    expect(found.map(({ inner }) => text.slice(inner.start, inner.end))).toEqual([
      'They came at dawn. They took the cattle.',
      'We have nothing left,',
    ]);
  });

  test('a forgotten closing mark does not swallow the next quotation', () => {
    const text = '"We are ready, he said. Then he added: "Nobody helps us."';
    expect(find(text).map(({ inner }) => text.slice(inner.start, inner.end))).toEqual(['Nobody helps us.']);
  });

  test('spans hold the marks, ranges the words between them', () => {
    const text = 'He said "yes we can" twice.';
    const [quotation] = find(text);
    expect(quotation && text.slice(quotation.span.start, quotation.span.end)).toBe('"yes we can"');
    expect(
      quotation &&
        tokensOf(text)
          .slice(quotation.range.from, quotation.range.to)
          .map(({ form }) => form),
    ).toEqual(['yes', 'we', 'can']);
  });
});
