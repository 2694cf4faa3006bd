import type { ClauseTree } from './clause-tree.ts';

/** How far into a sentence the colon after its source may stand, in words. */
const MAX_SOURCE = 6;

/** "The Contras, rebels armed by X, burned it" with two subjects: the second, between commas, says who the first are. */
export function mendAsides(tree: ClauseTree): void {
  for (let verb = 3; verb < tree.size; verb++) {
    const subjects = tree.children(verb).filter((child) => tree.relations[child] === 'nsubj' && child < verb);
    const [first, second] = subjects;
    if (subjects.length !== 2 || first === undefined || second === undefined) continue;
    if (second === first + 2 && tree.form(first + 1) === ',' && tree.child(second, 'conj') > second)
      tree.attach(second, first, 'conj');
    if (tree.form(tree.groupStart(verb) - 1) !== ',') continue;
    let start = second;
    while (start > first + 1 && !/^[,:]$/.test(tree.form(start - 1)) && tree.isBelow(start - 1, second)) start--;
    if (tree.form(start - 1) === ',') tree.attach(second, first, 'appos');
    else if (tree.form(start - 1) === ':') tree.relations[first] = 'parataxis';
  }
}

/** "Al-Watan: The Union forbade it" with the newspaper forbidding: who speaks after a source and a colon is what follows it. */
export function mendSources(tree: ClauseTree): void {
  const colon = tree.words.findIndex((_, at) => at < MAX_SOURCE && tree.form(at) === ':');
  if (colon < 1) return;
  for (let source = 0; source < colon; source++) {
    const verb = tree.head(source);
    if (tree.relations[source] !== 'nsubj' || verb < colon) continue;
    const subject = tree.children(source).find((child) => child > colon && tree.relation(child) === 'appos');
    if (subject === undefined) continue;
    tree.attach(subject, verb, 'nsubj');
    tree.attach(source, verb, 'parataxis');
    return;
  }
}

/** "visited prisoners held by rebels" with the visitors held: a participle right after a noun describes it. */
export function mendParticiples(tree: ClauseTree): void {
  for (let at = 2; at < tree.size; at++) {
    const verb = tree.head(at);
    if (tree.tag(at) !== 'VBN' || tree.relation(at) !== 'advcl' || verb < 0 || verb > at || !tree.isVerb(verb)) continue;
    if (
      tree
        .children(at)
        .some(
          (child) => /^(?:mark|aux|nsubj|cc)$/.test(tree.relation(child)) || (child < at && tree.relation(child) !== 'advmod'),
        )
    )
      continue;
    if (/^(?:based|compared|given|provided|led)$/.test(tree.form(at))) continue;
    let noun = tree.groupStart(at) - 1;
    if (!/^NN/.test(tree.tag(noun))) continue;
    while (tree.head(noun) > verb && tree.head(noun) < at) noun = tree.head(noun);
    if (tree.head(noun) === verb && tree.isNominal(noun) && /^(?:obj|obl)$/.test(tree.relation(noun)))
      tree.attach(at, noun, 'acl');
  }
}

/** "The UN said troops had killed men and asked for help" with troops that ask: past tense is not joined to a participle but to the verb above. */
export function mendSharedSpeakers(tree: ClauseTree): void {
  for (let at = 3; at < tree.size; at++) {
    const inner = tree.head(at);
    if (
      tree.relation(at) !== 'conj' ||
      tree.tag(at) !== 'VBD' ||
      inner < 0 ||
      !tree.isVerb(inner) ||
      tree.relation(inner) !== 'ccomp'
    )
      continue;
    const outer = tree.head(inner);
    if (tree.hasSubject(at) || tree.child(at, 'aux') >= 0 || tree.tag(inner) === 'VBD' || outer < 0 || outer > inner) continue;
    const has = tree.children(inner).some((child) => tree.relations[child] === 'aux' && !/^(?:be|do)$/.test(tree.lemma(child)));
    if (has && tree.tag(outer) === 'VBD' && tree.hasSubject(outer)) tree.heads[at] = outer;
  }
}

/** Words that only open clauses. */
const OPENERS: ReadonlySet<string> = new Set(['unless', 'because', 'although', 'though', 'while', 'if', 'lest']);

/** "threatened attacks unless Oslo pulled out" with attacks that pulled out: a word that only opens clauses makes one of the verb behind it. */
export function mendOpeners(tree: ClauseTree): void {
  for (let opener = 1; opener < tree.size; opener++) {
    const subject = tree.head(opener);
    if (!OPENERS.has(tree.form(opener)) || tree.relation(opener) !== 'case' || tree.relation(subject) !== 'nsubj') continue;
    const verb = tree.head(subject);
    let above = tree.head(verb);
    for (let steps = 0; above >= 0 && !tree.isVerb(above) && steps < tree.size; steps++) above = tree.head(above);
    if (!tree.isVerb(verb) || above < 0 || above > opener || !/^(?:acl|ccomp|nmod|obl|conj|advcl)$/.test(tree.relation(verb)))
      continue;
    tree.attach(opener, verb, 'mark');
    tree.attach(verb, above, 'advcl');
  }
}

/** What a noun does by being there, so that its "-ing" describes it ("a list, comprising ten names"). */
const BEING: ReadonlySet<string> = new Set(
  'belonging calling comprising consisting containing covering including numbering representing totalling'.split(' '),
);

/** "stormed the town, forcing villagers to flee" with a town that forces: what comes of a deed, behind a comma, hangs on its verb. */
export function mendResults(tree: ClauseTree): void {
  for (let at = 3; at < tree.size; at++) {
    const noun = tree.head(at);
    if (tree.tag(at) !== 'VBG' || tree.relations[at] !== 'acl' || tree.form(at - 1) !== ',' || BEING.has(tree.form(at)))
      continue;
    if (tree.child(at, 'obj', 'ccomp') < at || !/^(?:obj|obl|nmod)$/.test(tree.relation(noun))) continue;
    const verb = verbAbove(tree, noun);
    if (verb < 0 || verb > noun || !tree.isFinite(verb) || hasOther(tree, noun + 1, at - 1)) continue;
    tree.attach(at, verb, 'advcl');
  }
}

function verbAbove(tree: ClauseTree, from: number): number {
  let above = tree.head(from);
  for (let steps = 0; above >= 0 && !tree.isVerb(above) && steps < tree.size; steps++) above = tree.head(above);
  return above;
}

/** Whether another comma stands between: then the clause may close an aside. */
function hasOther(tree: ClauseTree, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (tree.form(at) === ',') return true;
  return false;
}

/** "promised not to attack and has left" with a promise to have left: what has its own tense is joined to the verb that has one. */
export function mendTensedJoints(tree: ClauseTree): void {
  for (let at = 3; at < tree.size; at++) {
    const inner = tree.head(at);
    if (tree.relation(at) !== 'conj' || !tree.isVerb(at) || inner < 0 || tree.relation(inner) !== 'xcomp') continue;
    const outer = tree.head(inner);
    if (outer < 0 || outer > inner || !tree.isVerb(outer) || tree.isFinite(inner) || tree.hasSubject(at)) continue;
    const has = tree
      .children(at)
      .some((child) => tree.relations[child] === 'aux' && /^(?:has|have|had)$/.test(tree.form(child)));
    if (has && tree.children(inner).some((child) => tree.form(child) === 'to' && child < inner)) tree.heads[at] = outer;
  }
}
