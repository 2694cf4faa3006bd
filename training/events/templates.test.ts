import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { expand, type Fillers, readFillers, readTemplates, type Template } from './templates.ts';

const FOLDER = 'training/events/templates';

function template(pattern: string): Template {
  return { id: 'test:1', plover: 'AID', cameo: 'AID', pattern };
}

const FILLERS: Fillers = new Map([
  ['actor', ['the envoy']],
  ['other', ['a {dem} aide']],
  ['dem', ['Irish']],
]);

describe('expanding a pattern', () => {
  test.each([
    ['!{A} (met|met) {B.other}', 'The envoy met an Irish aide'],
    ['![A (one|one) (x|x)] , saw {B}', 'One x, saw the envoy'],
    ['!{A} went(| ) to [B a old town]', 'The envoy went to an old town'],
  ])('%s', (pattern, text) => {
    const sentence = expand(template(pattern), FILLERS, seededRandom(3));
    expect(sentence?.text).toBe(text);
  });

  test('spans hold the parties', () => {
    const sentence = expand(template('!at noon {A} met {B.other}'), FILLERS, seededRandom(3));
    const cut = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => sentence?.text.slice(start, end));
    expect(cut(sentence?.source ?? [])).toEqual(['the envoy']);
    expect(cut(sentence?.target ?? [])).toEqual(['an Irish aide']);
  });

  test('a party may not meet itself', () => {
    expect(expand(template('!{A} met {B}'), FILLERS, seededRandom(3))).toBeNull();
  });

  test('an unknown slot names the line', () => {
    expect(() => expand(template('!{A} met {nobody}'), FILLERS, seededRandom(3))).toThrow('test:1: no filler for {nobody}');
  });
});

test('every pattern gives a sentence with both parties', () => {
  const fillers = readFillers(`${FOLDER}/fillers.tsv`);
  for (const each of readTemplates(FOLDER)) {
    const random = seededRandom(11);
    const sentences = Array.from({ length: 6 }, () => expand(each, fillers, random)).filter((sentence) => sentence !== null);
    expect(sentences.length, each.id).toBeGreaterThan(0);
    for (const { source, target } of sentences) expect(Math.min(source.length, target.length), each.id).toBe(1);
  }
});
