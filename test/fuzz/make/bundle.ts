import { exampleRecord } from '../../support/example-record.ts';
import { hostileRecord } from '../../support/hostile-record.ts';
import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';
import { makeDecisions } from './decisions.ts';
import { twisted } from './json.ts';

const FACTS = {
  external_id: null,
  title: 'A',
  source: 'B',
  url: null,
  published: '2016-03-05',
  published_basis: 'given',
  language: 'en',
};
const VERSIONS = { lapwing: '0.1.0', model: 'none', lexicon: 'none', knowledge: 'none' };
const AT = '2026-11-23T12:00:00.000Z';
const RECORDS = [exampleRecord(), hostileRecord()];

/** A bundle of one or two reports with decisions about them; some of its values changed, some of its bytes. */
export function makeBundle(chance: Chance): Uint8Array {
  const records = chance.is(0.5) ? RECORDS : RECORDS.slice(0, 1);
  const decisions = makeDecisions(chance, chance.size(0, 5));
  const lines: unknown[] = [
    { schema: 'lapwing-bundle/1' },
    { setting: { name: 'colour', value: 'green' } },
    { run: { kind: 'add', ...VERSIONS, host: 'h', process: 1, started_at: AT, ended_at: AT, counts: '{}' } },
    ...records.map((record) => ({
      document: {
        id: record.document.id,
        length: record.document.text.length,
        added_at: AT,
        fingerprint: 'f',
        ...FACTS,
        ...VERSIONS,
      },
      sources: [{ fingerprint: 'f', ...FACTS, reading: '{"zones":[],"givenEntities":null}', added_at: AT }],
      records: [{ madeAt: AT, run: 1, inForce: true, record }],
    })),
    ...decisions.map(({ byWhom, what, ...decision }) => ({
      decision: { ...decision, by_whom: byWhom, what: JSON.stringify(what) },
    })),
    { end: { documents: records.length, decisions: decisions.length } },
  ];
  const changed = lines.map((line) => (chance.is(0.2) ? twisted(chance, line) : line));
  const bytes = Buffer.from(`${changed.map((line) => JSON.stringify(line)).join('\n')}\n`, 'utf8');
  return chance.is(0.1) ? damage(chance, bytes) : bytes;
}
