import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleCase } from '../../../test/support/exports/example-case.ts';
import { exportedLines } from '../../../test/support/exports/exported.ts';
import { type Schema, schemaObjections } from '../../../test/support/json-schema.ts';
import { EVENT_TYPES } from '../../codebook/index.ts';
import type { OpenedCase } from '../../store/index.ts';

const DAY: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const ENTITY: Schema = {
  type: 'object',
  required: ['code', 'sector', 'entity_text'],
  properties: { code: { type: 'string', pattern: '^([A-Z]{3})?$' }, sector: { type: 'string', pattern: '^[A-Z]{3}$' } },
};

/** Fields of the PLOVER manual (draft 2.0): those it requires, and of the others the kinds of their values. */
const SCHEMA: Schema = {
  type: 'object',
  required: ['id', 'date', 'actor', 'event'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', minLength: 1 },
    date: DAY,
    enddate: DAY,
    actor: { type: 'array', items: ENTITY },
    recipient: { type: 'array', items: ENTITY },
    event: { enum: EVENT_TYPES },
    mode: { type: 'array', items: { type: 'string' } },
    context: { type: 'array', items: { type: 'string' } },
    quad_code: { enum: [1, 2, 3, 4] },
    event_scale: { type: 'number', minimum: -10, maximum: 10 },
    event_loc: { type: 'array', items: { type: 'object', required: ['extracted_place', 'resolved_place'] } },
    event_text: { type: 'string' },
    text: { type: 'string' },
    text_info: { type: 'object', required: ['start', 'end'] },
    size: { type: 'object', additionalProperties: { type: 'number' } },
    cite_info: { type: 'object', additionalProperties: { type: 'string' } },
    coder: { type: 'string' },
    comment: { type: 'string' },
  },
};

onBothDatabases('PLOVER', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await exampleCase(newCase().location);
  });
  afterAll(() => db.close());

  test.each(['events', 'incidents'] as const)('%s have the fields of the manual', async (unit) => {
    const lines = await exportedLines(db, { format: 'plover', unit, withUnactual: true });
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.flatMap((line) => schemaObjections(line, SCHEMA))).toEqual([]);
  });

  test('what only is planned, and how many were killed, is said where it can be', async () => {
    const lines = await exportedLines(db, { format: 'plover', withUnactual: true });
    expect(lines.find(({ id }) => String(id).endsWith('#ev-8'))).toMatchObject({ event: 'CONSULT', mode: ['future'] });
    expect(lines.find(({ id }) => String(id).endsWith('#ev-1'))).toMatchObject({ size: { dead: 12 } });
  });
});
