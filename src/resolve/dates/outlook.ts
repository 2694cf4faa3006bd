import type { Parsed, Token } from '../../document/index.ts';

/** Whether the clause round a date speaks of what happened, of what is to come, or does not tell. */
export type Outlook = 'past' | 'future' | 'unclear';

const FUTURE_AUXILIARIES = new Set([
  'will',
  "'ll",
  '’ll',
  'wo',
  'shall',
  'would',
  "'d",
  '’d',
  'can',
  'could',
  'may',
  'might',
  'must',
  'should',
]);
/** Words whose infinitive or "for" phrase lies ahead: "plans to meet on Friday", "an election due in May". */
const PROSPECTIVE = new Set(
  (
    'plan schedule expect set due slate agree vow threaten intend hope want order prepare promise pledge urge call ask demand likely ' +
    'about ready poised announce propose need seek aim fix postpone delay book upcoming forthcoming deadline tell decide warn'
  ).split(' '),
);
/** Present-tense verbs that announce a timetable: "parliament votes on Friday". */
const TIMETABLE = new Set(
  'meet begin start open resume vote expire end convene face arrive travel visit go leave return launch host hold take come fly decide'.split(
    ' ',
  ),
);
/** Adjectives and participles that settle it when they stand close before the date. */
const CLOSE_CUE = /^(?:scheduled|planned|due|slated|upcoming|forthcoming|expected|set|postponed|deadline|elections?|coming)$/;
const CLOSE_CUE_STRICT = /^(?:scheduled|planned|due|slated|upcoming|forthcoming|expected|set|postponed|deadline|coming)$/;
/** How many tokens back a close cue is looked for, and how far a verb on either side. */
const CLOSE = 4;
const REACH = 60;

/** Reads the outlook from the verb nearest before the date, or the first one after it where none stands before. */
export function outlookAt(doc: Parsed, token: Token): Outlook {
  const sentence = doc.sentences[token.sentence];
  if (!sentence) return 'unclear';
  for (let back = 1; back <= CLOSE; back++) {
    const near = doc.tokens[token.index - back];
    if (!near || near.index < sentence.from || near.form === ',') break;
    if (CLOSE_CUE_STRICT.test(near.form.toLowerCase())) return isNegatedPast(doc, near) ? 'past' : 'future';
  }
  if (doc.tokens[token.index + 1]?.xpos === 'VBD') return 'past';
  for (let index = token.index - 1; index >= Math.max(sentence.from, token.index - REACH); index--) {
    const verb = doc.tokens[index];
    if (verb && isVerb(verb)) return outlookOfVerb(doc, verb, sentence.from);
  }
  for (let index = token.index + 1; index < Math.min(sentence.to, token.index + REACH); index++) {
    const verb = doc.tokens[index];
    if (verb && isVerb(verb)) return outlookOfVerb(doc, lastOfChain(doc, verb, sentence.to), sentence.from);
  }
  return 'unclear';
}

/** "had been scheduled for", "was due": the plan itself is past, but its day may lie either way; kept as future unless "had". */
function isNegatedPast(doc: Parsed, cue: Token): boolean {
  return doc.tokens.slice(Math.max(0, cue.index - 3), cue.index).some((token) => token.form.toLowerCase() === 'had');
}

function isVerb(token: Token): boolean {
  return /^(?:VB|MD)/.test(token.xpos) && !CLOSE_CUE.test(token.form);
}

function isChainPart(token: Token): boolean {
  return /^(?:VB|MD|TO|RB)/.test(token.xpos);
}

function lastOfChain(doc: Parsed, verb: Token, end: number): Token {
  let last = verb;
  for (let index = verb.index + 1; index < Math.min(end, verb.index + REACH); index++) {
    const token = doc.tokens[index];
    if (!token || !isChainPart(token)) break;
    last = token;
  }
  return last;
}

/** The verb and the auxiliaries, adverbs and "to" that stand right before it, nearest first, and one word further. */
function chainOf(doc: Parsed, verb: Token, start: number): readonly Token[] {
  const chain = [verb];
  for (let index = verb.index - 1; index >= Math.max(start, verb.index - REACH); index--) {
    const token = doc.tokens[index];
    if (!token) break;
    chain.push(token);
    if (!isChainPart(token)) break;
  }
  return chain;
}

function outlookOfVerb(doc: Parsed, verb: Token, start: number): Outlook {
  const chain = chainOf(doc, verb, start);
  const words = chain.map((token) => token.form.toLowerCase());
  const inverted = chain.at(-1);
  const perfect = words.includes('have') || words.includes('had') || words.includes('has');
  if (chain.some((token) => token.xpos !== 'TO' && FUTURE_AUXILIARIES.has(token.form.toLowerCase()) && isAuxiliary(token)))
    return perfect ? 'past' : 'future';
  if (words.includes('going') && words.includes('to')) return 'future';
  const to = words.indexOf('to');
  if (to > 0) {
    const governors = [...chain.slice(to + 1), inverted].filter((token) => token !== undefined);
    if (governors.some((token) => PROSPECTIVE.has(lemmaOf(token)))) return 'future';
    if (objectControl(doc, chain, start)) return 'future';
    if (governors.some(({ form }) => /^(?:is|are|’s|'s)$/i.test(form))) return 'future';
    return governors.some((token) => /^VB[DN]$/.test(token.xpos)) ? 'past' : 'unclear';
  }
  if (chain.some((token) => /^VB[DN]$/.test(token.xpos))) return 'past';
  if (/^VB[PZ]$/.test(verb.xpos)) return TIMETABLE.has(lemmaOf(verb)) ? 'future' : 'unclear';
  return 'unclear';
}

/** "ordered the troops to leave by Friday": a prospective verb within a few words before the "to". */
function objectControl(doc: Parsed, chain: readonly Token[], start: number): boolean {
  const first = chain.at(-1)?.index ?? 0;
  return doc.tokens.slice(Math.max(start, first - CLOSE), first).some((token) => PROSPECTIVE.has(lemmaOf(token)));
}

function isAuxiliary(token: Token): boolean {
  return token.xpos === 'MD' || token.upos === 'AUX';
}

function lemmaOf(token: Token): string {
  return (token.lemma || token.form).toLowerCase();
}
