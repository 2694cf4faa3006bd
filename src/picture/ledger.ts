import type { CaseFilter, CaseLedger, VoiceName } from '../api/index.ts';
import { compareText } from '../base/index.ts';
import type { Stance } from '../codebook/index.ts';
import type { Statement } from '../link/index.ts';
import { listClaimIds } from '../store/index.ts';
import { asksNothing } from './asks-nothing.ts';
import type { CasePicture, Work } from './case-picture.ts';

interface Cell {
  readonly speaker: string;
  readonly party: string;
  readonly stances: Partial<Record<Stance, number>>;
}

/** Who says what about whom: a claim is about those who act in its events, except the speaker. A filter is one of claims. */
export async function readLedger(picture: CasePicture, filter: CaseFilter = {}): Promise<CaseLedger> {
  const isAll = asksNothing(filter);
  const [names, { statements }, actorsOf, wanted] = await Promise.all([
    picture.names(),
    picture.linked(),
    picture.once(actorsOfTellings),
    isAll ? null : listClaimIds(picture.db, filter),
  ]);
  const cells = new Map<string, Cell>();
  const [bySpeaker, byParty] = [new Map<string, number>(), new Map<string, number>()];
  const voices = new Map<string, VoiceName>();
  for (const statement of statements) {
    if (wanted && !wanted.has(statement.id)) continue;
    const speaker = speakerKey(statement);
    for (const party of new Set(statement.tellings.flatMap((id) => actorsOf.get(id) ?? []))) {
      if (party === speaker) continue;
      if (!voices.has(speaker))
        voices.set(speaker, names.voice({ id: statement.speaker?.id ?? null, words: statement.speakerText }));
      bySpeaker.set(speaker, (bySpeaker.get(speaker) ?? 0) + 1);
      byParty.set(party, (byParty.get(party) ?? 0) + 1);
      const cell = cells.get(`${speaker}|${party}`) ?? { speaker, party, stances: {} };
      cell.stances[statement.stance] = (cell.stances[statement.stance] ?? 0) + 1;
      cells.set(`${speaker}|${party}`, cell);
    }
  }
  const [speakers, parties] = [mostFirst(bySpeaker), mostFirst(byParty)];
  const [rowOf, columnOf] = [speakers, parties].map((keys) => new Map(keys.map((key, at) => [key, at])));
  return {
    speakers: speakers.map((speaker) => voices.get(speaker) ?? { id: null, name: speaker }),
    parties: parties.map(names.actor),
    cells: [...cells.values()]
      .map(({ speaker, party, stances }) => ({
        speaker: rowOf?.get(speaker) ?? -1,
        party: columnOf?.get(party) ?? -1,
        stances,
      }))
      .sort((a, b) => a.speaker - b.speaker || a.party - b.party),
  };
}

/** Who acts in each telling. */
export const actorsOfTellings: Work<ReadonlyMap<string, readonly string[]>> = async (picture) => {
  const { tellings } = await picture.linked();
  return new Map(tellings.map(({ id, actors }) => [id, actors.map((actor) => actor.id)]));
};

/** What a speaker's row goes by: the id, or the words for one that is not named. */
export function speakerKey({ speaker, speakerText }: Statement): string {
  return speaker?.id ?? `"${(speakerText ?? 'not named').toLowerCase()}"`;
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([key]) => key);
}
