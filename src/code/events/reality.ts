import type { Status } from '../../codebook/index.ts';
import { QUAD_OF } from '../../codebook/index.ts';
import { baseRelation, inZone, type Parsed, type Token, type Tree } from '../../document/index.ts';
import { POSSIBILITY_MODALS } from '../match/grammar.ts';
import type { MatchContext } from '../match/match-frames.ts';
import type { Draft } from './draft.ts';

/** Determiners with which a noun points to something known: "the attack", "their siege". */
const POINTERS: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those']);

/** Words before which an infinitive tells what was done: "the first state to recognise the junta". */
const RANKS: ReadonlySet<string> = new Set(['first', 'second', 'third', 'last', 'latest', 'only']);

/** Relations by which a noun is part of what its verb says. */
const WITHIN_CLAUSE: ReadonlySet<string> = new Set(['obj', 'obl', 'nsubj', 'nmod', 'conj', 'compound', 'iobj']);

/** Whether an event noun points to something that is known: by its determiner, a possessor or a name. */
export function pointsBack(draft: Draft, tree: Tree): boolean {
  if (draft.predicate.kind !== 'noun') return false;
  const { token } = draft.predicate;
  const determiner = tree.childBy(token, 'det')?.form.toLowerCase() ?? '';
  return POINTERS.has(determiner) || tree.childBy(token, 'nmod:poss') !== null;
}

/** The status an event noun takes from the verb it stands with, where that verb tells of what may be: "could lead to war", "would welcome talks",
 * "has seen no need for sanctions". Null where the verb says nothing against it. */
export function statusFromVerb(draft: Draft, context: MatchContext): Status | null {
  const { tree } = context;
  if (draft.predicate.kind !== 'noun' || draft.top !== draft.predicate.token || pointsBack(draft, tree)) return null;
  const verb = verbOf(draft.predicate.token, tree);
  if (!verb) return null;
  const { modal, negated } = context.predicateOf(verb);
  if (modal !== null && (POSSIBILITY_MODALS.has(modal) || modal === 'would')) return 'hypothetical';
  return negated && isBare(draft.predicate.token, tree) ? 'hypothetical' : null;
}

function verbOf(noun: Token, tree: Tree): Token | null {
  for (let at: Token | null = noun; at; at = tree.head(at)) {
    if (at.upos === 'VERB') return at;
    if (!WITHIN_CLAUSE.has(baseRelation(at.deprel))) return null;
  }
  return null;
}

function isBare(noun: Token, tree: Tree): boolean {
  const determiner = tree.childBy(noun, 'det')?.form.toLowerCase();
  return determiner === undefined || ['a', 'an', 'any', 'no', 'another', 'further'].includes(determiner);
}

/** What an infinitive that nothing governs tells: a plan after "sent troops", only a possibility after a noun or adjective ("a chance to talk", "unable to
 * talk"), a purpose after a party ("telephoned the minister to
 * complain"), a fact after a rank ("the first to leave") and where the doing itself is the message ("to protest"). */
export function infinitiveStatus(draft: Draft, { tree, parties }: MatchContext): Status {
  const { token } = draft.predicate;
  const head = tree.head(token);
  if (head && tree.subtree(head).some((word) => RANKS.has(word.lemma.toLowerCase()) && tree.head(word) === head))
    return 'actual';
  if (draft.type === 'PROTEST' && token.deprel === 'advcl') return 'actual';
  const purpose = head !== null && parties.mentionAt(head) !== null;
  if ((token.deprel === 'acl' && !purpose) || (token.deprel === 'xcomp' && head?.upos === 'ADJ')) return 'hypothetical';
  return QUAD_OF[draft.type] % 2 === 0 ? 'planned' : 'actual';
}

/** Verbs whose past looks like their present. */
const ONE_FORM = /^(?:beat|burst|cast|cut|hit|hurt|let|put|quit|set|shed|shut|slit|split|spread|thrust)$/i;

/** Whether a verb of deeds in the simple present tells what goes on: "who train the rebels". Headlines and captions tell news that way. */
export function isHabitual(draft: Draft, doc: Parsed, tree: Tree): boolean {
  const { token, kind, modal } = draft.predicate;
  if (kind !== 'verb' || modal !== null || QUAD_OF[draft.type] % 2 === 1 || inZone(doc, token, 'headline', 'caption'))
    return false;
  const verb = tree.childrenBy(token, 'aux')[0] ?? token;
  if (verb === token && ONE_FORM.test(token.form)) return false;
  if (verb.xpos !== 'VBZ' && verb.xpos !== 'VBP') return false;
  if (verb !== token && verb.lemma === 'have') return false;
  const range = doc.sentences[token.sentence];
  return range !== undefined && (doc.tokens[range.to - 1]?.form === '.' || doc.tokens[range.to - 2]?.form === '.');
}

/** Whether an adverb beside the verb leaves open who says so ("allegedly shelled").
 * @param hedges lemmas of such words */
export function isHedged(draft: Draft, hedges: ReadonlyMap<string, unknown>, tree: Tree): boolean {
  const words = tree.childrenBy(draft.predicate.token, 'advmod', 'amod');
  const upper = draft.top === draft.predicate.token ? [] : tree.childrenBy(draft.top, 'advmod');
  return [...words, ...upper].some((word) => hedges.has(word.form.toLowerCase()));
}
