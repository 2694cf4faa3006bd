import type { RibbonCount } from '../../api/index.ts';
import { QUAD_OF } from '../../codebook/index.ts';
import type { Incident } from '../../link/index.ts';
import type { LinkedCase } from './linked-case.ts';

/** The day an incident is counted under: its first, else that of its first report; null where neither is known. */
export function dayOfIncident(linked: LinkedCase, { time, tellings }: Incident): string | null {
  return time?.start ?? tellings.flatMap((id) => linked.events.get(id)?.telling.published ?? []).sort()[0] ?? null;
}

/** How many incidents of each quad and status there are a day. */
export function ribbonOf(linked: LinkedCase): readonly RibbonCount[] {
  const counts = new Map<string, RibbonCount & { count: number }>();
  for (const incident of linked.incidents.values()) {
    const day = dayOfIncident(linked, incident);
    if (day === null) continue;
    const [quad, { status }] = [QUAD_OF[incident.type], incident];
    const key = `${day}|${quad}|${status}`;
    const cell = counts.get(key) ?? { day, quad, status, count: 0 };
    counts.set(key, { ...cell, count: cell.count + 1 });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
