import { expect, test } from 'vitest';
import { areCopies, copySignature } from './near-copies.ts';

const WIRE = `Gunmen on motorbikes opened fire on a police post near the river crossing late on Tuesday and fled towards the hills,
the district chief said. Two officers died on the spot and a third was taken to hospital with wounds to the chest. No group has said
it was behind the attack, the second on the road this month. Shops stayed closed on Wednesday while soldiers searched houses on both
banks, and the ferry was stopped until further notice.`;
const EDITED = WIRE.replace('late on Tuesday', 'on Tuesday night').replace(
  ', and the ferry was stopped until further notice',
  '',
);
const OTHER = `Gunmen killed two officers at a police post by the river, our reporter says. Residents heard an hour of shooting. The
district chief blamed smugglers, whose boats were burned last week, and promised a reward. A hospital doctor said a wounded constable was
out of danger by the morning. The ferry did not run.`;

test('agency copy with other cuts is a copy; another report of the same is not', () => {
  expect(areCopies(copySignature(WIRE), copySignature(EDITED))).toBe(true);
  expect(areCopies(copySignature(WIRE), copySignature(`  ${WIRE.toUpperCase()}!`))).toBe(true);
  expect(areCopies(copySignature(WIRE), copySignature(OTHER))).toBe(false);
});

test.each(['', ' ', '!!', 'one', 'one two three'])('a text of almost nothing ("%s") has a signature', (text) => {
  expect(copySignature(text)).toEqual(copySignature(text));
  expect(copySignature(text)).toHaveLength(64);
});
