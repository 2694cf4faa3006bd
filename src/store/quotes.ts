import { sql } from 'kysely';
import type { CaseDb } from './case-db.ts';
import { textList } from './value-list.ts';

/** The words an event or a claim rests on, and who printed them. */
export interface StoredQuote {
  /** `DOCUMENT#e3` or `DOCUMENT#c1`. */
  readonly id: string;
  readonly kind: 'event' | 'claim';
  readonly document: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  /** The sentence. */
  readonly quote: string;
  /** Of a claim: who says it, by id and in the report's words, how, and what. */
  readonly speaker: string | null;
  readonly speakerWords: string | null;
  readonly stance: string | null;
  readonly content: string | null;
  /** Of an event. */
  readonly status: string | null;
}

/** Quotes events and claims, by their ids; those the case does not have are left out. */
export async function quoteEntries(db: CaseDb, ids: readonly string[]): Promise<ReadonlyMap<string, StoredQuote>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const documents = textList(db, [...new Set(wanted.map((id) => id.split('#')[0] ?? id))]);
  const { rows } = await sql<StoredQuote>`
    select * from (
      select d.id || '#' || e.local_id as id, 'event' as kind, d.id as document, d.title, d.source, d.published,
        e.evidence_text as quote, null as speaker, null as "speakerWords", null as stance, null as content, e.status
      from event e join document d on d.key = e.document where d.id in ${documents}
      union all
      select d.id || '#' || c.local_id, 'claim', d.id, d.title, d.source, d.published, c.evidence_text, c.speaker,
        c.speaker_text, c.stance, c.content_text, null
      from claim c join document d on d.key = c.document where d.id in ${documents}
    ) as entries where id in ${textList(db, wanted)}`.execute(db.query);
  return new Map(rows.map((row) => [row.id, row]));
}
