export { createApp } from './app.ts';
export { loadSamples, SAMPLES } from './samples.ts';
export { DEFAULT_PORT, type ServeOptions, type Serving, serve } from './serve.ts';
