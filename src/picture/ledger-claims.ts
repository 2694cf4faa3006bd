import type { CaseClaim, CaseFilter } from '../api/index.ts';
import { collect, eachClaim, listClaimIds } from '../store/index.ts';
import { asksNothing } from './asks-nothing.ts';
import type { CasePicture } from './case-picture.ts';
import { actorsOfTellings, speakerKey } from './ledger.ts';
import { type Part, partOf } from './part.ts';

/** A row, a column or a cell of the ledger. */
export interface LedgerPlace {
  /** Id of a speaker, or the words for one that is not named, in quotation marks. */
  readonly row?: string | undefined;
  /** Id of a party spoken about. */
  readonly column?: string | undefined;
}

/** The claims that the ledger counts there, by day. A filter is one of claims. */
export async function listLedgerClaims(
  picture: CasePicture,
  { limit, offset, ...filter }: CaseFilter,
  { row, column }: LedgerPlace,
): Promise<Part<CaseClaim>> {
  const isAll = asksNothing(filter);
  const [{ statements }, actorsOf, wanted] = await Promise.all([
    picture.linked(),
    picture.once(actorsOfTellings),
    isAll ? null : listClaimIds(picture.db, filter),
  ]);
  const said = row?.toLowerCase();
  const held = statements.filter((statement) => {
    const key = speakerKey(statement);
    if (wanted && !wanted.has(statement.id)) return false;
    if (said !== undefined && key.toLowerCase() !== said) return false;
    return statement.tellings.some((id) =>
      actorsOf.get(id)?.some((party) => party !== key && (column === undefined || party === column)),
    );
  });
  const ids = new Set(held.map(({ id }) => id));
  const document = [...new Set(held.map((statement) => statement.document))];
  const claims = document.length === 0 ? [] : await collect(eachClaim(picture.db, { ...filter, document }));
  return partOf(
    claims.filter(({ id }) => ids.has(id)),
    { ...(limit !== undefined && { limit }), ...(offset !== undefined && { offset }) },
  );
}
