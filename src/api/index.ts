export type * from './case.ts';
export type * from './record.ts';
export type * from './responses.ts';
