import type { PlainDate } from '../../base/index.ts';
import { type Parsed, rangeSpan } from '../../document/index.ts';
import { followStory } from '../coreference.ts';
import type { Entity, Mention } from '../resolved.ts';
import { joinAcronyms } from './acronyms.ts';
import type { ActorIndex } from './actor-index.ts';
import { joinAliases } from './aliases.ts';
import { joinAppositions } from './apposed.ts';
import { joinCompassStates } from './compass.ts';
import { stateContext } from './context.ts';
import { readGiven } from './given.ts';
import { readHeads } from './read-heads.ts';
import type { Reading } from './reading.ts';
import { makeScene, type Scene } from './scene.ts';
import { joinShortNames } from './short-names.ts';
import { joinSurnames } from './surnames.ts';

/** Who is mentioned in a document: mentions in text order, no two with one head, and their entities.
 * Where the article brings its own actor spans, exactly those become mentions.
 * @param published decides dated roles; null takes each person's latest */
export function resolveActors(
  doc: Parsed,
  index: ActorIndex,
  published: PlainDate | null,
): { readonly mentions: readonly Mention[]; readonly entities: readonly Entity[] } {
  const scene = makeScene(doc, index, published);
  const steps = [joinCompassStates, joinSurnames, joinAcronyms, joinAliases, joinShortNames, joinAppositions];
  const read = steps.reduce<readonly Reading[]>((kept, step) => step(scene, kept), readHeads(scene));
  const settled = followStory(scene, read, stateContext(scene, read));
  const readings = doc.givenEntities ? readGiven(scene, settled, doc.givenEntities) : settled;
  return { mentions: readings.map((reading) => toMention(scene, reading)), entities: toEntities(scene, readings) };
}

function toMention({ doc }: Scene, { head, range, form, parties, basis }: Reading): Mention {
  return { span: rangeSpan(doc.tokens, range), range, head, form, entities: parties.map(({ id }) => id), basis };
}

function toEntities({ doc }: Scene, readings: readonly Reading[]): readonly Entity[] {
  const entities = new Map<string, Entity & { readonly aliases: string[] }>();
  for (const reading of readings) {
    for (const { names: _names, ...party } of reading.parties) {
      const entity = entities.get(party.id) ?? { ...party, aliases: [] };
      if (!entities.has(party.id)) entities.set(party.id, entity);
      if (reading.parties.length > 1 || reading.form === 'pronoun') continue;
      const { start, end } = rangeSpan(doc.tokens, reading.range);
      const alias = doc.text
        .slice(start, end)
        .replace(/\s+/g, ' ')
        .replace(/^(the|a|an)\s+/i, '');
      if (alias !== entity.name && !entity.aliases.includes(alias)) entity.aliases.push(alias);
    }
  }
  return [...entities.values()];
}
