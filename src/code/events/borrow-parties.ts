import { type Draft, partyIds } from './draft.ts';

/** How many drafts back and forth a retelling is looked for. */
const WINDOW = 12;

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
