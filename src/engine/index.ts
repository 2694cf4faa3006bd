export { codeArticle, codingProblem } from './code-article.ts';
export { type ActorFile, type LoadOptions, loadEngine, loadVersions, readDataFiles, withActors } from './load.ts';
export { createEngine, type Engine, type EngineParts } from './pipeline.ts';
export { toRecord } from './record.ts';
export { LAPWING_VERSION } from './version.ts';
export { type Versions, versionsOf } from './versions.ts';
