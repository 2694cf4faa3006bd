export { CONTEXTS, type Context } from './contexts.ts';
export { EVENT_TYPES, type EventType, isEventType, QUAD_NAMES, QUAD_OF, QUADS, type Quad, TYPE_SCORE } from './event-types.ts';
export { eventScore, isModeOf, MODE_SCORES, type Mode } from './modes.ts';
export {
  ACTOR_KINDS,
  type ActorKind,
  INTERNATIONAL_CODES,
  type InternationalCode,
  isSector,
  SECTORS,
  type Sector,
} from './sectors.ts';
export { isStance, isTieKind, STANCES, STATUSES, type Stance, type Status, TIE_KINDS, type TieKind } from './statements.ts';
