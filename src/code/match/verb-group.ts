import type { Token, Tree } from '../../document/index.ts';
import { CONDITION_MARKS, MODALS, NEGATIONS } from './grammar.ts';

/** Whether a token heads a verb phrase, also where a participle was tagged as adjective. */
export function isVerbal(token: Token): boolean {
  if (token.upos === 'VERB') return true;
  return token.xpos.startsWith('VB') && token.upos !== 'AUX';
}

/** Whether a predicate is denied: by "not", "never", "no longer" or "without", or by a subject or object that is nobody. */
export function isNegated(tree: Tree, token: Token): boolean {
  if (tree.children(token).some((child) => negates(tree, child))) return true;
  if (!isVerbal(token)) return false;
  const [subject, object] = [tree.childBy(token, 'nsubj'), tree.childBy(token, 'obj')];
  if ((subject && hasNo(tree, subject)) || (object && hasNo(tree, object))) return true;
  return tree.childrenBy(token, 'mark').some((mark) => mark.form.toLowerCase() === 'without');
}

function negates(tree: Tree, child: Token): boolean {
  const word = child.form.toLowerCase();
  if (word === 'longer') return tree.children(child).some(({ form }) => form.toLowerCase() === 'no');
  if (!NEGATIONS.has(word)) return false;
  return ['advmod', 'det', 'cc', 'cc:preconj', 'neg'].includes(child.deprel) || child.upos === 'PART';
}

function hasNo(tree: Tree, noun: Token): boolean {
  if (/^(?:nobody|none|neither)$/i.test(noun.form)) return true;
  return (
    tree.childrenBy(noun, 'det', 'cc:preconj', 'cc').some((det) => /^(?:no|neither)$/i.test(det.form)) ||
    tree.subtree(noun)[0]?.form.toLowerCase() === 'not'
  );
}

/** Lemma of the modal or semi-modal over a verb ("will", "have to" as `must`, "going to" as `will`), shared over coordination. */
export function modalOf(tree: Tree, token: Token): string | null {
  for (const child of tree.childrenBy(token, 'aux')) {
    const word = child.form.toLowerCase();
    if (MODALS.has(word)) return MODAL_LEMMAS[word] ?? word;
  }
  const head = tree.head(token);
  if (!head) return null;
  if (token.deprel === 'xcomp') {
    if (head.lemma === 'have' || head.lemma === 'need') return 'must';
    if (head.lemma === 'go' && head.xpos === 'VBG') return 'will';
  }
  const shares = token.deprel === 'conj' && token.xpos !== 'VBD' && isVerbal(head) && !tree.childBy(token, 'nsubj', 'aux');
  return shares ? modalOf(tree, head) : null;
}

/** Whether a predicate stands under "if", "unless" or an inverted "should". */
export function isConditional(tree: Tree, token: Token): boolean {
  return tree.pathToRoot(token).some((above) => {
    if (tree.childrenBy(above, 'mark').some((mark) => CONDITION_MARKS.has(mark.form.toLowerCase()))) return true;
    return above.deprel === 'advcl' && tree.childBy(above, 'aux')?.form.toLowerCase() === 'should';
  });
}

/** "to attack"; "to have attacked" tells what is done. */
export function isOpenInfinitive(tree: Tree, token: Token): boolean {
  if (tree.childrenBy(token, 'aux').some((aux) => aux.lemma === 'have')) return false;
  return tree.childrenBy(token, 'mark').some((mark) => mark.form.toLowerCase() === 'to');
}

const MODAL_LEMMAS: Readonly<Record<string, string>> = {
  "'ll": 'will',
  wo: 'will',
  shall: 'will',
  "'d": 'would',
  ca: 'can',
  ought: 'should',
};
