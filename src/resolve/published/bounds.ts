import type { Parsed } from '../../document/index.ts';
import { FIRST_DAY, LAST_DAY } from './candidates.ts';
import type { Clue } from './clues.ts';
import type { Constraint } from './evidence.ts';

/** Words before a year by which it is when something was, not a name, an aim or a limit ("the 2030 plan", "by 2020"). */
const WHEN = /^(?:in|since|during|from|after|early|mid|late|-)$/i;
/** Words before a date that leave open on which side of now it lies. */
const LIMIT = /^(?:by|before|until|till|for|to)$/i;
/** What is to come, and what once was to come. */
const TO_COME = /^(?:will|'ll|’ll|wo|shall|due|scheduled|set|slated|expected)$/i;
const ONCE = /^(?:was|were|had|would|could|might)$/i;

/** Dates with their year: a report is no older than what it tells of as past, no younger than what it tells of as to come. */
export function dateBounds(doc: Parsed, clues: readonly Clue[]): readonly Constraint[] {
  return clues.flatMap((clue) => {
    if (clue.kind !== 'stated') return [];
    const { span } = clue.mention;
    if (clue.start && isPast(doc, clue))
      return [{ span, rule: 'published/after-past-date', leaves: [{ from: clue.start, to: LAST_DAY }] }];
    if (clue.end && isToCome(doc, clue))
      return [{ span, rule: 'published/before-coming-date', leaves: [{ from: FIRST_DAY, to: clue.end }] }];
    return [];
  });
}

function isPast(doc: Parsed, { outlook, mention, token }: Clue): boolean {
  const before = doc.tokens[token.index - 1]?.form ?? '';
  if (outlook !== 'past' || LIMIT.test(before)) return false;
  return (
    mention.granularity === 'day' || mention.granularity === 'month' || mention.granularity === 'span' || WHEN.test(before)
  );
}

function isToCome(doc: Parsed, { outlook, token }: Clue): boolean {
  if (outlook !== 'future') return false;
  const sentence = doc.sentences[token.sentence];
  const words = sentence ? doc.tokens.slice(sentence.from, sentence.to) : [];
  return words.some(({ form }) => TO_COME.test(form)) && !words.some(({ form }) => ONCE.test(form));
}
