import type { LinkedCase } from '../ingest/index.ts';
import type { Statement, Telling, TellingParty } from '../link/index.ts';
import type { CasePicture } from './case-picture.ts';

/** A linked case in which every actor goes by the one id that stands for it, whatever ids reports have for it. */
export async function underStandingIds(picture: CasePicture): Promise<LinkedCase> {
  const [linked, { standing }] = await Promise.all([picture.asLinked(), picture.names()]);
  const toParty = (party: TellingParty): TellingParty => {
    const id = standing(party.id);
    return id === party.id ? party : { ...party, id };
  };
  const isVariant = ({ id }: TellingParty) => standing(id) !== id;
  const toTelling = (telling: Telling): Telling =>
    telling.actors.some(isVariant) || telling.recipients.some(isVariant)
      ? { ...telling, actors: telling.actors.map(toParty), recipients: telling.recipients.map(toParty) }
      : telling;
  const toStatement = (statement: Statement): Statement =>
    statement.speaker === null ? statement : { ...statement, speaker: toParty(statement.speaker) };
  const tellings = linked.tellings.map(toTelling);
  const byId = new Map(tellings.map((telling) => [telling.id, telling]));
  return {
    ...linked,
    tellings,
    groups: linked.groups.map((group) => ({
      ...group,
      tellings: group.tellings.map((telling) => byId.get(telling.id) ?? telling),
    })),
    statements: linked.statements.map(toStatement),
  };
}
