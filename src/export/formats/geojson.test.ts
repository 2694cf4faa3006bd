import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleCase } from '../../../test/support/exports/example-case.ts';
import { exported } from '../../../test/support/exports/exported.ts';
import { type Schema, schemaObjections } from '../../../test/support/json-schema.ts';
import type { OpenedCase } from '../../store/index.ts';

const POSITION: Schema = { type: 'array', items: { type: 'number', minimum: -180, maximum: 180 } };

/** RFC 7946, sections 3 and 7, as far as points go. */
const SCHEMA: Schema = {
  type: 'object',
  required: ['type', 'features'],
  additionalProperties: false,
  properties: {
    type: { const: 'FeatureCollection' },
    features: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'geometry', 'properties'],
        properties: {
          type: { const: 'Feature' },
          id: { type: 'string' },
          properties: { type: 'object', required: ['status', 'type', 'sources', 'precision'] },
          geometry: {
            anyOf: [
              { type: 'null' },
              {
                type: 'object',
                required: ['type', 'coordinates'],
                properties: { type: { const: 'Point' }, coordinates: POSITION },
              },
              {
                type: 'object',
                required: ['type', 'coordinates'],
                properties: { type: { const: 'MultiPoint' }, coordinates: { type: 'array', items: POSITION } },
              },
            ],
          },
        },
      },
    },
  },
};

onBothDatabases('GeoJSON', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await exampleCase(newCase().location);
  });
  afterAll(() => db.close());

  test.each(['events', 'incidents'] as const)('%s are features', async (unit) => {
    const read = JSON.parse(await exported(db, { format: 'geojson', unit }));
    expect(schemaObjections(read, SCHEMA)).toEqual([]);
    expect(read.features.length).toBeGreaterThan(1);
  });

  test('positions are longitude, latitude', async () => {
    const read = JSON.parse(await exported(db, { format: 'geojson', unit: 'events', filter: { place: ['karsa'] } }));
    expect(read.features[0].geometry).toEqual({ type: 'Point', coordinates: [-3.2, 54.31] });
  });

  test('nothing is an empty collection', async () => {
    const none = await exported(db, { format: 'geojson', unit: 'events', filter: { from: '2030-01-01' } });
    expect(JSON.parse(none)).toEqual({ type: 'FeatureCollection', features: [] });
  });
});
