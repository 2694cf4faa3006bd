/** Entry of the bundle that test/browser.test.ts runs in Chromium: the engine, and nothing that needs Node. */
export { createEngine } from '../../src/engine/pipeline.ts';
export { makeArticle } from '../../src/read/article.ts';
