import { expect, test } from 'vitest';
import { findParagraphs } from './paragraphs.ts';

const wide = 'x'.repeat(60);

test.each([
  { name: 'one line', text: 'One line.', expected: ['One line.'] },
  { name: 'blank line', text: 'One.\n\nTwo.', expected: ['One.', 'Two.'] },
  { name: 'blank line with spaces', text: 'One.\n  \nTwo.', expected: ['One.', 'Two.'] },
  {
    name: 'lines ended on purpose',
    text: 'Short title\nAnother line that is long',
    expected: ['Short title', 'Another line that is long'],
  },
  { name: 'wrapped lines', text: `${wide}\nword ${wide.slice(6)}\nend.`, expected: 1 },
  { name: 'a line far wider than any wrapping', text: `Title\n${'word '.repeat(60)}`, expected: 2 },
  { name: 'nothing', text: '', expected: 0 },
])('$name', ({ text, expected }) => {
  const found = findParagraphs(text, []).map(({ start, end }) => text.slice(start, end).trim());
  if (typeof expected === 'number') expect(found).toHaveLength(expected);
  else expect(found).toEqual(expected);
});
