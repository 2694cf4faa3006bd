import type { ActorFields, RecordActor, RecordClaim, RecordEvent, RecordPlace, RecordSpan, RecordTie } from '../api/index.ts';
import type { AnchoredEntry, ReviewedKind } from './anchor.ts';

/** Who and where, of a record. */
export interface Parties {
  readonly actors: readonly RecordActor[];
  readonly places: readonly RecordPlace[];
}

/** Parties with actors and places that a correction names and the record has not. */
export function addKnown(
  parties: Parties,
  { actors = [], places = [] }: { readonly actors?: readonly ActorFields[]; readonly places?: readonly RecordPlace[] },
): Parties {
  return {
    actors: withNew(parties.actors, actors.map(toActor)),
    places: withNew(
      parties.places,
      places.map((place) => ({ ...place, mentions: [] })),
    ),
  };
}

/** A list and those of others whose id it has not, each once. */
function withNew<T extends { readonly id: string }>(known: readonly T[], others: readonly T[]): readonly T[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...others.filter(({ id }) => ids.size < ids.add(id).size)];
}

function toActor({ id, name, kind, country, sector }: ActorFields): RecordActor {
  return { id, name, kind, country, sector, aliases: [], mentions: [] };
}

/** Makes an actor another throughout a record: mentions and names go over to it. @returns the parties, and what entries become */
export function renameActor(
  { actors, places }: Parties,
  from: string,
  to: ActorFields,
): {
  readonly parties: Parties;
  readonly rename: (kind: ReviewedKind, entry: AnchoredEntry['entry']) => AnchoredEntry['entry'];
} {
  const old = actors.find(({ id }) => id === from);
  const known = actors.find(({ id }) => id === to.id) ?? toActor(to);
  const joined: RecordActor = {
    ...known,
    aliases: unique([...known.aliases, ...(old ? [old.name, ...old.aliases] : [])]).filter((name) => name !== known.name),
    mentions: inOrder([...known.mentions, ...(old?.mentions ?? [])]),
  };
  const place = actors.findIndex(({ id }) => id === from || id === to.id);
  const others = actors.filter(({ id }) => id !== from && id !== to.id);
  return {
    parties: { actors: [...others.slice(0, place), joined, ...others.slice(place)], places },
    rename: (kind, entry) => renameIn(kind, entry, (id) => (id === from ? to.id : id)),
  };
}

function renameIn(kind: ReviewedKind, entry: AnchoredEntry['entry'], name: (id: string) => string): AnchoredEntry['entry'] {
  const orNull = (id: string | null) => (id === null ? null : name(id));
  if (kind === 'event') {
    const event = entry as RecordEvent;
    return { ...event, actors: unique(event.actors.map(name)), recipients: unique(event.recipients.map(name)) };
  }
  if (kind === 'claim') {
    const claim = entry as RecordClaim;
    return { ...claim, speaker: orNull(claim.speaker), addressee: orNull(claim.addressee) };
  }
  if (kind !== 'tie') return entry;
  const tie = entry as RecordTie;
  return {
    ...tie,
    ...{ from: name(tie.from), to: name(tie.to), attributedTo: orNull(tie.attributedTo) },
    deniedBy: unique(tie.deniedBy.map(name)),
  };
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function inOrder(spans: readonly RecordSpan[]): readonly RecordSpan[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
}
