import type { Check } from './target.ts';

/** Processor time that one input may take, in milliseconds: far above what is usual, far below what anybody would wait. */
export const MOST_MILLISECONDS = 8000;

/** What is wrong with an input; null where nothing is. */
export async function tryCase(check: Check, input: Uint8Array): Promise<string | null> {
  const started = process.threadCpuUsage();
  try {
    const violations = await check(input);
    if (violations.length > 0) return violations.slice(0, 5).join('; ');
  } catch (error) {
    return error instanceof Error ? firstLines(error.stack ?? error.message) : `threw ${String(error)}`;
  }
  const { user, system } = process.threadCpuUsage(started);
  const spent = (user + system) / 1000;
  return spent > MOST_MILLISECONDS ? `took ${Math.round(spent)} ms of processor time` : null;
}

/** Message and the innermost calls. */
function firstLines(stack: string): string {
  return stack.split('\n', 6).join('\n');
}
