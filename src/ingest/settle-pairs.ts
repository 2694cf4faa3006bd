import type { OthersChange } from '../api/index.ts';
import type { Anchor, ReviewDecision } from '../review/index.ts';
import { type CaseDb, listIncidentEvents } from '../store/index.ts';
import { anchorOf } from './find-anchor.ts';
import { ReviewError } from './review-error.ts';
import type { Settled } from './settled.ts';

/** Which tellings are of one happening, or are not. @throws ReviewError where there is no such incident, or nothing would change */
export async function settlePairs(
  db: CaseDb,
  kind: 'merge' | 'split',
  subject: string,
  what: OthersChange,
  log: readonly ReviewDecision[],
): Promise<Settled> {
  const own = await listIncidentEvents(db, subject);
  if (own.length === 0) throw new ReviewError('no-entry', 'the case has no such incident');
  const others = kind === 'merge' ? await tellingsOf(db, what.with) : what.with;
  const unfit = others.find((id) => own.includes(id) !== (kind === 'split'));
  if (unfit !== undefined)
    throw new ReviewError('bad-decision', `${unfit} ${kind === 'split' ? 'does not tell of' : 'tells of'} this incident`);
  // To merge, each of the one with each of the other: were it the first of each, those that are like neither side would fall out.
  const rest = kind === 'split' ? own.filter((id) => !others.includes(id)) : own;
  if (others.length === 0 || rest.length === 0)
    throw new ReviewError('bad-decision', `to ${kind}, name some of the others, and leave some`);
  const anchors = new Map<string, Anchor>();
  for (const id of [...rest, ...others]) anchors.set(id, (await anchorOf(db, id, log)).anchor);
  const pairs = rest.flatMap((one) =>
    others.flatMap((other) => {
      const [a, b] = [anchors.get(one), anchors.get(other)];
      return a && b ? [{ a, b }] : [];
    }),
  );
  return { subject, documents: [], what: { pairs, with: what.with } };
}

async function tellingsOf(db: CaseDb, incidents: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const incident of incidents) {
    const tellings = await listIncidentEvents(db, incident);
    if (tellings.length === 0) throw new ReviewError('no-entry', `the case has no incident "${incident}"`);
    all.push(...tellings);
  }
  return all;
}
