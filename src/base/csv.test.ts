import { expect, test } from 'vitest';
import { csvLine, tsvLine } from './csv.ts';

test.each([
  { name: 'plain', values: ['a', 1, -2.5, null, true], line: 'a,1,-2.5,,true' },
  { name: 'separators', values: ['a,b', 'c"d', 'e\nf'], line: '"a,b","c""d","e\nf"' },
  { name: 'formulas', values: ['=1+1', '@x', '-3 people', '+49', 'a=b'], line: "'=1+1,'@x,'-3 people,'+49,a=b" },
  { name: 'formulas after white space or in wide letters', values: ['\t=1', '\r=1', '＝1'], line: `'\t=1,"'\r=1",'＝1` },
  { name: 'what reorders or hides', values: ['a\u202eb', '\u0000=1', 'c\ud800'], line: 'a\ufffdb,\ufffd=1,c\ufffd' },
])('CSV: $name', ({ values, line }) => {
  expect(csvLine(values)).toBe(`${line}\r\n`);
});

test.each([
  { name: 'plain', values: ['a', 1, null, 'b"c'], missing: 'None', line: 'a\t1\tNone\tb"c' },
  { name: 'separators', values: ['a\tb', 'c\r\nd', 'e\u2028f'], missing: '', line: 'a b\tc d\te f' },
  { name: 'formulas', values: ['=1', '-a', -1], missing: '', line: "'=1\t'-a\t-1" },
])('TSV: $name', ({ values, missing, line }) => {
  expect(tsvLine(values, missing)).toBe(`${line}\n`);
});
