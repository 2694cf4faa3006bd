import { type CaseRecord, type EventType, type RecordEvent, STANCES, type Status, TIE_KINDS } from '../../src/api/index.ts';
import { textId } from '../../src/base/index.ts';

const TYPES: readonly EventType[] = ['ASSAULT', 'ACCUSE', 'CONSULT', 'AID', 'COERCE', 'REJECT', 'AGREE', 'PROTEST'];
const STATUSES: readonly Status[] = ['actual', 'actual', 'alleged', 'denied', 'threatened', 'ongoing'];
/** Places that each report names. */
const PLACES = 60;
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
    places: placesOf(),
    events: spans.map((span, index) => syntheticEvent(number * events + index, index, day, span)),
    claims: spans.flatMap((span, index) => (index % 5 === 0 ? [syntheticClaim(number + index, index, span)] : [])),
    ties: spans.slice(0, 1).map((evidence) => ({
      from: PARTIES[number % PARTIES.length] ?? 'PAK',
      to: PARTIES[(number + 1 + (number % 4)) % PARTIES.length] ?? 'AFG',
      kind: TIE_KINDS[number % TIE_KINDS.length] ?? 'allied',
      ...{ evidence, attributedTo: number % 3 === 0 ? 'IRN' : null, deniedBy: number % 11 === 0 ? ['UZB'] : [] },
    })),
    figures: [],
    times: [],
  };
}

/** Towns on a grid, those that the events of a report can be at. */
function placesOf(): CaseRecord['places'] {
  return Array.from({ length: PLACES }, (_, at) => ({
    ...{ id: `place-${at}`, name: `Town ${at}`, kind: at % 7 === 0 ? 'region' : 'city', country: 'PAK' },
    ...{ latitude: 24 + (at % 10), longitude: 62 + Math.floor(at / 10) * 1.5, mentions: [] },
  }));
}

function syntheticClaim(nth: number, index: number, evidence: RecordEvent['evidence']): CaseRecord['claims'][number] {
  return {
    id: `c${index + 1}`,
    speaker: PARTIES[(nth + 2) % PARTIES.length] ?? 'IND',
    speakerSpan: null,
    stance: STANCES[nth % STANCES.length] ?? 'asserts',
    addressee: null,
    content: evidence,
    condition: null,
    events: [`e${index + 1}`],
    quoted: false,
    cue: null,
    evidence,
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
    places: [`place-${nth % PLACES}`],
    time: { start: day, end: day, span: null },
    status: STATUSES[nth % STATUSES.length] ?? 'actual',
    score: -3,
    harm: null,
    trigger: { start, end: start + 5, text: 'Event' },
    evidence,
    claims: index % 5 === 0 ? [`c${index + 1}`] : [],
    sameAs: [],
    confidence: 0.5,
  };
}
