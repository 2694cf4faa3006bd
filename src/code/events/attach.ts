import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { Draft } from './draft.ts';

/** Relations across which a date or place said of the upper word also holds for the lower one. */
const SHARING: ReadonlySet<string> = new Set(['obj', 'obl', 'xcomp', 'nmod', 'nsubj', 'conj', 'compound', 'amod']);

/** Relations of a clause that tells a circumstance of the one above it ("..., killing six"). */
const CLAUSE_OF: ReadonlySet<string> = new Set(['advcl', 'xcomp']);

/** Which draft a modifier (a date, a place, a figure) belongs to: the first draft met on the way up from it; else the draft nearest
 * below the word where it hangs, in the same clause. Null where there is none.
 * @param token syntactic head of the modifier */
export function ownerOf(token: Token, drafts: readonly Draft[], tree: Tree): Draft | null {
  const path = tree.pathToRoot(token);
  for (const above of path) {
    const found = drafts.find((draft) => draft.predicate.token === above || draft.top === above);
    if (found) return found;
    if (!isClauseHead(above) || above === token) continue;
    const shared = sharedBelow(above, drafts, tree);
    if (shared || !CLAUSE_OF.has(baseRelation(above.deprel))) return shared;
  }
  return null;
}

/** Whether a word heads a clause: a verb or the root of its sentence. */
export function isClauseHead(token: Token): boolean {
  return token.upos === 'VERB' || token.deprel === 'root';
}

function sharedBelow(clause: Token, drafts: readonly Draft[], tree: Tree): Draft | null {
  const below = drafts.filter((draft) => sharesClause(draft.top, clause, tree));
  return below[0] ?? null;
}

function sharesClause(token: Token, clause: Token, tree: Tree): boolean {
  for (let at: Token | null = token; at; at = tree.head(at)) {
    if (at === clause) return true;
    if (!SHARING.has(baseRelation(at.deprel))) return false;
  }
  return false;
}
