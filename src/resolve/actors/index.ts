export { type ActorIndex, indexActors } from './actor-index.ts';
export { humanNounsOf } from './human-nouns.ts';
export { statesOfPlaces } from './parties.ts';
export { countryOfPlace } from './place-countries.ts';
export { resolveActors } from './resolve-actors.ts';
export { type PhraseActor, resolvePhrase } from './resolve-phrase.ts';
