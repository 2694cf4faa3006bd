import type { CaseDocumentName, CaseFilter, CaseTieView, TieWord } from '../api/index.ts';
import { type CaseTie, joinTies, type TieSource } from '../link/index.ts';
import type { CaseNames } from './case-names.ts';
import type { CasePicture, Work } from './case-picture.ts';
import { type Part, partOf } from './part.ts';

/** The ties of a case over all reports, by ends and kind: each with who states, claims and denies it, and when first and last. */
export async function listCaseTies(picture: CasePicture, filter: CaseFilter = {}): Promise<Part<CaseTieView>> {
  const [names, ties, documents] = await Promise.all([picture.names(), picture.once(joinedTies), picture.documents()]);
  const { items, total } = partOf(
    ties.filter((tie) => isWanted(tie, filter)),
    filter,
  );
  return { items: items.map((tie) => toTieView(tie, names, documents)), total };
}

const joinedTies: Work<readonly CaseTie[]> = async (picture) => joinTies((await picture.linked()).ties);

function isWanted(tie: CaseTie, { actor, recipient, party, type, speaker, document, from, to }: CaseFilter): boolean {
  const ends = [tie.from, tie.to];
  const words = [...tie.stated, ...tie.claimed, ...tie.denied];
  const isAmong = (wanted: readonly string[] | undefined, found: readonly (string | null)[]) =>
    wanted === undefined || found.some((id) => id !== null && wanted.includes(id));
  return (
    isAmong(actor, recipient ? [tie.from] : ends) &&
    isAmong(recipient, [tie.to]) &&
    isAmong(party, ends) &&
    isAmong(type, [tie.kind]) &&
    isAmong(
      speaker,
      words.map((word) => word.speaker),
    ) &&
    isAmong(
      document,
      words.map((word) => word.document),
    ) &&
    (from === undefined || (tie.last !== null && tie.last >= from)) &&
    (to === undefined || (tie.first !== null && tie.first <= to))
  );
}

function toTieView(tie: CaseTie, names: CaseNames, documents: ReadonlyMap<string, CaseDocumentName>): CaseTieView {
  const toWord = ({ document, source, published, evidence, speaker }: TieSource): TieWord => ({
    document: { id: document, title: documents.get(document)?.title ?? null, source, published },
    speaker: speaker === null ? null : names.voice({ id: speaker, words: null }),
    quote: evidence,
  });
  const { from, to, kind, first, last, stated, claimed, denied } = tie;
  return {
    ...{ from: names.actor(from), to: names.actor(to), kind, first, last },
    ...{ stated: stated.map(toWord), claimed: claimed.map(toWord), denied: denied.map(toWord) },
  };
}
