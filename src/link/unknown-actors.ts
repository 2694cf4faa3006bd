import type { CaseRecord, RecordActor, RecordSpan } from '../api/index.ts';
import type { ActorKind, Sector } from '../codebook/index.ts';

/** An actor that texts name and no table holds. */
export interface UnknownActor {
  readonly id: string;
  readonly name: string;
  /** What the text makes it look like; for a person to check. */
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: Sector | null;
  /** Other spellings, in order. */
  readonly names: readonly string[];
  readonly mentions: number;
  readonly documents: number;
  /** Up to three passages around a mention, from different documents where there are. */
  readonly contexts: readonly string[];
}

/** Characters shown before and after a mention. */
const CONTEXT = 70;
const CONTEXTS = 3;

/** Counts the named actors of records that no table holds. "three gunmen" and "the group" are no names. */
export class UnknownActors {
  readonly #knows: (actor: string) => boolean;
  readonly #found = new Map<
    string,
    { actor: RecordActor; names: Set<string>; mentions: number; documents: number; contexts: string[] }
  >();

  /** @param knows whether an id is in the tables */
  constructor(knows: (actor: string) => boolean) {
    this.#knows = knows;
  }

  add({ actors, document }: CaseRecord): void {
    for (const actor of actors) {
      if (this.#knows(actor.id)) continue;
      const named = actor.mentions.filter((mention) => isName(document.text, mention));
      const [first] = named;
      if (!first) continue;
      const found = this.#found.get(actor.id) ?? { actor, names: new Set<string>(), mentions: 0, documents: 0, contexts: [] };
      for (const mention of named) found.names.add(nameIn(mention));
      found.mentions += actor.mentions.length;
      found.documents++;
      if (found.contexts.length < CONTEXTS) found.contexts.push(contextOf(document.text, first));
      this.#found.set(actor.id, found);
    }
  }

  /** Those told in most documents, then most often, then by id. */
  top(count: number): readonly UnknownActor[] {
    return [...this.#found.values()]
      .sort((a, b) => b.documents - a.documents || b.mentions - a.mentions || (a.actor.id < b.actor.id ? -1 : 1))
      .slice(0, count)
      .map(({ actor: { id, name, kind, country, sector }, names, ...counts }) => ({
        id,
        name: oneLine(name),
        kind,
        country,
        sector,
        names: [...names].filter((each) => each !== oneLine(name)).sort(),
        ...counts,
      }));
  }
}

/** A mention holds a name where a word after its article begins with a capital that is not the first letter of its sentence. */
function isName(text: string, mention: RecordSpan): boolean {
  const name = nameIn(mention);
  if (/\s\p{Lu}/u.test(name)) return true;
  const before = text.slice(Math.max(0, mention.start - 3), mention.start);
  const opens = name === oneLine(mention.text) && /^$|[.!?:"“”’'\n]\s{0,2}$/.test(before);
  return /^\p{Lu}/u.test(name) && !opens;
}

function nameIn({ text }: RecordSpan): string {
  return oneLine(text).replace(/^(?:the|an?|its|their|his|her)\s+/i, '');
}

function contextOf(text: string, { start, end }: RecordSpan): string {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return `${from > 0 ? '…' : ''}${oneLine(text.slice(from, to))}${to < text.length ? '…' : ''}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
