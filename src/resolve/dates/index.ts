export { type Atom, atomTokens, readAtoms } from './atoms.ts';
export { NUMBER_WORDS } from './patterns.ts';
export { resolveDates } from './resolve-dates.ts';
