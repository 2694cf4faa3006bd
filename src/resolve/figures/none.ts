import type { Parsed } from '../../document/index.ts';
import type { Atom } from '../dates/index.ts';
import type { Figure } from '../resolved.ts';
import type { FigureWords } from './words.ts';

/** Most words between "no" and a noun of harm. */
const REACH = 3;

/** "No injuries", "no deaths or injuries", "no one was killed": figures of zero, one for each harm named. */
export function findNone(doc: Parsed, atoms: readonly Atom[], at: number, words: FigureWords): readonly Figure[] {
  const no = atoms[at];
  if (no?.lower !== 'no') return [];
  const figures: Figure[] = [];
  const sentence = no.token.sentence;
  let gap = 0;
  for (let index = no.token.index + 1; gap <= REACH; index++) {
    const token = doc.tokens[index];
    if (!token || token.sentence !== sentence) break;
    const of = words.outcomes.count.get(token.form.toLowerCase());
    if (of && /^NN/.test(token.xpos)) {
      figures.push({
        span: { start: no.start, end: token.end },
        range: { from: no.token.index, to: index + 1 },
        low: 0,
        high: 0,
        approximate: false,
        of,
        anchor: index,
      });
      gap = 0;
    } else if (/^(?:JJ|NN|CC|,)$/.test(token.xpos) || token.form === ',') gap++;
    else break;
  }
  return figures;
}
