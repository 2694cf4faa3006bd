import { fail, ok, type Result, type Span } from '../base/index.ts';

/** A gold span; `text` repeats what stands there. */
export interface GoldSpan extends Span {
  readonly text?: string;
}

/** One right answer, or several of which any one is right. */
export type OneOf<T> = T | readonly T[];

/** One place at an event's table: acceptable actor ids, `null` where it may stay empty. */
export type GoldSlot = readonly (string | null)[];

export interface GoldActor {
  readonly id: string;
  readonly name: string;
  readonly country?: string;
  readonly sector?: string;
  readonly aliases: readonly string[];
}

export interface GoldEvent {
  readonly id: string;
  readonly core?: boolean;
  /** Acceptable PLOVER types, preferred first. */
  readonly types: readonly string[];
  readonly modes?: readonly string[];
  readonly trigger: GoldSpan;
  readonly evidence: GoldSpan;
  readonly actors: readonly GoldSlot[];
  readonly recipients: readonly GoldSlot[];
  readonly time?: readonly [string | null, string | null];
  /** Time bounds may be a week off. */
  readonly loose?: boolean;
  readonly status: OneOf<string>;
  readonly condition?: GoldSpan;
}

export interface GoldClaim {
  readonly id: string;
  readonly core?: boolean;
  readonly speaker: GoldSlot;
  readonly stance: readonly string[];
  readonly content: OneOf<GoldSpan>;
  readonly condition?: GoldSpan;
  readonly cue: GoldSpan | null;
}

export interface GoldTie {
  readonly core?: boolean;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly kind: readonly string[];
  readonly evidence: GoldSpan;
}

export interface GoldFigure {
  readonly core?: boolean;
  readonly span: GoldSpan;
  readonly low: number | null;
  readonly high: number | null;
  readonly lowOk?: readonly (number | null)[];
  readonly highOk?: readonly (number | null)[];
  readonly of: string;
}

export interface GoldTime {
  readonly core?: boolean;
  readonly span: GoldSpan;
  readonly start: string | null;
  readonly end: string | null;
  readonly loose?: boolean;
}

export interface GoldPlace {
  readonly core?: boolean;
  readonly id: string;
  readonly name: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly toleranceKm?: number;
}

/** A document annotated by hand, format `case-gold/1`. Entries with `core: false` are neither required nor punished. */
export interface CaseGold {
  readonly format: 'case-gold/1';
  readonly document: {
    /** Name of the text file. */
    readonly file: string;
    readonly published: string | null;
    /** Whether a reader can tell the publication date from the text alone. */
    readonly publishedInferable?: boolean;
    /** UTF-16 code units. */
    readonly length: number;
  };
  readonly actors: readonly GoldActor[];
  readonly events: readonly GoldEvent[];
  readonly claims: readonly GoldClaim[];
  readonly ties: readonly GoldTie[];
  readonly figures: readonly GoldFigure[];
  readonly times: readonly GoldTime[];
  readonly places: readonly GoldPlace[];
}

const LISTS = ['actors', 'events', 'claims', 'ties', 'figures', 'times', 'places'] as const;

/** Reads a gold file. The lists must be there; their entries are trusted, since people wrote and checked them. */
export function readGold(json: string, name: string): Result<CaseGold> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('evaluate/bad-json', name, error.message);
  }
  if (!isObject(value) || value.format !== 'case-gold/1') return fail('evaluate/bad-gold', name, 'format is not "case-gold/1"');
  const missing = LISTS.filter((list) => !Array.isArray(value[list]));
  if (missing.length > 0) return fail('evaluate/bad-gold', name, `no list "${missing.join('", "')}"`);
  if (!isGold(value)) return fail('evaluate/bad-gold', name, 'no document.file');
  return ok(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isGold(value: object): value is CaseGold {
  return 'document' in value && isObject(value.document) && typeof value.document.file === 'string';
}

/** Whether an entry must be found; every entry but those marked `core: false`. */
export function isCore(entry: { readonly core?: boolean }): boolean {
  return entry.core !== false;
}

/** The acceptable answers as a list. */
export function oneOf<T>(value: OneOf<T>): readonly T[] {
  return isList(value) ? value : [value];
}

function isList<T>(value: OneOf<T>): value is readonly T[] {
  return Array.isArray(value);
}
