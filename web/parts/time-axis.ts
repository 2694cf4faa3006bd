import { daysLater, moment } from '../words/days.ts';

/** Pixels between two dates of a time axis. */
const TICK = 96;

/** The days from the first to the end of the last, across a picture. */
export function timeAxis(from: string, to: string, width: number) {
  return {
    type: 'utc' as const,
    domain: [moment(from), moment(daysLater(to, 1))],
    label: null,
    ticks: Math.max(2, Math.floor(width / TICK)),
  };
}
