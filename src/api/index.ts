export {
  ACTOR_KINDS,
  type ActorKind,
  EVENT_TYPES,
  type EventType,
  type Mode,
  QUAD_OF,
  QUADS,
  type Quad,
  STANCES,
  STATUSES,
  type Stance,
  type Status,
  TIE_KINDS,
  type TieKind,
} from '../codebook/index.ts';
export type * from './case.ts';
export { type Client, type ClientAnswer, type ClientRequest, createClient, RequestProblem } from './client.ts';
export type * from './decision.ts';
export type * from './endpoints.ts';
export type * from './record.ts';
export { recordFaults } from './record-faults.ts';
export type * from './responses.ts';
export type * from './views.ts';
