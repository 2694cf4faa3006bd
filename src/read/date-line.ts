import { type PlainDate, plainDate, weekday } from '../base/index.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const WEEKDAY = String.raw`(?:(?<weekday>sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?\.?,? )?`;
const MONTH = String.raw`(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
/** Time of day and zone after a date: ", 10:45 PM EST", "at 0930 GMT", "T08:00:00Z". */
const CLOCK = String.raw`(?:T?,? ?(?:at |[|·•–-] ?)?\d{1,2}[:.]?\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:[ap]\.?m\.?)?,? ?(?:Z|[+-]\d{2}:?\d{2}|\(?[a-z]{1,4}t?\)?)?)?`;

const FORMS = [
  new RegExp(`^${WEEKDAY}${MONTH} ${DAY},? ${YEAR}${CLOCK}$`, 'i'),
  new RegExp(`^${WEEKDAY}${DAY}(?: of)? ${MONTH},? ${YEAR}${CLOCK}$`, 'i'),
  new RegExp(`^${YEAR}-(?<number>\\d{2})-${DAY}${CLOCK}$`, 'i'),
];

/** Longest text that can be a date with its time of day. */
const LONGEST = 64;

/** The day a text names if it is a date with its year and nothing else ("Friday, August 21, 2015", "21 Aug. 2015", ISO dates); null
 * where it is not, where no such day exists or where the weekday is another. Dates in digits alone ("02/03/2017") are ambiguous
 * and not read. */
export function readFullDate(text: string): PlainDate | null {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length > LONGEST) return null;
  for (const form of FORMS) {
    const parts = form.exec(line)?.groups;
    if (!parts) continue;
    const month = parts.number ? Number(parts.number) : MONTHS.indexOf((parts.month ?? '').slice(0, 3).toLowerCase()) + 1;
    const date = plainDate(Number(parts.year), month, Number(parts.day));
    if (date === null) return null;
    const named = parts.weekday?.slice(0, 3).toLowerCase();
    return named && WEEKDAYS.indexOf(named) !== weekday(date) ? null : date;
  }
  return null;
}

const LABEL = /^(?:(?:first )?(?:published|posted|updated|last updated|last modified|date)(?: on| at)?\s*:?\s+)/i;

/** The day of a line that holds a date and nothing else but a label ("Published: 3 May 2014"). */
export function readDateLine(line: string): PlainDate | null {
  return line.length > 2 * LONGEST ? null : readFullDate(line.trim().replace(LABEL, ''));
}
