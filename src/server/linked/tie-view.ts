import type { CaseTieView, TieWord } from '../../api/index.ts';
import type { CaseTie, TieSource } from '../../link/index.ts';
import { nameActor, nameDocument } from './lines.ts';
import type { LinkedCase } from './linked-case.ts';

/** A tie over all reports, with names. */
export function toTieView(linked: LinkedCase, tie: CaseTie): CaseTieView {
  const words = (sources: readonly TieSource[]) => sources.map((source) => toWord(linked, source));
  return {
    ...{ from: nameActor(linked, tie.from), to: nameActor(linked, tie.to), kind: tie.kind },
    ...{ stated: words(tie.stated), claimed: words(tie.claimed), denied: words(tie.denied) },
    ...{ first: tie.first, last: tie.last },
  };
}

function toWord(linked: LinkedCase, { document, evidence, speaker }: TieSource): TieWord {
  const voice = speaker === null ? null : { id: speaker, name: nameActor(linked, speaker).name };
  return { document: nameDocument(linked, document), speaker: voice, quote: evidence };
}
