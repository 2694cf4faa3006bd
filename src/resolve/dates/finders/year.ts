import { atomBeside, beside, type DateContext, type Finder, stated } from '../finder.ts';
import type { PatternMatch } from '../patterns.ts';
import { edgeOf, yearsPeriod } from '../periods.ts';

/** Words a year may follow whatever comes after it. */
const BEFORE_YEAR =
  /^(?:in|since|until|till|of|by|from|to|during|before|after|throughout|through|between|late|early|mid|the|a|an|its|their|his|her|that|and|or|for|circa|around)$/;
/** The same, without the determiners: a plural after the number does not make it a count. */
const PREPOSITION = /^(?:in|since|until|till|of|by|from|during|before|after|throughout)$/;
/** What a year has, whatever stands after it: "in the course of 2010 prices doubled". */
const PART_OF = /^(?:course|rest|most|much|middle|months|weeks|days)$/;
/** Words that number things ("Resolution 1973", "Highway 2014"). */
const NUMBERED =
  /^(?:no|number|resolution|article|highway|route|flight|section|page|room|unit|law|order|decree|bill|paragraph|line|form|act|channel|camp|post|brigade|battalion|division|regiment|agenda|vision)$/;
const COUNTED_AFTER =
  /^(?:people|persons|civilians|soldiers|troops|militants|policemen|officers|rebels|fighters|men|women|children|protesters|villagers|others|percent|bodies|houses|members|refugees|metres|meters|miles|kilometres|kilometers|km|tons|tonnes|dollars|euros|pounds|shells|rounds|missiles|rockets|tanks|vehicles|cases|deaths|victims|prisoners|hours|GMT)$/i;

/** "2014", "early 2016", "the end of 2011". */
export const year: Finder = {
  id: 'dates/year',
  patterns: ['YEAR', 'EDGE DASH? of|in? YEAR', 'EDGE of the year YEAR'],
  accepts: isYear,
  read: ({ values }) => {
    const whole = yearsPeriod(values.YEAR ?? 0);
    return stated(values.EDGE === undefined ? whole : edgeOf(whole, values.EDGE), values.EDGE === undefined ? 'year' : 'span');
  },
};

/** Years a report may mention without any other sign that the number is a year. */
const [PLAUSIBLE_MIN, PLAUSIBLE_MAX] = [1600, 2079];

function isYear(match: PatternMatch, context: DateContext): boolean {
  const { YEAR: value = 0, EDGE: edge } = match.values;
  if (value < PLAUSIBLE_MIN || value > PLAUSIBLE_MAX) return false;
  const before = atomBeside(match, context, -1);
  const after = atomBeside(match, context, 1);
  if (after && (COUNTED_AFTER.test(after.text) || /^[%°:/]$/.test(after.text))) return false;
  if (edge !== undefined) return true;
  if (before && /^[$€£#/:.+]$/.test(before.text)) return false;
  if (after?.glued && /^(?:-|–)$/.test(after.text))
    return /^\d{2,4}$/.test(beside(match, context, 2)) || isPrefixed(match, context);
  if (before && NUMBERED.test(before.lower)) return false;
  if (before?.lower === 'of' && after?.token.xpos === 'NNS') return PART_OF.test(beside(match, context, -2));
  if (before && PREPOSITION.test(before.lower)) return true;
  if (after && /^NNS$/.test(after.token.xpos) && !(before && /^(?:the|its|their|his|her)$/.test(before.lower))) return false;
  if (before && BEFORE_YEAR.test(before.lower)) return true;
  if (before && /^[-–]$/.test(before.text)) return /^(?:pre|post|mid)$/.test(beside(match, context, -2)) || !before.glued;
  if (before && /^\p{Lu}/u.test(before.text) && !before.first) return false;
  return !after || !/^\p{L}/u.test(after.text) || /^(?:VB|MD|IN|CC|RB|PRP|WP|WRB)/.test(after.token.xpos);
}

/** "the 2014-era": a hyphen after the year is fine where a determiner or preposition stands before. */
function isPrefixed(match: PatternMatch, context: DateContext): boolean {
  return BEFORE_YEAR.test(beside(match, context, -1));
}
