import type { Terminal } from './terminal.ts';

/** Least time between two lines of progress, in milliseconds. */
const EVERY_MS = 200;

/** What of a run is shown while it goes on. */
export interface ProgressState {
  readonly done: number;
  readonly failed: number;
  /** Part of the work that is done, 0 to 1; null where the whole is not known. */
  readonly part: number | null;
}

/** Shows how far a run is: count, rate and time left. @param clock milliseconds, any origin */
export function showProgress(terminal: Terminal, noun: string, clock: () => number = () => performance.now()) {
  const start = clock();
  let shown = Number.NEGATIVE_INFINITY;
  return (state: ProgressState): void => {
    const now = clock();
    if (now - shown < EVERY_MS) return;
    shown = now;
    terminal.progress(progressLine(state, noun, (now - start) / 1000));
  };
}

/** "1,234 documents, 8.4 a second, 2 failed, 3 min left". @param seconds since the start */
export function progressLine({ done, failed, part }: ProgressState, noun: string, seconds: number): string {
  const parts = [`${done.toLocaleString('en')} ${noun}`];
  if (seconds >= 1) parts.push(`${(done / seconds).toFixed(1)} a second`);
  if (failed > 0) parts.push(`${failed} failed`);
  if (part !== null && part > 0 && seconds >= 2) parts.push(`${sayDuration((seconds * (1 - part)) / part)} left`);
  return parts.join(', ');
}

function sayDuration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
