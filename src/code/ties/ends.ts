import type { TieKind } from '../../codebook/index.ts';
import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { Entity, EntityId, Mention, Resolved } from '../../resolve/index.ts';
import { mentionOf } from '../claims/reading.ts';
import type { TieLexicon } from './lexicon.ts';

/** Everything a rule on ties looks at. */
export interface TieReading {
  readonly doc: Resolved;
  readonly tree: Tree;
  readonly lexicon: TieLexicon;
  readonly mentions: ReadonlyMap<number, Mention>;
  readonly entities: ReadonlyMap<EntityId, Entity>;
}

/** A tie as one construction reads it. */
export interface TieDraft {
  readonly from: EntityId;
  readonly to: EntityId;
  readonly pattern: { readonly kind: TieKind; readonly word: string; readonly shape: string };
  /** Tokens that show it, the tie word first. */
  readonly tokens: readonly number[];
}

/** An end of a tie: who, and the token that says so. */
export interface End {
  readonly id: EntityId;
  readonly token: Token;
}

/** The actor a noun phrase stands for: its own mention, the group of which members are named ("some members of X"), or the actor
 * that modifies a common noun ("Taliban leaders"). */
export function actorEnd(reading: TieReading, token: Token | null): End | null {
  if (!token) return null;
  const named = (token.deprel === 'appos' ? appositionOf(reading, token) : null) ?? nameBeforeComma(reading, token);
  if (named) return named;
  const own = mentionOf(reading, token)?.entities[0];
  if (own !== undefined) return { id: own, token };
  if (token.upos !== 'NOUN' && token.upos !== 'DET' && token.upos !== 'NUM') return null;
  const { tree } = reading;
  for (const child of tree.childrenBy(token, 'nmod', 'compound', 'amod')) {
    const preposition = tree.preposition(child);
    if (child.deprel === 'nmod:poss' || !['', 'of'].includes(preposition)) continue;
    const id = reading.mentions.get(child.index)?.entities[0];
    if (id !== undefined) return { id, token: child };
  }
  return membersOf(reading, token);
}

/** "When the group moved, some members ...": the group named before in the sentence. */
function membersOf(reading: TieReading, token: Token): End | null {
  if (token.lemma.toLowerCase() !== 'member') return null;
  const { tree, doc, entities } = reading;
  const group = doc.mentions
    .filter(({ head, entities: ids }) => {
      const kind = entities.get(ids[0] ?? '')?.kind;
      return (
        head < token.index &&
        tree.token(head).sentence === token.sentence &&
        (kind === 'armed-group' || kind === 'organisation')
      );
    })
    .at(-1);
  const id = group?.entities[0];
  return id === undefined ? null : { id, token };
}

/** "X, a group ...": the description is X. */
function appositionOf(reading: TieReading, token: Token): End | null {
  const head = reading.tree.head(token);
  const mention = head && reading.mentions.get(head.index);
  const id = mention?.entities[0];
  return head && id !== undefined && mention?.form === 'name' && token.upos === 'NOUN' ? { id, token: head } : null;
}

/** The state a place belongs to, where it is among the actors of the text. */
export function placeEnd(reading: TieReading, token: Token | null): End | null {
  if (!token) return null;
  const mention = reading.mentions.get(token.index);
  const named = mention?.entities[0];
  if (named !== undefined && reading.entities.get(named)?.kind === 'state') return { id: named, token };
  const found = reading.doc.placeMentions.find(
    ({ range, head }) => head === token.index || (range.from <= token.index && token.index < range.to),
  );
  const country = found && reading.doc.places.find(({ id }) => id === found.place)?.country;
  return country && reading.entities.has(country) ? { id: country, token } : null;
}

/** The id under which a country is an actor of this text: the state itself, else its government, else any of its organs. */
export function countryId(reading: TieReading, country: string | null): EntityId | null {
  if (!country) return null;
  if (reading.entities.has(country)) return country;
  const government = `${country}:GOV`;
  return reading.entities.has(government) ? government : null;
}

/** "leader X", "X, a spokesman": a name right behind the noun, or before the comma its phrase starts behind. */
function nameBeside(reading: TieReading, noun: Token): End | null {
  const { tree, doc, entities } = reading;
  const isPerson = (id: EntityId | undefined) => id !== undefined && entities.get(id)?.kind === 'person';
  const behind = doc.mentions.find(
    ({ range, head, form }) => (range.from === noun.index + 1 || head === noun.index + 1) && form === 'name',
  );
  if (behind && isPerson(behind.entities[0])) return { id: behind.entities[0] ?? '', token: tree.token(behind.head) };
  return nameBeforeComma(reading, noun);
}

/** "X, a militia": the name before the comma a noun phrase starts behind, whatever the parser made of it. */
function nameBeforeComma({ tree, doc }: TieReading, noun: Token): End | null {
  if (noun.upos !== 'NOUN') return null;
  let from = noun.index;
  while (
    from > 0 &&
    ['DET', 'ADJ', 'NOUN', 'PRON'].includes(tree.token(from - 1).upos) &&
    tree.token(from - 1).sentence === noun.sentence
  )
    from--;
  const comma = tree.tokens[from - 1];
  if (from === noun.index || comma?.form !== ',' || !['DET', 'PRON'].includes(tree.token(from).upos)) return null;
  const before = doc.mentions.find(({ range, form }) => range.to === comma.index && form === 'name');
  return before && before.entities[0] !== undefined ? { id: before.entities[0], token: tree.token(before.head) } : null;
}

/** Whom a describing noun describes: the noun's own mention, the name it stands beside, or the subject it is said of. */
export function describedBy(reading: TieReading, noun: Token): End | null {
  const { tree } = reading;
  const head = tree.head(noun);
  const relation = baseRelation(noun.deprel);
  const beside = relation === 'appos' && head ? head : null;
  const adjacent = nameBeside(reading, noun);
  if (adjacent) return adjacent;
  const named = beside ?? tree.childBy(noun, 'appos', 'flat') ?? (['compound', 'flat'].includes(relation) ? head : null);
  const fromName = named && reading.mentions.get(named.index)?.entities[0];
  if (named && fromName) return { id: fromName, token: named };
  if (beside) {
    const shared = actorEnd(reading, beside);
    if (shared) return shared;
  }
  if (tree.childBy(noun, 'cop')) return actorEnd(reading, tree.childBy(noun, 'nsubj'));
  const described = tree.preposition(noun) === 'as' && head ? (tree.childBy(head, 'obj') ?? null) : null;
  if (described) return actorEnd(reading, described);
  const partitive =
    relation === 'nmod' && head && ['one', 'some', 'many', 'most'].includes(head.lemma.toLowerCase()) ? head : null;
  if (partitive) return describedBy(reading, partitive);
  const own = mentionOf(reading, noun)?.entities[0];
  return own === undefined ? null : { id: own, token: noun };
}
