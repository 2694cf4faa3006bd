import { textId } from '../../base/index.ts';
import type { Group } from '../group-tellings.ts';
import { type Statement, voiceOf } from '../statement.ts';
import type { Telling } from '../telling.ts';
import { type Dispute, toSide } from './dispute.ts';

/** Stances that hold something to have happened; a warning speaks of what may. */
const FOR: ReadonlySet<Statement['stance']> = new Set(['asserts', 'accuses', 'claims-responsibility']);

/** What statements are about: a group of tellings, or the very words where no event was coded in them. */
export interface Proposition {
  /** Id of the group, or `document:start-end` of the words. */
  readonly id: string;
  readonly group: Group | null;
  readonly holds: readonly Statement[];
  readonly denies: readonly Statement[];
}

/** Gathers statements by what they are about. */
export function propositionsOf(groups: readonly Group[], statements: readonly Statement[]): readonly Proposition[] {
  const groupOf = new Map(groups.flatMap((group) => group.tellings.map(({ id }) => [id, group] as const)));
  const found = new Map<string, { group: Group | null; holds: Statement[]; denies: Statement[] }>();
  for (const statement of statements) {
    const isFor = FOR.has(statement.stance);
    if (!isFor && statement.stance !== 'denies') continue;
    const meant = isFor ? statement.tellings : deniedAmong(statement.tellings, groupOf);
    const about = [...new Set(meant.flatMap((telling) => groupOf.get(telling) ?? []))];
    const { start, end } = statement.content;
    const keys =
      about.length > 0
        ? about.map((group) => [group.id, group] as const)
        : [[`${statement.document}:${start}-${end}`, null] as const];
    for (const [key, group] of keys) {
      const proposition = found.get(key) ?? { group, holds: [], denies: [] };
      (isFor ? proposition.holds : proposition.denies).push(statement);
      found.set(key, proposition);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, proposition]) => ({ id, ...proposition }));
}

/** What of its content a denial denies. "Denied backing a group that bombs its neighbours" denies the backing, not the bombs. */
function deniedAmong(tellings: readonly string[], groupOf: ReadonlyMap<string, Group>): readonly string[] {
  return tellings.filter((id) => groupOf.get(id)?.tellings.some((telling) => telling.id === id && telling.status === 'denied'));
}

/** Disputes whether something happened: one says or reports it, another denies it. What the same denial answers is one dispute. */
export function findDenials(propositions: readonly Proposition[]): readonly Dispute[] {
  const disputes = new Map<string, Proposition[]>();
  for (const proposition of propositions) {
    if (proposition.denies.length === 0 || holders(proposition).length === 0) continue;
    const key = proposition.denies
      .map(({ id }) => id)
      .sort()
      .join(' ');
    disputes.set(key, [...(disputes.get(key) ?? []), proposition]);
  }
  return [...disputes].map(([key, about]) => ({
    id: `d-${textId(`happened ${key}`).slice(0, 16)}`,
    kind: 'happened',
    incidents: about.flatMap(({ group }) => group?.id ?? []),
    sides: [
      toSide('it happened', about.flatMap(holders)),
      toSide(
        'it did not',
        about.flatMap(({ denies }) => denies.map((statement) => ({ voice: voiceOf(statement), statement: statement.id }))),
      ),
    ],
  }));
}

/** Who holds that it happened, other than those who deny it: speakers, and reports that tell it as a fact. */
function holders({ group, holds, denies }: Proposition): readonly { voice?: string; statement?: string; telling?: string }[] {
  const deniers = new Set(denies.map(voiceOf));
  const speakers = holds
    .filter((statement) => !deniers.has(voiceOf(statement)))
    .map((statement) => ({ voice: voiceOf(statement), statement: statement.id }));
  const said = new Set(holds.flatMap(({ tellings }) => tellings));
  const reports = (group?.tellings ?? []).filter((telling) => isStated(telling) && !said.has(telling.id));
  return [...speakers, ...reports.map(({ id, source, document }) => ({ voice: source ?? document, telling: id }))];
}

function isStated({ status }: Telling): boolean {
  return status === 'actual' || status === 'ongoing';
}
