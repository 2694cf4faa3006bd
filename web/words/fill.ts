import type { Status } from '../../src/api/index.ts';

/** How a mark of a picture is filled: solid, hollow, hollow and struck, dotted outline. */
export type Fill = 'fact' | 'hollow' | 'struck' | 'dotted';

export const FILL_CLASSES = ['fact', 'hollow', 'struck', 'dotted'] as const satisfies readonly Fill[];

/** The fill that shows a status. */
export function fillOf(status: Status): Fill {
  if (status === 'actual' || status === 'ongoing') return 'fact';
  if (status === 'alleged') return 'hollow';
  return status === 'denied' ? 'struck' : 'dotted';
}
