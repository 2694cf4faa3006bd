import { type Draft, quotationAround, type Reading } from './reading.ts';

/** Sentences over which "it added" still means whoever spoke last. */
const REACH = 2;

/** Gives claims whose speaker is an unresolved pronoun their speaker: the first person inside a quotation is who is quoted,
 * any other pronoun whoever spoke last. A claim for whom nobody is found is dropped. */
export function carrySpeakers(reading: Reading, drafts: readonly Draft[]): readonly Draft[] {
  const known = drafts.filter((draft) => !isCarried(draft));
  const found: Draft[] = [...known];
  for (const draft of [...drafts].sort((a, b) => at(a) - at(b))) {
    if (!isCarried(draft)) continue;
    const source = isFirstPerson(draft) ? quoting(draft, drafts, found) : lastBefore(draft, found);
    if (source)
      found.push({ ...draft, speaker: source.speaker, speakerSpan: source.speakerSpan, speakerToken: source.speakerToken });
    else if (draft.speakerToken && !isFirstPerson(draft) && isQuotedBeside(reading, draft))
      found.push({ ...draft, speakerSpan: { start: draft.speakerToken.start, end: draft.speakerToken.end } });
    else if (draft.speakerToken) refuse(reading, draft);
  }
  return found;
}

function isCarried(draft: Draft): boolean {
  return draft.speaker === null && draft.speakerSpan === null;
}

function at(draft: Draft): number {
  return draft.cue?.index ?? draft.content.from;
}

function isFirstPerson(draft: Draft): boolean {
  return ['i', 'we', 'our', 'my'].includes(draft.speakerToken?.form.toLowerCase() ?? '');
}

/** The claim in whose content this one is made. */
function quoting(inner: Draft, drafts: readonly Draft[], found: readonly Draft[]): Draft | null {
  const index = at(inner);
  const holder = [...found, ...drafts].find(
    (draft) => draft !== inner && draft.content.from <= index && index < draft.content.to && !isCarried(draft),
  );
  return holder ?? null;
}

function lastBefore(draft: Draft, found: readonly Draft[]): Draft | null {
  let best: Draft | null = null;
  for (const other of found) {
    if (at(other) >= at(draft) || (other.content.from <= at(draft) && at(draft) < other.content.to)) continue;
    if ((draft.cue?.sentence ?? 0) - (other.cue?.sentence ?? 0) > REACH) continue;
    if (!best || at(other) > at(best)) best = other;
  }
  return best;
}

function isQuotedBeside(reading: Reading, draft: Draft): boolean {
  return quotationAround(reading, draft.content.from) !== null && quotationAround(reading, at(draft)) === null;
}

function refuse(reading: Reading, draft: Draft): void {
  const token = draft.speakerToken;
  if (token)
    reading.trace({
      stage: 'claims',
      rule: draft.rule,
      outcome: 'refused',
      span: { start: token.start, end: token.end },
      reason: 'the pronoun stands for nobody known',
    });
}
