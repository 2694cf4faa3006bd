import type { CaseLedger, VoiceName } from '../../api/index.ts';
import type { Stance } from '../../codebook/index.ts';
import { nameActor, speakerOf } from './lines.ts';
import type { LinkedCase } from './linked-case.ts';

interface Cell {
  readonly speaker: string;
  readonly party: string;
  readonly stances: Partial<Record<Stance, number>>;
}

/** Who says what about whom: a claim is about those who act in its events, except the speaker.
 * @param claims ids of the claims to count; all where left out */
export function toLedger(linked: LinkedCase, claims?: ReadonlySet<string>): CaseLedger {
  const cells = new Map<string, Cell>();
  const [bySpeaker, byParty] = [new Map<string, number>(), new Map<string, number>()];
  const voices = new Map<string, VoiceName>();
  for (const [id, said] of linked.claims) {
    if (claims && !claims.has(id)) continue;
    const voice = speakerOf(linked, said);
    const speaker = voice.id ?? `"${voice.name.toLowerCase()}"`;
    for (const party of partiesOf(linked, id)) {
      if (party === speaker) continue;
      if (!voices.has(speaker)) voices.set(speaker, voice);
      bySpeaker.set(speaker, (bySpeaker.get(speaker) ?? 0) + 1);
      byParty.set(party, (byParty.get(party) ?? 0) + 1);
      const cell = cells.get(`${speaker}|${party}`) ?? { speaker, party, stances: {} };
      cell.stances[said.claim.stance] = (cell.stances[said.claim.stance] ?? 0) + 1;
      cells.set(`${speaker}|${party}`, cell);
    }
  }
  const [speakers, parties] = [mostFirst(bySpeaker), mostFirst(byParty)];
  return {
    speakers: speakers.map((speaker) => voices.get(speaker) ?? { id: null, name: speaker }),
    parties: parties.map((party) => nameActor(linked, party)),
    cells: [...cells.values()]
      .map(({ speaker, party, stances }) => ({ speaker: speakers.indexOf(speaker), party: parties.indexOf(party), stances }))
      .sort((a, b) => a.speaker - b.speaker || a.party - b.party),
  };
}

function partiesOf(linked: LinkedCase, claim: string): ReadonlySet<string> {
  const said = linked.claims.get(claim);
  return new Set(said?.statement.tellings.flatMap((id) => linked.events.get(id)?.event.actors ?? []));
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
}
