import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { CaseDocumentDetail, DecisionInput } from '../../src/api/index.ts';
import { counted, dayLabel } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useKeys } from '../client/keys.ts';
import { useDecide, useDocument, useOverview, useRules, useUndo } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { CorrectForm, type Correcting } from '../evidence/correct-form.tsx';
import { type Entry, listEntries, statements } from '../evidence/entries.ts';
import { EntryList, EntryPanel, type RuleTrace } from '../evidence/entry-panel.tsx';
import { beginsWithTitle, ReportText } from '../evidence/report-text.tsx';
import { useTextSelection } from '../evidence/selection.ts';
import { GrammarKey } from '../parts/grammar-key.tsx';
import { Told } from '../parts/names.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { toDocument } from '../words/links.ts';

/** A report with what was read in it. */
export function ReaderPage() {
  const { id = '' } = useParams();
  const answer = useDocument(id);
  useTitle(answer.data?.document.title ?? 'Report');
  return <Waiting of={answer}>{(of) => <Reader key={of.document.id} of={of} />}</Waiting>;
}

const BASIS = {
  given: '',
  metadata: '',
  dateline: ' (by its date line)',
  inferred: ' (inferred from the text)',
  unknown: '',
} as const;

function Reader({ of }: { readonly of: CaseDocumentDetail }) {
  const { record } = of;
  const { document } = record;
  const entries = useMemo(() => listEntries(of), [of]);
  const walk = useMemo(() => statements(entries), [entries]);
  const { filters } = useFilters();
  const [, go] = useLocation();
  const selected = entries.byId.get(filters.get('entry') ?? '') ?? null;
  const select = (entry: Entry | null) => go(toDocument(document.id, entry?.id), { replace: true });
  const step = (by: 1 | -1) => {
    const at = walk.findIndex((entry) => entry.id === selected?.id);
    const next = at < 0 ? walk.at(by > 0 ? 0 : -1) : walk[Math.min(walk.length - 1, Math.max(0, at + by))];
    if (next) select(next);
  };
  const { form, startCorrecting, judge, undo, trouble, adder } = useCorrections(of, selected, select);
  const trace = useTrace(document.id);
  useShown(selected?.id ?? null);
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    e: () => selected && scrollToEntry(selected.id, 'center'),
    c: () => startCorrecting?.(),
    u: () => undo?.(),
    a: () => judge?.('accept'),
    r: () => judge?.('reject'),
    Escape: () => select(null),
  });
  const count = (kind: Entry['kind']) => entries.all.filter((entry) => entry.kind === kind).length;
  return (
    <div className="reader">
      <article className="report" aria-labelledby="title">
        <p className="line">
          <Told>{document.source ?? 'outlet not known'}</Told>
          <span>
            {document.published === null ? 'day of publication not known' : dayLabel(document.published)}
            {BASIS[document.publishedBasis]}
          </span>
          <span>
            {counted(count('event'), 'event')}, {counted(count('claim'), 'claim')}
          </span>
          <a href={`/reports/${encodeURIComponent(document.id)}`}>plain page</a>
        </p>
        <h1 id="title" dir="auto" className={beginsWithTitle(record) ? 'unseen' : undefined}>
          {document.title ?? 'Report without a title'}
        </h1>
        <details className="rules">
          <summary>What the marks mean</summary>
          <GrammarKey />
        </details>
        <ReportText record={record} entries={entries} selected={selected} />
      </article>
      <aside className={selected || form ? 'panel is-open' : 'panel'} aria-label="Entries">
        {trouble !== null && (
          <p className="problem" role="alert">
            {trouble}
          </p>
        )}
        {adder}
        {selected ? (
          <>
            <p className="close">
              <button type="button" onClick={() => select(null)}>
                Close
              </button>
            </p>
            <EntryPanel
              entry={selected}
              of={of}
              entries={entries}
              onStep={step}
              onCorrect={startCorrecting}
              form={form}
              trace={trace}
            />
          </>
        ) : (
          (form ?? (
            <p className="empty">
              Choose a marked word, or press <kbd>j</kbd> to walk through what was read. <kbd>a</kbd> accepts, <kbd>r</kbd>{' '}
              rejects, <kbd>c</kbd> corrects, <kbd>u</kbd> undoes.
            </p>
          ))
        )}
        <EntryList of={of} entries={entries} selected={selected} />
        {undo && (
          <p className="buttons">
            <button type="button" onClick={undo} aria-keyshortcuts="u">
              Undo the last correction <kbd aria-hidden="true">u</kbd>
            </button>
          </p>
        )}
        {of.rejected.length > 0 && (
          <p className="soft">{counted(of.rejected.length, 'entry', 'entries')} rejected and left out.</p>
        )}
        <p className="more">
          <Link href={`/incidents?document=${encodeURIComponent(document.id)}`}>What other reports say of the same</Link>
        </p>
      </aside>
    </div>
  );
}

/** Why entries were coded: asked for when it is opened, and open for the next entry too. */
function useTrace(document: string): RuleTrace {
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useRules(document, isOpen);
  return { isOpen, onOpen: setOpen, rules: data, error };
}

interface Corrections {
  readonly form: ReactNode;
  readonly startCorrecting: (() => void) | null;
  /** Accepts or rejects the entry that is selected. */
  readonly judge: ((kind: 'accept' | 'reject') => void) | null;
  readonly undo: (() => void) | null;
  readonly trouble: string | null;
  /** Offers to make an event of the words that are selected. */
  readonly adder: ReactNode;
}

/** Correcting in place: the form while it is open, the last thing that can be undone, what went wrong. */
function useCorrections(of: CaseDocumentDetail, selected: Entry | null, select: (entry: Entry | null) => void): Corrections {
  const [correcting, setCorrecting] = useState<Correcting | null>(null);
  const decide = useDecide();
  const undo = useUndo();
  const selection = useTextSelection();
  // Offered until the case is known to be read-only: the overview may come later than a reader's first key, and the server refuses anyway.
  const writable = useOverview().data?.writable ?? true;
  useEffect(() => {
    setCorrecting((now) => (now !== null && 'entry' in now && now.entry.id !== selected?.id ? null : now));
  }, [selected]);
  const close = () => {
    setCorrecting(null);
    decide.reset();
  };
  const onDecide = (decision: DecisionInput) => {
    decide.mutate(decision, {
      onSuccess: () => {
        setCorrecting(null);
        if (decision.kind === 'reject') select(null);
      },
    });
  };
  const last = of.decisions.findLast(({ kind, undoneBy }) => kind !== 'undo' && undoneBy === null);
  const form = correcting && (
    <CorrectForm
      key={'entry' in correcting ? correcting.entry.id : 'new'}
      record={of.record}
      correcting={correcting}
      busy={decide.isPending}
      problem={decide.error?.message ?? null}
      onDecide={onDecide}
      onClose={close}
    />
  );
  return {
    form,
    startCorrecting:
      writable && selected !== null && selected.kind !== 'figure' ? () => setCorrecting({ entry: selected }) : null,
    judge:
      writable && selected !== null
        ? (kind) => onDecide({ kind, subject: `${of.document.id}#${selected.id}`, what: null, why: null })
        : null,
    undo: writable && last ? () => undo.mutate(last.number) : null,
    trouble: undo.error?.message ?? (correcting === null ? (decide.error?.message ?? null) : null),
    adder:
      writable && selection !== null && correcting === null ? (
        <p className="buttons">
          <button
            type="button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              select(null);
              setCorrecting({ selection });
            }}
          >
            Add an event from the selected words
          </button>
        </p>
      ) : null,
  };
}

/** Brings the words of an entry into view once it is selected. */
function useShown(id: string | null): void {
  useEffect(() => {
    if (id !== null) scrollToEntry(id, 'nearest');
  }, [id]);
}

function scrollToEntry(id: string, block: 'center' | 'nearest'): void {
  const mark = document.querySelector('.text .own') ?? document.querySelector(`.text [data-entry="${CSS.escape(id)}"]`);
  if (!mark) return;
  const { top, bottom } = mark.getBoundingClientRect();
  const isHidden = top < 96 || bottom > innerHeight - (innerWidth < 900 ? innerHeight * 0.5 : 48);
  if (block === 'center' || isHidden) mark.scrollIntoView({ block: innerWidth < 900 ? 'start' : 'center' });
}
