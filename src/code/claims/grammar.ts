import type { TokenRange } from '../../base/index.ts';
import { baseRelation, type Token, type Tree } from '../../document/index.ts';

const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

/** Lemmas to look a verb up by, in lower case: with its particle (`point+out`), then alone; also as it would be where the lemmatiser
 * left an ending wrong ("denie", "trad"). */
export function verbLemmas(tree: Tree, verb: Token): readonly string[] {
  const lemmas = plainLemmas(verb);
  const particles = [...tree.childrenBy(verb, 'compound:prt')];
  const next = tree.tokens[verb.index + 1];
  if (particles.length === 0 && next && ['RP', 'IN', 'RB'].includes(next.xpos) && next.sentence === verb.sentence)
    if (tree.childrenBy(verb, 'advmod', 'case', 'compound').includes(next)) particles.push(next);
  return [...particles.flatMap((particle) => lemmas.map((lemma) => `${lemma}+${particle.form.toLowerCase()}`)), ...lemmas];
}

function plainLemmas(verb: Token): readonly string[] {
  const lemma = verb.lemma.toLowerCase();
  if (lemma.length > 4 && lemma.endsWith('ie')) return [lemma, `${lemma.slice(0, -2)}y`];
  return ['VBD', 'VBN', 'VBG'].includes(verb.xpos) && !lemma.endsWith('e') && lemma !== 'hop' ? [lemma, `${lemma}e`] : [lemma];
}

/** Whether a verb is in the passive voice, also in a reduced relative clause ("a charge denied by Kabul"). */
export function isPassive(tree: Tree, verb: Token): boolean {
  if (tree.childBy(verb, 'nsubj:pass', 'csubj:pass', 'aux:pass')) return true;
  if (verb.xpos !== 'VBN') return false;
  if (tree.childrenBy(verb, 'aux').length > 0) return false;
  if (tree.childBy(verb, 'obl:agent')) return true;
  if (tree.childBy(verb, 'nsubj') || takesObject(tree, verb)) return false;
  return baseRelation(verb.deprel) === 'acl' || tree.childBy(verb, 'obl:agent') !== null;
}

/** An object or a bare gerund behind a participle shows a past tense read wrong ("the army, which ..., | denied bombing it"). */
function takesObject(tree: Tree, verb: Token): boolean {
  const next = tree.tokens[verb.index + 1];
  return tree.childBy(verb, 'obj') !== null || (next?.xpos === 'VBG' && next.head === verb.index);
}

/** Whether a verb is negated ("did not say", "never threatened"). */
export function isNegated(tree: Tree, verb: Token): boolean {
  return tree
    .children(verb)
    .some((child) => ['not', "n't", 'n’t', 'never'].includes(child.form.toLowerCase()) && child.index < verb.index);
}

/** Whether a verb is only possible, wished for or asked about ("may demand", "should accuse"). */
export function isUnreal(tree: Tree, verb: Token): boolean {
  const modal = tree
    .childrenBy(verb, 'aux')
    .some((child) => child.xpos === 'MD' && !['will', "'ll"].includes(child.lemma.toLowerCase()));
  if (modal) return true;
  const mark = tree.childBy(verb, 'mark');
  return mark !== null && ['if', 'unless', 'whether', 'lest'].includes(mark.form.toLowerCase());
}

/** Verbs under which an infinitive is still something done ("went on to accuse", "used to say"). */
const ASPECTUAL = new Set([
  'begin',
  'start',
  'continue',
  'go',
  'use',
  'proceed',
  'rush',
  'hasten',
  'come',
  'keep',
  'dare',
  'turn',
  'join',
  'move',
  'take',
]);

/** Whether a verb is only intended, wanted or ordered, not done: an infinitive that hangs on something other than a verb of beginning
 * or, for a purpose, on a finite verb in the active ("called a press conference to accuse"). */
export function isIntended(tree: Tree, verb: Token): boolean {
  for (let step: Token | null = verb; step; step = tree.head(step)) {
    const relation = baseRelation(step.deprel);
    const head = tree.head(step);
    if (!head || !['xcomp', 'advcl', 'acl', 'ccomp', 'conj', 'csubj'].includes(relation)) return false;
    if (relation === 'conj' && !isInfinitive(tree, head)) return false;
    if (!isInfinitive(tree, step) && relation !== 'xcomp' && relation !== 'conj') return false;
    const done =
      ASPECTUAL.has(head.lemma.toLowerCase()) || (relation === 'advcl' && head.xpos === 'VBD' && !isPassive(tree, head));
    if (isInfinitive(tree, step) && relation !== 'conj' && !done) return true;
  }
  return false;
}

/** Who does what a verb says: its subject, its agent in the passive, or the one it shares with a verb above it. Null where unsaid. */
export function agentOf(tree: Tree, verb: Token, depth = 0): Token | null {
  if (isPassive(tree, verb)) return passiveAgent(tree, verb);
  const subject = surfaceSubject(tree, verb, depth);
  return subject;
}

/** The `by` phrase of a passive. */
export function passiveAgent(tree: Tree, verb: Token): Token | null {
  const marked = tree.childBy(verb, 'obl:agent');
  if (marked) return marked;
  const phrases = tree.childrenBy(verb, 'obl', 'nmod');
  const isBy = (child: Token) => tree.preposition(child) === 'by';
  return phrases.find(isBy) ?? phrases.flatMap((phrase) => tree.childrenBy(phrase, 'nmod')).find(isBy) ?? null;
}

/** The grammatical subject, followed through relative clauses, coordination, control and participles. */
export function surfaceSubject(tree: Tree, verb: Token, depth = 0): Token | null {
  if (depth > 6) return null;
  const own = ownSubject(tree, verb);
  const head = tree.head(verb);
  if (own) return relativeAntecedent(tree, verb, own) ?? own;
  if (!head) return null;
  switch (baseRelation(verb.deprel)) {
    case 'conj':
    case 'parataxis':
      return isVerbal(head) || tree.childBy(head, 'nsubj') ? surfaceSubject(tree, head, depth + 1) : null;
    case 'xcomp':
      return tree.childBy(head, 'obj', 'iobj') ?? surfaceSubject(tree, head, depth + 1);
    case 'advcl':
    case 'dep':
      if (verb.xpos !== 'VBG' && verb.xpos !== 'VBN' && !tree.childBy(verb, 'mark')) return null;
      return blamed(tree, verb, head) ?? surfaceSubject(tree, head, depth + 1);
    case 'acl':
      if (verb.xpos !== 'VBG' && verb.xpos !== 'VBN' && verb.deprel !== 'acl:relcl') return null;
      if (tree.tokens[verb.index - 1]?.form === ',' && takesObject(tree, verb)) return aboveRelative(tree, head) ?? head;
      return tree.childBy(head, 'cop') ? (tree.childBy(head, 'nsubj') ?? head) : head;
    default:
      return null;
  }
}

/** "sanctions against X for arming Y", "accused X of arming Y": what is held against X is X's own doing. */
function blamed(tree: Tree, verb: Token, head: Token): Token | null {
  const mark = tree.childrenBy(verb, 'mark', 'case').find((child) => child.index < verb.index);
  if (!mark || verb.xpos !== 'VBG' || !['for', 'of'].includes(mark.form.toLowerCase())) return null;
  const between = tree.subtree(head).filter((token) => token.index > head.index && token.index < verb.index);
  const against = between.filter((token) => tree.preposition(token) === 'against').at(-1);
  return against ?? tree.childBy(head, 'obj', 'nsubj:pass');
}

/** Of several subjects the one with no break between it and the verb: what stands before a colon, a dateline's dash or a closing
 * quotation mark belongs elsewhere. */
function ownSubject(tree: Tree, verb: Token): Token | null {
  const subjects = tree.childrenBy(verb, 'nsubj');
  const [first, second] = subjects;
  if (!first || !second) return first ?? null;
  if (isTitleBefore(first, second)) return second;
  const near = (subject: Token) =>
    !hasBreak(tree, Math.min(subject.index, verb.index), Math.max(subject.index, verb.index)) && !/day$/.test(subject.form);
  return subjects.find(near) ?? first;
}

/** "Boko Haram leader | Abubakar Shekau said" read as two subjects; a weekday is none. */
function isTitleBefore(first: Token, second: Token): boolean {
  return first.upos === 'NOUN' && second.upos === 'PROPN' && second.index - first.index <= 2 && !/day$/.test(second.form);
}

function hasBreak(tree: Tree, from: number, to: number): boolean {
  return tree.tokens.slice(from, to).some((token) => {
    const isHyphen = token.form === '-' && tree.tokens[token.index - 1]?.end === token.start;
    return !isHyphen && [':', '-', '–', '—', ')', '"', '”', 'while'].includes(token.form.toLowerCase());
  });
}

/** "the army, which backs X, | denied it" with the verb hung on X: the noun the relative clause belongs to. */
function aboveRelative(tree: Tree, noun: Token): Token | null {
  const clause = tree.pathToRoot(noun).find((step) => step.deprel === 'acl:relcl');
  return clause ? tree.head(clause) : null;
}

function relativeAntecedent(tree: Tree, verb: Token, subject: Token): Token | null {
  if (!RELATIVE.has(subject.form.toLowerCase()) || !subject.xpos.startsWith('W')) return null;
  for (const step of tree.pathToRoot(verb)) {
    if (baseRelation(step.deprel) === 'acl') return tree.head(step);
    if (!['conj', 'xcomp', 'ccomp'].includes(baseRelation(step.deprel))) break;
  }
  return nounBefore(tree, subject);
}

/** The noun a relative pronoun follows, by the order of words ("the rebels, who ..."). */
function nounBefore(tree: Tree, pronoun: Token): Token | null {
  const previous = tree.tokens[pronoun.index - 1];
  const last = previous?.form === ',' ? tree.tokens[pronoun.index - 2] : previous;
  if (!last || last.sentence !== pronoun.sentence || !['NOUN', 'PROPN'].includes(last.upos)) return null;
  const head = tree.head(last);
  return head && head.index < last.index && ['flat', 'appos'].includes(baseRelation(last.deprel)) ? head : last;
}

/** What is acted on: object, subject of a passive, or the antecedent of a relative clause without one ("a charge it denies"). */
export function objectOf(tree: Tree, verb: Token): Token | null {
  if (isPassive(tree, verb)) {
    const subject = tree.childBy(verb, 'nsubj:pass', 'nsubj');
    if (subject) return relativeAntecedent(tree, verb, subject) ?? subject;
    if (baseRelation(verb.deprel) === 'acl') return tree.head(verb);
    const head = tree.head(verb);
    return baseRelation(verb.deprel) === 'conj' && head && isPassive(tree, head) ? objectOf(tree, head) : null;
  }
  const object = tree.childBy(verb, 'obj');
  if (object && RELATIVE.has(object.form.toLowerCase()) && object.xpos.startsWith('W') && baseRelation(verb.deprel) === 'acl')
    return tree.head(verb);
  if (object) return object;
  if (verb.deprel === 'acl:relcl') {
    const subject = tree.childBy(verb, 'nsubj');
    return subject && relativeAntecedent(tree, verb, subject) === null ? tree.head(verb) : null;
  }
  return null;
}

/** Whether a token is or stands for a verb. */
export function isVerbal(token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'AUX';
}

/** Whether a clause is finite: it has a subject, or an auxiliary, or a finite verb form. */
export function isFiniteClause(tree: Tree, clause: Token): boolean {
  return tree.childBy(clause, 'nsubj', 'csubj', 'expl') !== null || ['VBD', 'VBZ', 'VBP'].includes(clause.xpos);
}

/** Whether a clause is an infinitive with `to`. */
export function isInfinitive(tree: Tree, clause: Token): boolean {
  return tree.childrenBy(clause, 'mark').some((mark) => mark.form.toLowerCase() === 'to') && clause.upos !== 'ADP';
}

/** Whether a clause is a gerund. */
export function isGerund(tree: Tree, clause: Token): boolean {
  return clause.xpos === 'VBG' && tree.childBy(clause, 'nsubj', 'aux') === null;
}

/** Form of the word that opens a clause: `that`, `of`, `as`; empty where there is none. */
export function markOf(tree: Tree, clause: Token): string {
  const mark = tree.childrenBy(clause, 'mark', 'case').find((child) => child.index < clause.index);
  return mark ? mark.form.toLowerCase() : '';
}

/** Dependents of a verb, and of its object, that a preposition opens: "accuse Kabul of X", whichever way it was attached. */
export function prepositional(tree: Tree, word: Token, prepositions: readonly string[]): Token | null {
  const accept = (child: Token) =>
    child.index > word.index &&
    (['obl', 'nmod', 'advcl', 'acl', 'ccomp', 'xcomp'].includes(baseRelation(child.deprel)) || child.deprel === 'obl:agent') &&
    (prepositions.includes(tree.preposition(child)) || prepositions.includes(markOf(tree, child)));
  return tree.children(word).find(accept) ?? null;
}

/** The range of a subtree without the words that open it (`that`, `for`, `of`). */
export function bodyRange(tree: Tree, clause: Token, openers: readonly string[]): TokenRange {
  const range = tree.subtreeRange(clause);
  let from = range.from;
  while (from < clause.index && (openers.includes(tree.token(from).form.toLowerCase()) || tree.token(from).upos === 'PUNCT'))
    from++;
  return { from, to: range.to };
}

/** Smallest range that holds both. */
export function joinRanges(a: TokenRange, b: TokenRange): TokenRange {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** Whether two ranges share a token. */
export function rangesMeet(a: TokenRange, b: TokenRange): boolean {
  return a.from < b.to && b.from < a.to;
}
