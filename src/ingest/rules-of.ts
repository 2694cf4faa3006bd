import type { CaseRecord, DocumentRules, RecordSpan, RuleStep } from '../api/index.ts';
import { overlaps, type Span } from '../base/index.ts';
import type { TraceStep } from '../document/index.ts';

/** The steps behind each entry of a record, by the entry's id (`e3`, `c1`, `t2`), in the order they were taken: those about the words the
 * entry rests on, and those that say who its parties are. */
export function rulesOf(record: CaseRecord, steps: readonly TraceStep[]): DocumentRules {
  const { text } = record.document;
  const told = (
    entry: string,
    stage: string,
    at: readonly (Span | null)[],
    within: Span,
    actors: readonly (string | null)[],
  ) => {
    const found = steps.filter((step) =>
      step.stage === stage
        ? at.some((span) => span !== null && overlaps(span, step.span))
        : step.stage === 'actors' && overlaps(within, step.span) && names(step, actors),
    );
    return [entry, found.map((step) => toRuleStep(step, text))] as const;
  };
  return Object.fromEntries([
    ...record.events.map(({ id, trigger, evidence, actors, recipients }) =>
      told(id, 'events', [trigger], evidence, [...actors, ...recipients]),
    ),
    ...record.claims.map(({ id, cue, content, evidence, speaker, addressee }) =>
      told(id, 'claims', [cue ?? opening(content)], evidence, [speaker, addressee]),
    ),
    ...record.ties.map(({ evidence, from, to }, at) => told(`t${at + 1}`, 'ties', [evidence], evidence, [from, to])),
  ]);
}

/** Where a claim without words of saying begins. */
function opening({ start }: RecordSpan): Span {
  return { start, end: start + 1 };
}

function names({ reason }: TraceStep, actors: readonly (string | null)[]): boolean {
  const words = reason.split(/[\s,]+/);
  return actors.some((id) => id !== null && words.includes(id));
}

function toRuleStep({ stage, rule, outcome, reason, span }: TraceStep, text: string): RuleStep {
  return { stage, rule, outcome, reason, words: text.slice(span.start, span.end) };
}
