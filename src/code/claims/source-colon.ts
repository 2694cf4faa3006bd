import { inZone, type Token } from '../../document/index.ts';
import { splitCondition } from './condition.ts';
import { saysSomething, trimContent } from './content.ts';
import { type Draft, mentionOf, type Reading } from './reading.ts';
import { refineStance } from './stance.ts';

/** Longest name before the colon, in words. */
const NAME_LENGTH = 7;

/** "Al-Hayat: The council met ...": a source and a colon at the start of a sentence. */
export function sourceColon(reading: Reading): readonly Draft[] {
  return reading.doc.sentences.flatMap((sentence) => {
    const end = Math.min(sentence.to - 2, sentence.from + NAME_LENGTH);
    for (let index = sentence.from + 1; index <= end; index++)
      if (reading.tree.token(index).form === ':') return readSource(reading, sentence.from, index, sentence.to);
    return [];
  });
}

function readSource(reading: Reading, from: number, colon: number, to: number): readonly Draft[] {
  const { tree, doc } = reading;
  const before = tree.tokens.slice(from, colon);
  const named = before.every(
    (token) => ['PROPN', 'PUNCT', 'DET', 'ADP', 'ADJ', 'PART'].includes(token.upos) || startsHigh(token),
  );
  const name = before.find((token) => token.upos === 'PROPN' && !before.some((other) => other.index === token.head));
  const start = tree.token(from).start;
  if (!named || !name || inZone(doc, { start, end: name.end }, 'byline', 'dateline', 'credit')) return [];
  const trimmed = trimContent(reading, { from: colon + 1, to });
  if (!trimmed || !saysSomething(reading, trimmed) || trimmed.to - trimmed.from < 4) return [];
  const mention = mentionOf(reading, name);
  const entity = mention?.entities[0] ?? null;
  if (entity === null && !hasSource(doc.entities.length === 0, before)) return [];
  const { content, condition } = splitCondition(reading, trimmed, null);
  return [
    {
      cue: tree.token(colon),
      cueRange: { from: colon, to: colon + 1 },
      speakerToken: name,
      speaker: entity,
      speakerSpan: mention ? mention.span : { start, end: tree.token(colon - 1).end },
      stance: refineStance(reading, 'asserts', content, null, entity),
      addressee: null,
      content,
      condition,
      rule: 'source-colon',
    },
  ];
}

function startsHigh(token: Token): boolean {
  return /^\p{Lu}/u.test(token.form);
}

/** An unknown name is taken for a source where it looks like a paper's ("Al-Hayat", "Az-Zaman"), not like a heading. */
function hasSource(nothingResolved: boolean, before: readonly Token[]): boolean {
  const form = before.map((token) => token.form).join('');
  return nothingResolved || /^\p{Lu}\p{L}?-?\p{Lu}/u.test(form) || before[0]?.form === 'The';
}
