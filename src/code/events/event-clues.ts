import { QUAD_OF } from '../../codebook/index.ts';
import type { Resolved } from '../../resolve/index.ts';
import { type Clues, sideClues } from './confidence.ts';
import type { Draft } from './draft.ts';
import type { Judgement } from './judge-status.ts';

/** Frames more specific than this do not count as better. Scores are sums of about 2 a filled slot. */
const MOST_SPECIFIC = 6;
/** Words of a sentence of ordinary length. */
const ORDINARY_LENGTH = 25;

/** The clues an event's confidence is reckoned from: how specific the frame is, through how many hands the event came, who fills its
 * roles, how hard the sentence is.
 * @param speakers claims the event is told in */
export function cluesOf(draft: Draft, { type, status }: Judgement, speakers: number, doc: Resolved): Clues {
  const { predicate, rule, score } = draft;
  const range = doc.sentences[predicate.token.sentence];
  const length = range ? range.to - range.from : ORDINARY_LENGTH;
  return new Map<string, number>([
    ['always', 1],
    ['specific', Math.min(Math.max(score, 0), MOST_SPECIFIC) / MOST_SPECIFIC],
    ['weak frame', score < 0 ? 1 : 0],
    [predicate.kind, 1],
    ['operator', rule.includes('<') ? 1 : 0],
    ['act of saying', rule.startsWith('claim/') ? 1 : 0],
    ['content', draft.governor === null ? 0 : 1],
    [`status ${status}`, 1],
    ['speakers', Math.min(speakers, 2)],
    ['passive', predicate.passive ? 1 : 0],
    ['relative', predicate.relative ? 1 : 0],
    ['infinitive', predicate.infinitive ? 1 : 0],
    ['modal', predicate.modal === null ? 0 : 1],
    ['long sentence', Math.log(Math.max(length, 1) / ORDINARY_LENGTH)],
    [`quad ${QUAD_OF[type]}`, 1],
    ...sideClues('actor', draft.actors, predicate.token),
    ...sideClues('recipient', draft.recipients, predicate.token),
  ]);
}
