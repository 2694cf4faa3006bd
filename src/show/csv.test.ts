import { expect, test } from 'vitest';
import { csvLine } from './csv.ts';

test.each([
  { name: 'plain', values: ['a', 1, -2.5, null, true], line: 'a,1,-2.5,,true' },
  { name: 'separators', values: ['a,b', 'c"d', 'e\nf'], line: '"a,b","c""d","e\nf"' },
  { name: 'formulas', values: ['=1+1', '@x', '-3 people', '+49', 'a=b'], line: "'=1+1,'@x,'-3 people,'+49,a=b" },
])('$name', ({ values, line }) => {
  expect(csvLine(values)).toBe(`${line}\r\n`);
});
