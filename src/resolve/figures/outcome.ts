import type { Parsed, Token } from '../../document/index.ts';
import { lemmaOf } from './counted-noun.ts';
import type { FigureWords, OutcomeUse } from './words.ts';

/** What happened to the counted, and the word that says so. */
export interface Outcome {
  readonly of: string;
  readonly word: Token;
  /** Stands right after what is counted and belongs to the span ("125 people dead"). */
  readonly adjacent: boolean;
}

/** Tokens a figure stands on: bounding words, number and noun. */
export interface Counted {
  readonly doc: Parsed;
  readonly words: FigureWords;
  readonly from: number;
  /** One past the last. */
  readonly to: number;
  readonly modifiers: readonly Token[];
  /** The counted noun, null where the number stands alone. */
  readonly noun: Token | null;
}

/** How far a passive or a death is looked for after the counted, and a toll before it, in tokens. */
const [REACH_AFTER, REACH_BEFORE] = [14, 10];

/** The ways a report says what happened to the counted, most certain first. */
const READERS: readonly ((counted: Counted) => Outcome | null)[] = [
  fromCountNoun,
  fromAdjectiveAfter,
  fromModifier,
  fromVerbBefore,
  fromNounOf,
  fromVerbAfter,
  fromInfinitive,
  fromToll,
];

/** What happened to the counted, or null where the text does not say. */
export function findOutcome(counted: Counted): Outcome | null {
  for (const read of READERS) {
    const found = read(counted);
    if (found) return found;
  }
  return null;
}

function look(words: FigureWords, use: OutcomeUse, token: Token | undefined): string | undefined {
  if (!token) return undefined;
  const table = words.outcomes[use];
  return table.get(token.form.toLowerCase()) ?? table.get(lemmaOf(token));
}

function tokenAt({ doc, from }: Counted, index: number): Token | undefined {
  const token = doc.tokens[index];
  return token && token.sentence === doc.tokens[from]?.sentence ? token : undefined;
}

/** "12 deaths", "no injuries". */
function fromCountNoun({ noun, words }: Counted): Outcome | null {
  const of = noun ? words.outcomes.count.get(noun.form.toLowerCase()) : undefined;
  return noun && of ? { of, word: noun, adjacent: false } : null;
}

/** Words that link the counted to an adjective ("were later found dead"), and how many of them may stand together. */
const LINK =
  /^(?:were|was|are|is|lay|been|have|has|had|remain|remained|remains|still|also|later|already|feared|presumed|believed|reported|reportedly|confirmed|found|left|listed|as|now|shot|stabbed|beaten|burned|hacked|blown)$/;
const LINKS = 5;

/** "125 people dead", "20 wounded", "three others missing", "12 killed in the raid". */
function fromAdjectiveAfter(counted: Counted): Outcome | null {
  let index = counted.to;
  while (index < counted.to + LINKS && LINK.test(tokenAt(counted, index)?.form.toLowerCase() ?? '')) index++;
  const word = tokenAt(counted, index);
  const of = look(counted.words, 'adjective', word);
  if (!word || !of || isActiveVerb(counted, word)) return null;
  return { of, word, adjacent: index === counted.to };
}

/** "12 men wounded three guards": a past tense with an object of its own is no adjective. */
function isActiveVerb(counted: Counted, word: Token): boolean {
  if (word.index !== counted.to || !/^VBD/.test(word.xpos)) return false;
  return /^(?:DT|CD|PRP|PRP\$|NNP|NNPS|NNS)$/.test(tokenAt(counted, word.index + 1)?.xpos ?? '');
}

/** "200 displaced families". */
function fromModifier({ modifiers, words }: Counted): Outcome | null {
  for (const word of modifiers) {
    const of = words.outcomes.adjective.get(word.form.toLowerCase());
    if (of) return { of, word, adjacent: false };
  }
  return null;
}

/** "killed 12", "wounding at least 30", "killed two soldiers and nine rebels" (from the second). */
function fromVerbBefore(counted: Counted): Outcome | null {
  let index = counted.from - 1;
  let steps = 0;
  for (let token = tokenAt(counted, index); token && steps < REACH_BEFORE; token = tokenAt(counted, --index), steps++) {
    const of = look(counted.words, 'object', token);
    if (of && /^VB/.test(token.xpos) && !isPassive(counted, token)) return { of, word: token, adjacent: false };
    if (!isListPart(token)) return null;
  }
  return null;
}

/** Words that may stand between a verb and a later member of its list of objects. */
function isListPart(token: Token): boolean {
  return /^(?:CD|DT|JJ|JJR|NN|NNS|NNP|NNPS|CC|PRP\$|RB|HYPH|,)$/.test(token.xpos) || token.form === ',' || token.form === '-';
}

function isPassive(counted: Counted, verb: Token): boolean {
  if (verb.xpos !== 'VBN' && verb.xpos !== 'VBD') return false;
  const before = tokenAt(counted, verb.index - 1);
  const auxiliary = before?.xpos === 'RB' ? tokenAt(counted, verb.index - 2) : before;
  return /^(?:was|were|been|being|be|is|are|got)$/i.test(auxiliary?.form ?? '');
}

/** "the killing of 12 men", "the deaths of 12", "claimed the lives of 12". */
function fromNounOf(counted: Counted): Outcome | null {
  const of = tokenAt(counted, counted.from - 1);
  if (of?.form.toLowerCase() !== 'of') return null;
  const word = tokenAt(counted, counted.from - 2);
  const found = look(counted.words, 'of', word);
  return word && found && /^(?:NN|VBG)/.test(word.xpos) ? { of: found, word, adjacent: false } : null;
}

/** "12 men were later found to have been killed", "30 people, among them two children, died". */
function fromVerbAfter(counted: Counted): Outcome | null {
  let passive = false;
  let clause = false;
  for (let index = counted.to; index < counted.to + REACH_AFTER; index++) {
    const token = tokenAt(counted, index);
    if (!token || /^[;:.”"]$/.test(token.form)) return null;
    if (/^(?:and|but|while)$/i.test(token.form) && clause) return null;
    if (/^(?:who|which|that)$/i.test(token.form)) clause = true;
    if (/^(?:was|were|been|being|be|is|are|got)$/i.test(token.form)) passive = true;
    else if (/^VB/.test(token.xpos)) {
      const of =
        look(counted.words, passive ? 'object' : 'subject', token) ??
        (passive ? look(counted.words, 'subject', token) : undefined);
      if (of) return { of, word: token, adjacent: false };
      if (/^VB[DPZ]$/.test(token.xpos) && !/^(?:have|has|had)$/i.test(token.form)) return null;
      if (passive && !/^(?:and|or|to)$/i.test(tokenAt(counted, index + 1)?.form ?? '')) return null;
    }
  }
  return null;
}

/** "forced hundreds of families to flee". */
function fromInfinitive(counted: Counted): Outcome | null {
  const verb = tokenAt(counted, counted.to + 1);
  if (tokenAt(counted, counted.to)?.form.toLowerCase() !== 'to' || !verb) return null;
  const of = look(counted.words, 'subject', verb);
  return of ? { of, word: verb, adjacent: false } : null;
}

/** "the death toll rose to 88", "the number of wounded reached 30". */
function fromToll(counted: Counted): Outcome | null {
  if (counted.noun && !isPeople(counted.noun)) return null;
  for (let index = counted.from - 1; index >= counted.from - REACH_BEFORE; index--) {
    const token = tokenAt(counted, index);
    if (!token || /^[;,]$/.test(token.form)) return null;
    const lower = token.form.toLowerCase();
    if (lower === 'toll') return { of: tollOf(counted, index), word: token, adjacent: false };
    const of = counted.words.outcomes.adjective.get(lower);
    if (of && /^(?:number|count|tally)$/.test(tokenAt(counted, index - 2)?.form.toLowerCase() ?? ''))
      return { of, word: token, adjacent: false };
  }
  return null;
}

function tollOf(counted: Counted, index: number): string {
  const kind = tokenAt(counted, index - 1);
  return look(counted.words, 'count', kind) ?? look(counted.words, 'of', kind) ?? 'killed';
}

function isPeople(noun: Token): boolean {
  return /^(?:people|persons|dead)$/i.test(noun.form);
}
