import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../../../test/support/cases.ts';
import { exampleRecord } from '../../../test/support/example-record.ts';
import { exampleCase } from '../../../test/support/exports/example-case.ts';
import { exported, exportedLines } from '../../../test/support/exports/exported.ts';
import { type Schema, schemaObjections } from '../../../test/support/json-schema.ts';
import type { OpenedCase } from '../../store/index.ts';
import { xmlText } from '../xml-text.ts';

const EXAMPLE = exampleRecord();
const TEXTS: Schema = { type: 'array', items: { type: 'string', minLength: 1 } };

/** What the STIX 2.1 specification requires of each type we write (sections 3.1, 3.2, 4.5, 4.6, 4.8, 4.14, 5.1, 7.3). */
const STIX_REQUIRED: Readonly<Record<string, readonly string[]>> = {
  identity: ['name'],
  location: [],
  incident: ['name'],
  relationship: ['relationship_type', 'source_ref', 'target_ref'],
  opinion: ['opinion', 'object_refs'],
  'extension-definition': ['name', 'schema', 'version', 'extension_types'],
};
const STIX_COMMON: Schema = {
  type: 'object',
  required: ['type', 'spec_version', 'id', 'created', 'modified'],
  properties: {
    type: { enum: Object.keys(STIX_REQUIRED) },
    spec_version: { const: '2.1' },
    id: { type: 'string', pattern: '^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
    created: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
    modified: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
    confidence: { type: 'integer', minimum: 0, maximum: 100 },
    relationship_type: { type: 'string', pattern: '^[a-z0-9-]+$' },
    latitude: { type: 'number', minimum: -90, maximum: 90 },
    longitude: { type: 'number', minimum: -180, maximum: 180 },
    external_references: { type: 'array', items: { type: 'object', required: ['source_name'] } },
  },
};

/** Properties of FollowTheMoney's schemata that we fill. */
const FTM_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  PublicBody: ['name', 'country', 'summary'],
  Organization: ['name', 'country', 'summary'],
  LegalEntity: ['name', 'country', 'summary'],
  Person: ['name', 'country', 'summary'],
  Article: ['title', 'publisher', 'sourceUrl', 'publishedAt', 'language', 'contentHash'],
  Event: ['name', 'summary', 'startDate', 'endDate', 'country', 'location', 'organizer', 'involved', 'proof'],
  Membership: ['member', 'organization', 'role', 'proof', 'date', 'summary'],
  UnknownLink: ['subject', 'object', 'role', 'proof', 'date', 'summary'],
};

/** Tags of XML in order, checked to be closed in turn; entities and characters checked as XML 1.0 has them. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const body = xml.replace(/^<\?xml [^?]*\?>\n/, '');
  for (const [, text = '', tag = ''] of body.matchAll(/([^<]*)(<[^>]*>|$)/g)) {
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text + tag)) return false;
    if (tag.startsWith('</')) {
      if (open.pop() !== tag.slice(2, -1)) return false;
    } else if (tag !== '' && !tag.endsWith('/>')) open.push(/^<([a-z]+)/.exec(tag)?.[1] ?? '');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 does not allow
  return open.length === 0 && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml);
}

onBothDatabases('graphs', ({ newCase }) => {
  let db: OpenedCase;
  beforeAll(async () => {
    db = await exampleCase(newCase().location);
  });
  afterAll(() => db.close());

  describe.each(['events', 'incidents'] as const)('of %s', (unit) => {
    test('GraphML is well formed, and its edges join nodes it has', async () => {
      const xml = await exported(db, { format: 'graphml', unit });
      expect(wellFormed(xml)).toBe(true);
      const { document } = parseHTML(xml);
      const ids = [...document.querySelectorAll('node')].map((node) => node.getAttribute('id'));
      const edges = [...document.querySelectorAll('edge')];
      expect(edges.length).toBeGreaterThan(2);
      for (const edge of edges) {
        expect(ids).toContain(edge.getAttribute('source'));
        expect(ids).toContain(edge.getAttribute('target'));
      }
      const edgeIds = edges.map((edge) => edge.getAttribute('id'));
      expect(new Set(edgeIds).size).toBe(edgeIds.length);
    });

    test('STIX objects have what the specification requires, and refer to objects of the bundle', async () => {
      const { type, id, objects } = JSON.parse(await exported(db, { format: 'stix', unit, withUnactual: true }));
      expect([type, id]).toEqual(['bundle', expect.stringMatching(/^bundle--/)]);
      const ids: string[] = objects.map((object: { id: string }) => object.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const object of objects) {
        const required = [...(STIX_COMMON.required ?? []), ...(STIX_REQUIRED[object.type] ?? ['no such type'])];
        expect(schemaObjections(object, { ...STIX_COMMON, required })).toEqual([]);
        expect(object.id.startsWith(`${object.type}--`)).toBe(true);
        const refs = [object.source_ref, object.target_ref, object.created_by_ref, ...(object.object_refs ?? [])];
        for (const ref of refs) if (ref !== undefined) expect(ids).toContain(ref);
        if (object.type === 'location') expect(object.country ?? object.latitude).toBeDefined();
      }
    });

    test('FollowTheMoney entities have known properties, and refer to entities of the file', async () => {
      const lines = await exportedLines(db, { format: 'ftm', unit, withUnactual: true });
      const ids = lines.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { schema, properties } of lines) {
        const known = FTM_PROPERTIES[String(schema)] ?? [];
        const fields = Object.fromEntries(known.map((name) => [name, TEXTS]));
        expect(schemaObjections(properties, { type: 'object', additionalProperties: false, properties: fields })).toEqual([]);
        for (const [name, values] of Object.entries(properties as Readonly<Record<string, readonly string[]>>))
          if (['organizer', 'involved', 'proof', 'member', 'organization', 'subject', 'object'].includes(name))
            for (const value of values) expect(ids).toContain(value);
      }
    });
  });

  test('a tie that is only claimed is no FollowTheMoney link unless asked for', async () => {
    const links = async (withUnactual: boolean) =>
      (await exportedLines(db, { format: 'ftm', withUnactual })).filter(({ schema }) => schema === 'UnknownLink').length;
    expect(await links(false)).toBe(2);
    expect(await links(true)).toBe(4);
  });

  test('annotations quote the text at their code points', async () => {
    const lines = await exportedLines(db, { format: 'annotations', filter: { document: [EXAMPLE.document.id] } });
    expect(lines.length).toBeGreaterThan(20);
    const points = [...EXAMPLE.document.text];
    for (const line of lines) {
      expect(line).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' });
      const { selector } = line.target as { selector: readonly [{ start: number; end: number }, { exact: string }] };
      expect(points.slice(selector[0].start, selector[0].end).join('')).toBe(selector[1].exact);
    }
    const ids = lines.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test.each([
  { name: 'markup', text: `<a b="c">'&`, xml: '&lt;a b=&quot;c&quot;&gt;&apos;&amp;' },
  { name: 'line ends', text: 'a\tb\r\nc', xml: 'a&#9;b&#13;&#10;c' },
  { name: 'what XML cannot hold', text: 'a\u0000\u202e\uffff\ud800b', xml: 'a\ufffd\ufffd\ufffd\ufffdb' },
  { name: 'a ship', text: '\u{1f6a2}', xml: '\u{1f6a2}' },
])('XML text: $name', ({ text, xml }) => {
  expect(xmlText(text)).toBe(xml);
});
