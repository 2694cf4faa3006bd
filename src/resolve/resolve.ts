import type { Parsed, Trace } from '../document/index.ts';
import { type DataFiles, type Gazetteer, loadActorKnowledge, loadGazetteer, loadNounClasses } from '../knowledge/index.ts';
import { type ActorIndex, countryOfPlace, humanNounsOf, indexActors, resolveActors, statesOfPlaces } from './actors/index.ts';
import { type Holidays, loadHolidays, resolveDates } from './dates/index.ts';
import { type FigureWords, findFigures, loadFigureWords } from './figures/index.ts';
import { resolvePlaces } from './places/index.ts';
import { indexOffices, inferPublished, type OfficeHolders } from './published/index.ts';
import type { Resolved } from './resolved.ts';

/** What resolving needs to know, read and indexed once. */
export interface ResolveKnowledge {
  readonly actors: ActorIndex;
  /** Made when a report without its date is first read. */
  readonly offices: () => OfficeHolders;
  readonly gazetteer: Gazetteer;
  readonly holidays: Holidays;
  readonly figureWords: FigureWords;
}

/** Reads data/actors, data/classes, data/dates, data/places and data/figures.
 * @throws RangeError naming file and line where a table is damaged or missing */
export function loadResolveKnowledge(files: DataFiles): ResolveKnowledge {
  const gazetteer = loadGazetteer(files);
  const actors = loadActorKnowledge(files);
  return {
    actors: indexActors(actors, countryOfPlace(gazetteer), humanNounsOf(loadNounClasses(files))),
    offices: once(() => indexOffices(actors.persons)),
    gazetteer,
    holidays: loadHolidays(files),
    figureWords: loadFigureWords(files),
  };
}

/** Works out who, where, when and how many in a parsed article; before that the day of publication where reading did not find one,
 * since roles and dates are counted from it. Pure; never throws on any article text.
 * @param trace told which mentions were resolved, and by which rule */
export function resolve(article: Parsed, knowledge: ResolveKnowledge, trace?: Trace): Resolved {
  const { parsed, publishedEvidence } = datePublished(article, knowledge, trace);
  const { mentions, entities } = resolveActors(parsed, knowledge.actors, parsed.published);
  if (trace)
    for (const { span, basis, entities: ids } of mentions)
      trace({ stage: 'actors', rule: basis, outcome: 'coded', span, reason: `stands for ${ids.join(', ')}` });
  const dates = resolveDates(parsed, knowledge.holidays);
  const { placeMentions, places } = resolvePlaces(parsed, mentions, knowledge.gazetteer);
  return {
    ...parsed,
    publishedEvidence,
    mentions,
    entities: [...entities, ...statesOfPlaces(knowledge.actors, places, entities)],
    dates,
    placeMentions,
    places,
    figures: findFigures(parsed, knowledge.figureWords, dates),
  };
}

function datePublished(article: Parsed, { offices, actors }: ResolveKnowledge, trace?: Trace) {
  if (article.published !== null) return { parsed: article, publishedEvidence: [] };
  const { published, evidence } = inferPublished(article, offices(), actors, trace);
  const parsed: Parsed = published === null ? article : { ...article, published, publishedBasis: 'inferred' };
  return { parsed, publishedEvidence: evidence };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
