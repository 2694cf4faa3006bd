import type { ClauseTree } from './clause-tree.ts';

/** Prepositions that open a clause as well. */
const SUBORDINATORS: ReadonlySet<string> = new Set(['after', 'before', 'since', 'until', 'as']);
/** Participles that say as what somebody appears. */
const APPEARING: ReadonlySet<string> = new Set([
  'disguised',
  'dressed',
  'posing',
  'masquerading',
  'camouflaged',
  'known',
  'clad',
]);
const TELLING: ReadonlySet<string> = new Set(['tell', 'inform', 'assure', 'remind']);

/** "after a group of armed men shot an officer" with the group after which an officer is shot: the phrase before the verb is its subject as a
 * whole, not the last noun of it. */
export function mendSplitSubjects(tree: ClauseTree): void {
  for (let verb = 3; verb < tree.size; verb++) {
    const [noun, inner] = [tree.head(verb), tree.child(verb, 'nsubj')];
    if (tree.tag(verb) !== 'VBD' || tree.relation(verb) !== 'nmod' || inner < 0 || inner > verb || noun > inner) continue;
    const of = tree.children(verb).find((child) => tree.relation(child) === 'case' && child > noun && child < inner);
    if (of === undefined || !tree.isNominal(noun)) continue;
    const opener = tree.children(noun).find((child) => tree.relation(child) === 'case' && SUBORDINATORS.has(tree.form(child)));
    if (opener === undefined && tree.relation(noun) !== 'root') continue;
    tree.takePlace(verb, noun);
    if (opener !== undefined) {
      tree.attach(opener, verb, 'mark');
      const above = clauseAbove(tree, verb);
      tree.attach(verb, above < 0 ? tree.head(verb) : above, 'advcl');
    }
    tree.attach(noun, verb, 'nsubj');
    tree.attach(inner, noun, 'nmod');
    tree.attach(of, inner, 'case');
  }
}

function clauseAbove(tree: ClauseTree, from: number): number {
  let at = tree.head(from);
  for (let steps = 0; at >= 0 && !tree.isVerb(at) && steps < tree.size; steps++) at = tree.head(at);
  return at;
}

function isBy(tree: ClauseTree, at: number): boolean {
  return tree.relation(at) === 'obl' && tree.children(at).some((child) => tree.form(child) === 'by' && child < at);
}

/** "shot dead an officer" with an officer that dead takes: the object is the verb's. */
export function mendShotDead(tree: ClauseTree): void {
  for (let at = 1; at < tree.size - 1; at++) {
    if (tree.form(at) !== 'dead' || !/^(?:shot|gunned|stabbed|beat)$/.test(tree.form(at - 1))) continue;
    const agent = tree.children(at).find((child) => child > at && isBy(tree, child));
    if (agent !== undefined) tree.attach(agent, at - 1, 'obl:agent');
    const object = tree.child(at, 'obj', 'nmod', 'obl');
    if (object < at || tree.child(object, 'case') >= 0) continue;
    for (const child of tree.children(at)) if (child > object) tree.heads[child] = at - 1;
    tree.attach(object, at - 1, 'obj');
    tree.attach(at, at - 1, 'xcomp');
  }
}

/** "Gunmen disguised as medics stormed the ward" with medics that storm it while gunmen disguise: how somebody appears is no clause. */
export function mendAppearances(tree: ClauseTree): void {
  for (let at = 1; at < tree.size - 3; at++) {
    if (!APPEARING.has(tree.form(at)) || tree.form(at + 1) !== 'as' || !/^VB[DNG]$/.test(tree.tag(at))) continue;
    const subject = tree.child(at, 'nsubj');
    const verb = tree.children(at).find((child) => child > at && tree.relation(child) === 'advcl' && tree.isFinite(child));
    if (verb === undefined || subject !== at - 1) continue;
    if (tree.hasSubject(verb) || tree.child(verb, 'mark') >= 0) continue;
    tree.takePlace(verb, at);
    tree.attach(subject, verb, 'nsubj');
    tree.tags[at] = 'VBN';
    tree.attach(at, subject, 'acl');
    for (const child of tree.children(at)) if (child > verb) tree.heads[child] = verb;
  }
}

/** "told reporters they had been beaten" with reporters beaten: who stands right behind a verb of telling hears it. */
export function mendListeners(tree: ClauseTree): void {
  for (let verb = 0; verb < tree.size - 3; verb++) {
    if (!TELLING.has(tree.lemma(verb)) || !tree.isVerb(verb) || tree.child(verb, 'obj', 'iobj') >= 0) continue;
    const said = tree.children(verb).find((child) => child > verb && tree.relation(child) === 'ccomp');
    if (said === undefined) continue;
    const subjects = tree.children(said).filter((child) => tree.relation(child) === 'nsubj' && child < said);
    const [listener, speaker] = subjects;
    if (subjects.length !== 2 || listener === undefined || speaker === undefined) continue;
    if (tree.isBelow(verb + 1, listener)) tree.attach(listener, verb, 'iobj');
  }
}

/** "is listed as a gang by Oslo" with a gang by Oslo: who does what is done to somebody stands behind "by", also past an "as". */
export function mendListingAgents(tree: ClauseTree): void {
  for (let at = 4; at < tree.size; at++) {
    const noun = tree.head(at);
    if (tree.relation(at) !== 'nmod' || noun < 0 || tree.relation(noun) !== 'obl') continue;
    const by = tree.child(at, 'case');
    const verb = tree.head(noun);
    if (tree.form(by) !== 'by' || tree.form(tree.child(noun, 'case')) !== 'as') continue;
    const isPassive = tree.tag(verb) === 'VBN' && tree.children(verb).every((child) => tree.relations[child] !== 'obl:agent');
    if (isPassive && tree.child(verb, 'obj') < 0) tree.attach(at, verb, 'obl:agent');
  }
}

/** "Chad, whose men crossed the river, has left" with Chad crossing: of two subjects the one before "whose" is the owner. */
export function mendWhoseClauses(tree: ClauseTree): void {
  for (let verb = 4; verb < tree.size; verb++) {
    const above = tree.head(verb);
    const subjects = tree.children(verb).filter((child) => tree.relation(child) === 'nsubj' && child < verb);
    const [owner, owned] = subjects;
    if (subjects.length !== 2 || owner === undefined || owned === undefined || above < verb || tree.hasSubject(above)) continue;
    const whose = tree.child(owned, 'nmod');
    if (tree.form(whose) !== 'whose' || !/^(?:advcl|ccomp|parataxis|csubj)$/.test(tree.relation(verb))) continue;
    tree.attach(owner, above, 'nsubj');
    tree.attach(verb, owner, 'acl:relcl');
  }
}

/** "Chad, a dry country, called for rain and asked them to help" with a country called for rain: past the comma that closes an aside comes the
 * verb of the noun before it, with a later verb joined to it. */
export function mendAsideVerbs(tree: ClauseTree): void {
  for (let at = 4; at < tree.size; at++) {
    const later = laterVerb(tree, at);
    const subject = later < 0 ? -1 : tree.child(later, 'nsubj');
    if (subject < 0 || subject > at || tree.form(tree.groupStart(at) - 1) !== ',' || !hasOpening(tree, subject, at)) continue;
    if (!tree.isBelow(tree.head(at), subject) || tree.child(at, 'aux', 'mark', 'nsubj') >= 0) continue;
    if (!tree.children(at).some((child) => child > at && /^(?:obj|obl|xcomp|ccomp)$/.test(tree.relation(child)))) continue;
    if (tree.children(at).some((child) => tree.relations[child] === 'obl:agent')) continue;
    tree.takePlace(at, later);
    tree.tags[at] = 'VBD';
    for (const child of tree.children(later))
      if (child < later && child !== at && tree.tag(child) !== 'CC' && child < at) tree.heads[child] = at;
    tree.attach(later, at, 'conj');
  }
}

/** The finite verb behind "and" on whose subject the aside hangs. */
function laterVerb(tree: ClauseTree, at: number): number {
  if (tree.tag(at) !== 'VBN' || tree.relations[at] !== 'acl') return -1;
  for (let verb = at + 2; verb < tree.size; verb++)
    if (
      tree.isVerb(verb) &&
      tree.isFinite(verb) &&
      tree.tag(tree.groupStart(verb) - 1) === 'CC' &&
      tree.child(verb, 'nsubj') >= 0
    )
      return verb;
  return -1;
}

/** A comma opens the aside right behind the subject's own phrase. */
function hasOpening(tree: ClauseTree, subject: number, verb: number): boolean {
  let at = subject + 1;
  while (at < verb - 2 && tree.head(at) === subject && /^(?:flat|compound)$/.test(tree.relation(at))) at++;
  return tree.form(at) === ',' && at < verb - 2;
}

/** "Chad, Mali and Togo signed" with Mali and Togo saying who Chad is: names after a comma that no comma closes are the rest of a list. */
export function mendListedSubjects(tree: ClauseTree): void {
  for (let second = 2; second < tree.size - 2; second++) {
    const first = tree.head(second);
    if (tree.relation(second) !== 'appos' || tree.form(second - 1) !== ',' || !/^NNP/.test(tree.tag(second))) continue;
    if (!/^NNP/.test(tree.tag(first)) || !/^(?:nsubj|obl|obj|nmod)$/.test(tree.relation(first))) continue;
    const third = tree.child(second, 'conj');
    if (third < second || !tree.isNominal(third) || tree.form(lastBelow(tree, third) + 1) === ',') continue;
    if (tree.children(second).some((child) => child < third && !/^(?:cc|flat|compound|punct|conj)$/.test(tree.relation(child))))
      continue;
    tree.attach(second, first, 'conj');
    tree.attach(third, first, 'conj');
  }
}

function lastBelow(tree: ClauseTree, head: number): number {
  let last = head;
  for (let at = head + 1; at < tree.size && tree.isBelow(at, head); at++) last = at;
  return last;
}

/** "took 100 guards hostage" with a hostage that guards: those taken are the object. */
export function mendHostages(tree: ClauseTree): void {
  for (let at = 2; at < tree.size; at++) {
    if (!/^(?:hostage|captive|prisoner)$/.test(tree.form(at)) || tree.relation(at) !== 'obj') continue;
    const verb = tree.head(at);
    const taken = at - 1;
    if (!/^(?:take|hold|keep)$/.test(tree.lemma(verb)) || tree.head(taken) !== at || tree.relation(taken) !== 'compound')
      continue;
    for (const child of tree.children(at)) if (child < taken) tree.heads[child] = taken;
    tree.attach(taken, verb, 'obj');
    tree.attach(at, verb, 'xcomp');
  }
}
