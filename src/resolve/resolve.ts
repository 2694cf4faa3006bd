import type { Parsed, Trace } from '../document/index.ts';
import { type DataFiles, type Gazetteer, loadActorKnowledge, loadGazetteer, loadNounClasses } from '../knowledge/index.ts';
import { type ActorIndex, countryOfPlace, humanNounsOf, indexActors, resolveActors, statesOfPlaces } from './actors/index.ts';
import { resolveDates } from './dates/index.ts';
import { type FigureWords, findFigures, loadFigureWords } from './figures/index.ts';
import { resolvePlaces } from './places/index.ts';
import type { Resolved } from './resolved.ts';

/** What resolving needs to know, read and indexed once. */
export interface ResolveKnowledge {
  readonly actors: ActorIndex;
  readonly gazetteer: Gazetteer;
  readonly figureWords: FigureWords;
}

/** Reads data/actors, data/classes, data/places and data/figures.
 * @throws RangeError naming file and line where a table is damaged or missing */
export function loadResolveKnowledge(files: DataFiles): ResolveKnowledge {
  const gazetteer = loadGazetteer(files);
  return {
    actors: indexActors(loadActorKnowledge(files), countryOfPlace(gazetteer), humanNounsOf(loadNounClasses(files))),
    gazetteer,
    figureWords: loadFigureWords(files),
  };
}

/** Works out who, where, when and how many in a parsed article. Pure; never throws on any article text.
 * @param trace told which mentions were resolved, and by which rule */
export function resolve(parsed: Parsed, knowledge: ResolveKnowledge, trace?: Trace): Resolved {
  const { mentions, entities } = resolveActors(parsed, knowledge.actors, parsed.published);
  if (trace)
    for (const { span, basis, entities: ids } of mentions)
      trace({ stage: 'actors', rule: basis, outcome: 'coded', span, reason: `stands for ${ids.join(', ')}` });
  const dates = resolveDates(parsed);
  const { placeMentions, places } = resolvePlaces(parsed, mentions, knowledge.gazetteer);
  return {
    ...parsed,
    mentions,
    entities: [...entities, ...statesOfPlaces(knowledge.actors, places, entities)],
    dates,
    placeMentions,
    places,
    figures: findFigures(parsed, knowledge.figureWords, dates),
  };
}
