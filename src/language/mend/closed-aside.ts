import type { ClauseTree } from './clause-tree.ts';

/** "Chad, which is mostly desert, shelled Niger" with the shelling in the relative clause: after the comma that closes a relative clause
 * comes the verb of the noun before it, where that noun has none. */
export function mendClosedAsides(tree: ClauseTree): void {
  for (let verb = 3; verb < tree.size; verb++) {
    if (!tree.isVerb(verb) || !tree.isFinite(verb) || tree.hasSubject(verb)) continue;
    if (!/^(?:conj|ccomp|parataxis|advcl)$/.test(tree.relation(verb)) || tree.child(verb, 'cc', 'mark') >= 0) continue;
    if (tree.form(tree.groupStart(verb) - 1) !== ',') continue;
    const noun = describedBy(tree, tree.head(verb));
    if (noun < 0 || tree.relation(noun) !== 'root' || tree.form(noun + 1) !== ',' || tree.child(noun, 'cop', 'nsubj') >= 0)
      continue;
    tree.takePlace(verb, noun);
    tree.attach(noun, verb, 'nsubj');
    for (let at = verb + 1; at < tree.size; at++) if (tree.head(at) >= 0 && tree.head(at) < verb) tree.heads[at] = verb;
  }
}

/** The noun whose relative clause a word heads or is joined to. */
function describedBy(tree: ClauseTree, at: number): number {
  for (let next = at, steps = 0; next >= 0 && steps < 4; next = tree.head(next), steps++)
    if (tree.relations[next] === 'acl:relcl') return tree.head(next);
  return -1;
}
