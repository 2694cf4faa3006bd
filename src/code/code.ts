import type { Trace } from '../document/index.ts';
import type { Resolved } from '../resolve/index.ts';
import { findClaims } from './claims/index.ts';
import type { Coded } from './coded.ts';
import { codeEvents } from './events/code-events.ts';
import type { Lexicon } from './lexicon.ts';
import { findTies } from './ties/index.ts';

/** Works out what is said, what happened and who is tied to whom. Claims come first: an event inside one takes its status from the speaker. */
export function code(resolved: Resolved, lexicon: Lexicon, trace?: Trace): Coded {
  const claims = findClaims(resolved, lexicon.speech, trace);
  const { events, figureEvents } = codeEvents(resolved, claims, lexicon, trace);
  const ties = findTies(resolved, claims, lexicon.ties, trace);
  return { ...resolved, events, claims, ties, figureEvents };
}
