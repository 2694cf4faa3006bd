import type { CaseSource } from '../api/index.ts';
import { textId } from '../base/index.ts';
import { storable } from './bulk.ts';
import type { CaseDb } from './case-db.ts';

/** What is known of a text beside the text, as one outlet printed it. */
export interface SourceFacts {
  readonly externalId: string | null;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly publishedBasis: string;
  readonly language: string;
  /** JSON of whatever else the text was read with, kept so that it can be coded again; the store does not look inside. */
  readonly reading: string;
}

/** Tells the sources of one text apart: those that agree in outlet, address, title, date and outside id are one. */
export function fingerprintOf({ externalId, title, source, url, published }: SourceFacts): string {
  return textId(JSON.stringify([published, source, url, externalId, title]));
}

/** Order in which a text's sources vouch for it: dated before undated, early before late, then by name. The first is the one whose
 * date the record is made with, whatever the order in which sources were added. */
export function compareSources(a: SourceFacts, b: SourceFacts): number {
  for (const field of ['published', 'source', 'url', 'externalId', 'title'] as const) {
    const [left, right] = [a[field], b[field]];
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** The columns of a source. */
export function factCells(facts: SourceFacts) {
  const text = (value: string | null) => (value === null ? null : storable(value));
  return {
    fingerprint: fingerprintOf(facts),
    external_id: text(facts.externalId),
    title: text(facts.title),
    source: text(facts.source),
    url: text(facts.url),
    published: facts.published,
    published_basis: facts.publishedBasis,
    language: facts.language,
  };
}

/** Adds a source of a document. @returns whether it was new */
export async function insertSource(db: CaseDb, document: number, facts: SourceFacts, addedAt: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.query
    .insertInto('document_source')
    .values({ document, ...factCells(facts), reading: storable(facts.reading), added_at: addedAt })
    .onConflict((conflict) => conflict.columns(['document', 'fingerprint']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** All sources of a document, the first vouching first. */
export async function readFacts(db: CaseDb, document: number): Promise<readonly SourceFacts[]> {
  const rows = await db.query.selectFrom('document_source').selectAll().where('document', '=', document).execute();
  return rows
    .map(
      (row): SourceFacts => ({
        externalId: row.external_id,
        title: row.title,
        source: row.source,
        url: row.url,
        published: row.published,
        publishedBasis: row.published_basis,
        language: row.language,
        reading: row.reading,
      }),
    )
    .sort(compareSources);
}

/** Sources of several documents by key, in the order of {@link compareSources}. */
export async function sourcesOf(db: CaseDb, documents: readonly number[]): Promise<ReadonlyMap<number, readonly CaseSource[]>> {
  const found = new Map<number, CaseSource[]>();
  if (documents.length === 0) return found;
  const rows = await db.query.selectFrom('document_source').selectAll().where('document', 'in', documents).execute();
  for (const row of rows) {
    const source = {
      ...{ externalId: row.external_id, title: row.title, source: row.source, url: row.url, published: row.published },
      ...{ publishedBasis: row.published_basis, addedAt: row.added_at },
    };
    found.set(row.document, [...(found.get(row.document) ?? []), source]);
  }
  for (const sources of found.values()) sources.sort((a, b) => compareSources(asFacts(a), asFacts(b)));
  return found;
}

function asFacts(source: CaseSource): SourceFacts {
  return { ...source, language: '', reading: '' };
}
