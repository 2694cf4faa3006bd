import { z } from 'zod';
import { listLedgerClaims, readLedger } from '../../picture/index.ts';
import { FILTERS, listQuery, words } from '../query-schema.ts';
import { readFilter, toAnswer } from '../read-filter.ts';
import { type Route, reading } from '../route.ts';

/** Who says what about whom. */
export const LEDGER_ROUTES: readonly Route[] = [
  reading('/api/ledger', 'Who says what about whom', listQuery, async ({ db, view }, { query }) => {
    const { limit: _, offset: __, ...filter } = await readFilter(db, query);
    return readLedger(await view.linked(), filter);
  }),
  reading(
    '/api/ledger/claims',
    'The claims that a row, a column or a cell of the ledger counts',
    z.strictObject({
      ...FILTERS,
      row: words.optional().describe('Id of a speaker, or the words for one that is not named, in quotation marks.'),
      column: words.optional().describe('Id of a party spoken about.'),
    }),
    async ({ db, view }, { query: { row, column, ...query } }) => {
      const filter = await readFilter(db, query);
      return toAnswer(await listLedgerClaims(await view.linked(), filter, { row, column }), filter);
    },
  ),
];
