import { addDays } from '../../../base/index.ts';
import { beside, type Finder, inferred } from '../finder.ts';
import { UNKNOWN_PERIOD, weekdayAfter, weekdayBefore } from '../periods.ts';

/** "over the weekend", "at the weekend". */
export const weekend: Finder = {
  id: 'dates/weekend',
  patterns: ['weekend'],
  accepts: (match, context) =>
    beside(match, context, -1) === 'the' &&
    /^(?:over|at|on|during|through|for|of|since|by|until|before|after)$/.test(beside(match, context, -2)),
  read: (match, context) => {
    if (!context.published) return inferred(UNKNOWN_PERIOD, 'span');
    const ahead = context.outlook(match.from) === 'future';
    const saturday = ahead ? weekdayAfter(context.published, 6, false) : weekdayBefore(context.published, 6, false);
    return inferred({ start: saturday, end: addDays(saturday, 1) }, 'span');
  },
};
