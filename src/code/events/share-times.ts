import { QUAD_OF } from '../../codebook/index.ts';
import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { DateMention, EntityId } from '../../resolve/index.ts';
import type { Party } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';

/** How many drafts back an undated retelling looks for its date. */
const WINDOW = 10;

/** Clause relations under which the lower clause happens when the upper one does. */
const SAME_TIME: ReadonlySet<string> = new Set(['advcl', 'xcomp', 'conj', 'parataxis', 'obj', 'obl', 'nmod', 'acl']);

/** Gives undated drafts the date of the draft whose clause they belong to, else of the nearest earlier draft that tells of the same
 * deed between the same parties. Words (requests, accusations) are never dated by other sentences.
 * @param drafts in text order */
export function shareTimes(
  drafts: readonly Draft[],
  own: ReadonlyMap<Draft, DateMention>,
  tree: Tree,
): ReadonlyMap<Draft, DateMention> {
  const dated = new Map(own);
  for (const draft of drafts) {
    if (dated.has(draft)) continue;
    const above = clauseAbove(draft, drafts, dated, tree);
    if (above) dated.set(draft, above);
  }
  for (const [index, draft] of drafts.entries()) {
    if (dated.has(draft) || draft.governor !== null || QUAD_OF[draft.type] % 2 === 1) continue;
    const earlier = drafts
      .slice(Math.max(0, index - WINDOW), index)
      .reverse()
      .find((other) => dated.has(other) && retells(draft, other));
    const date = earlier && dated.get(earlier);
    if (date) dated.set(draft, date);
  }
  return dated;
}

function clauseAbove(
  draft: Draft,
  drafts: readonly Draft[],
  dated: ReadonlyMap<Draft, DateMention>,
  tree: Tree,
): DateMention | null {
  for (let at: Token | null = draft.top; at; at = tree.head(at)) {
    if (!SAME_TIME.has(baseRelation(at.deprel)) || at.deprel === 'acl:relcl') return null;
    const head = tree.head(at);
    const upper = head && drafts.find((other) => other !== draft && (other.top === head || other.predicate.token === head));
    const date = upper && dated.get(upper);
    if (date) return draft.governed === null || draft.governed === 'actual' ? date : null;
  }
  return null;
}

/** Same type, and each side does and suffers the same as far as both drafts name it. */
function retells(a: Draft, b: Draft): boolean {
  if (a.type !== b.type || a.predicate.modal !== null) return false;
  const [actors, recipients] = [compare(a.actors, b.actors), compare(a.recipients, b.recipients)];
  return actors !== 'differ' && recipients !== 'differ' && (actors === 'meet' || recipients === 'meet');
}

function compare(a: readonly Party[], b: readonly Party[]): 'meet' | 'differ' | 'unknown' {
  const [left, right] = [sides(a), sides(b)];
  if (left.length === 0 || right.length === 0) return 'unknown';
  return left.some((side) => right.includes(side)) ? 'meet' : 'differ';
}

/** Parties by country where they have one. */
function sides(parties: readonly Party[]): readonly EntityId[] {
  return partyIds(parties).map((id) => id.split(':')[0] ?? id);
}
