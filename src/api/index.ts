export type * from './case.ts';
export type * from './record.ts';
export type * from './responses.ts';
export type * from './views.ts';
