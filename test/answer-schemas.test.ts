import { expect, test } from 'vitest';
import { keptAnswerSchemas, makeAnswerSchemas } from '../tools/answer-schemas.ts';

test('the description of answers is that of their types (npm run api writes it anew)', { timeout: 60_000 }, () => {
  expect(keptAnswerSchemas()).toBe(makeAnswerSchemas());
});
