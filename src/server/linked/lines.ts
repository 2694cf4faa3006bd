import type { CaseActorName, CaseDocumentName, CasePlaceName, StatementLine, TellingLine, VoiceName } from '../../api/index.ts';
import type { LinkedCase, SaidClaim } from './linked-case.ts';

/** An actor under the name most reports give it. */
export function nameActor({ actors }: Pick<LinkedCase, 'actors'>, id: string): CaseActorName {
  const actor = actors.get(id);
  return { id, name: actor?.name ?? id, kind: actor?.kind ?? 'unknown' };
}

/** What reports know of places. */
export function namePlaces({ places }: LinkedCase, ids: readonly string[]): readonly CasePlaceName[] {
  return ids.flatMap((id) => places.get(id) ?? []);
}

/** Title, outlet and day of a document. */
export function nameDocument({ documents }: LinkedCase, id: string): CaseDocumentName {
  return documents.get(id) ?? { id, title: null, source: null, published: null };
}

/** The voice behind an id of an actor, or behind `DOCUMENT:words` of a speaker without one. */
export function nameVoice(linked: LinkedCase, voice: string): VoiceName {
  if (linked.actors.has(voice)) return { id: voice, name: nameActor(linked, voice).name };
  const document = linked.documents.get(voice);
  if (document) return { id: null, name: document.source ?? document.title ?? voice };
  const colon = /^[0-9a-f]{64}:/.exec(voice);
  return { id: null, name: colon ? voice.slice(colon[0].length) : voice };
}

/** An event in one line. @returns none where the case has no such event */
export function tellingLines(linked: LinkedCase, ids: readonly string[]): readonly TellingLine[] {
  return ids.flatMap((id) => {
    const told = linked.events.get(id);
    if (!told) return [];
    const { telling, event } = told;
    const said = event.claims.flatMap((claim) => linked.claims.get(`${telling.document}#${claim}`) ?? []);
    const voices = new Map(said.map((each) => speakerOf(linked, each)).map((voice) => [JSON.stringify(voice), voice]));
    return [
      {
        ...{ id, document: nameDocument(linked, telling.document), type: event.type, status: event.status },
        ...{ quote: event.evidence, voices: [...voices.values()] },
      },
    ];
  });
}

/** A claim in one line. @returns none where the case has no such claim */
export function statementLines(linked: LinkedCase, ids: readonly string[]): readonly StatementLine[] {
  return ids.flatMap((id) => {
    const said = linked.claims.get(id);
    if (!said) return [];
    const { statement, claim } = said;
    const document = nameDocument(linked, statement.document);
    return [{ id, document, stance: claim.stance, speaker: speakerOf(linked, said), quote: claim.evidence }];
  });
}

/** Who makes a claim. */
export function speakerOf(linked: LinkedCase, { claim }: Pick<SaidClaim, 'claim'>): VoiceName {
  if (claim.speaker !== null) return { id: claim.speaker, name: nameActor(linked, claim.speaker).name };
  return { id: null, name: claim.speakerSpan?.text ?? 'unnamed' };
}
