import type { EventType } from '../../codebook/index.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { phraseHeads } from '../match/noun-phrase.ts';
import { type Draft, partyIds } from './draft.ts';
import { withoutParties } from './fill-roles.ts';

/** How many drafts back and forth a retelling is looked for. */
const WINDOW = 12;

/** Acts whose object may be a deed: what is said of the deed is said to who did it. */
const SAID_OF_DEEDS: ReadonlySet<EventType> = new Set(['ACCUSE', 'REJECT', 'SUPPORT']);

/** Lends parties where a draft names a deed in their place: "the raid destroyed a mill" is done by the raiders, "Oslo condemned the raid" is
 * said to them. */
export function lendDoers(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  const deeds = new Map(
    drafts.filter(({ predicate }) => predicate.kind === 'noun').map((draft) => [draft.predicate.token, draft]),
  );
  const deedIn = (draft: Draft, role: string) =>
    draft.predicate.arguments
      .filter((argument) => argument.role === role)
      .flatMap(({ token }) => phraseHeads(context.tree, token))
      .map((token) => deeds.get(token))
      .find((deed) => deed !== undefined && deed !== draft && deed.type === 'ASSAULT' && deed.actors.length > 0);
  return drafts.map((draft) => {
    if (draft.predicate.kind !== 'verb') return draft;
    const cause = draft.actors.length === 0 ? deedIn(draft, 'subj') : undefined;
    if (cause) return { ...draft, actors: cause.actors, recipients: withoutParties(draft.recipients, cause.actors) };
    if (!SAID_OF_DEEDS.has(draft.type) || draft.actors.length === 0) return draft;
    const deed = deedIn(draft, 'obj');
    if (!deed) return draft;
    const sufferers = partyIds(deed.recipients);
    const isLent = draft.recipients.every((party) => party.within && party.entities.every((id) => sufferers.includes(id)));
    const doers = withoutParties(deed.actors, draft.actors);
    return isLent && doers.length > 0 ? { ...draft, recipients: doers } : draft;
  });
}

/** A noun that only refers to something told elsewhere ("the shelling") takes the parties it does not name from the nearest draft that
 * tells the same: same type, and the same frame, word or mode. */
export function borrowParties(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft, index) => {
    if (draft.predicate.kind !== 'noun' || draft.actors.length > 0) return draft;
    const told = nearest(
      drafts,
      index,
      (other) => other.actors.length > 0 && sameAct(draft, other) && compatible(draft, other),
    );
    if (!told) return draft;
    return { ...draft, actors: told.actors, recipients: draft.recipients.length > 0 ? draft.recipients : told.recipients };
  });
}

function nearest(drafts: readonly Draft[], index: number, fits: (draft: Draft) => boolean): Draft | null {
  for (let step = 1; step <= WINDOW; step++) {
    const [before, after] = [drafts[index - step], drafts[index + step]];
    if (before && fits(before)) return before;
    if (after && fits(after)) return after;
  }
  return null;
}

function sameAct(a: Draft, b: Draft): boolean {
  if (a.type !== b.type || b.governor !== null) return false;
  return stem(a) === stem(b) || a.modes.some((mode) => b.modes.includes(mode));
}

/** Nouns and verbs of one act begin alike: shelling and shell, bombing and bomb. */
function stem(draft: Draft): string {
  return draft.predicate.lemma.slice(0, 5);
}

/** Parties that both name must not differ. */
function compatible(noun: Draft, told: Draft): boolean {
  const [mine, theirs] = [partyIds(noun.recipients), partyIds(told.recipients)];
  return mine.length === 0 || theirs.length === 0 || mine.some((id) => theirs.includes(id));
}
