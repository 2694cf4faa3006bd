export { createApp } from './app.ts';
export { ensureWeb } from './build-web.ts';
export { CaseView } from './case-view.ts';
export { Jobs } from './jobs.ts';
export { loadSamples, SAMPLES } from './samples.ts';
export { DEFAULT_PORT, type ServeOptions, type Serving, serve } from './serve.ts';
export type { ServedCase } from './served-case.ts';
