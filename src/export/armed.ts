import type { Party } from './happening.ts';

const FORCES: readonly string[] = ['state', 'government', 'military', 'police'];
const FORCE_SECTORS: readonly string[] = ['MIL', 'COP', 'SPY', 'PRM', 'REB', 'UAF'];

/** Whether some of the parties carry arms, as far as kind and sector tell. */
export function areForces(parties: readonly Party[]): boolean {
  return parties.some(
    ({ kind, sector }) =>
      ['military', 'police', 'armed-group'].includes(kind) || FORCE_SECTORS.includes(sector ?? '') || kind === 'state',
  );
}

/** Whether some of the parties are a state or its organs. */
export function areState(parties: readonly Party[]): boolean {
  return parties.some(({ kind, sector }) => FORCES.includes(kind) || sector === 'GOV' || sector === 'MIL');
}

/** Whether there are parties and none of them carries arms or rules. */
export function areCivilian(parties: readonly Party[]): boolean {
  return parties.length > 0 && !areForces(parties) && !areState(parties);
}
