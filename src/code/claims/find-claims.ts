import { overlaps, type Span } from '../../base/index.ts';
import { rangeSpan, sentenceSpan, type Trace } from '../../document/index.ts';
import type { Resolved } from '../../resolve/index.ts';
import type { Claim } from '../coded.ts';
import { accordingTo } from './according-to.ts';
import { adjectiveCues } from './adjective-cues.ts';
import { linkAnswers } from './answers.ts';
import { bareQuotations } from './bare-quotation.ts';
import { carrySpeakers } from './carried-speaker.ts';
import { continuedQuotations } from './continued.ts';
import { deniedCharges } from './denied-charge.ts';
import type { SpeechLexicon } from './lexicon.ts';
import { nounCues } from './noun-cues.ts';
import { quotedAs } from './quoted-as.ts';
import { type Draft, makeReading, type Reading } from './reading.ts';
import { sourceColon } from './source-colon.ts';
import { verbCues } from './verb-cues.ts';

/** The constructions, in this order; where two read the same cue or the same words of the same speaker, the earlier one keeps them. */
const CONSTRUCTIONS: readonly ((reading: Reading) => readonly Draft[])[] = [
  quotedAs,
  deniedCharges,
  accordingTo,
  verbCues,
  nounCues,
  adjectiveCues,
  sourceColon,
];

/** Finds who is reported to have said, denied, demanded or threatened what. What the report says in its own voice is no claim.
 * Claims come in the order of their contents, numbered `c1`, `c2`, ... */
export function findClaims(doc: Resolved, lexicon: SpeechLexicon, trace: Trace = () => {}): readonly Claim[] {
  const reading = makeReading(doc, lexicon, trace);
  const cued = withoutRepeats(CONSTRUCTIONS.flatMap((find) => find(reading)));
  const spoken = carrySpeakers(reading, [...cued, ...bareQuotations(reading, cued)]);
  const all = [...spoken, ...continuedQuotations(reading, spoken)];
  const linked = linkAnswers(reading, inOrder(all));
  return linked.map((draft, index) => toClaim(reading, draft, index + 1));
}

function inOrder(drafts: readonly Draft[]): readonly Draft[] {
  return [...drafts].sort((a, b) => a.content.from - b.content.from || b.content.to - a.content.to || cueAt(a) - cueAt(b));
}

function cueAt(draft: Draft): number {
  return draft.cue?.index ?? draft.content.from;
}

function withoutRepeats(drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const repeated = kept.some(
      (other) =>
        (other.cue === draft.cue && (sameContent(other, draft) || other.rule.endsWith('/charge'))) ||
        (sameContent(other, draft) && sameSpeaker(other, draft)),
    );
    if (!repeated) kept.push(draft);
  }
  return kept;
}

function sameContent(a: Draft, b: Draft): boolean {
  return a.content.from === b.content.from && a.content.to === b.content.to;
}

function sameSpeaker(a: Draft, b: Draft): boolean {
  return a.speakerToken === b.speakerToken || (a.speaker !== null && a.speaker === b.speaker);
}

function toClaim(reading: Reading, draft: Draft, number: number): Claim {
  const { doc } = reading;
  const span = (range: { from: number; to: number }): Span => rangeSpan(doc.tokens, range);
  const content = span(draft.content);
  const cue = draft.cueRange ? span(draft.cueRange) : null;
  reading.trace({ stage: 'claims', rule: draft.rule, outcome: 'coded', span: cue ?? content, reason: draft.stance });
  return {
    id: `c${number}`,
    speaker: draft.speaker,
    speakerSpan: draft.speakerSpan,
    stance: draft.stance,
    addressee: draft.addressee,
    content,
    condition: draft.condition ? span(draft.condition) : null,
    quoted: doc.quotations.some((quotation) => overlaps(quotation.inner, content)),
    cue,
    sentence: sentenceSpan(doc, reading.tree.token(draft.cue?.index ?? draft.content.from).sentence),
    rule: draft.rule,
  };
}
