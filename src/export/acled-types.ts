import type { Mode } from '../codebook/index.ts';
import { areCivilian, areForces } from './armed.ts';
import type { Happening } from './happening.ts';

/** An event in ACLED's terms: disorder type, event type, sub-event type. */
export interface AcledType {
  readonly disorder: string;
  readonly event: string;
  readonly sub: string;
}

const VIOLENCE = 'Political violence';
const DEMONSTRATIONS = 'Demonstrations';
const DEVELOPMENTS = 'Strategic developments';

const remote = (sub: string): AcledType => ({ disorder: VIOLENCE, event: 'Explosions/Remote violence', sub });
const against = (sub: string): AcledType => ({ disorder: VIOLENCE, event: 'Violence against civilians', sub });
const development = (sub: string): AcledType => ({ disorder: DEVELOPMENTS, event: DEVELOPMENTS, sub });
const protest = (sub: string): AcledType => ({ disorder: DEMONSTRATIONS, event: 'Protests', sub });
const CLASH: AcledType = { disorder: VIOLENCE, event: 'Battles', sub: 'Armed clash' };

/** What the mode of an assault decides by itself. */
const ASSAULTS: Readonly<Partial<Record<Mode, AcledType>>> = {
  aerial: remote('Air/drone strike'),
  drone: remote('Air/drone strike'),
  'heavy-weapons': remote('Shelling/artillery/missile attack'),
  explosives: remote('Remote explosive/landmine/IED'),
  'suicide-attack': remote('Suicide bomb'),
  unconventional: remote('Chemical weapon'),
  abduct: against('Abduction/forced disappearance'),
  sexual: against('Sexual violence'),
  torture: against('Attack'),
  destroy: development('Looting/property destruction'),
  'crowd-control': protest('Excessive force against protesters'),
};

const PROTESTS: Readonly<Partial<Record<Mode, AcledType>>> = {
  riot: { disorder: DEMONSTRATIONS, event: 'Riots', sub: 'Violent demonstration' },
  vandalize: { disorder: VIOLENCE, event: 'Riots', sub: 'Mob violence' },
};

const RETREATS: Readonly<Partial<Record<Mode, AcledType>>> = {
  withdraw: development('Change to group/activity'),
  ceasefire: development('Agreement'),
  disarm: development('Disrupted weapons use'),
};

/** What an event is in ACLED's division; null for what ACLED does not record: words, diplomacy, aid. */
export function acledType(happening: Happening): AcledType | null {
  const { type, modes } = happening;
  const byMode = (table: Readonly<Partial<Record<Mode, AcledType>>>) =>
    modes.map((mode) => table[mode]).find((found) => found !== undefined) ?? null;
  switch (type) {
    case 'ASSAULT':
      return byMode(ASSAULTS) ?? plainAssault(happening);
    case 'PROTEST':
      return byMode(PROTESTS) ?? protest('Peaceful protest');
    case 'RETREAT':
      return byMode(RETREATS);
    case 'COERCE':
      return modes.includes('arrest') ? development('Arrests') : null;
    case 'MOBILIZE':
      return development('Change to group/activity');
    default:
      return null;
  }
}

/** Force between armed parties is a clash; against others, or nobody named, an attack on civilians. */
function plainAssault({ actors, recipients }: Happening): AcledType {
  return areForces(recipients) && !areCivilian(actors) ? CLASH : against('Attack');
}
