import { type RawBuilder, sql } from 'kysely';
import type { CaseDocumentName, RecordSpan } from '../api/index.ts';
import type { CaseDb } from './case-db.ts';
import { textList } from './value-list.ts';

/** Who says something: a party by its id, and the words the report has for it. */
export interface StoredVoice {
  readonly id: string | null;
  readonly words: string | null;
}

/** The sentence an event or a claim rests on, and who printed it. */
export interface StoredQuote {
  /** `DOCUMENT#e3` or `DOCUMENT#c1`. */
  readonly id: string;
  readonly document: CaseDocumentName;
  readonly quote: RecordSpan;
  /** Type of an event, stance of a claim. */
  readonly type: string;
  /** Of an event; null of a claim. */
  readonly status: string | null;
  /** What a claim says, in the report's words; null of an event. */
  readonly content: string | null;
  /** Who makes the claim; those who make the claims an event belongs to. */
  readonly voices: readonly StoredVoice[];
}

interface QuoteRow {
  readonly id: string;
  readonly document: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly published: string | null;
  readonly start_at: number;
  readonly end_at: number;
  readonly text: string;
  readonly type: string;
  readonly status: string | null;
  readonly content: string | null;
}

/** Quotes events, by their ids; those the case does not have are left out. */
export async function quoteEvents(db: CaseDb, ids: readonly string[]): Promise<ReadonlyMap<string, StoredQuote>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<QuoteRow>`
    select t.id, d.id as document, d.title, d.source, d.published, e.evidence_start as start_at, e.evidence_end as end_at,
      e.evidence_text as text, e.type, e.status, null as content
    from telling t join event e on e.key = t.event join document d on d.key = e.document
    where t.id in ${textList(db, ids)}`.execute(db.query);
  const spoken = await sql<{ event: string; speaker: string | null; words: string | null }>`
    select t.id as event, c.speaker, c.speaker_text as words
    from telling t join event_claim l on l.event = t.event join claim c on c.key = l.claim
    where t.id in ${textList(db, ids)} order by c.position`.execute(db.query);
  const voices = new Map<string, StoredVoice[]>();
  for (const { event, speaker, words } of spoken.rows)
    voices.set(event, [...(voices.get(event) ?? []), { id: speaker, words }]);
  return new Map(rows.map((row) => [row.id, toQuote(row, voices.get(row.id) ?? [])]));
}

/** Quotes what claims say, by their ids; those the case does not have are left out. */
export async function quoteClaims(db: CaseDb, ids: readonly string[]): Promise<ReadonlyMap<string, StoredQuote>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const documents = [...new Set(wanted.map((id) => id.split('#', 1)[0] ?? id))];
  const id: RawBuilder<string> = sql`d.id || '#' || c.local_id`;
  const { rows } = await sql<QuoteRow & { speaker: string | null; words: string | null }>`
    select ${id} as id, d.id as document, d.title, d.source, d.published, c.evidence_start as start_at,
      c.evidence_end as end_at, c.evidence_text as text, c.stance as type, null as status, c.content_text as content, c.speaker,
      c.speaker_text as words
    from document d join claim c on c.document = d.key
    where d.id in ${textList(db, documents)} and ${id} in ${textList(db, wanted)}`.execute(db.query);
  return new Map(rows.map((row) => [row.id, toQuote(row, [{ id: row.speaker, words: row.words }])]));
}

function toQuote(row: QuoteRow, voices: readonly StoredVoice[]): StoredQuote {
  const { id, document, title, source, published, start_at, end_at, text, type, status, content } = row;
  return {
    ...{ id, type, status, content, voices },
    document: { id: document, title, source, published },
    quote: { start: start_at, end: end_at, text },
  };
}
