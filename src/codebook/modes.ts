import { type EventType, TYPE_SCORE } from './event-types.ts';

/** Modes of each type with their score (PLOVER manual, draft 2.0, section 2). `vandalize` has none there and takes its type's. */
export const MODE_SCORES = {
  AGREE: {},
  CONSULT: { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 },
  SUPPORT: {},
  CONCEDE: {},
  COOPERATE: {},
  AID: {},
  RETREAT: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 },
  REQUEST: { assist: 0.5, change: -1, yield: -1, meet: 0 },
  ACCUSE: { disapprove: -2, investigate: -3.5, allege: -3.5 },
  REJECT: { assist: -1.5, change: -2, yield: -2, meet: -2 },
  THREATEN: { restrict: -3, arrest: -3.5, relations: -3.5, expel: -3.5, territory: -4, violence: -3.5 },
  PROTEST: { demo: -5, riot: -7, strike: -5, hunger: -4.5, boycott: -4.5, obstruct: -4.5, vandalize: -5 },
  SANCTION: { convict: -6, expel: -5.5, withdraw: -6, discontinue: -6 },
  MOBILIZE: { troops: -6.5, weapons: -6.5, police: -5.5, militia: -6 },
  COERCE: {
    seize: -7,
    restrict: -7,
    censor: -6.5,
    curfew: -6.5,
    'martial-law': -7.5,
    arrest: -7,
    deport: -7,
    withhold: -7,
    misinformation: -6.5,
    cyber: -7,
  },
  ASSAULT: {
    abduct: -8.5,
    beat: -7.5,
    torture: -8.5,
    sexual: -8.5,
    targeted: -9.5,
    destroy: -8.5,
    primitive: -8,
    firearms: -9,
    explosives: -9,
    'suicide-attack': -9.5,
    aerial: -9.5,
    drone: -9.5,
    'heavy-weapons': -9.5,
    'crowd-control': -7.5,
    unconventional: -10,
  },
} as const satisfies Readonly<Record<EventType, Readonly<Record<string, number>>>>;

/** A PLOVER mode; which modes go with which type is {@link isModeOf}. */
export type Mode = { [T in EventType]: Extract<keyof (typeof MODE_SCORES)[T], string> }[EventType];

export function isModeOf(type: EventType, mode: string): mode is Mode {
  return Object.hasOwn(MODE_SCORES[type], mode);
}

/** The score of an event: its first scored mode's, else its type's. */
export function eventScore(type: EventType, modes: readonly Mode[]): number {
  const scores: Readonly<Record<string, number>> = MODE_SCORES[type];
  for (const mode of modes) {
    const score = scores[mode];
    if (score !== undefined) return score;
  }
  return TYPE_SCORE[type];
}
