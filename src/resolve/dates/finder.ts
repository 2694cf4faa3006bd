import type { PlainDate } from '../../base/index.ts';
import type { Parsed } from '../../document/index.ts';
import type { DateMention } from '../resolved.ts';
import type { Atom } from './atoms.ts';
import type { Outlook } from './outlook.ts';
import type { PatternMatch } from './patterns.ts';
import type { Period } from './periods.ts';

/** What a finder may look at. */
export interface DateContext {
  readonly doc: Parsed;
  readonly atoms: readonly Atom[];
  readonly published: PlainDate | null;
  /** Outlook of the clause round an atom. */
  outlook(atom: number): Outlook;
}

/** What a date expression was found to mean. */
export interface Reading extends Period {
  readonly granularity: DateMention['granularity'];
  readonly basis: DateMention['basis'];
}

/** Proposes date expressions of one kind. */
export interface Finder {
  /** Becomes {@link DateMention.rule}. */
  readonly id: string;
  /** Patterns as {@link compilePattern} reads them; the longest match counts. */
  readonly patterns: readonly string[];
  /** Whether the match is a date at all, judged from what stands round it. Always, where left out. */
  accepts?(match: PatternMatch, context: DateContext): boolean;
  /** @param previous the date expression read before this one, for "three years later"; null at the start of the text */
  read(match: PatternMatch, context: DateContext, previous: Period | null): Reading | null;
}

/** A date expression some finder proposed, not yet read. */
export interface Proposal {
  readonly finder: Finder;
  readonly match: PatternMatch;
}

/** Lower-case text of an atom beside the match: -1 the one before, 1 the one after; empty at the edge of the sentence. */
export function beside(match: PatternMatch, context: DateContext, offset: number): string {
  return atomBeside(match, context, offset)?.lower ?? '';
}

/** The atom beside a match in the same sentence. */
export function atomBeside(match: PatternMatch, { atoms }: DateContext, offset: number): Atom | null {
  const own = atoms[match.from];
  const other = atoms[offset < 0 ? match.from + offset : match.to - 1 + offset];
  return own && other && own.token.sentence === other.token.sentence ? other : null;
}

/** Inferred reading of a period. */
export function inferred(period: Period, granularity: Reading['granularity']): Reading {
  return { ...period, granularity, basis: 'inferred' };
}

/** Stated reading of a period. */
export function stated(period: Period, granularity: Reading['granularity']): Reading {
  return { ...period, granularity, basis: 'stated' };
}
