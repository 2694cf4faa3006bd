import { parentPort } from 'node:worker_threads';
import type { Article } from '../document/index.ts';
import { loadEngine } from '../engine/index.ts';

// One thread of a WorkerPool: an article comes, its record goes back.
const engine = await loadEngine();
parentPort?.on('message', (article: Article) => parentPort?.postMessage(engine.record(article)));
