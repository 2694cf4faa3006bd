import type { EventType, Mode, Quad, Stance, Status, TieKind } from '../codebook/index.ts';
import type {
  CaseActor,
  CaseActorName,
  CaseClaim,
  CaseDocument,
  CaseDocumentName,
  CaseEvent,
  CasePlaceName,
  CaseToldTie,
} from './case.ts';
import type { CaseDecision, RejectedEntry, ReviewMark } from './decision.ts';
import type { CaseRecord, RecordBounds, RecordSpan } from './record.ts';

/** One page of a list. */
export interface ListAnswer<Item> {
  readonly items: readonly Item[];
  /** How many there are on all pages. */
  readonly total: number;
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/** One event of one report that tells a happening, with its words. */
export interface TellingLine {
  /** `DOCUMENT#EVENT`. */
  readonly id: string;
  readonly document: CaseDocumentName;
  readonly type: EventType;
  readonly status: Status;
  readonly quote: RecordSpan;
  /** Who vouches for it, where the report only quotes somebody. */
  readonly voices: readonly VoiceName[];
}

/** Who says something: a party, or the words a report has for a speaker it does not name. */
export interface VoiceName {
  readonly id: string | null;
  readonly name: string;
}

/** A kind of harm over all tellings. */
export interface IncidentHarmView {
  readonly low: number | null;
  /** What most independent reports give last. */
  readonly best: number | null;
  /** Null where nobody bounds it. */
  readonly high: number | null;
  readonly told: readonly (RecordBounds & { readonly telling: string })[];
}

/** What many reports' events are about, once, with the names that go with its ids; `GET /api/incidents`. What is no happening (a threat,
 * a demand, a plan) is listed too, each for itself under the id of its event, so that lanes and ribbons can draw it. */
export interface CaseIncident {
  readonly id: string;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly quad: Quad;
  /** PLOVER conflict-cooperation score. */
  readonly score: number;
  readonly status: Status;
  /** Whether some telling denies what another tells. */
  readonly contested: boolean;
  readonly actors: readonly CaseActorName[];
  readonly recipients: readonly CaseActorName[];
  readonly places: readonly CasePlaceName[];
  /** First and last day, ISO; those of publication where no report says when; null where neither is known. */
  readonly day: string | null;
  readonly lastDay: string | null;
  /** Whether the day is that of publication. */
  readonly isPublicationDay: boolean;
  readonly harm: Readonly<Record<string, IncidentHarmView>>;
  readonly sources: {
    readonly documents: number;
    readonly outlets: readonly string[];
    /** Outlets that did not copy each other. */
    readonly independent: number;
  };
  readonly tellings: readonly TellingLine[];
}

/** Why two tellings are held to be one happening. */
export interface IncidentJoin {
  readonly a: string;
  readonly b: string;
  readonly points: number;
  readonly reasons: readonly { readonly about: string; readonly points: number; readonly says: string }[];
}

/** `GET /api/incidents/:id`. */
export interface CaseIncidentDetail extends CaseIncident {
  readonly joins: readonly IncidentJoin[];
  readonly decisions: readonly CaseDecision[];
}

/** A position in a dispute and who holds it. */
export interface DisputeSide {
  /** In words: "it happened", "killed: 70". */
  readonly position: string;
  readonly voices: readonly VoiceName[];
  readonly statements: readonly StatementLine[];
  readonly tellings: readonly TellingLine[];
  /** The number this side gives, where the dispute is about one. */
  readonly bounds: RecordBounds | null;
}

/** A claim in one line, with its words. */
export interface StatementLine {
  /** `DOCUMENT#CLAIM`. */
  readonly id: string;
  readonly document: CaseDocumentName;
  readonly stance: Stance;
  readonly speaker: VoiceName;
  readonly quote: RecordSpan;
}

/** Statements or figures that cannot all be true. */
export interface CaseDispute {
  readonly id: string;
  readonly kind: 'happened' | 'who' | 'blame' | 'figure' | 'tie';
  /** What it is about, in words; for a dispute over a happening its type, parties and place. */
  readonly about: string;
  /** Incidents it is about. */
  readonly incidents: readonly string[];
  /** First day it concerns, ISO. */
  readonly day: string | null;
  readonly sides: readonly DisputeSide[];
}

/** A happening that parties of different sides say. */
export interface CaseAgreement {
  readonly incident: string;
  readonly about: string;
  readonly voices: readonly VoiceName[];
  readonly statements: readonly StatementLine[];
}

/** Moves of one day, kind and status: a cell of the ribbon. */
export interface RibbonCount {
  readonly day: string;
  readonly quad: Quad;
  readonly status: Status;
  readonly count: number;
}

/** `GET /api/case`. */
export interface CaseOverview {
  readonly name: string;
  /** What the user should know about the case, e.g. that it is the samples. */
  readonly note: string | null;
  /** Whether corrections and new reports are taken. */
  readonly writable: boolean;
  readonly counts: Readonly<
    Record<'documents' | 'sources' | 'actors' | 'events' | 'incidents' | 'claims' | 'ties' | 'figures' | 'disputes', number>
  >;
  /** First and last day of what is told. */
  readonly from: string | null;
  readonly to: string | null;
  readonly sources: readonly { readonly name: string | null; readonly documents: number }[];
  /** By moves, most first. */
  readonly parties: readonly (CaseActorName & { readonly out: number; readonly in: number })[];
  /** Newest first. */
  readonly latest: readonly CaseIncident[];
  readonly disputes: readonly CaseDispute[];
  readonly ribbon: readonly RibbonCount[];
  /** Work that goes on. */
  readonly jobs: readonly JobView[];
}

/** `GET /api/documents/:id`: the record has corrections applied. */
export interface CaseDocumentDetail {
  readonly document: CaseDocument;
  readonly record: CaseRecord;
  /** Ids of the entries that the record numbers only by place, in its order: `t1`, `f1`, `d1`. */
  readonly ids: { readonly ties: readonly string[]; readonly figures: readonly string[]; readonly times: readonly string[] };
  /** Entries that people corrected or judged. */
  readonly marks: readonly ReviewMark[];
  /** Entries that people rejected, as the program had them; the record leaves them out. */
  readonly rejected: readonly RejectedEntry[];
  readonly decisions: readonly CaseDecision[];
  /** Numbers of decisions whose entry the record in force no longer has. */
  readonly lost: readonly number[];
}

/** `GET /api/documents/:id/rules`: why each entry was coded, by its id in the record (`e3`, `c1`, `t2`), as the program of now codes it. */
export type DocumentRules = Readonly<Record<string, readonly RuleStep[]>>;

/** A step that led to an entry. */
export interface RuleStep {
  /** `events`, `claims`, `ties`; `actors` for who is meant. */
  readonly stage: string;
  /** Id of the rule or frame. */
  readonly rule: string;
  readonly outcome: 'coded' | 'refused' | 'merged';
  /** The words it is about. */
  readonly words: string;
  readonly reason: string;
}

/** One act of one side of a pair toward another. */
export interface ExchangeMove {
  /** Id of the incident, or of the event where it is no happening (a demand, a threat). */
  readonly id: string;
  readonly actor: CaseActorName;
  readonly recipient: CaseActorName;
  /** Who moves: the first or the second of the pair, or a third party toward one of them (or one of them toward a third). */
  readonly side: 'a' | 'b' | 'third';
  readonly type: EventType;
  readonly modes: readonly Mode[];
  readonly quad: Quad;
  readonly status: Status;
  readonly score: number;
  readonly day: string | null;
  readonly lastDay: string | null;
  readonly isPublicationDay: boolean;
  /** Days since the other's last move; null where there is none or a day is not known. */
  readonly lag: number | null;
  /** The move it answers where a report says so ("in response to"), with the words that do; null where it only follows. */
  readonly answers: { readonly move: string | null; readonly statement: string; readonly words: RecordSpan } | null;
  readonly tellings: readonly TellingLine[];
}

/** `GET /api/exchange`: the moves of a pair, by day. */
export interface CaseExchange {
  readonly a: CaseActorName;
  readonly b: CaseActorName;
  readonly level: 'party' | 'country';
  readonly moves: readonly ExchangeMove[];
  readonly thirds: readonly ExchangeMove[];
  /** Days with a move of the pair or a report, in order. */
  readonly days: readonly ExchangeDay[];
}

export interface ExchangeDay {
  readonly day: string;
  /** Sums of scores of what is held to have happened. */
  readonly scoreA: number;
  readonly scoreB: number;
  readonly moves: number;
  /** Reports published that day that tell of the pair. */
  readonly reports: number;
}

/** `GET /api/dyads`: one ordered pair over time. */
export interface CaseDyad {
  readonly actor: CaseActorName;
  readonly recipient: CaseActorName;
  readonly moves: number;
  readonly bins: readonly {
    readonly start: string;
    readonly moves: number;
    readonly deeds: number;
    readonly words: number;
    readonly byQuad: Readonly<Record<Quad, number>>;
    readonly byStatus: Readonly<Partial<Record<Status, number>>>;
    readonly deedScore: number;
    readonly wordScore: number;
  }[];
  readonly undated: number;
}

/** `GET /api/ledger`: who says what about whom. */
export interface CaseLedger {
  /** Most statements first; unnamed ones by their words. */
  readonly speakers: readonly VoiceName[];
  /** Parties spoken about, most first. */
  readonly parties: readonly CaseActorName[];
  readonly cells: readonly {
    /** Index into `speakers`. */
    readonly speaker: number;
    /** Index into `parties`. */
    readonly party: number;
    readonly stances: Readonly<Partial<Record<Stance, number>>>;
  }[];
}

/** `GET /api/sources`: one outlet. */
export interface CaseOutlet {
  readonly name: string | null;
  readonly documents: readonly CaseDocumentName[];
  /** Incidents that more than one outlet tells and this one told first. */
  readonly first: readonly CaseIncident[];
  /** Incidents nobody else tells. */
  readonly alone: readonly CaseIncident[];
  /** What it tells otherwise than others: status, parties or numbers. */
  readonly differently: readonly { readonly incident: CaseIncident; readonly says: string }[];
}

/** `GET /api/actors/:id`. */
export interface CaseActorDetail extends CaseActor {
  readonly aliases: readonly string[];
  readonly roles: readonly { readonly role: string; readonly from: string | null; readonly to: string | null }[];
  readonly ties: readonly CaseToldTie[];
  readonly moves: readonly CaseIncident[];
  readonly claimsBy: readonly CaseClaim[];
  readonly claimsAbout: readonly CaseClaim[];
  readonly documentList: readonly CaseDocumentName[];
}

/** `GET /api/actors/:id/background`: ties of a group to others that public sources date, as Lapwing's own tables have them. No report of the
 * case need say so. */
export interface ActorBackground {
  readonly ties: readonly {
    readonly from: { readonly id: string; readonly name: string };
    readonly kind: TieKind;
    readonly to: { readonly id: string; readonly name: string };
    /** First and last day, ISO; null where nobody knows, or where it has not ended. */
    readonly first: string | null;
    readonly last: string | null;
    /** What kind of public source says so. */
    readonly source: string;
  }[];
}

/** A tie over all reports; `GET /api/ties`. */
export interface CaseTieView {
  readonly from: CaseActorName;
  readonly to: CaseActorName;
  readonly kind: TieKind;
  /** Each one report's word: stated by the report, said by somebody, denied by somebody. */
  readonly stated: readonly TieWord[];
  readonly claimed: readonly TieWord[];
  readonly denied: readonly TieWord[];
  readonly first: string | null;
  readonly last: string | null;
}

export interface TieWord {
  readonly document: CaseDocumentName;
  readonly speaker: VoiceName | null;
  readonly quote: RecordSpan;
}

/** `GET /api/search`: the best few of each kind and how many there are. */
export interface SearchAnswer {
  readonly documents: { readonly items: readonly (CaseDocumentName & { readonly snippet: string })[]; readonly total: number };
  readonly events: { readonly items: readonly CaseEvent[]; readonly total: number };
  readonly claims: { readonly items: readonly CaseClaim[]; readonly total: number };
  readonly actors: { readonly items: readonly CaseActor[]; readonly total: number };
}

/** Body of `POST /api/documents` (JSON): pasted texts, or files as base64. */
export interface DocumentsInput {
  readonly documents: readonly {
    /** File name, for messages and to tell its format by. */
    readonly name: string;
    readonly text?: string;
    readonly base64?: string;
    readonly title?: string;
    readonly source?: string;
    readonly url?: string;
    readonly published?: string;
  }[];
}

/** Work that goes on after the request: `GET /api/jobs/:id`; stopped by `DELETE`. */
export interface JobView {
  readonly id: string;
  readonly state: 'running' | 'done' | 'stopped' | 'failed';
  readonly done: number;
  readonly total: number;
  /** Documents a second so far. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly problems: readonly { readonly name: string; readonly code: string; readonly detail: string }[];
  /** Ids of documents added so far. */
  readonly documents: readonly string[];
}

/** How the queue of a case stands, from which workers code; `GET /api/queue`. */
export interface QueueView {
  /** Ready for the next worker. */
  readonly waiting: number;
  /** Failed before, to be tried again later. */
  readonly delayed: number;
  /** Being coded. */
  readonly active: number;
  /** Given up; `lapwing work --dead` tells why. */
  readonly dead: number;
  readonly doneLastMinute: number;
  /** Workers that were heard of lately. */
  readonly workers: readonly { readonly host: string; readonly process: number; readonly startedAt: string }[];
}
