import type { ClauseTree } from './clause-tree.ts';
import { nounPhraseBefore } from './noun-phrase-before.ts';

/** Verbs that tell somebody a clause, with or without "that" ("told them they were free"). */
const TELLING: ReadonlySet<string> = new Set(
  'tell warn inform assure remind promise show convince persuade notify ask teach advise'.split(' '),
);

/** "Soldiers sent to help were ambushed" with "sent" for main verb: a complement clause has a subject, so the finite verb without one is the
 * main verb and the first a participle of the subject. */
export function mendReducedRelatives(tree: ClauseTree): void {
  for (let main = 2; main < tree.size; main++) {
    const first = tree.head(main);
    if (!/^(?:ccomp|conj|xcomp|parataxis)$/.test(tree.relation(main)) || !isParticipleLike(tree, first) || first > main)
      continue;
    if (!isBareFinite(tree, main) || !isUnjoined(tree, main) || nounPhraseBefore(tree, tree.groupStart(main))) continue;
    const subject = tree.child(first, 'nsubj');
    if (subject < 0 || subject > first || !isAdjacent(tree, subject, first)) continue;
    tree.takePlace(main, first);
    tree.attach(
      subject,
      main,
      tree.children(main).some((child) => tree.relations[child] === 'aux:pass') ? 'nsubj:pass' : 'nsubj',
    );
    tree.attach(first, subject, 'acl');
    tree.tags[first] = 'VBN';
    for (const child of tree.children(first))
      if (child > main || (child < subject && tree.relation(child) !== 'punct')) tree.heads[child] = main;
  }
}

function isParticipleLike(tree: ClauseTree, at: number): boolean {
  return (
    tree.relations[at] !== 'acl:relcl' &&
    /^VB[DN]$/.test(tree.tag(at)) &&
    tree.child(at, 'aux', 'obj') < 0 &&
    /(?:ed|en|nt|wn|ld|ght|de|und|ung|ept)$/.test(tree.form(at)) &&
    tree.form(at) !== 'went'
  );
}

/** Inflected by itself or an auxiliary, without a subject of its own; a bare present form may be a noun. */
function isBareFinite(tree: ClauseTree, at: number): boolean {
  const isPresent = tree.tag(at) === 'VBP' && tree.child(at, 'aux') < 0;
  return tree.isVerb(at) && tree.isFinite(at) && !isPresent && !tree.hasSubject(at);
}

/** No "and", no comma, no "that", and not a thing said. */
function isUnjoined(tree: ClauseTree, at: number): boolean {
  const start = tree.groupStart(at);
  return !/^(?:CC|,|:|``|'')$/.test(tree.tag(start - 1)) && tree.child(at, 'mark', 'cc') < 0;
}

function isAdjacent(tree: ClauseTree, subject: number, verb: number): boolean {
  for (let at = subject + 1; at < verb; at++) if (!tree.isBelow(at, subject)) return false;
  return true;
}

/** "the troops it had held" with "held" for a complement: a clause right after an object that lacks an object of its own describes it. */
export function mendContactRelatives(tree: ClauseTree): void {
  for (let inner = 2; inner < tree.size; inner++) {
    const outer = tree.head(inner);
    if (tree.relation(inner) !== 'ccomp' || !tree.isVerb(outer) || outer > inner || TELLING.has(tree.words[outer]?.lemma ?? ''))
      continue;
    const [subject, object] = [tree.child(inner, 'nsubj'), tree.child(outer, 'obj')];
    if (subject < 0 || object < 0 || subject !== object + 1 || tree.child(inner, 'obj', 'mark', 'ccomp', 'xcomp') >= 0)
      continue;
    if (!/^(?:PRP|NNP?S?)$/.test(tree.tag(subject)) || subject > inner) continue;
    tree.attach(inner, object, 'acl:relcl');
  }
}

/** "Troops trained by Oslo drove out rebels" with troops that are trained and somebody who drives: the bare participle describes those who do
 * what the finite verb tells. */
export function mendTrainedDoers(tree: ClauseTree): void {
  for (let at = 1; at < tree.size - 2; at++) {
    const doer = tree.child(at, 'nsubj');
    if (tree.tag(at) !== 'VBN' || doer < 0 || doer !== at - 1 || tree.child(at, 'aux', 'mark', 'cop') >= 0) continue;
    const verb = mainVerb(tree, at);
    if (verb < 0) continue;
    if (tree.head(at) !== verb) {
      tree.takePlace(verb, at);
      for (const child of tree.children(at)) if (child > verb) tree.heads[child] = verb;
    }
    tree.attach(doer, verb, 'nsubj');
    tree.attach(at, doer, 'acl');
  }
}

/** The finite verb without subject that the participle hangs on, or that was hung on it. */
function mainVerb(tree: ClauseTree, participle: number): number {
  const isMain = (at: number) => at > participle && tree.tag(at) === 'VBD' && tree.isVerb(at) && !tree.hasSubject(at);
  const above = tree.head(participle);
  if (tree.relation(participle) === 'advcl') return isMain(above) ? above : -1;
  if (above >= 0) return -1;
  const below = tree
    .children(participle)
    .find(
      (child) =>
        isMain(child) && /^(?:advcl|parataxis|ccomp)$/.test(tree.relation(child)) && tree.child(child, 'mark', 'cc') < 0,
    );
  return below ?? -1;
}
