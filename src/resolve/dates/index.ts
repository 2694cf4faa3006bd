export { type Atom, atomTokens, readAtoms } from './atoms.ts';
export { resolveDates } from './resolve-dates.ts';
