export type * from './coded.ts';
