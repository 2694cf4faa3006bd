import { workerData } from 'node:worker_threads';

// A thread that ends its process after so many seconds, whatever the other threads are at.
const MS = 1000;
const seconds: number = workerData;
setTimeout(() => process.kill(process.pid, 'SIGKILL'), seconds * MS);
