import type { Token, Tree } from '../../document/index.ts';
import { MONEY, QUANTITY_NOUNS } from './grammar.ts';

/** How deep "a number of series of …" is followed. */
const QUANTITY_DEPTH = 3;

/** The tokens a noun phrase is about: its head, and for a quantity phrase ("dozens of villagers", "a series of raids") the
 * counted noun as well, innermost last. */
export function phraseHeads(tree: Tree, head: Token, depth = 0): readonly Token[] {
  if (depth >= QUANTITY_DEPTH || !isQuantity(head)) return [head];
  const inner = tree.childrenBy(head, 'nmod').filter((child) => isCounted(tree, head, child));
  return [head, ...inner.flatMap((child) => phraseHeads(tree, child, depth + 1))];
}

/** "dozens of villagers"; of money also "$5 million in aid". */
function isCounted(tree: Tree, head: Token, child: Token): boolean {
  const preposition = tree.preposition(child);
  return preposition === 'of' || (preposition === 'in' && isMoney(tree, head));
}

function isMoney(tree: Tree, head: Token): boolean {
  return (
    head.upos === 'SYM' || MONEY.has(head.lemma.toLowerCase()) || tree.children(head).some((child) => child.upos === 'SYM')
  );
}

function isQuantity(head: Token): boolean {
  return (
    QUANTITY_NOUNS.has(head.lemma.toLowerCase()) ||
    head.upos === 'NUM' ||
    MONEY.has(head.lemma.toLowerCase()) ||
    head.upos === 'DET' ||
    head.upos === 'SYM'
  );
}

/** The keys under which a phrase's words stand in frames and classes: the lemma, and each compound with what stands before it
 * (`air_strike`, `hunger_strike`). */
export function nounKeys(tree: Tree, head: Token): readonly string[] {
  const keys: string[] = [];
  for (const token of phraseHeads(tree, head)) {
    const lemma = token.lemma.toLowerCase();
    keys.push(lemma);
    if (isMoney(tree, token)) keys.push('money');
    for (const child of tree.children(token)) {
      if (child.index >= token.index) continue;
      if (child.deprel === 'compound' || child.deprel === 'amod') keys.push(`${child.lemma.toLowerCase()}_${lemma}`);
    }
    if (lemma.includes('-'))
      keys.push(lemma.replaceAll('-', '_'), lemma.replaceAll('-', ''), lemma.slice(lemma.lastIndexOf('-') + 1));
  }
  return keys;
}

/** Lower-case lemmas of a word and everything below it. */
export function lemmasBelow(tree: Tree, head: Token): ReadonlySet<string> {
  return new Set(tree.subtree(head).map((token) => token.lemma.toLowerCase()));
}
