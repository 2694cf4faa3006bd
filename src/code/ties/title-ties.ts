import type { Token } from '../../document/index.ts';
import type { Mention } from '../../resolve/index.ts';
import { countryId, type TieDraft, type TieReading } from './ends.ts';
import type { TiePattern } from './lexicon.ts';

/** Words a title may stand before the name. */
const TITLE_REACH = 3;

/** "President X", "the X administration": the state a person leads, from the title or from the government named after the person. */
export function titleTies(reading: TieReading): readonly TieDraft[] {
  return reading.doc.mentions.flatMap((mention) => {
    const person = mention.entities[0];
    const entity = person === undefined ? undefined : reading.entities.get(person);
    if (entity?.kind !== 'person' || mention.form === 'pronoun') return [];
    const title = titleOf(reading, mention);
    if (title) {
      const to = countryId(reading, entity.country) ?? ownerBefore(reading, title.token, title.from);
      return to && to !== entity.id
        ? [{ from: entity.id, to, pattern: title.pattern, tokens: [title.token.index, mention.head] }]
        : [];
    }
    return namesake(reading, mention, entity.id, entity.country);
  });
}

interface Title {
  readonly token: Token;
  /** First token of the title. */
  readonly from: number;
  readonly pattern: TiePattern;
}

function titleOf(reading: TieReading, mention: Mention): Title | null {
  const { tree } = reading;
  const titles = reading.lexicon.patterns.get('title');
  const start = Math.max(0, mention.range.from - TITLE_REACH);
  for (let index = start; index < mention.range.to; index++) {
    const token = tree.token(index);
    if (
      token.sentence !== tree.token(mention.head).sentence ||
      (token.index === mention.head && token.upos !== 'NOUN' && mention.range.to - mention.range.from === 1)
    )
      continue;
    for (const length of [3, 2, 1]) {
      const words = tree.tokens.slice(index, index + length).map((word) => word.form.toLowerCase());
      const pattern = titles?.get(words.join('_'));
      const last = tree.tokens[index + length - 1];
      if (!pattern?.[0] || !last || !leadsToName(reading, last, mention)) continue;
      const before = tree.tokens[index - 1];
      if (
        before &&
        (reading.lexicon.past.has(before.form.toLowerCase()) ||
          ['vice', 'deputy', 'ex', 'former'].includes(before.form.toLowerCase()))
      )
        return null;
      if (before?.form === '-' && ['ex', 'vice'].includes(tree.tokens[index - 2]?.form.toLowerCase() ?? '')) return null;
      return { token: last, from: index, pattern: pattern[0] };
    }
  }
  return null;
}

/** Only the name itself (or a comma) may stand between a title and the head of the name. */
function leadsToName(reading: TieReading, title: Token, mention: Mention): boolean {
  for (let index = title.index + 1; index < mention.range.to; index++) {
    const token = reading.tree.token(index);
    if (index < mention.range.from) return false;
    if (token.upos === 'PROPN') return true;
  }
  return false;
}

/** "the Afghan president X", "Afghanistan's President X". */
function ownerBefore(reading: TieReading, title: Token, from: number): string | null {
  for (let index = from - 1; index >= Math.max(0, from - 2); index--) {
    const mention = reading.mentions.get(index);
    const id = mention?.entities[0];
    if (mention?.form !== 'adjective' && mention?.form !== 'name') continue;
    if (id === undefined || reading.tree.token(index).sentence !== title.sentence) continue;
    const kind = reading.entities.get(id)?.kind;
    if (kind === 'state' || kind === 'government') return id;
  }
  return null;
}

/** "the X government": a person's name before a word for the government. */
function namesake(reading: TieReading, mention: Mention, person: string, country: string | null): readonly TieDraft[] {
  const head = reading.tree.head(reading.tree.token(mention.head));
  const pattern = head && reading.lexicon.patterns.get('namesake')?.get(head.lemma.toLowerCase())?.[0];
  if (!head || !pattern || !['compound', 'amod', 'nmod'].includes(reading.tree.token(mention.head).deprel.split(':')[0] ?? ''))
    return [];
  const own = reading.mentions.get(head.index)?.entities[0];
  const to = own !== undefined && own !== person ? own : countryId(reading, country);
  return to ? [{ from: person, to, pattern, tokens: [mention.head, head.index] }] : [];
}
