export {
  type ActorCluster,
  findVariants,
  isProperName,
  type NamedActor,
  namedActorsOf,
  type VariantReason,
} from './actor-variants.ts';
export { type BlockKeys, blockKeys } from './block-keys.ts';
export { type CaseTie, joinTies, type TieSource, type TieTeller } from './case-ties.ts';
export { compareTellings, isTold, LINK_POINTS } from './compare-tellings.ts';
export { type Days, possibleDays } from './days.ts';
export type { Dispute, DisputeKind, Side } from './disputes/dispute.ts';
export { type Agreement, findAgreements, findDisputes } from './disputes/find-disputes.ts';
export {
  binStart,
  type DyadBin,
  type DyadLevel,
  type DyadSeries,
  dyadSeries,
  type Move,
  movesOf,
  type TimeUnit,
} from './dyads.ts';
export { familyOf } from './families.ts';
export { type Group, groupTellings, type Join, keysOf, linkedTo, type Ruling, type TellingKeys } from './group-tellings.ts';
export { type Incident, type IncidentHarm, type IncidentSources, type ToldHarm, toIncident } from './incident.ts';
export { LINKING } from './linking.ts';
export { areCopies, type CopySignature, copyKeys, copySignature } from './near-copies.ts';
export type { Origin } from './origins.ts';
export type { Likeness, Reason } from './reason.ts';
export { type Statement, statementsOf, voiceOf } from './statement.ts';
export { type Telling, type TellingParty, type TellingPlace, tellingId, tellingsOf } from './telling.ts';
export { type UnknownActor, UnknownActors } from './unknown-actors.ts';
