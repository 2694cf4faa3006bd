import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { CaseDecision, CaseDocumentDetail, DocumentRules } from '../../src/api/index.ts';
import { codeWords, counted, dayLabel } from '../../src/wording/index.ts';
import { Act } from '../parts/act.tsx';
import { useJudging } from '../parts/judge.tsx';
import { toDocument } from '../words/links.ts';
import type { Entries, Entry, EntryKind } from './entries.ts';
import { EntryFacts, entryName } from './entry-facts.tsx';

/** One entry in full: what it says, why it was coded, what people did to it; or, in its place, the form to put it right. */
export function EntryPanel({
  entry,
  of,
  entries,
  onStep,
  onCorrect,
  form,
  trace,
}: {
  readonly entry: Entry;
  readonly of: CaseDocumentDetail;
  readonly entries: Entries;
  readonly onStep: (by: 1 | -1) => void;
  /** Null where nothing can be corrected. */
  readonly onCorrect: (() => void) | null;
  /** The form, while it is open. */
  readonly form: ReactNode;
  readonly trace: RuleTrace;
}) {
  const mark = of.marks.find((known) => known.entry === entry.id);
  return (
    <section className="entry" aria-labelledby="entry-name">
      <p className="steps">
        <span className="soft">
          {entry.kind} {entry.id}
          {mark && <b> · {mark.state}</b>}
        </span>
        <button type="button" onClick={() => onStep(-1)} aria-keyshortcuts="k">
          <kbd aria-hidden="true">k</kbd> previous
        </button>
        <button type="button" onClick={() => onStep(1)} aria-keyshortcuts="j">
          <kbd aria-hidden="true">j</kbd> next
        </button>
      </p>
      <h2 id="entry-name" aria-live="polite">
        <bdi>{entryName(entry, entries)}</bdi>
      </h2>
      {form ?? (
        <>
          <EntryFacts entry={entry} of={of} entries={entries} />
          {onCorrect && entry.kind !== 'figure' && (
            <p className="buttons">
              <button type="button" onClick={onCorrect} aria-keyshortcuts="c">
                Correct <kbd aria-hidden="true">c</kbd>
              </button>
            </p>
          )}
          <Rules trace={trace} entry={entry} />
          <History decisions={of.decisions.filter(({ subject }) => subject === `${of.document.id}#${entry.id}`)} />
        </>
      )}
    </section>
  );
}

/** The steps behind the entries of a report, and whether they are looked at: they are found when somebody wants them. */
export interface RuleTrace {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly rules: DocumentRules | undefined;
  readonly error: Error | null;
}

/** Why the program coded an entry: the rules that fired or were refused at its words, in order. */
function Rules({ trace: { isOpen, onOpen, rules, error }, entry }: { readonly trace: RuleTrace; readonly entry: Entry }) {
  if (entry.kind === 'figure' || entry.id.startsWith('h')) return null;
  const steps = rules?.[entry.id] ?? [];
  return (
    <details className="rules" open={isOpen} onToggle={(event) => onOpen(event.currentTarget.open)}>
      <summary>Why it was coded{isOpen && rules ? `: ${counted(steps.length, 'step')}` : ''}</summary>
      {error !== null && <p role="alert">{error.message}</p>}
      {error === null && rules === undefined && <p className="soft">Reading the report again to see which rules fire …</p>}
      <ol>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no other name and never change
          <li key={index} className={`step-${step.outcome}`}>
            “<bdi>{step.words}</bdi>” <span className="soft">{step.stage === 'actors' ? 'is read by' : step.outcome}</span>{' '}
            <code>{step.rule}</code> <span className="soft">{step.reason}</span>
          </li>
        ))}
      </ol>
      {rules !== undefined && steps.length === 0 && <p className="soft">No rule of the program of now makes this entry.</p>}
    </details>
  );
}

/** What people decided about an entry, the last first. */
export function History({ decisions }: { readonly decisions: readonly CaseDecision[] }) {
  const judging = useJudging();
  if (decisions.length === 0) return null;
  return (
    <details className="history" open>
      <summary>{counted(decisions.length, 'decision')} about it</summary>
      <ol>
        {[...decisions].reverse().map(({ number, at, byWhom, kind, why, what, undoneBy }) => (
          <li key={number} className={undoneBy === null ? undefined : 'undone'}>
            {dayLabel(at.slice(0, 10))} {at.slice(11, 16)}, <bdi>{byWhom}</bdi>: {kind}{' '}
            <span className="soft">{changeOf(what)}</span>
            {why !== null && (
              <i>
                {' '}
                <bdi>{why}</bdi>
              </i>
            )}
            {undoneBy !== null && <span className="soft"> (undone)</span>}
            {undoneBy === null && kind !== 'undo' && judging && (
              <button type="button" className="linklike" disabled={judging.isBusy} onClick={() => judging.undo(number)}>
                take back
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function changeOf(what: unknown): string {
  if (typeof what !== 'object' || what === null) return '';
  return Object.entries(what)
    .filter(([, value]) => typeof value === 'string' || Array.isArray(value))
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : codeWords(String(value))}`)
    .join('; ');
}

const KINDS: readonly (readonly [EntryKind, string])[] = [
  ['event', 'events'],
  ['claim', 'claims'],
  ['tie', 'ties'],
  ['figure', 'figures'],
];

/** All entries of a report in the order of its text, by kind. */
export function EntryList({
  of,
  entries,
  selected,
}: {
  readonly of: CaseDocumentDetail;
  readonly entries: Entries;
  readonly selected: Entry | null;
}) {
  const [kind, setKind] = useState<EntryKind>('event');
  const shown = entries.all.filter((entry) => entry.kind === kind);
  return (
    <section className="entries" aria-label="All entries">
      <p className="tabs">
        {KINDS.map(([each, name]) => (
          <button key={each} type="button" aria-pressed={each === kind} onClick={() => setKind(each)}>
            {name} <b>{entries.all.filter((entry) => entry.kind === each).length}</b>
          </button>
        ))}
      </p>
      <ol>
        {shown.map((entry) => (
          <li key={entry.id} className={entry.id === selected?.id ? 'on' : undefined}>
            <Link href={toDocument(of.document.id, entry.id)} replace>
              {entry.kind === 'event' && <Act type={entry.value.type} status={entry.value.status} />}
              <bdi>{entry.kind === 'event' ? partiesOf(entry, entries) : entryName(entry, entries)}</bdi>
            </Link>
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className="empty">{EMPTY[kind]}</p>}
    </section>
  );
}

const EMPTY = {
  event: 'No event was found. Select words in the report to add one.',
  claim: 'Nobody is quoted or cited in this report.',
  tie: 'The report speaks of no lasting relation between parties.',
  figure: 'Nothing is counted in this report.',
} as const satisfies Readonly<Record<EntryKind, string>>;

function partiesOf(entry: Entry, entries: Entries): string {
  return entryName(entry, entries).replace(/: [^:]*$/, '');
}
