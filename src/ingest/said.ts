import type { CaseRecord } from '../api/index.ts';
import { type NamedActor, namedActorsOf, type Statement, statementsOf, type TieTeller } from '../link/index.ts';

/** What linking looks at of a report beside its events; kept with the case as JSON. */
export interface Said {
  readonly statements: readonly Statement[];
  readonly ties: TieTeller;
  readonly actors: readonly NamedActor[];
}

/** What a record says beside its events. */
export function saidIn(record: CaseRecord): Said {
  const { id, source, published } = record.document;
  return {
    statements: statementsOf(record),
    ties: { document: { id, source, published }, ties: record.ties },
    actors: namedActorsOf(record),
  };
}
