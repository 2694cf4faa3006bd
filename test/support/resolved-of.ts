import { kebabCase } from '../../src/base/index.ts';
import type { Parsed } from '../../src/document/index.ts';
import { findQuotations } from '../../src/language/index.ts';
import type { Entity, Mention, Resolved } from '../../src/resolve/index.ts';

/** A resolved document for tests: every token of one of the forms is a mention of the entity given for it. Entities are states where
 * the id is three capitals, people where it starts with `person:` (left away), else organisations. */
export function resolvedOf(parsed: Parsed, actors: Readonly<Record<string, string>>): Resolved {
  const mentions: Mention[] = [];
  const entities = new Map<string, Entity>();
  for (const token of parsed.tokens) {
    const given = actors[token.form];
    if (given === undefined) continue;
    const id = given.replace(/^person:/, '');
    const range = { from: token.index, to: token.index + 1 };
    const form =
      token.upos === 'ADJ' ? 'adjective' : token.upos === 'PRON' ? 'pronoun' : token.upos === 'NOUN' ? 'description' : 'name';
    mentions.push({
      span: { start: token.start, end: token.end },
      range,
      head: token.index,
      form,
      entities: [id],
      basis: 'test',
    });
    entities.set(id, entityOf(id, given.startsWith('person:')));
  }
  return {
    ...parsed,
    quotations: findQuotations(parsed.text, parsed.tokens, parsed.sentences),
    mentions,
    entities: [...entities.values()],
    dates: [],
    publishedEvidence: [],
    placeMentions: [],
    places: [],
    figures: [],
  };
}

function entityOf(id: string, isPerson: boolean): Entity {
  const country = /^[A-Z]{3}/.exec(id)?.[0] ?? null;
  const kind = isPerson ? 'person' : /^[A-Z]{3}$/.test(id) ? 'state' : id.endsWith(':GOV') ? 'government' : 'organisation';
  return { id, name: kebabCase(id), kind, country, sector: null, aliases: [] };
}
