import type { CaseRecord, EventType, RecordEvent, Status } from '../../src/api/index.ts';
import { textId } from '../../src/base/index.ts';

const TYPES: readonly EventType[] = ['ASSAULT', 'ACCUSE', 'CONSULT', 'AID', 'COERCE', 'REJECT', 'AGREE', 'PROTEST'];
const STATUSES: readonly Status[] = ['actual', 'actual', 'alleged', 'denied', 'threatened', 'ongoing'];
const PARTIES = ['PAK', 'AFG', 'IND', 'IRN', 'TJK', 'UZB'] as const;

/** A record of a report made of nothing but short sentences, with an event for each: for measuring with more of them than any report has.
 * The same number gives the same record. */
export function syntheticRecord(number: number, events: number): CaseRecord {
  const sentences = Array.from({ length: events }, (_, index) => `Event ${number}-${index} was told in one line.`);
  const text = sentences.join('\n');
  const day = new Date(Date.UTC(2016, 0, 1 + ((number * 7) % 900))).toISOString().slice(0, 10);
  let at = 0;
  const spans = sentences.map((sentence) => {
    const start = at;
    at += sentence.length + 1;
    return { start, end: start + sentence.length, text: sentence };
  });
  return {
    schema: 'lapwing/1',
    versions: { lapwing: 'test', model: 'test', lexicon: 'test', knowledge: 'test' },
    document: {
      id: textId(text),
      externalId: null,
      title: `Report ${number}`,
      source: `Outlet ${number % 9}`,
      url: null,
      published: day,
      publishedBasis: 'given',
      publishedEvidence: [],
      language: 'en',
      text,
    },
    actors: PARTIES.map((id) => ({ id, name: id, kind: 'state', country: id, sector: null, aliases: [], mentions: [] })),
    places: [],
    events: spans.map((span, index) => syntheticEvent(number * events + index, index, day, span)),
    claims: [],
    ties: [],
    figures: [],
    times: [],
  };
}

function syntheticEvent(nth: number, index: number, day: string, evidence: RecordEvent['evidence']): RecordEvent {
  const { start } = evidence;
  const from = PARTIES[nth % PARTIES.length] ?? 'PAK';
  const to = PARTIES[(nth + 1 + (nth % 3)) % PARTIES.length] ?? 'AFG';
  return {
    id: `e${index + 1}`,
    type: TYPES[nth % TYPES.length] ?? 'ASSAULT',
    modes: [],
    contexts: [],
    actors: [from],
    recipients: from === to ? [] : [to],
    places: [],
    time: { start: day, end: day, span: null },
    status: STATUSES[nth % STATUSES.length] ?? 'actual',
    score: -3,
    harm: null,
    trigger: { start, end: start + 5, text: 'Event' },
    evidence,
    claims: [],
    sameAs: [],
    confidence: 0.5,
  };
}
