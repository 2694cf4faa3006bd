import type {
  RecordActor,
  RecordClaim,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordSpan,
  RecordTie,
  RecordTime,
} from './record.ts';

/** The document an entry of a case comes from. */
export interface CaseDocumentName {
  /** SHA-256 of the text. */
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
}

/** Who published a text, where and when; a text printed by two has two. */
export interface CaseSource {
  readonly externalId: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
  /** How the date is known, as in a record. */
  readonly publishedBasis: string;
  /** When it was added to the case, ISO date and time. */
  readonly addedAt: string;
}

/** A document of a case, without its text. */
export interface CaseDocument extends CaseDocumentName {
  readonly externalId: string | null;
  readonly url: string | null;
  readonly publishedBasis: string;
  readonly language: string;
  /** Of the text, in UTF-16 code units. */
  readonly length: number;
  readonly addedAt: string;
  /** All sources of the text, the one the record was made with first. */
  readonly sources: readonly CaseSource[];
  /** What made the record in force. */
  readonly versions: { readonly lapwing: string; readonly model: string; readonly lexicon: string; readonly knowledge: string };
  readonly counts: { readonly events: number; readonly claims: number; readonly ties: number; readonly figures: number };
}

/** An actor by id, with the name one document gives it. */
export type CaseActorName = Pick<RecordActor, 'id' | 'name' | 'kind'>;

/** A place by id, with what one document's record knows of it. */
export type CasePlaceName = Pick<RecordPlace, 'id' | 'name' | 'kind' | 'country' | 'latitude' | 'longitude'>;

/** What each entry of a case has. */
export interface CaseEntry {
  /** `DOCUMENT#LOCAL`: the document's id and the entry's id inside its record (`e3`, `c1`; ties, figures and times are
   * numbered from 1 in the order of the record: `t1`, `f1`, `d1`). */
  readonly id: string;
  readonly document: CaseDocumentName;
  /** First day the entry is about, ISO; the day of publication where it says none; null where neither is known. */
  readonly day: string | null;
}

export interface CaseEvent extends CaseEntry {
  /** Last day; the same as `day` where it took one. */
  readonly lastDay: string | null;
  /** As in the record: ids of parties, places, claims and other events are those of the record. */
  readonly event: RecordEvent;
  readonly actors: readonly CaseActorName[];
  readonly recipients: readonly CaseActorName[];
  readonly places: readonly CasePlaceName[];
}

export interface CaseClaim extends CaseEntry {
  readonly claim: RecordClaim;
  readonly speaker: CaseActorName | null;
  readonly addressee: CaseActorName | null;
}

export interface CaseToldTie extends CaseEntry {
  readonly tie: RecordTie;
  readonly from: CaseActorName;
  readonly to: CaseActorName;
  readonly attributedTo: CaseActorName | null;
  readonly deniedBy: readonly CaseActorName[];
}

export interface CaseFigure extends CaseEntry {
  readonly figure: RecordFigure;
}

export interface CaseTime extends CaseEntry {
  readonly time: RecordTime;
}

/** An actor over all documents of a case, under the name most documents give it. */
export interface CaseActor {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly sector: string | null;
  readonly documents: number;
  readonly mentions: number;
  /** Events it is a party to, as actor and as recipient. */
  readonly acts: number;
  readonly receives: number;
  /** Claims it makes. */
  readonly says: number;
  /** Other ids that stand for it; only where actors are listed as one picture. */
  readonly variants?: readonly string[];
}

/** A place over all documents of a case. */
export interface CasePlace extends CasePlaceName {
  readonly documents: number;
  readonly mentions: number;
  readonly events: number;
}

/** An entry with the words around it: what `statement ID` answers. */
export interface CaseStatement {
  readonly id: string;
  readonly kind: 'document' | 'event' | 'claim' | 'tie' | 'figure' | 'time';
  readonly document: CaseDocument;
  /** The words the entry rests on. */
  readonly quote: RecordSpan;
  /** Text just before and just after the quote. */
  readonly before: string;
  readonly after: string;
  /** The entry as it stands in the record; null for a document. */
  readonly entry: RecordEvent | RecordClaim | RecordTie | RecordFigure | RecordTime | null;
}

/** Which entries are wanted; all that is given must hold. Lists are alternatives. */
export interface CaseFilter {
  /** Ids of actors: a party that acts; in claims the speaker or the addressee; in ties either end. */
  readonly actor?: readonly string[];
  /** Ids of actors something is done to; in claims the addressee; in ties the end it leads to. */
  readonly recipient?: readonly string[];
  /** Ids of actors on either side: who acts or is acted on, speaks or is spoken to, has the tie or is at its other end. */
  readonly party?: readonly string[];
  /** Types of events, stances of claims, kinds of ties or what figures count. */
  readonly type?: readonly string[];
  readonly status?: readonly string[];
  /** Ids of actors who say it; for events, in a claim the event belongs to. */
  readonly speaker?: readonly string[];
  /** Ids of actors who act in the events of a claim that somebody else makes. */
  readonly about?: readonly string[];
  /** Ids of places. */
  readonly place?: readonly string[];
  /** First and last day, ISO; a period that touches one of the days fits. */
  readonly from?: string;
  readonly to?: string;
  /** Words of the entry's sentence: see the query language of the store. */
  readonly text?: string;
  /** Ids of documents. */
  readonly document?: readonly string[];
  /** Least confidence of an event, 0 to 1. */
  readonly confidence?: number;
  /** Most entries; all where left out. */
  readonly limit?: number;
  /** How many entries to pass over first. */
  readonly offset?: number;
}
