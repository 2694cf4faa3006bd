import type { CaseFilter, ListAnswer } from '../api/index.ts';
import {
  type CaseDb,
  findActorIds,
  findDocumentId,
  findPlaceIds,
  StoreError,
  suggestActorIds,
  suggestPlaces,
} from '../store/index.ts';
import { RequestError } from './problems.ts';
import type { ListAsked } from './query-schema.ts';

/** What a list was asked for, with ids in the place of names.
 * @throws RequestError where the case has no such actor, place or document */
export async function readFilter(db: CaseDb, asked: ListAsked): Promise<CaseFilter> {
  const { cursor, limit, actor, recipient, party, speaker, about, place, document, from, to, text, confidence, type, status } =
    asked;
  const [actors, recipients, parties, speakers, spokenOf, places, documents] = await Promise.all([
    actorIds(db, actor),
    actorIds(db, recipient),
    actorIds(db, party),
    actorIds(db, speaker),
    actorIds(db, about),
    allIds(
      place,
      'place',
      (each) => findPlaceIds(db, each),
      (each) => suggestPlaces(db, each),
    ),
    documentIds(db, document),
  ]);
  return {
    ...(actors && { actor: actors }),
    ...(recipients && { recipient: recipients }),
    ...(parties && { party: parties }),
    ...(speakers && { speaker: speakers }),
    ...(spokenOf && { about: spokenOf }),
    ...(places && { place: places }),
    ...(documents && { document: documents }),
    ...(type && { type }),
    ...(status && { status }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(text !== undefined && { text }),
    ...(confidence !== undefined && { confidence }),
    ...{ limit, offset: Number(cursor ?? 0) },
  };
}

/** The page of a list that begins where the filter says. */
export function toPage<T>(items: readonly T[], total: number, { offset = 0 }: Pick<CaseFilter, 'offset'>): ListAnswer<T> {
  const end = offset + items.length;
  return { items, total, next: items.length > 0 && end < total ? String(end) : null };
}

/** Part of a list as the answer that holds it. */
export function toAnswer<T>(
  { items, total }: { readonly items: readonly T[]; readonly total: number },
  filter: Pick<CaseFilter, 'offset'>,
): ListAnswer<T> {
  return toPage(items, total, filter);
}

function actorIds(db: CaseDb, phrases: readonly string[] | undefined): Promise<readonly string[] | undefined> {
  return allIds(
    phrases,
    'actor',
    (each) => findActorIds(db, each),
    (each) => suggestActorIds(db, each),
  );
}

async function allIds(
  phrases: readonly string[] | undefined,
  noun: string,
  find: (phrase: string) => Promise<readonly string[]>,
  suggest: (phrase: string) => Promise<readonly string[]>,
): Promise<readonly string[] | undefined> {
  if (phrases === undefined) return undefined;
  const ids = new Set<string>();
  for (const phrase of phrases) {
    const found = await find(phrase);
    if (found.length === 0) {
      const near = (await suggest(phrase)).slice(0, 5).join(', ');
      throw new RequestError('bad-filter', `no ${noun} "${phrase}" in this case${near === '' ? '' : `; there is ${near}`}`);
    }
    for (const id of found) ids.add(id);
  }
  return [...ids];
}

async function documentIds(db: CaseDb, prefixes: readonly string[] | undefined): Promise<readonly string[] | undefined> {
  if (prefixes === undefined) return undefined;
  try {
    return await Promise.all(prefixes.map((prefix) => findDocumentId(db, prefix)));
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new RequestError('bad-filter', error.message);
  }
}
