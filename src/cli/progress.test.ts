import { expect, test } from 'vitest';
import { progressLine, showProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

test.each([
  { name: 'at once', state: { done: 1, failed: 0, part: 0.5 }, seconds: 0.1, line: '1 documents' },
  {
    name: 'rate and time left',
    state: { done: 1200, failed: 0, part: 0.25 },
    seconds: 60,
    line: '1,200 documents, 20.0 a second, 3 min left',
  },
  {
    name: 'failures',
    state: { done: 30, failed: 2, part: 0.5 },
    seconds: 10,
    line: '30 documents, 3.0 a second, 2 failed, 10 s left',
  },
  { name: 'of unknown length', state: { done: 30, failed: 0, part: null }, seconds: 10, line: '30 documents, 3.0 a second' },
  { name: 'hours', state: { done: 100, failed: 0, part: 0.01 }, seconds: 100, line: '100 documents, 1.0 a second, 2.8 h left' },
])('$name', ({ state, seconds, line }) => {
  expect(progressLine(state, 'documents', seconds)).toBe(line);
});

test('is shown a few times a second only', () => {
  const shown: (string | null)[] = [];
  const terminal: Terminal = {
    write: async () => {},
    report: () => {},
    note: () => {},
    progress: (line) => shown.push(line),
    width: 80,
    exitCode: 0,
  };
  let time = 0;
  const show = showProgress(terminal, 'documents', () => time);
  for (let done = 1; done <= 100; done++) {
    time += 10;
    show({ done, failed: 0, part: null });
  }
  expect(shown).toHaveLength(5);
});
