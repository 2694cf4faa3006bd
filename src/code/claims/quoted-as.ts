import { clauseContent } from './clause-content.ts';
import { splitCondition } from './condition.ts';
import { coverQuotations, trimContent } from './content.ts';
import { isPassive, objectOf, prepositional } from './grammar.ts';
import type { Draft, Reading } from './reading.ts';
import { readSpeaker } from './speaker.ts';
import { refineStance } from './stance.ts';

const REPORTERS = new Set(['quote', 'cite', 'report']);

/** "The agency quoted X as saying S", "X was quoted by the agency as saying S": X speaks. */
export function quotedAs(reading: Reading): readonly Draft[] {
  const { tree } = reading;
  return reading.doc.tokens.flatMap((verb) => {
    if (verb.upos !== 'VERB' || !REPORTERS.has(verb.lemma.toLowerCase())) return [];
    const quoted = objectOf(tree, verb);
    const saying =
      prepositional(tree, verb, ['as']) ?? (quoted && !isPassive(tree, verb) ? prepositional(tree, quoted, ['as']) : null);
    if (!quoted || !saying || saying.xpos !== 'VBG') return [];
    const speaker = readSpeaker(reading, quoted, true);
    const found = clauseContent(reading, saying);
    const trimmed = found && trimContent(reading, coverQuotations(reading, found.range, saying));
    if (!speaker || !found || !trimmed) return [];
    const { content, condition } = splitCondition(reading, trimmed, saying);
    return [
      {
        cue: saying,
        cueRange: { from: saying.index, to: saying.index + 1 },
        speakerToken: speaker.token,
        speaker: speaker.id,
        speakerSpan: speaker.carried ? null : speaker.span,
        stance: refineStance(reading, 'asserts', content, found.head, speaker.id),
        addressee: null,
        content,
        condition,
        rule: 'quoted-as-saying',
      },
    ];
  });
}
