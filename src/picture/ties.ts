import type { CaseFilter, CaseTieView, TieWord } from '../api/index.ts';
import { readLinkedCase } from '../ingest/index.ts';
import { joinTies, type TieSource } from '../link/index.ts';
import { type CaseDb, listDocuments } from '../store/index.ts';
import { type CaseNames, readNames } from './case-names.ts';

/** The ties of a case over all reports, by ends and kind: each with who states, claims and denies it, and when first and last. */
export async function listCaseTies(db: CaseDb, filter: CaseFilter = {}): Promise<readonly CaseTieView[]> {
  const [names, { ties }, documents] = await Promise.all([readNames(db), readLinkedCase(db), listDocuments(db)]);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const toWord = ({ document, source, published, evidence, speaker }: TieSource): TieWord => ({
    document: { id: document, title: titles.get(document) ?? null, source, published },
    speaker: speaker === null ? null : names.voice({ id: speaker, words: null }),
    quote: evidence,
  });
  const shown = joinTies(ties)
    .filter(({ from, to, kind, first, last, stated, claimed, denied }) => {
      const { actor, recipient } = filter;
      const words = [...stated, ...claimed, ...denied];
      const hasActor = recipient === undefined ? [from, to] : [from];
      return (
        (actor === undefined || hasActor.some((id) => actor.includes(id))) &&
        (recipient === undefined || recipient.includes(to)) &&
        (filter.type === undefined || filter.type.includes(kind)) &&
        (filter.speaker === undefined || words.some(({ speaker }) => speaker !== null && filter.speaker?.includes(speaker))) &&
        (filter.document === undefined || words.some(({ document }) => filter.document?.includes(document))) &&
        (filter.from === undefined || (last !== null && last >= filter.from)) &&
        (filter.to === undefined || (first !== null && first <= filter.to))
      );
    })
    .map(({ from, to, kind, stated, claimed, denied, first, last }) => ({
      ...tieEnds(from, to, names),
      ...{ kind, first, last },
      stated: stated.map(toWord),
      claimed: claimed.map(toWord),
      denied: denied.map(toWord),
    }));
  return filter.limit === undefined ? shown : shown.slice(0, filter.limit);
}

function tieEnds(from: string, to: string, names: CaseNames): Pick<CaseTieView, 'from' | 'to'> {
  return { from: names.actor(from), to: names.actor(to) };
}
