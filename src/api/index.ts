export type { ActorKind, EventType, Mode, Quad, Stance, Status, TieKind } from '../codebook/index.ts';
export type * from './case.ts';
export { type Client, type ClientAnswer, type ClientRequest, createClient, RequestProblem } from './client.ts';
export type * from './decision.ts';
export type * from './endpoints.ts';
export type * from './record.ts';
export type * from './responses.ts';
export type * from './views.ts';
