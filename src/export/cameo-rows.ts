import type { CameoCode } from '../knowledge/index.ts';
import type { ExportSource } from './export-format.ts';
import { type Happening, hasHappened, type Party, type SaidClaim } from './happening.ts';
import { numericId } from './numeric-id.ts';

/** One row of data of the CAMEO tradition: one source, one target, one code. */
export interface CameoRow {
  /** A whole number below 2^52, made from what the row is about: the same row has the same number in every export. */
  readonly number: number;
  readonly happening: Happening;
  readonly source: Party | null;
  readonly target: Party | null;
  readonly code: string;
  readonly root: string;
  /** Goldstein score of the root, -10 to 10. */
  readonly goldstein: number;
}

/** Goldstein scores by CAMEO root, as public event data use them (Goldstein 1992, by way of the Phoenix and ICEWS code lists). */
const GOLDSTEIN: Readonly<Record<string, number>> = {
  '01': 0,
  '02': 3,
  '03': 4,
  '04': 1,
  '05': 3.5,
  '06': 6,
  '07': 7,
  '08': 5,
  '09': -2,
  '10': -5,
  '11': -2,
  '12': -4,
  '13': -6,
  '14': -6.5,
  '15': -7.2,
  '16': -4,
  '17': -7,
  '18': -9,
  '19': -10,
  '20': -10,
};

/** All rows of an export, by day: for each happening one for each pair of its parties, then one for each claim that takes or denies
 * responsibility for it. What has not happened gives no row of its own unless asked for, but its claims do: they were made. */
export async function* cameoRows(source: ExportSource): AsyncGenerator<CameoRow> {
  const said = new Set<string>();
  for await (const happening of source.happenings()) {
    if (hasHappened(happening) || source.withUnactual) yield* ownRows(happening, source);
    for (const claim of happening.claims) {
      const row = claimRow(happening, claim, source);
      if (!row || said.has(claim.id)) continue;
      said.add(claim.id);
      yield row;
    }
  }
}

/** QuadClass by CAMEO root: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export function quadOfRoot(root: string): number {
  const number = Number(root);
  if (number <= 5) return 1;
  if (number <= 8) return 2;
  return number <= 13 ? 3 : 4;
}

function* ownRows(happening: Happening, { tables }: ExportSource): Generator<CameoRow> {
  const [code] = tables.crosswalk.cameoOf({ ...happening, claims: [] }, []);
  if (!code) return;
  const sources = orNobody(happening.actors);
  const targets = orNobody(happening.recipients);
  for (const source of sources)
    for (const target of targets) if (source || target) yield toRow(happening, source, target, code, happening.id);
}

function orNobody(parties: readonly Party[]): readonly (Party | null)[] {
  return parties.length === 0 ? [null] : parties;
}

/** The row of a claim: who says so, to whom; of a claim of responsibility toward those it was done to. */
function claimRow(
  happening: Happening,
  { id, claim, speaker, addressee }: SaidClaim,
  { tables }: ExportSource,
): CameoRow | null {
  const [code] = tables.crosswalk.cameoOf({ ...happening, status: 'denied', claims: [claim.id] }, [claim]);
  if (!code || !speaker) return null;
  const towards = claim.stance === 'claims-responsibility' ? (happening.recipients[0] ?? null) : null;
  return toRow(happening, speaker, addressee ?? towards, code, id);
}

function toRow(
  happening: Happening,
  source: Party | null,
  target: Party | null,
  { code, root }: CameoCode,
  id: string,
): CameoRow {
  const number = numericId([id, source?.id ?? '', target?.id ?? '', code].join('|'));
  return { number, happening, source, target, code, root, goldstein: GOLDSTEIN[root] ?? 0 };
}
