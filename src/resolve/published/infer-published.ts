import type { PlainDate } from '../../base/index.ts';
import type { Parsed, Trace } from '../../document/index.ts';
import type { ActorIndex } from '../actors/index.ts';
import type { PublishedEvidence } from '../resolved.ts';
import { apposedDates } from './apposed.ts';
import { dateBounds } from './bounds.ts';
import { ANY_DAY, type Candidates, hull, intersect, sameDays } from './candidates.ts';
import { readClues } from './clues.ts';
import { dateLineDay } from './date-line-day.ts';
import type { Constraint } from './evidence.ts';
import { latestDay } from './latest-day.ts';
import { officeEvidence } from './office-evidence.ts';
import type { OfficeHolders } from './offices.ts';
import { weekdayDates } from './weekday-dates.ts';

/** So many pieces of evidence of one kind are weighed at most. */
const MOST = 60;

/** What a text tells of its own day of publication. */
export interface InferredPublished {
  /** Null where the evidence leaves more than one day, or contradicts itself. */
  readonly published: PlainDate | null;
  readonly evidence: readonly PublishedEvidence[];
}

/** Works out when a report was published from the report alone: offices held, dates told as past or as to come, weekdays named with
 * their date, and the day its bare weekdays end on. Every piece of evidence narrows the days left by those before; the answer is a
 * day only where one is left. No clock: "today" plays no part. */
export function inferPublished(doc: Parsed, holders: OfficeHolders, index: ActorIndex, trace?: Trace): InferredPublished {
  const clues = readClues(doc);
  if (clues.length === 0) return { published: null, evidence: [] };
  const narrowing = new Narrowing();
  const weighed = [
    officeEvidence(doc, clues, holders, index),
    dateBounds(doc, clues),
    weekdayDates(clues),
    apposedDates(doc, clues),
  ];
  for (const kind of weighed) for (const constraint of kind.slice(0, MOST)) narrowing.take(constraint);
  for (const pinDown of [dateLineDay, latestDay])
    if (narrowing.day === null) for (const constraint of pinDown(doc, clues, narrowing.left)) narrowing.take(constraint, true);
  if (trace) for (const evidence of narrowing.evidence) trace(stepOf(evidence, narrowing.day));
  return { published: narrowing.day, evidence: narrowing.evidence };
}

/** Days left, and what has left them. */
class Narrowing {
  left: Candidates = ANY_DAY;
  readonly evidence: PublishedEvidence[] = [];

  /** @param always told even where it rules out nothing more */
  take({ span, rule, leaves }: Constraint, always = false): void {
    const next = intersect(this.left, leaves);
    if (!always && sameDays(next, this.left)) return;
    this.left = next;
    const { from = null, to = null } = hull(next) ?? {};
    this.evidence.push({ span, rule, from, to });
  }

  get day(): PlainDate | null {
    const [only, another] = this.left;
    return only && !another && only.from === only.to ? only.from : null;
  }
}

function stepOf({ span, rule, from, to }: PublishedEvidence, day: PlainDate | null): Parameters<Trace>[0] {
  const reason = from === null && to === null ? 'leaves no day' : `published ${from ?? 'any time'} to ${to ?? 'any time'}`;
  return { stage: 'published', rule, outcome: day === null ? 'refused' : 'coded', span, reason };
}
