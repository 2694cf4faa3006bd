import { dateParts, daysBetween, type PlainDate, weekday } from '../../base/index.ts';
import { inZone, type Parsed, type Token } from '../../document/index.ts';
import { outlookAt, resolveDates } from '../dates/index.ts';
import type { DateMention } from '../resolved.ts';

/** A date expression as it stands, before it is known from where it counts. */
export type Clue = {
  readonly mention: DateMention;
  readonly token: Token;
  readonly outlook: 'past' | 'future' | 'unclear';
  /** Weekday the expression names, 0 Sunday to 6 Saturday; null where it names none. */
  readonly weekday: number | null;
} & (
  | { readonly kind: 'stated'; readonly start: PlainDate | null; readonly end: PlainDate | null }
  | { readonly kind: 'month-day'; readonly month: number; readonly day: number }
  | { readonly kind: 'weekday' }
  /** So many days after publication; negative before. */
  | { readonly kind: 'days-from-now'; readonly days: number }
  | { readonly kind: 'months-from-now'; readonly months: number }
  | { readonly kind: 'years-from-now'; readonly years: number }
  | { readonly kind: 'month'; readonly month: number }
  | { readonly kind: 'other' }
);

/** A day in the middle of a leap year from which relative dates are read on trial, to see how far from it they lie. */
const TRIAL: PlainDate = '2000-07-05';
const [TRIAL_YEAR, TRIAL_MONTH] = [2000, 7];

const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_NAME = /\b(sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\b/i;
/** "last Friday", "Tuesday of last week" and "this coming Monday" do not lie within the week before publication for sure. */
const BARE_WEEKDAY = /^\p{L}+(?: \p{L}+)?$/u;
const NOT_BARE = /^(?:last|next|this|past|coming)\b/i;

/** Every date expression of a report, in text order, read without knowing when it was published. */
export function readClues(doc: Parsed): readonly Clue[] {
  return resolveDates({ ...doc, published: TRIAL }).flatMap((mention) => {
    const token = doc.tokens[mention.range.from];
    return token ? [toClue(doc, mention, token)] : [];
  });
}

function toClue(doc: Parsed, mention: DateMention, token: Token): Clue {
  const text = doc.text.slice(mention.span.start, mention.span.end);
  const base = { mention, token, outlook: outlookAt(doc, token), weekday: weekdayNamed(text) };
  const { start, end } = mention;
  if (mention.basis === 'stated') return { ...base, kind: 'stated', start, end };
  if (!start) return { ...base, kind: 'other' };
  const parts = dateParts(start);
  switch (mention.rule) {
    case 'dates/month-day':
      return parts && !/year/i.test(text) ? { ...base, kind: 'month-day', ...parts } : { ...base, kind: 'other' };
    case 'dates/weekday':
      return BARE_WEEKDAY.test(text) && !NOT_BARE.test(text)
        ? { ...base, kind: 'weekday', weekday: weekday(start) }
        : { ...base, kind: 'other' };
    case 'dates/relative-day':
      return { ...base, kind: 'days-from-now', days: daysBetween(TRIAL, start) };
    case 'dates/relative-period':
    case 'dates/ago':
      return fromNow(base, mention, parts);
    case 'dates/month':
      return mention.granularity === 'month' && parts && !text.includes(' ')
        ? { ...base, kind: 'month', month: parts.month }
        : { ...base, kind: 'other' };
    default:
      return { ...base, kind: 'other' };
  }
}

type Base = Pick<Clue, 'mention' | 'token' | 'outlook' | 'weekday'>;

function fromNow(base: Base, { granularity }: DateMention, parts: ReturnType<typeof dateParts>): Clue {
  if (parts && granularity === 'year') return { ...base, kind: 'years-from-now', years: parts.year - TRIAL_YEAR };
  if (parts && granularity === 'month') {
    const months = (parts.year - TRIAL_YEAR) * 12 + parts.month - TRIAL_MONTH;
    return { ...base, kind: 'months-from-now', months };
  }
  return { ...base, kind: 'other' };
}

function weekdayNamed(text: string): number | null {
  const name = DAY_NAME.exec(text)?.[1]?.slice(0, 3).toLowerCase();
  return name === undefined ? null : DAY_NAMES.indexOf(name);
}

/** Whether a clue stands where the report itself speaks, not in a date line or a byline. */
export function isInBody(doc: Parsed, { mention }: Clue): boolean {
  return !inZone(doc, mention.span, 'dateline', 'byline', 'credit');
}
