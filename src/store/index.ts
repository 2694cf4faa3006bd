export { listVariants, replaceVariants, type StoredVariant } from './actor-variants.ts';
export {
  type ActorFilter,
  countActors,
  findActorIds,
  listActors,
  listDocumentsWith,
  listNamings,
  type Naming,
  suggestActorIds,
} from './actors.ts';
export { listAgreements, replaceAgreements, type StoredAgreement } from './agreements.ts';
export { type BundleCounts, eachBundleLine, type LineCheck, restoreBundle } from './bundle.ts';
export { type CaseDb, type CaseDialect, inTransaction } from './case-db.ts';
export { CASE_ENDING, type CaseLocation, DEFAULT_CASE, locateCase } from './case-location.ts';
export { readChangeMark } from './change-mark.ts';
export { countClaims, eachClaim } from './claims.ts';
export { addDecision, type Decision, type LoggedDecision, listDecisions } from './decisions.ts';
export { listDisputes, replaceDisputes, type StoredDispute } from './disputes.ts';
export {
  countDocuments,
  type DocumentFilter,
  eachDocument,
  findDocumentId,
  listDocumentNames,
  listDocuments,
  readText,
} from './documents.ts';
export { collect } from './entries.ts';
export { listClaimIds, listEventIds } from './entry-id-lists.ts';
export { entryId } from './entry-ids.ts';
export { countEvents, eachEvent } from './events.ts';
export { countFigures, eachFigure } from './figures.ts';
export { countIncidentsByDay, countIncidentsByParty, countOutlets, type DayCount, type PartyCount } from './incident-counts.ts';
export type { IncidentFilter } from './incident-filter.ts';
export {
  countIncidents,
  eachIncident,
  findIncidentId,
  type IncidentMembers,
  incidentsOfDocuments,
  incidentsWith,
  listIncidentDays,
  listIncidentEvents,
  listIncidents,
  type StoredIncident,
} from './incidents.ts';
export {
  countUnlinked,
  type DocumentOrigin,
  type DocumentSignature,
  findCopyCandidates,
  forgetLinks,
  listCopiesOf,
  listUnlinked,
  markLinked,
  readOrigins,
  writeCopies,
} from './linked-documents.ts';
export { eachIncidentSince, eachSaidSince, eachTellingSince, type LinkedRow, listLinkedKeys } from './linked-since.ts';
export { lockLinking, lockWeighing } from './linking-lock.ts';
export { type OpenedCase, type OpenMode, openCase } from './open-case.ts';
export { countPlaces, findPlaceIds, listPlaces, type PlaceFilter, suggestPlaces } from './places.ts';
export { answerQuery, QUERY_SECONDS, type QueryBounds, type SqlAnswer } from './queries/answer-query.ts';
export { roleStatements } from './queries/roles.ts';
export { DocumentQueue, QUEUE_TIMES, type QueueItem, type QueueJob, type QueueTimes } from './queue/document-queue.ts';
export {
  countQueued,
  type DeadDocument,
  listDead,
  readQueueStatus,
} from './queue/queue-status.ts';
export { quoteClaims, quoteEvents, type StoredQuote, type StoredVoice } from './quotes.ts';
export type { Listed } from './record-rows.ts';
export {
  addSource,
  type CodedDocument,
  type CodingInput,
  countStale,
  eachRecord,
  eachRecordJson,
  eachStale,
  findStanding,
  type PastRecord,
  readCodingInput,
  readPastRecords,
  readRecord,
  readRecordJson,
  relistDocument,
  replaceRecord,
  type Saved,
  type Standing,
  saveDocument,
} from './records.ts';
export { removeDocument } from './remove-document.ts';
export { beginRun, endRun, isAlive, type Versions } from './runs.ts';
export { readSetting, writeSetting } from './settings.ts';
export type { SourceFacts } from './sources.ts';
export { readStatement } from './statements.ts';
export { StoreError } from './store-error.ts';
export {
  findUnderKeys,
  readTellings,
  readTellingsOf,
  replaceTellings,
  type StoredTelling,
} from './tellings.ts';
export { countTies, eachTie } from './ties.ts';
export { countTimes, eachTime } from './times.ts';
export { exchangeIncidents } from './write-incidents.ts';
