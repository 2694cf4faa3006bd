import type { ClauseTree } from './clause-tree.ts';

/** Irregular past forms that are no base form and that news is full of. */
const PAST_ONLY: ReadonlySet<string> = new Set(
  (
    'began broke brought built bought came caught chose drew drove flew fled forbade fought froze gave held kept led lost made met paid ' +
    'rose said sank sent shook shot sold sought spoke stole struck swept swore taught threw told took went withdrew won wrote'
  ).split(' '),
);
/** Verbs that look like adverbs. */
const VERBS_IN_LY: ReadonlySet<string> = new Set(
  'ally apply belly bully comply dally fly imply multiply rally rely reply sully supply tally ply'.split(' '),
);
const AFTER_VERB = /^(?:DT|CD|PRP\$?|RP)$/;

/** "rangers shot a herder" tagged as present tense: a form that is only past is past. */
export function mendPastForms(tree: ClauseTree): void {
  for (let at = 0; at < tree.size; at++) {
    if (/^VBP?$/.test(tree.tag(at)) && PAST_ONLY.has(tree.form(at)) && tree.child(at, 'aux', 'mark') < 0) tree.tags[at] = 'VBD';
  }
}

/** "to sharply cut aid" with "sharply" for the verb. */
export function mendAdverbs(tree: ClauseTree): void {
  for (let at = 1; at < tree.size - 1; at++) {
    if (tree.tag(at) !== 'VB' || !/ly$/.test(tree.form(at)) || VERBS_IN_LY.has(tree.form(at)) || tree.form(at - 1) !== 'to')
      continue;
    const verb = at + 1;
    if (!/^VB/.test(tree.tag(verb)) || tree.relation(verb) !== 'amod') continue;
    const object = tree.head(verb);
    tree.takePlace(verb, at);
    tree.tags[verb] = 'VB';
    tree.tags[at] = 'RB';
    for (const child of tree.children(at)) tree.heads[child] = verb;
    tree.attach(at, verb, 'advmod');
    tree.attach(object, verb, 'obj');
  }
}

/** "Troops shot and wounded two" with a troop shot: a past form that no article or adjective makes a noun, before what only a verb takes. */
export function mendNounVerbs(tree: ClauseTree): void {
  for (let at = 1; at < tree.size - 1; at++) {
    if (tree.tag(at) !== 'NN' || !PAST_ONLY.has(tree.form(at))) continue;
    if (!takesComplement(tree, at)) continue;
    const subject = at - 1;
    if (tree.tag(subject) === 'CC') joinVerb(tree, at);
    else if (/^(?:NNS|NNP|NN)$/.test(tree.tag(subject)) && tree.head(subject) === at) makeClause(tree, at, subject);
  }
}

function takesComplement(tree: ClauseTree, at: number): boolean {
  const next = tree.tag(at + 1);
  if (AFTER_VERB.test(next) || tree.form(at + 1) === 'dead' || tree.form(at + 1) === 'down') return true;
  return next === 'CC' && /^VB[DN]$/.test(tree.tag(at + 2));
}

/** "seized a boat and shot one": joined to a verb, not to its object. */
function joinVerb(tree: ClauseTree, at: number): void {
  const first = tree.head(at);
  if (
    tree.relation(at) !== 'conj' ||
    tree.children(at).some((child) => /^(?:det|amod|compound|nmod)$/.test(tree.relation(child)) && child < at)
  )
    return;
  const verb = tree.isVerb(first) ? first : tree.head(first);
  if (verb < 0 || !tree.isVerb(verb)) return;
  tree.tags[at] = 'VBD';
  tree.attach(at, verb, 'conj');
  giveObject(tree, at);
}

function makeClause(tree: ClauseTree, at: number, subject: number): void {
  tree.tags[at] = 'VBD';
  for (const child of tree.children(at))
    if (child < subject && /^(?:det|amod|compound|nmod|nummod)$/.test(tree.relation(child))) tree.heads[child] = subject;
  tree.attach(subject, at, 'nsubj');
  if (
    tree.relation(at) === 'nsubj' &&
    tree.children(tree.head(at)).filter((child) => tree.relation(child) === 'nsubj').length > 1
  )
    tree.relations[at] = 'ccomp';
  giveObject(tree, at);
}

function giveObject(tree: ClauseTree, at: number): void {
  const object = tree.children(at).find((child) => child > at && /^(?:nmod|flat|obj|appos)$/.test(tree.relation(child)));
  if (object === undefined || !/^(?:NN|CD|PRP)/.test(tree.tag(object))) return;
  const marker = tree.children(object).find((child) => tree.relation(child) === 'case' && child < object);
  if (marker !== undefined && tree.form(marker) !== 'down') return;
  if (marker !== undefined) tree.attach(marker, at, 'compound:prt');
  tree.attach(object, at, 'obj');
}

/** "Clashes between A and B broke out" with something that clashes: the first word of a sentence that has its verb elsewhere is a noun. */
export function mendVerbNouns(tree: ClauseTree): void {
  if (
    tree.root !== 0 ||
    tree.tag(0) !== 'VBZ' ||
    tree.hasSubject(0) ||
    !/^(?:between|by|in|on|of|over|against|at|with)$/.test(tree.form(1))
  )
    return;
  const verb = tree
    .children(0)
    .find(
      (child) => tree.isVerb(child) && tree.isFinite(child) && !tree.hasSubject(child) && tree.child(child, 'cc', 'mark') < 0,
    );
  if (verb === undefined) return;
  tree.tags[0] = 'NNS';
  tree.takePlace(verb, 0);
  tree.attach(0, verb, 'nsubj');
  for (const child of tree.children(0)) {
    if (child > verb) tree.heads[child] = verb;
    else if (tree.relation(child) === 'obl') tree.relations[child] = 'nmod';
  }
}

/** "Fighting between A and B resumed" with B alone resuming while A fights. */
export function mendGerundNouns(tree: ClauseTree): void {
  const verb = tree.head(0);
  if (tree.tag(0) !== 'VBG' || tree.form(1) !== 'between' || tree.relation(0) !== 'advcl' || verb < 0) return;
  const [first, second] = [tree.child(0, 'obl', 'nmod'), tree.child(verb, 'nsubj')];
  if (first < 0 || second < first || second > verb) return;
  const and = tree.words.findIndex((_, at) => at > first && at < second && tree.tag(at) === 'CC');
  if (and < 0) return;
  tree.tags[0] = 'NN';
  tree.attach(0, verb, tree.relations[second] ?? 'nsubj');
  tree.attach(first, 0, 'nmod');
  tree.attach(second, first, 'conj');
  tree.attach(and, second, 'cc');
}

/** "Shelling by the army killed two" with nobody who kills, or with a clause that does: a gerund that has nothing but a doer or a place behind it
 * is the subject of the verb that follows. */
export function mendGerundSubjects(tree: ClauseTree): void {
  for (let at = 0; at < tree.size - 1; at++) {
    if (tree.tag(at) !== 'VBG' || !/^(?:by|of|in|on|at|near)$/.test(tree.form(at + 1)) || !isBareSubject(tree, at)) continue;
    const verb = tree.head(at);
    tree.tags[at] = 'NN';
    const passive = tree.children(verb).some((child) => tree.relations[child] === 'aux:pass');
    tree.attach(at, verb, passive ? 'nsubj:pass' : 'nsubj');
    for (const child of tree.children(at)) if (/^obl/.test(tree.relation(child))) tree.relations[child] = 'nmod';
  }
}

function isBareSubject(tree: ClauseTree, at: number): boolean {
  const verb = tree.head(at);
  const opens = at === 0 && tree.relation(at) === 'advcl' && !tree.hasSubject(verb);
  if (verb < at || (!opens && tree.relation(at) !== 'csubj') || !tree.isVerb(verb) || !tree.isFinite(verb)) return false;
  if (tree.words.some((_, word) => word > at && word < verb && tree.form(word) === ',')) return false;
  return tree.children(at).every((child) => /^(?:obl|nmod|punct)$/.test(tree.relation(child)));
}

/** Ranks and sides that are adjectives too. */
const NAMED_BY_QUALITY: ReadonlySet<string> = new Set([
  'general',
  'major',
  'militant',
  'paramilitary',
  'separatist',
  'loyalist',
]);

/** "The general resigned" with a quality that resigns. */
export function mendRankNouns(tree: ClauseTree): void {
  for (let at = 1; at < tree.size; at++) {
    if (tree.tag(at) !== 'JJ' || !NAMED_BY_QUALITY.has(tree.form(at)) || tree.child(at, 'det') < 0) continue;
    if (/^(?:nsubj|obj|iobj|obl|nmod)/.test(tree.relation(at))) tree.tags[at] = 'NN';
  }
}

/** "Protesters set fire to it" with a set fire: the participle before a noun that has a subject but no copula is the verb. */
export function mendVerbModifiers(tree: ClauseTree): void {
  for (let verb = 1; verb < tree.size - 1; verb++) {
    const noun = tree.head(verb);
    if (
      !/^(?:amod|compound)$/.test(tree.relation(verb)) ||
      !/^VB[DNPZ]$/.test(tree.tag(verb)) ||
      noun < verb ||
      !tree.isNominal(noun)
    )
      continue;
    const own = tree.child(verb, 'nsubj');
    const subject = tree.child(noun, 'nsubj');
    if (own >= 0 && own < verb && tree.tag(verb) === 'VBN') runOn(tree, verb, noun);
    else if (subject >= 0 && subject < verb && tree.child(noun, 'cop') < 0) promote(tree, verb, noun, subject);
    else if (isBareRoot(tree, verb, noun)) promote(tree, verb, noun, tree.root);
  }
}

/** "They marched; police used batons" with batons that were used and marched: a clause of its own. */
function runOn(tree: ClauseTree, verb: number, noun: number): void {
  tree.attach(verb, tree.head(noun), tree.head(noun) < 0 ? 'root' : 'parataxis');
  tree.attach(noun, verb, 'obj');
  tree.tags[verb] = 'VBD';
  for (const child of tree.children(noun))
    if (child > noun && /^(?:acl|punct)$/.test(tree.relation(child)))
      tree.attach(child, verb, tree.relation(child) === 'acl' ? 'advcl' : 'punct');
}

/** "Gunmen massacred peasants." read as gunmen that are massacred peasants. */
function isBareRoot(tree: ClauseTree, verb: number, noun: number): boolean {
  const { root } = tree;
  if (tree.head(noun) !== root || root !== verb - 1 || !tree.isNominal(root) || tree.hasSubject(root)) return false;
  return /^(?:nmod|appos|dep|obj)$/.test(tree.relation(noun)) && tree.child(noun, 'case') < 0 && tree.child(root, 'cop') < 0;
}

function promote(tree: ClauseTree, verb: number, noun: number, subject: number): void {
  const above = tree.root === subject ? subject : noun;
  tree.takePlace(verb, above);
  tree.attach(noun, verb, 'obj');
  tree.attach(subject, verb, 'nsubj');
  if (tree.tag(verb) === 'VBN') tree.tags[verb] = 'VBD';
  for (let at = verb + 1; at < tree.size; at++)
    if (
      (tree.head(at) === subject || (tree.head(at) === noun && /^(?:conj|punct|advcl|parataxis)$/.test(tree.relation(at)))) &&
      at !== noun
    )
      tree.heads[at] = verb;
}

/** What people do by themselves, so that a noun behind the word is who does it. */
const INTRANSITIVE: ReadonlySet<string> = new Set(
  'advancing chanting cheering demonstrating fleeing grieving marching mourning praying protesting rampaging retreating rioting surviving warring'.split(
    ' ',
  ),
);

/** "a crowd of protesting farmers" with a crowd that protests farmers: the participle describes the noun behind it. */
export function mendDescribingGerunds(tree: ClauseTree): void {
  for (let at = 2; at < tree.size - 1; at++) {
    const [crowd, doer] = [tree.head(at), at + 1];
    if (tree.tag(at) !== 'VBG' || !INTRANSITIVE.has(tree.form(at)) || tree.relation(at) !== 'acl' || crowd < 0) continue;
    const of = at - 1;
    if (tree.form(of) !== 'of' || tree.head(of) !== at || tree.head(doer) !== at || tree.tag(doer) !== 'NNS') continue;
    const clause = tree.head(crowd) < 0 ? crowd : tree.head(crowd);
    for (const child of tree.children(at)) if (child > doer) tree.heads[child] = clause;
    tree.attach(doer, crowd, 'nmod');
    tree.attach(of, doer, 'case');
    tree.attach(at, doer, 'amod');
  }
}

const CHARGING: ReadonlySet<string> = new Set(['accuse', 'suspect', 'convict', 'acquit', 'guilty', 'capable']);

/** "accused Oslo of arming rebels" with rebels that arm: what somebody is accused of is a deed, and the noun behind it its object. */
export function mendChargedDeeds(tree: ClauseTree): void {
  for (let at = 2; at < tree.size - 1; at++) {
    const object = tree.head(at);
    if (tree.tag(at) !== 'VBG' || tree.relation(at) !== 'amod' || object < at || INTRANSITIVE.has(tree.form(at))) continue;
    const of = at - 1;
    const charged = tree.head(object);
    if (tree.form(of) !== 'of' || tree.head(of) !== object || charged < 0) continue;
    const verb = CHARGING.has(tree.lemma(charged)) ? charged : tree.head(charged);
    if (
      !CHARGING.has(tree.lemma(verb)) ||
      (verb !== charged && tree.relation(charged) !== 'obj' && !tree.relation(charged).startsWith('nsubj'))
    )
      continue;
    tree.attach(at, verb, 'advcl');
    tree.attach(of, at, 'mark');
    tree.attach(object, at, 'obj');
  }
}
