import { overlaps, spanIou } from '../../src/base/index.ts';
import type { Claim, Coded } from '../../src/code/index.ts';
import { type Pairing, pairUp } from '../../src/evaluate/index.ts';
import { isFilled, placesOf } from './own-sets.ts';

/** A statement a report is labelled with. */
export interface WantedClaim {
  /** Phrases of the text of which one suffices; null: may be nobody known. */
  readonly speaker: readonly (string | null)[];
  readonly stance: readonly string[];
  readonly content: string;
  /** A phrase that holds the word of saying; null where there is none. */
  readonly cue: string | null;
  readonly core: boolean;
}

/** The claims of a text beside its labels. */
export interface MatchedClaims {
  readonly content: Pairing<WantedClaim, Claim>;
  /** And the right speaker. */
  readonly speaker: Pairing<WantedClaim, Claim>;
  /** And the right stance. */
  readonly stance: Pairing<WantedClaim, Claim>;
}

/** Least share of both contents that is the same: with a cue at the same place, and without. */
const NEAR_CUE = 0.3;
const ALONE = 0.5;

/** Pairs the claims given with the labels of a text: by content, or by cue and content. */
export function matchClaims(text: string, wanted: readonly WantedClaim[], coded: Coded): MatchedClaims {
  const worth = (want: WantedClaim, claim: Claim) => {
    const near = Math.max(0, ...placesOf(text, want.content).map((place) => spanIou(place, claim.content)));
    const atCue =
      want.cue !== null &&
      claim.cue !== null &&
      placesOf(text, want.cue).some((place) => claim.cue && overlaps(place, claim.cue));
    return near >= (atCue ? NEAR_CUE : ALONE) ? near : null;
  };
  const isSpoken = ({ speaker }: WantedClaim, claim: Claim) =>
    claim.speaker === null ? isUnnamed(speaker, claim, text) : isFilled(speaker, [claim.speaker], coded);
  const isMeant = ({ stance }: WantedClaim, claim: Claim) => stance.includes(claim.stance);
  return {
    content: pairUp(wanted, coded.claims, [worth]),
    speaker: pairUp(wanted, coded.claims, [(want, claim) => (isSpoken(want, claim) ? worth(want, claim) : null)]),
    stance: pairUp(wanted, coded.claims, [
      (want, claim) => (isSpoken(want, claim) && isMeant(want, claim) ? worth(want, claim) : null),
    ]),
  };
}

/** Whether the words given for an unnamed source are those of the label. */
function isUnnamed(speaker: WantedClaim['speaker'], { speakerSpan }: Claim, text: string): boolean {
  return speaker.some((phrase) =>
    phrase === null || speakerSpan === null
      ? phrase === null && speakerSpan === null
      : placesOf(text, phrase).some((place) => overlaps(place, speakerSpan)),
  );
}
