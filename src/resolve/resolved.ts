import type { PlainDate, Span, TokenRange } from '../base/index.ts';
import type { ActorKind, Sector } from '../codebook/index.ts';
import type { Parsed } from '../document/index.ts';
import type { Precision } from '../knowledge/index.ts';

/** `PAK`, `PAK:MIL`, or a kebab-case common name. */
export type EntityId = string;

/** A party: who it is, wherever it is mentioned. */
export interface Entity {
  readonly id: EntityId;
  /** Common name, for reading. */
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 alpha-3 or one of PLOVER's international codes; null where unknown. */
  readonly country: string | null;
  readonly sector: Sector | null;
  /** Other names, from knowledge and from this text, in order of first use, without repeats. */
  readonly aliases: readonly string[];
}

/** A stretch of text that names, describes or refers back to somebody. */
export interface Mention {
  /** Shortest full noun phrase: determiner to head, with name parts and titles, without relative clauses. */
  readonly span: Span;
  readonly range: TokenRange;
  /** Syntactic head: index into tokens. Unique among mentions. */
  readonly head: number;
  readonly form: 'name' | 'description' | 'pronoun' | 'adjective' | 'given';
  /** One entity, or several where a plural refers to them together ("both countries", "the two sides"). Never empty. */
  readonly entities: readonly EntityId[];
  /** Id of the rule or knowledge entry it was resolved by. */
  readonly basis: string;
}

/** A date expression and the days it stands for, both ends included. */
export interface DateMention {
  readonly span: Span;
  readonly range: TokenRange;
  /** Null where that end is open ("since 2014" has its start only) or not known. */
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
  readonly granularity: 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'span';
  /** `stated`: the text names the day; `inferred`: reckoned from the publication date or another date. */
  readonly basis: 'stated' | 'inferred';
  /** Which finder proposed it. */
  readonly rule: string;
}

/** A named place with coordinates where the gazetteer is sure enough. */
export interface PlaceMention {
  readonly span: Span;
  readonly range: TokenRange;
  readonly head: number;
  /** Id into {@link Resolved.places}. */
  readonly place: string;
}

/** A place of the gazetteer or one of the text's own that could not be located. */
export interface Place {
  /** `geonames:1168197`, `lapwing:torkham`, `country:PAK`, or `text:goshta` where not located. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'country' | 'region' | 'city' | 'crossing' | 'facility' | 'area' | 'unknown';
  /** How closely it is located; null where it is not. */
  readonly precision: Precision | null;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  /** Degrees north, WGS 84. */
  readonly latitude: number | null;
  /** Degrees east, WGS 84. */
  readonly longitude: number | null;
}

/** A counted quantity. */
export interface Figure {
  /** Number with its bound and what it counts: "more than 125 people dead". */
  readonly span: Span;
  readonly range: TokenRange;
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  /** What it counts: `killed`, `injured`, `displaced`, `arrested`, ... or the counted noun's lemma. */
  readonly of: string;
  /** The word that says what happened to the counted ("dead", "killed"), else the counted noun; index into tokens. */
  readonly anchor: number;
}

/** A stretch of the text that tells when the report was published, and the days of publication that it and those before it leave. */
export interface PublishedEvidence {
  readonly span: Span;
  readonly rule: string;
  /** First and last day left; null where open, both null where the evidence contradicts itself. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** A parsed article with who, where, when and how many worked out. */
export interface Resolved extends Parsed {
  /** Where the day of publication was not known: what the text tells of it, in the order it was weighed. `published` and
   * `publishedBasis` are then what follows from it. */
  readonly publishedEvidence: readonly PublishedEvidence[];
  /** In text order; no two share a head. */
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly dates: readonly DateMention[];
  readonly placeMentions: readonly PlaceMention[];
  readonly places: readonly Place[];
  readonly figures: readonly Figure[];
}
