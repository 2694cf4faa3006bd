import { expect, test } from 'vitest';
import { exampleRecord } from '../../test/support/example-record.ts';
import type { TraceStep } from '../document/index.ts';
import { rulesOf } from './rules-of.ts';

const record = exampleRecord();
const [event] = record.events;
const [claim] = record.claims;
const [tie] = record.ties;
if (!event || !claim || !tie) throw new Error('the example has none');
const actor = event.actors[0] ?? '';
const step = (stage: string, span: { readonly start: number; readonly end: number }, reason: string): TraceStep => ({
  ...{ stage, rule: `${stage}/rule`, outcome: 'coded', reason },
  span: { start: span.start, end: span.end },
});

test('an entry has the steps about its words and about its parties there', () => {
  const rules = rulesOf(record, [
    step('events', event.trigger, 'the frame fits'),
    step('actors', event.evidence, `stands for ${actor}`),
    step('actors', event.evidence, 'stands for somebody-else'),
    step('claims', claim.cue ?? claim.content, 'accuses'),
    step('ties', tie.evidence, 'opposes'),
    step('published', event.trigger, 'of no entry'),
  ]);
  expect(rules[event.id]?.map(({ stage, reason }) => [stage, reason])).toEqual([
    ['events', 'the frame fits'],
    ['actors', `stands for ${actor}`],
  ]);
  expect(rules[event.id]?.[0]?.words).toBe(event.trigger.text);
  expect(rules[claim.id]?.some(({ reason }) => reason === 'accuses')).toBe(true);
  expect(rules.t1?.some(({ reason }) => reason === 'opposes')).toBe(true);
  expect(Object.keys(rules)).toHaveLength(record.events.length + record.claims.length + record.ties.length);
});

test('an entry whose words no step is about has none', () => {
  expect(rulesOf(record, [])[event.id]).toEqual([]);
});
