import { describe, expect, test } from 'vitest';
import type { RecordSpan } from '../api/index.ts';
import type { Span } from '../base/index.ts';
import type { Claim, Coded, CodedEvent } from '../code/index.ts';
import type { Entity, Mention } from '../resolve/index.ts';
import { toRecord } from './record.ts';

const TEXT = 'The navy said rebels shelled Veldra on Monday, killing 4 men.';
const VERSIONS = { lapwing: '1', model: 'm', lexicon: 'l', knowledge: 'k' };

function at(words: string): Span {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function entity(id: string): Entity {
  return { id, name: id, kind: 'unknown', country: null, sector: null, aliases: [] };
}

function mention(words: string, ...entities: string[]): Mention {
  return { span: at(words), range: { from: 0, to: 1 }, head: 0, form: 'name', entities, basis: 'test' };
}

const EVENT: CodedEvent = {
  id: 'e1',
  type: 'ASSAULT',
  modes: ['heavy-weapons'],
  contexts: ['military'],
  actors: ['rebels'],
  recipients: [],
  places: ['text:veldra'],
  time: { start: '2017-02-20', end: '2017-02-20', span: at('Monday') },
  status: 'alleged',
  harm: { killed: { low: 4, high: 4 } },
  trigger: at('shelled'),
  sentence: { start: 0, end: TEXT.length },
  evidence: [{ role: 'trigger', span: at('shelled'), rule: 'assault/shell' }],
  claims: ['c1'],
  sameAs: [],
  confidence: 1 / 3,
};

const CLAIM: Claim = {
  id: 'c1',
  speaker: 'VEL:MIL',
  speakerSpan: at('The navy'),
  stance: 'accuses',
  addressee: null,
  content: at('rebels shelled Veldra on Monday'),
  condition: null,
  quoted: false,
  cue: at('said'),
  sentence: { start: 0, end: TEXT.length },
  rule: 'say',
};

const CODED: Coded = {
  id: 'sha',
  externalId: 'x',
  title: null,
  source: 'S',
  url: null,
  published: '2017-02-21',
  publishedBasis: 'given',
  publishedEvidence: [],
  language: 'en',
  text: TEXT,
  zones: [],
  givenEntities: null,
  tokens: [],
  sentences: [],
  quotations: [],
  names: [],
  entities: [entity('VEL:MIL'), entity('rebels'), entity('bystander'), entity('sponsor'), entity('men')],
  mentions: [mention('The navy', 'VEL:MIL'), mention('rebels', 'rebels'), mention('men', 'men', 'rebels')],
  dates: [
    {
      span: at('Monday'),
      range: { from: 0, to: 1 },
      start: '2017-02-20',
      end: '2017-02-20',
      granularity: 'day',
      basis: 'inferred',
      rule: 'weekday',
    },
  ],
  placeMentions: [],
  places: [
    { id: 'text:veldra', name: 'Veldra', kind: 'unknown', precision: null, country: null, latitude: null, longitude: null },
    {
      id: 'text:elsewhere',
      name: 'Elsewhere',
      kind: 'unknown',
      precision: null,
      country: null,
      latitude: null,
      longitude: null,
    },
  ],
  figures: [
    { span: at('4 men'), range: { from: 0, to: 1 }, low: 4, high: 4, approximate: false, of: 'killed', anchor: 0 },
    { span: at('Monday'), range: { from: 0, to: 1 }, low: 1, high: null, approximate: false, of: 'day', anchor: 0 },
  ],
  events: [EVENT],
  claims: [CLAIM],
  ties: [
    { from: 'rebels', to: 'VEL:MIL', kind: 'opposes', span: at('rebels'), attributedTo: 'sponsor', deniedBy: [], rule: 't' },
  ],
  figureEvents: ['e1'],
};

const RECORD = toRecord(CODED, VERSIONS);

function spansIn(value: unknown): readonly RecordSpan[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'text' in value && 'end' in value ? [value as RecordSpan] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

describe('the record', () => {
  test('every span holds the text it points at', () => {
    const spans = spansIn({ ...RECORD, document: null });
    expect(spans.length).toBeGreaterThan(12);
    for (const { start, end, text } of spans) expect(TEXT.slice(start, end)).toBe(text);
  });

  test('actors are those mentioned or used, with their mentions', () => {
    expect(RECORD.actors.map(({ id, mentions }) => [id, ...mentions.map(({ text }) => text)])).toEqual([
      ['VEL:MIL', 'The navy'],
      ['rebels', 'rebels', 'men'],
      ['sponsor'],
      ['men', 'men'],
    ]);
  });

  test('places are those mentioned or used', () => {
    expect(RECORD.places.map(({ id }) => id)).toEqual(['text:veldra']);
  });

  test('events carry their score, their claims and a rounded confidence', () => {
    expect(RECORD.events).toMatchObject([
      { id: 'e1', score: -9.5, claims: ['c1'], confidence: 0.3333, trigger: { text: 'shelled' } },
    ]);
  });

  test('claims name the events inside them', () => {
    expect(RECORD.claims).toMatchObject([{ id: 'c1', events: ['e1'], speakerSpan: { text: 'The navy' } }]);
  });

  test('figures name their event or none', () => {
    expect(RECORD.figures.map(({ of, event }) => [of, event])).toEqual([
      ['killed', 'e1'],
      ['day', null],
    ]);
  });

  test('the document is as it was read', () => {
    expect(RECORD.document).toEqual({
      id: 'sha',
      externalId: 'x',
      title: null,
      source: 'S',
      url: null,
      published: '2017-02-21',
      publishedBasis: 'given',
      publishedEvidence: [],
      language: 'en',
      text: TEXT,
    });
  });

  test('a span outside the text is a broken promise', () => {
    const events = [{ ...EVENT, trigger: { start: 3, end: 900 } }];
    expect(() => toRecord({ ...CODED, events }, VERSIONS)).toThrow(RangeError);
  });
});
