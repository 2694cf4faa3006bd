import type { CaseAgreement, CaseDispute, RecordBounds } from '../../api/index.ts';
import type { Agreement, Dispute } from '../../link/index.ts';
import { nameActor, namePlaces, nameVoice, statementLines, tellingLines } from './lines.ts';
import type { LinkedCase } from './linked-case.ts';

/** A dispute with names and words. */
export function toDisputeView(linked: LinkedCase, dispute: Dispute): CaseDispute {
  const { id, kind, incidents, sides } = dispute;
  const days = sides.flatMap(({ tellings, statements }) => [
    ...tellings.flatMap((each) => dayOfTelling(linked, each)),
    ...statements.flatMap((each) => linked.claims.get(each)?.statement.published ?? []),
  ]);
  return {
    ...{ id, kind, about: sayAbout(linked, dispute), incidents, day: days.sort()[0] ?? null },
    sides: sides.map((side) => ({
      position: kind === 'figure' || kind === 'happened' ? side.position : sayPosition(linked, side.position),
      voices: side.voices.map((voice) => nameVoice(linked, voice)),
      statements: statementLines(linked, side.statements),
      tellings: tellingLines(linked, side.tellings),
      bounds: kind === 'figure' ? boundsOf(linked, side.position, side.tellings) : null,
    })),
  };
}

/** Who says the same, with names and words. */
export function toAgreementView(linked: LinkedCase, { incident, voices, statements }: Agreement): CaseAgreement {
  return {
    ...{ incident, about: sayIncident(linked, incident) ?? '' },
    voices: voices.map((voice) => nameVoice(linked, voice)),
    statements: statementLines(linked, statements),
  };
}

function dayOfTelling(linked: LinkedCase, id: string): readonly string[] {
  const telling = linked.events.get(id)?.telling;
  const day = telling?.time?.start ?? telling?.published;
  return day ? [day] : [];
}

/** A position with names in the place of ids. */
function sayPosition(linked: LinkedCase, position: string): string {
  return position
    .split(' ')
    .map((word) => (linked.actors.has(word) ? nameActor(linked, word).name : word))
    .join(' ');
}

/** The harm that the tellings of one side give; the kind stands before the colon of its position. */
function boundsOf(linked: LinkedCase, position: string, tellings: readonly string[]): RecordBounds | null {
  const kind = position.split(':')[0] ?? '';
  for (const id of tellings) {
    const bounds = linked.events.get(id)?.telling.harm[kind];
    if (bounds) return bounds;
  }
  return null;
}

function sayAbout(linked: LinkedCase, { incidents, sides }: Dispute): string {
  const incident = incidents[0] === undefined ? null : sayIncident(linked, incidents[0]);
  if (incident !== null) return incident;
  const [claim] = sides.flatMap(({ statements }) => statements);
  const said = claim === undefined ? undefined : linked.claims.get(claim);
  return said?.claim.content.text ?? sides.map(({ position }) => position).join(' / ');
}

/** Type, parties and place of an incident: "ASSAULT: Islamic State, Pakistan (Sehwan)". */
function sayIncident(linked: LinkedCase, id: string): string | null {
  const incident = linked.incidents.get(id);
  if (!incident) return null;
  const names = [...new Set([...incident.actors, ...incident.recipients])].map((actor) => nameActor(linked, actor).name);
  const [place] = namePlaces(linked, incident.places);
  return `${incident.type}${names.length > 0 ? `: ${names.join(', ')}` : ''}${place ? ` (${place.name})` : ''}`;
}
