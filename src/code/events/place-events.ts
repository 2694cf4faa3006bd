import { QUAD_OF } from '../../codebook/index.ts';
import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { PlaceMention, Resolved } from '../../resolve/index.ts';
import { ownerOf } from './attach.ts';
import type { Draft } from './draft.ts';

/** A place said of a draft: surely, or only as where somebody in it belongs, comes from or goes to. */
interface Said {
  readonly draft: Draft;
  readonly place: string;
  readonly sure: boolean;
}

/** Where each draft happened, as far as the report tells: in the place its own clause names, or which it acts upon; else in that of the deed it is
 * told with; else, for deeds, where the story of the last sentences takes place. What is left has no place. A country is not handed on.
 * @param drafts in text order
 * @param inSentence drafts of the sentence of a token */
export function placeEvents(
  doc: Resolved,
  drafts: readonly Draft[],
  inSentence: (token: Token) => readonly Draft[],
  tree: Tree,
): ReadonlyMap<Draft, readonly string[]> {
  const people = new Set(doc.mentions.map(({ head }) => head));
  const places = new Set(doc.placeMentions.map(({ head }) => head));
  const said = doc.placeMentions.flatMap((mention) => saidOf(mention, { people, places }, inSentence, tree));
  const placed = new Map<Draft, readonly string[]>();
  for (const draft of drafts) {
    const own = said.filter((each) => each.draft === draft);
    const sure = own.filter((each) => each.sure);
    if (own.length > 0) placed.set(draft, [...new Set((sure.length > 0 ? sure : own).map(({ place }) => place))]);
  }
  shareInSentence(drafts, placed, inSentence, tree);
  goOnInStory(doc, drafts, placed);
  return placed;
}

const AT: ReadonlySet<string> = new Set(
  'in at near on along around outside inside across over within throughout into off'.split(' '),
);
const MOVE: ReadonlySet<string> = new Set('from to through toward towards'.split(' '));
/** Relations by which a name belongs to the noun above it. */
const NAMING: ReadonlySet<string> = new Set(['compound', 'nmod', 'appos', 'conj', 'flat', 'amod']);

/** Heads of the mentions of parties and of places. */
interface Heads {
  readonly people: ReadonlySet<number>;
  readonly places: ReadonlySet<number>;
}

function saidOf(
  { head, place }: PlaceMention,
  heads: Heads,
  inSentence: (token: Token) => readonly Draft[],
  tree: Tree,
): readonly Said[] {
  const token = tree.token(head);
  const drafts = inSentence(token);
  for (let at: Token | null = token; at; at = tree.head(at)) {
    const acted = actedUpon(at, drafts, tree);
    if (acted) return [{ draft: acted, place, sure: true }];
    const preposition = tree.preposition(at);
    if (AT.has(preposition) || MOVE.has(preposition)) {
      const draft = ownerOf(token, drafts, tree);
      if (!draft || (preposition === 'from' && isOfDoer(at, tree))) return [];
      return [{ draft, place, sure: AT.has(preposition) && !isOfDoer(at, tree) }];
    }
    if (!NAMING.has(baseRelation(at.deprel)) || locatesAnother(at, heads, tree)) return [];
  }
  return [];
}

/** Whether the noun above is a party ("the Kunduz governor") or a place that this one only locates ("Herat, the capital of Herat province"). */
function locatesAnother(at: Token, { people, places }: Heads, tree: Tree): boolean {
  const above = tree.head(at);
  if (!above || /^(?:conj|flat)/.test(at.deprel)) return false;
  if (places.has(above.index) || (above.deprel === 'appos' && tree.preposition(at) === 'of')) return true;
  return at.deprel !== 'appos' && people.has(above.index) && !AT.has(tree.preposition(above));
}

/** The draft whose object the place is ("shelled Aleppo", "the siege of Aleppo", "the Aleppo siege"). */
function actedUpon(at: Token, drafts: readonly Draft[], tree: Tree): Draft | null {
  const above = tree.head(at);
  const draft = above ? drafts.find(({ predicate }) => predicate.token === above) : undefined;
  if (!draft) return null;
  if (at.deprel === 'obj' || at.deprel === 'nsubj:pass') return draft;
  if (draft.predicate.kind !== 'noun') return null;
  return at.deprel === 'compound' || (at.deprel === 'nmod' && tree.preposition(at) === 'of') ? draft : null;
}

/** "the envoy in Kabul", "villagers from Goma": said of the one who acts or suffers, not of the deed. */
function isOfDoer(at: Token, tree: Tree): boolean {
  if (baseRelation(at.deprel) !== 'nmod') return false;
  const noun = tree.head(at);
  return noun !== null && /^nsubj/.test(noun.deprel);
}

/** Types of deeds done in a place. */
function isDeed({ type, governed }: Draft): boolean {
  return governed === null && (QUAD_OF[type] === 4 || type === 'PROTEST') && type !== 'SANCTION';
}

/** Most words between two deeds told with one another. */
const LINKS = 4;
const TOLD_WITH: ReadonlySet<string> = new Set(['conj', 'advcl', 'xcomp', 'acl']);

/** "exploded in Quetta, killing eleven": a clause without a subject of its own shares the place of the deed it hangs on, and the other way. */
function shareInSentence(
  drafts: readonly Draft[],
  placed: Map<Draft, readonly string[]>,
  inSentence: (token: Token) => readonly Draft[],
  tree: Tree,
): void {
  for (const draft of drafts) {
    if (placed.has(draft) || !isDeed(draft)) continue;
    const near = inSentence(draft.predicate.token).find(
      (other) => placed.has(other) && isDeed(other) && (isToldWith(draft, other, tree) || isToldWith(other, draft, tree)),
    );
    const places = near ? placed.get(near) : undefined;
    if (places) placed.set(draft, places);
  }
}

function isToldWith(lower: Draft, upper: Draft, tree: Tree): boolean {
  let at: Token | null = lower.predicate.token;
  if (tree.childBy(at, 'nsubj', 'nsubj:pass')) return false;
  for (let links = 0; at && links < LINKS; links++) {
    if (!TOLD_WITH.has(baseRelation(at.deprel))) return false;
    at = tree.head(at);
    if (at === upper.predicate.token) return true;
  }
  return false;
}

/** Sentences through which a story stays where it is without saying so. */
const STORY = 2;

function goOnInStory(doc: Resolved, drafts: readonly Draft[], placed: Map<Draft, readonly string[]>): void {
  const countries = new Set(doc.places.filter(({ kind }) => kind === 'country' || kind === 'area').map(({ id }) => id));
  const named = new Set(doc.placeMentions.map(({ head }) => doc.tokens[head]?.sentence));
  let last: { readonly sentence: number; readonly places: readonly string[] } | null = null;
  for (const draft of drafts) {
    if (!isDeed(draft)) continue;
    const { sentence } = draft.predicate.token;
    const own = placed.get(draft);
    if (own) last = { sentence, places: own.filter((id) => !countries.has(id)) };
    else if (
      last &&
      last.places.length === 1 &&
      sentence > last.sentence &&
      sentence - last.sentence <= STORY &&
      !named.has(sentence)
    )
      placed.set(draft, last.places);
  }
}
