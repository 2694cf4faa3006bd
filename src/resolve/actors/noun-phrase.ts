import type { TokenRange } from '../../base/index.ts';
import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import { isPlural } from './noun-index.ts';

const LEFT_PARTS: ReadonlySet<string> = new Set([
  'det',
  'amod',
  'compound',
  'nummod',
  'nmod:poss',
  'nmod:desc',
  'flat',
  'name',
]);
const RIGHT_PARTS: ReadonlySet<string> = new Set(['flat', 'compound', 'goeswith', 'nmod:desc', 'name']);
const NUMBER_PARTS: ReadonlySet<string> = new Set(['advmod', 'nummod', 'det']);

/** Day names behind a noun are dates, whatever the tree says: "told reporters Friday". */
const DAY = /^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** The shortest full noun phrase of a head: determiner to head, with name parts and titles, without what follows. */
export function coreRange(tree: Tree, head: Token): TokenRange {
  let from = head.index;
  const children = tree.children(head);
  for (const child of [...children].reverse()) {
    if (child.index > head.index) continue;
    if (!isPart(child, LEFT_PARTS) && !isNumberPart(tree, child)) {
      if (child.deprel === 'punct' || child.deprel === 'case' || child.deprel === 'cc') continue;
      break;
    }
    from = Math.min(from, tree.subtreeRange(child).from);
  }
  let to = head.index + 1;
  for (const child of children) {
    if (child.index < head.index) continue;
    if (!isPart(child, RIGHT_PARTS) || tree.subtreeRange(child).from > to + 1) {
      if (child.deprel === 'punct' && /^[-–.]$/.test(child.form)) continue;
      break;
    }
    to = Math.max(to, nameEnd(tree, child));
  }
  for (let at = head.index - 1; at >= from; at--) if (/^([—–():;“”]|--)$/.test(tree.token(at).form)) from = at + 1;
  while (to > head.index + 1 && DAY.test(tree.token(to - 1).form)) to--;
  while (from < head.index && isOutside(tree.token(from), tree.token(from + 1))) from++;
  return { from, to };
}

/** Past the last name part below a token, however the parts hang together. */
function nameEnd(tree: Tree, token: Token): number {
  let end = token.index + 1;
  const open = [token];
  for (let next = open.pop(); next; next = open.pop()) {
    end = Math.max(end, next.index + 1);
    for (const child of tree.children(next)) if (child.index > next.index && isPart(child, RIGHT_PARTS)) open.push(child);
  }
  return end;
}

/** Markers a faulty tree may pull into a noun phrase. */
function isOutside({ upos, form }: Token, next: Token): boolean {
  if (upos === 'VERB' && /^(DET|NUM)$/.test(next.upos)) return true;
  if (
    /^(at|up|as|more|less|over|under)$/i.test(form) &&
    /^(least|most|to|than|many|NUM)$/i.test(next.upos === 'NUM' ? 'NUM' : next.form)
  )
    return false;
  return /^(ADP|PUNCT|CCONJ|SCONJ|AUX)$/.test(upos) || /^(according|including)$/i.test(form);
}

function isPart(token: Token, parts: ReadonlySet<string>): boolean {
  return parts.has(token.deprel) || parts.has(baseRelation(token.deprel));
}

function isNumberPart(tree: Tree, token: Token): boolean {
  return (
    NUMBER_PARTS.has(token.deprel) &&
    tree.children(token).length === 0 &&
    /^(some|about|only|both|almost|nearly)$/i.test(token.form)
  );
}

/** Whether a noun phrase points at something known: "the rebels", "those rebels", "their army". */
export function isDefinite(tree: Tree, head: Token): boolean {
  return tree
    .children(head)
    .some(
      (child) =>
        (child.index < head.index && /^(the|this|that|these|those|both|either)$/i.test(child.form)) ||
        child.deprel === 'nmod:poss',
    );
}

/** Whether a head noun stands in the plural. */
export function isPluralHead(head: Token): boolean {
  return (
    head.xpos === 'NNS' ||
    head.xpos === 'NNPS' ||
    (head.xpos === '' && isPlural(head.form)) ||
    /^(police|people|\w+men|\w+women)$/i.test(head.form)
  );
}

/** Whether the token is the subject of its clause. */
export function isSubject(token: Token): boolean {
  return baseRelation(token.deprel) === 'nsubj';
}

/** Whether the token only modifies another noun: "the Turkish shelling", "a Taliban attack". A possessor does more. */
export function isModifier({ deprel }: Token): boolean {
  return /^(amod|compound|flat)$/.test(baseRelation(deprel)) || deprel === 'nmod:desc';
}
