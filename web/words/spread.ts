import type { CaseDispute } from '../../src/api/index.ts';

/** One number somebody gives, of a dispute over how many. */
export interface GivenFigure {
  /** Who says so: parties and outlets, by name. */
  readonly who: string;
  readonly low: number;
  /** Null where it is open upwards. */
  readonly high: number | null;
  /** First day somebody printed it. */
  readonly day: string | null;
  readonly side: number;
}

/** The numbers of a dispute, each with those who give it, in order of size; none where it is not over a number. */
export function figuresOf({ sides }: CaseDispute): readonly GivenFigure[] {
  return sides
    .flatMap(({ bounds, voices, statements, tellings }, side): readonly GivenFigure[] => {
      if (bounds === null) return [];
      const low = bounds.low ?? bounds.high;
      if (low === null) return [];
      const printed = [...statements, ...tellings].map(({ document }) => document);
      const outlets = [...new Set(printed.flatMap(({ source }) => source ?? []))];
      const day = printed.flatMap(({ published }) => published ?? []).sort()[0] ?? null;
      const who = (voices.length > 0 ? voices.map(({ name }) => name) : outlets).slice(0, 3).join(', ') || 'not said';
      return [{ who, low, high: bounds.high, day, side }];
    })
    .sort((a, b) => a.low - b.low || (a.high ?? Infinity) - (b.high ?? Infinity));
}
