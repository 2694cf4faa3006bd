import type { Token } from '../document/index.ts';

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** Relations in which no day stands, though newspaper style ("officials Sunday said", "asked ministers Friday to leave") puts one there. */
const MISREAD: ReadonlySet<string> = new Set([
  'nsubj',
  'nsubj:pass',
  'obj',
  'iobj',
  'compound',
  'appos',
  'flat',
  'amod',
  'nmod:unmarked',
  'dep',
]);

/** Hangs bare weekdays on the verb of their clause as times. A day of its own phrase ("on Friday", "Friday prayers") stays as it is. */
export function hangWeekdays(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => WEEKDAY.test(token.form))) return tokens;
  const hung = [...tokens];
  for (const token of tokens) {
    if (!WEEKDAY.test(token.form) || !MISREAD.has(token.deprel)) continue;
    const head = hung[token.head];
    if (token.deprel === 'compound' && head && head.index > token.index) continue;
    const verb = clauseVerb(hung, token);
    if (verb === null || !giveUpPhrase(hung, token)) continue;
    hung[token.index] = { ...token, head: verb, deprel: 'obl:unmarked' };
    if (token.deprel === 'nsubj') nameSubject(hung, token, verb);
  }
  return hung;
}

/** Where the day was made head of the phrase before it ("officials Sunday"), the noun before it takes its place; false where the day
 * has words of its own. */
function giveUpPhrase(tokens: Token[], day: Token): boolean {
  const below = tokens
    .slice(Math.max(0, day.index - REACH), day.index + REACH)
    .filter((other) => other.head === day.index && other.deprel !== 'punct');
  if (below.length === 0) return true;
  const noun = tokens[day.index - 1];
  if (
    !noun ||
    noun.head !== day.index ||
    (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') ||
    below.some(({ index }) => index > day.index)
  )
    return false;
  for (const other of below) tokens[other.index] = { ...other, head: noun.index };
  tokens[noun.index] = { ...noun, head: day.head, deprel: day.deprel };
  return true;
}

/** Where the day stood in for the subject, the noun before it that was left without a preposition is the subject. */
function nameSubject(tokens: Token[], day: Token, verb: number): void {
  const noun = tokens[day.index - 1];
  if (!noun || noun.head !== verb || !noun.deprel.startsWith('obl') || (noun.upos !== 'NOUN' && noun.upos !== 'PROPN')) return;
  if (
    tokens
      .slice(Math.max(0, noun.index - REACH), noun.index)
      .some((other) => other.head === noun.index && other.deprel === 'case')
  )
    return;
  tokens[noun.index] = { ...noun, deprel: 'nsubj' };
}

/** How far from the day its phrase is looked for, in tokens. */
const REACH = 8;

/** The nearest verb above, null where there is none. */
function clauseVerb(tokens: readonly Token[], token: Token): number | null {
  let at = tokens[token.head];
  for (let step = 0; at && step < tokens.length; step++) {
    if (at.upos === 'VERB') return at.index;
    at = tokens[at.head];
  }
  return null;
}
