import type { CaseRecord, RecordSpan } from '../api/index.ts';
import type { PlainDate } from '../base/index.ts';
import type { Stance } from '../codebook/index.ts';
import { linkingKind, type TellingParty, tellingId } from './telling.ts';

/** A claim of one report, with what tells who disagrees with whom. */
export interface Statement {
  /** `document#claim`. */
  readonly id: string;
  readonly document: string;
  readonly claim: string;
  readonly source: string | null;
  readonly published: PlainDate | null;
  readonly speaker: TellingParty | null;
  /** The speaker as the report names it. */
  readonly speakerText: string | null;
  readonly stance: Stance;
  readonly content: RecordSpan;
  /** Tellings of what the content is about. */
  readonly tellings: readonly string[];
}

/** All claims of a record as statements, in the order of the record. */
export function statementsOf(record: CaseRecord): readonly Statement[] {
  const { id: document, source, published } = record.document;
  const parties = new Map(
    record.actors.map(({ id, kind, country, name }) => [id, { id, kind: linkingKind(id, kind, name), country }]),
  );
  return record.claims.map((claim) => ({
    id: `${document}#${claim.id}`,
    document,
    claim: claim.id,
    source,
    published,
    speaker:
      claim.speaker === null ? null : (parties.get(claim.speaker) ?? { id: claim.speaker, kind: 'unknown', country: null }),
    speakerText: claim.speakerSpan?.text ?? null,
    stance: claim.stance,
    content: claim.content,
    tellings: claim.events.map((event) => tellingId(document, event)),
  }));
}

/** Who a statement counts for: the party, else the words that name the speaker in this report. */
export function voiceOf({ speaker, speakerText, document }: Statement): string {
  return speaker?.id ?? `${document}:${speakerText ?? 'unnamed'}`;
}
