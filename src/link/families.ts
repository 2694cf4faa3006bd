import type { EventType } from '../codebook/index.ts';

/** Types that two reports may give one happening: closing a crossing is read as COERCE or as SANCTION, an order to pull back as
 * CONCEDE or as RETREAT. Named after the first of them. */
const FAMILIES: readonly (readonly EventType[])[] = [
  ['AGREE', 'SUPPORT'],
  ['CONSULT'],
  ['RETREAT', 'CONCEDE'],
  ['AID', 'COOPERATE'],
  ['REQUEST'],
  ['ACCUSE'],
  ['REJECT'],
  ['THREATEN'],
  ['PROTEST'],
  ['COERCE', 'SANCTION'],
  ['MOBILIZE'],
  ['ASSAULT'],
];

const FAMILY_OF: ReadonlyMap<EventType, EventType> = new Map(
  FAMILIES.flatMap((types) => types.map((type) => [type, types[0] ?? type] as const)),
);

/** The family of a type; types of one family can tell one happening. */
export function familyOf(type: EventType): EventType {
  return FAMILY_OF.get(type) ?? type;
}
