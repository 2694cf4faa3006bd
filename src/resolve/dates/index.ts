export { type Atom, atomTokens, readAtoms } from './atoms.ts';
export { type Holidays, loadHolidays } from './holidays.ts';
export { type Outlook, outlookAt } from './outlook.ts';
export { NUMBER_WORDS, ORDINAL_WORDS, UNIT_NAMES, type UnitName } from './patterns.ts';
export { addUnits, type Period, periodAround } from './periods.ts';
export { resolveDates } from './resolve-dates.ts';
