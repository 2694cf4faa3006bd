export type {
  ActorRow,
  AnaphorNoun,
  DatedRole,
  MetonymWord,
  NamedOrganRow,
  NameNoun,
  OrganNoun,
  PersonRow,
  RoleNoun,
  StateRow,
} from './actor-rows.ts';
export { type ActorKnowledge, loadActorKnowledge, loadStates } from './actors.ts';
export { type CountryCodes, loadCountryCodes } from './country-codes.ts';
export {
  type CameoClaim,
  type CameoCode,
  type CameoEvent,
  type Crosswalk,
  type CrosswalkRow,
  loadCrosswalk,
  type PloverCode,
} from './crosswalk.ts';
export { type DataFiles, type Row, readTable, splitList } from './data-files.ts';
export { type GroupTie, loadGroupNames, loadGroupTies, tiesOfGroup } from './group-ties.ts';
export { loadNounClasses, type NounClasses } from './noun-classes.ts';
export { loadOwnActors, OWN_ACTORS_FOLDER, type OwnActors } from './own-actors.ts';
export {
  type Gazetteer,
  type GazetteerEntry,
  loadGazetteer,
  PLACE_CUES,
  PLACE_KINDS,
  type PlaceCue,
  type PlaceKind,
  PRECISIONS,
  type Precision,
  placeKey,
} from './places.ts';
