export type * from './record.ts';
export type * from './responses.ts';
