import type {
  CaseDocumentDetail,
  RecordActor,
  RecordClaim,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordSpan,
  RecordTie,
} from '../../src/api/index.ts';

/** An entry of a report that can be selected: what it is, where it stands, and the words it rests on. */
export type Entry =
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly at: RecordSpan;
      readonly rests: RecordSpan;
      readonly value: RecordEvent;
    }
  | {
      readonly kind: 'claim';
      readonly id: string;
      readonly at: RecordSpan;
      readonly rests: RecordSpan;
      readonly value: RecordClaim;
    }
  | {
      readonly kind: 'tie';
      readonly id: string;
      readonly at: RecordSpan;
      readonly rests: RecordSpan;
      readonly value: RecordTie;
    }
  | {
      readonly kind: 'figure';
      readonly id: string;
      readonly at: RecordSpan;
      readonly rests: RecordSpan;
      readonly value: RecordFigure;
    };

export type EntryKind = Entry['kind'];

/** A report's record, with ways to find things in it. */
export interface Entries {
  /** In the order of the text. */
  readonly all: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  readonly actors: ReadonlyMap<string, RecordActor>;
  readonly places: ReadonlyMap<string, RecordPlace>;
}

/** Lists the entries of a report in the order of its text. */
export function listEntries({ record, ids }: Pick<CaseDocumentDetail, 'record' | 'ids'>): Entries {
  const all: Entry[] = [
    ...record.events.map((value): Entry => ({ kind: 'event', id: value.id, at: value.trigger, rests: value.evidence, value })),
    ...record.claims.map(
      (value): Entry => ({ kind: 'claim', id: value.id, at: value.cue ?? value.content, rests: value.evidence, value }),
    ),
    ...record.ties.map(
      (value, index): Entry => ({
        kind: 'tie',
        id: ids.ties[index] ?? `t${index + 1}`,
        at: value.evidence,
        rests: value.evidence,
        value,
      }),
    ),
    ...record.figures.map(
      (value, index): Entry => ({
        kind: 'figure',
        id: ids.figures[index] ?? `f${index + 1}`,
        at: value.span,
        rests: value.span,
        value,
      }),
    ),
  ];
  all.sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end || (a.id < b.id ? -1 : 1));
  return {
    all,
    byId: new Map(all.map((entry) => [entry.id, entry])),
    actors: new Map(record.actors.map((actor) => [actor.id, actor])),
    places: new Map(record.places.map((place) => [place.id, place])),
  };
}

/** Events and claims: what one walks through by keys. */
export function statements({ all }: Entries): readonly Entry[] {
  return all.filter(({ kind }) => kind === 'event' || kind === 'claim' || kind === 'tie');
}
