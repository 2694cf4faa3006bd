import { expect, test } from 'vitest';
import { withPlainOrder } from './ddl.ts';

test.each([
  {
    name: 'columns',
    given: 'a text not null, b text, c text)',
    plain: 'a text collate "C" not null, b text collate "C", c text collate "C")',
  },
  { name: 'a column of that name', given: 'text text not null', plain: 'text text collate "C" not null' },
  { name: 'a key', given: '(name text primary key)', plain: '(name text collate "C" primary key)' },
  { name: 'nothing else', given: 'create index x on y (text)', plain: 'create index x on y (text)' },
])('$name', ({ given, plain }) => {
  expect(withPlainOrder(given)).toBe(plain);
});
