import type { CaseRecord, RecordBounds, RecordClaim, RecordEvent, RecordTie } from '../../api/index.ts';
import type { ActorKind, EventType, Mode, Stance, Status, TieKind } from '../../codebook/index.ts';

/** Small records made by hand, for tests of linking. */

const DAY = '2017-02-18';
const SPAN = { start: 0, end: 4, text: 'text' };

interface EventParts {
  readonly type: EventType;
  readonly modes?: readonly Mode[];
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  readonly day?: string;
  readonly status?: Status;
  readonly harm?: Readonly<Record<string, RecordBounds>>;
}

/** An event of one day. */
export function event(
  id: string,
  { type, modes = [], actors = [], recipients = [], day, status = 'actual', harm }: EventParts,
): RecordEvent {
  return {
    id,
    type,
    modes,
    contexts: [],
    actors,
    recipients,
    places: [],
    time: day === undefined ? null : { start: day, end: day, span: SPAN },
    status,
    score: 0,
    harm: harm ?? null,
    trigger: { start: 0, end: 8, text: 'shelling' },
    evidence: { start: 0, end: 40, text: 'Shelling across the border on Friday.' },
    claims: [],
    sameAs: [],
    confidence: 0.9,
  };
}

/** A claim whose content holds the given events. */
export function claim(id: string, speaker: string, stance: Stance, events: readonly string[]): RecordClaim {
  return {
    id,
    speaker,
    speakerSpan: SPAN,
    stance,
    addressee: null,
    content: SPAN,
    condition: null,
    events,
    quoted: false,
    cue: null,
    evidence: SPAN,
  };
}

/** A tie between two actors. */
export function tie(
  from: string,
  kind: TieKind,
  to: string,
  { attributedTo = null, deniedBy = [] }: { readonly attributedTo?: string | null; readonly deniedBy?: readonly string[] } = {},
): RecordTie {
  return { from, to, kind, evidence: SPAN, attributedTo, deniedBy };
}

/** The record of one report; ids that look like states and organs are those, others armed groups. */
export function caseRecord(
  id: string,
  events: readonly RecordEvent[],
  claims: readonly RecordClaim[],
  ties: readonly RecordTie[] = [],
  published: string = DAY,
): CaseRecord {
  const actors = new Set([
    ...events.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
    ...claims.flatMap(({ speaker }) => speaker ?? []),
  ]);
  return {
    schema: 'lapwing/1',
    versions: { lapwing: '0', model: '0', lexicon: '0', knowledge: '0' },
    document: {
      id,
      externalId: null,
      title: null,
      source: `Outlet ${id}`,
      url: null,
      published,
      publishedBasis: 'given',
      publishedEvidence: [],
      language: 'en',
      text: 'text',
    },
    actors: [...actors].map((actor) => ({
      id: actor,
      name: actor.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
      kind: kindOf(actor),
      country: countryOf(actor),
      sector: null,
      aliases: [],
      mentions: [],
    })),
    places: [],
    events,
    claims,
    ties,
    figures: [],
    times: [],
  };
}

function kindOf(actor: string): ActorKind {
  if (actor.endsWith(':MIL')) return 'military';
  if (actor.endsWith(':CVL')) return 'people';
  if (actor.includes(':')) return 'government';
  return /^[A-Z]{3}$/.test(actor) ? 'state' : 'armed-group';
}

function countryOf(actor: string): string | null {
  return /^[A-Z]{3}(?::|$)/.test(actor) ? actor.slice(0, 3) : null;
}
