import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { Entity, EntityId, Mention, Resolved } from '../../resolve/index.ts';
import { OPPOSED_NOUNS } from './grammar.ts';
import { phraseHeads } from './noun-phrase.ts';

/** Who a phrase stands for, and how directly. */
export interface Party {
  readonly entities: readonly EntityId[];
  readonly mention: Mention;
  /** The party is not the phrase itself but named inside it ("Pakistani policy", "villages in Kunar"). */
  readonly within: boolean;
}

/** Prepositions whose noun may stand for the whole phrase, in order of preference. */
const INNER_PREPOSITIONS: readonly string[] = ['by', 'of', 'from', 'with', 'against', 'in', 'on', 'to', 'for', 'at', 'along'];

/** How deep a phrase is searched for a party. */
const MAX_DEPTH = 3;

/** Looks up the mentions of a document by the tokens of its phrases. */
export class Parties {
  readonly #tree: Tree;
  readonly #byHead = new Map<number, Mention>();
  readonly #covering = new Map<number, Mention>();
  readonly #entities = new Map<EntityId, Entity>();
  readonly #places = new Map<number, Mention>();

  constructor(doc: Resolved, tree: Tree) {
    this.#tree = tree;
    for (const entity of doc.entities) this.#entities.set(entity.id, entity);
    for (const mention of doc.mentions) {
      this.#byHead.set(mention.head, mention);
      for (let index = mention.range.from; index < mention.range.to; index++) {
        const known = this.#covering.get(index);
        if (!known || width(mention) < width(known)) this.#covering.set(index, mention);
      }
    }
    const countries = new Map(doc.places.map((place) => [place.id, place.country]));
    for (const { place, head, span, range } of doc.placeMentions) {
      const country = countries.get(place);
      if (country && this.#entities.has(country))
        this.#places.set(head, { span, range, head, form: 'name', entities: [country], basis: 'soil' });
    }
  }

  /** The state whose soil a phrase names ("fired into Lal Pur"), where the report speaks of that state; for those who suffer an act. */
  soil(token: Token, depth = 0): Party | null {
    const place = phraseHeads(this.#tree, token)
      .map((head) => this.#places.get(head.index))
      .find((found) => found !== undefined);
    if (place) return { entities: place.entities, mention: place, within: true };
    if (depth >= MAX_DEPTH) return null;
    for (const inner of this.#innerTokens(token)) {
      const found = this.soil(inner, depth + 1);
      if (found) return found;
    }
    return null;
  }

  entity(id: EntityId): Entity | null {
    return this.#entities.get(id) ?? null;
  }

  /** The mention a token heads, or whose name or title it is part of. */
  mentionAt(token: Token): Mention | null {
    const headed = this.#byHead.get(token.index);
    if (headed) return headed;
    const around = this.#covering.get(token.index);
    if (!around) return null;
    const head = this.#tree.token(around.head);
    return this.#tree.isWithin(head, token) || isNamePart(token) ? around : null;
  }

  /** The parties a phrase stands for: its own mention, its counted noun's, else the nearest named inside it; null where there is none. */
  find(token: Token, depth = 0): Party | null {
    const direct = this.direct(token);
    if (direct) return direct;
    if (depth >= MAX_DEPTH) return null;
    for (const inner of this.#innerTokens(token)) {
      const found = this.find(inner, depth + 1);
      if (found) return { ...found, within: true };
    }
    return null;
  }

  /** The party a phrase itself names or counts. */
  direct(token: Token): Party | null {
    for (const head of [...phraseHeads(this.#tree, token)].reverse()) {
      const mention = this.mentionAt(head);
      if (mention) return { entities: mention.entities, mention, within: false };
    }
    return null;
  }

  #innerTokens(token: Token): readonly Token[] {
    const children = phraseHeads(this.#tree, token).flatMap((head) => this.#tree.children(head));
    const isOpposed = OPPOSED_NOUNS.has(token.lemma.toLowerCase());
    const owners = children.filter((child) => child.deprel === 'nmod:poss' && !isOpposed);
    const modifiers = children.filter((child) => ['amod', 'compound', 'flat', 'nmod:desc'].includes(child.deprel));
    const nested = children
      .filter((child) => baseRelation(child.deprel) === 'nmod' && child.deprel !== 'nmod:poss')
      .map((child) => ({ child, rank: INNER_PREPOSITIONS.indexOf(this.#tree.preposition(child)) }))
      .filter(({ rank }) => rank >= 0 && !isOpposed)
      .sort((a, b) => a.rank - b.rank || a.child.index - b.child.index)
      .map(({ child }) => child);
    const appositions = children.filter((child) => child.deprel === 'appos');
    return [...owners, ...modifiers, ...nested, ...appositions];
  }
}

function width(mention: Mention): number {
  return mention.range.to - mention.range.from;
}

function isNamePart(token: Token): boolean {
  return token.deprel === 'flat' || token.deprel === 'compound' || token.deprel === 'nmod:desc' || token.upos === 'PROPN';
}

/** Noun classes an entity counts under when a frame asks for a kind of filler. */
export function entityClasses(entity: Entity): readonly string[] {
  const byKind = KIND_CLASSES[entity.kind];
  const bySector = entity.sector ? (SECTOR_CLASSES[entity.sector] ?? []) : [];
  return entity.kind === 'state' ? byKind : [...byKind, ...bySector];
}

const KIND_CLASSES: Readonly<Record<Entity['kind'], readonly string[]>> = {
  state: ['state'],
  government: ['government'],
  military: ['troops'],
  police: ['police'],
  'armed-group': ['armed_group'],
  organisation: ['organisation'],
  person: ['person'],
  people: ['person', 'civilian'],
  media: ['media'],
  unknown: [],
};

const SECTOR_CLASSES: Readonly<Record<string, readonly string[]>> = {
  COP: ['police'],
  GOV: ['government', 'official', 'leader'],
  JUD: ['court'],
  LEG: ['legislature', 'official'],
  MIL: ['troops'],
  PRM: ['armed_group'],
  REB: ['armed_group'],
  UAF: ['armed_group'],
  SPY: ['official'],
  BUS: ['company'],
  CVL: ['civilian', 'person'],
  EDU: ['student', 'person'],
  JRN: ['journalist', 'media'],
  LAB: ['worker', 'person'],
  REF: ['refugee', 'person'],
  CRM: ['criminal'],
  OPP: ['leader'],
};
