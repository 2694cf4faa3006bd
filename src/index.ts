export type {
  CaseRecord,
  RecordActor,
  RecordClaim,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordSpan,
  RecordTie,
  RecordTime,
} from './api/index.ts';
export type { Problem, Result, Span } from './base/index.ts';
export type { Claim, Coded, CodedEvent, RelateProfile, Relation, Tie } from './code/index.ts';
export type { Article, Parsed, Token, Trace, TraceStep } from './document/index.ts';
export {
  type ActorFile,
  createEngine,
  type Engine,
  type EngineParts,
  type LoadOptions,
  loadEngine,
  type Versions,
} from './engine/index.ts';
export type { DataFiles } from './knowledge/index.ts';
export { type ReadOptions, readDocument, readDocuments, readText } from './read/index.ts';
export type { Entity, Mention, Resolved } from './resolve/index.ts';
