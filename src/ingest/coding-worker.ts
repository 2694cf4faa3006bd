import { parentPort, workerData } from 'node:worker_threads';
import type { Article } from '../document/index.ts';
import { type ActorFile, loadEngine } from '../engine/index.ts';

// One thread of a WorkerPool: an article comes, its record goes back.
const actors: readonly ActorFile[] = workerData;
const engine = await loadEngine({ actors });
parentPort?.on('message', (article: Article) => parentPort?.postMessage(engine.record(article)));
