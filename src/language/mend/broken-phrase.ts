import type { ClauseTree } from './clause-tree.ts';

/** "to reopen the border, officials said" with a border official: no compound reaches over a comma, so its noun belongs to the verb before. */
export function mendBrokenCompounds(tree: ClauseTree): void {
  for (let noun = 1; noun < tree.size; noun++) {
    const head = tree.head(noun);
    if (tree.relations[noun] !== 'compound' || head < noun + 2 || tree.form(noun + 1) !== ',') continue;
    const start = phraseStart(tree, noun, head);
    const verb = start - 1;
    if (verb < 0 || !tree.isVerb(verb) || tree.child(verb, 'obj') >= 0 || tree.isBelow(verb, head)) continue;
    for (let at = start; at < noun; at++) if (tree.head(at) === head) tree.heads[at] = noun;
    tree.attach(noun, verb, 'obj');
  }
}

/** "an arms embargo on Chad" with an embargo for a preposition: a noun is none, and what stood as object is its compound. */
export function mendCaseNouns(tree: ClauseTree): void {
  for (let at = 2; at < tree.size - 1; at++) {
    const [kind, owner] = [at - 1, tree.head(at)];
    const verb = tree.head(kind);
    if (tree.tag(at) !== 'NN' || tree.relation(at) !== 'case' || tree.relation(kind) !== 'obj' || owner < at || verb < 0)
      continue;
    tree.attach(at, verb, 'obj');
    for (const child of tree.children(kind)) if (child < kind || child === owner) tree.heads[child] = at;
    tree.attach(kind, at, 'compound');
  }
}

/** First word of the phrase that ends in a noun and hangs with it on one head. */
function phraseStart(tree: ClauseTree, noun: number, head: number): number {
  let start = noun;
  while (
    start > 0 &&
    (tree.head(start - 1) === head || tree.head(start - 1) === noun) &&
    /^(?:DT|PRP\$|JJ|CD|NN)/.test(tree.tag(start - 1))
  )
    start--;
  return start;
}

/** "gangs led by the officer Cherisol stormed" with two subjects: the second only names the noun right before it. */
export function mendSecondSubjects(tree: ClauseTree): void {
  for (let verb = 2; verb < tree.size; verb++) {
    const subjects = tree.children(verb).filter((child) => tree.relation(child) === 'nsubj' && child < verb);
    const [first, second] = subjects;
    if (subjects.length !== 2 || first === undefined || second === undefined) continue;
    const title = second - 1;
    if (tree.tag(second) === 'NNP' && tree.tag(title) === 'NN' && title !== first && tree.isBelow(title, first))
      tree.attach(second, title, 'appos');
  }
}

/** "to President Koch" with the preposition on the title: it is the whole phrase's. */
export function mendTitlePrepositions(tree: ClauseTree): void {
  for (let at = 0; at < tree.size - 2; at++) {
    const title = tree.head(at);
    if (tree.relations[at] !== 'case' || tree.tag(at) !== 'IN' || title < at || !/^NNP?$/.test(tree.tag(title))) continue;
    const name = tree.head(title);
    if (!/^(?:compound|nmod:desc)$/.test(tree.relations[title] ?? '') || name < title || !tree.isNominal(name)) continue;
    if (tree.child(name, 'case') < 0 || tree.child(name, 'case') > name) tree.heads[at] = name;
  }
}
