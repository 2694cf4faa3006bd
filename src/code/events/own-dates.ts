import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { DateMention, Resolved } from '../../resolve/index.ts';
import { isClauseHead, ownerOf } from './attach.ts';
import type { Draft } from './draft.ts';
import { pointsBack } from './share-times.ts';

/** Which draft each date of a document is said of. A date beside its verb comes first; one whose verb tells no event goes to an event of the
 * same clause that has no date of its own.
 * @param inSentence drafts of the sentence of a token */
export function ownDates(
  doc: Resolved,
  inSentence: (token: Token) => readonly Draft[],
  tree: Tree,
): ReadonlyMap<Draft, DateMention> {
  const dates = new Map<Draft, DateMention>();
  const give = (draft: Draft | null, date: DateMention) => {
    if (draft && !dates.has(draft) && !(isOpen(date) && draft.predicate.kind === 'noun')) dates.set(draft, date);
  };
  const left: { readonly date: DateMention; readonly head: Token }[] = [];
  for (const date of doc.dates) {
    const head = headOf(doc, date.range.from, date.range.to);
    const upper = verbBefore(head, tree);
    const near = directOwner(upper ?? head, inSentence(head), tree);
    give(whenClause(doc, date.range.to, inSentence(head)), date);
    give(near, date);
    if (!near && !upper) left.push({ date, head });
  }
  for (const { date, head } of left) {
    const free = inSentence(head).filter((draft) => !dates.has(draft) && !isSpokenOf(draft, tree));
    give(ownerOf(head, free, tree), date);
  }
  return dates;
}

/** "claimed the attack two days later": the day of the claim. */
function isSpokenOf(draft: Draft, tree: Tree): boolean {
  return draft.top === draft.predicate.token && draft.top.deprel === 'obj' && pointsBack(draft, tree);
}

/** The verb of saying that a date belongs to although the parse hung it on what is said: "said on Sunday it would leave". */
export function verbBefore(date: Token, tree: Tree): Token | null {
  const clause = tree.head(date);
  const saying = clause && clause.deprel === 'ccomp' ? tree.head(clause) : null;
  if (!clause || !saying || saying.index > date.index) return null;
  const opening = tree.children(clause).find((child) => child.deprel === 'mark' || baseRelation(child.deprel) === 'nsubj');
  return opening && opening.index > date.index ? saying : null;
}

/** "since 2010": a stretch with no end, said of what went on and not of one deed ("the worst attack since 2010"). */
function isOpen(date: DateMention): boolean {
  return date.start !== null && date.end === null;
}

/** The first draft on the way up from a date to the verb of its clause. */
function directOwner(head: Token, drafts: readonly Draft[], tree: Tree): Draft | null {
  for (const above of tree.pathToRoot(head)) {
    const found = drafts.find((draft) => draft.predicate.token === above || draft.top === above);
    if (found) return found;
    if (isClauseHead(above) && above !== head) return null;
  }
  return null;
}

/** "in 1994, when militias killed them": what the clause behind the date tells. */
function whenClause(doc: Resolved, after: number, drafts: readonly Draft[]): Draft | null {
  const at = doc.tokens[after]?.form === ',' ? after + 1 : after;
  const word = doc.tokens[at];
  if (word?.form.toLowerCase() !== 'when') return null;
  return drafts.find((draft) => draft.predicate.token.index === word.head || draft.top.index === word.head) ?? null;
}

/** The token of a range whose head lies outside it. */
function headOf(doc: Resolved, from: number, to: number): Token {
  const range = doc.tokens.slice(from, to);
  const found = range.find((token) => token.head < from || token.head >= to) ?? range[0];
  if (!found) throw new RangeError(`token range ${from}..${to} is empty`);
  return found;
}
