import type { StatementLine, TellingLine } from '../api/index.ts';
import { type CaseDb, quoteClaims, quoteEvents } from '../store/index.ts';
import type { CaseNames } from './case-names.ts';

/** Tellings and statements with their words. */
export interface CaseLines {
  tellings(ids: readonly string[]): readonly TellingLine[];
  statements(ids: readonly string[]): readonly StatementLine[];
  /** What the first of some claims says; null where the case has none of them. */
  content(ids: readonly string[]): string | null;
}

/** Reads the words of tellings and statements; those the case no longer has are left out of what is asked later. */
export async function readLines(
  db: CaseDb,
  names: CaseNames,
  ids: { readonly tellings: readonly string[]; readonly statements?: readonly string[] },
): Promise<CaseLines> {
  const [events, claims] = await Promise.all([quoteEvents(db, ids.tellings), quoteClaims(db, ids.statements ?? [])]);
  return {
    tellings: (wanted) =>
      wanted.flatMap((id) => {
        const found = events.get(id);
        if (!found) return [];
        const { document, type, status, quote, voices } = found;
        return [
          {
            ...{ id, document, quote, type: type as TellingLine['type'], status: status as TellingLine['status'] },
            voices: voices.map(names.voice),
          },
        ];
      }),
    content: (wanted) => wanted.flatMap((id) => claims.get(id)?.content ?? [])[0] ?? null,
    statements: (wanted) =>
      wanted.flatMap((id) => {
        const found = claims.get(id);
        if (!found) return [];
        const { document, type, quote, voices } = found;
        const speaker = names.voice(voices[0] ?? { id: null, words: null });
        return [{ id, document, quote, stance: type as StatementLine['stance'], speaker }];
      }),
  };
}
