import { baseRelation, type Token } from '../../document/index.ts';
import { splitCondition } from './condition.ts';
import { trimContent } from './content.ts';
import { bodyRange, isNegated, isUnreal, markOf, prepositional, surfaceSubject } from './grammar.ts';
import type { Cue } from './lexicon.ts';
import type { Draft, Reading } from './reading.ts';
import { readSpeaker } from './speaker.ts';
import { refineStance } from './stance.ts';

/** Predicate adjectives that report a view: "the minister was adamant that S", "Kabul is opposed to X". */
export function adjectiveCues(reading: Reading): readonly Draft[] {
  return reading.doc.tokens.flatMap((token) => {
    const cues =
      reading.lexicon.adjectives.get(token.lemma.toLowerCase()) ?? reading.lexicon.adjectives.get(token.form.toLowerCase());
    if (!cues || (token.upos !== 'ADJ' && token.upos !== 'VERB') || baseRelation(token.deprel) === 'amod') return [];
    return cues.flatMap((cue) => readAdjective(reading, token, cue));
  });
}

function readAdjective(reading: Reading, adjective: Token, cue: Cue): readonly Draft[] {
  const { tree } = reading;
  if (!tree.childBy(adjective, 'cop', 'aux:pass') || isNegated(tree, adjective) || isUnreal(tree, adjective)) return [];
  const construction = cue.contents[0] ?? 'clause';
  const head =
    construction === 'clause'
      ? tree
          .childrenBy(adjective, 'ccomp', 'advcl')
          .find((child) => child.index > adjective.index && ['that', ''].includes(markOf(tree, child)))
      : prepositional(tree, adjective, [construction]);
  const subject = surfaceSubject(tree, adjective);
  const speaker = subject && readSpeaker(reading, subject, false);
  const trimmed = head && trimContent(reading, bodyRange(tree, head, construction === 'clause' ? ['that'] : [construction]));
  if (!speaker || !head || !trimmed || trimmed.to - trimmed.from < 2) return [];
  const { content, condition } = splitCondition(reading, trimmed, adjective);
  return [
    {
      cue: adjective,
      cueRange: { from: adjective.index, to: adjective.index + 1 },
      speakerToken: speaker.token,
      speaker: speaker.id,
      speakerSpan: speaker.carried ? null : speaker.span,
      stance: refineStance(reading, cue.stance, content, head, speaker.id),
      addressee: null,
      content,
      condition,
      rule: `${cue.lemma}/adjective`,
    },
  ];
}
