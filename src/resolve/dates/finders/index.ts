import type { Finder } from '../finder.ts';
import { ago } from './ago.ts';
import { countedFrom, inThatYear, neighbour } from './anchored.ts';
import { fullDate, numericDate } from './calendar-date.ts';
import { century, decade } from './decade.ts';
import { month, monthYear, partOfMonth } from './month.ts';
import { dayOfMonth, monthDay } from './month-day.ts';
import { edgeOfNow, partOfYear } from './part-of-year.ts';
import { dayRange, monthRange, yearRange } from './range.ts';
import { relativeDay } from './relative-day.ts';
import { relativePeriod } from './relative-period.ts';
import { deadline, runningSpan } from './running-span.ts';
import { season, seasonYear } from './season.ts';
import { weekdayName } from './weekday.ts';
import { weekend } from './weekend.ts';
import { year } from './year.ts';

/** Every finder. Where two propose stretches of equal length, the earlier one is believed. */
export const DATE_FINDERS: readonly Finder[] = [
  numericDate,
  fullDate,
  dayRange,
  monthRange,
  yearRange,
  partOfYear,
  edgeOfNow,
  partOfMonth,
  monthYear,
  inThatYear,
  monthDay,
  dayOfMonth,
  seasonYear,
  decade,
  century,
  countedFrom,
  neighbour,
  ago,
  runningSpan,
  deadline,
  weekdayName,
  relativeDay,
  relativePeriod,
  weekend,
  season,
  month,
  year,
];
