import { memo, useMemo } from 'react';
import { Link } from 'wouter';
import type { CaseRecord } from '../../src/api/index.ts';
import { cutText, type Paragraph, type Segment, STANCE_VERB } from '../../src/wording/index.ts';
import { toDocument } from '../words/links.ts';
import { runsOf } from './characters.ts';
import type { Entries, Entry } from './entries.ts';
import { type Mark, marksOf } from './marks.ts';

/** Roles by how much they say about what a click means. */
const ROLES = ['trigger', 'cue', 'number', 'condition', 'content', 'name', 'place'] as const satisfies readonly Mark['role'][];

/** The text of a report with its entries marked, notes of who says what in the margin. Offsets of the text stand in `data-at`. */
export function ReportText({
  record,
  entries,
  selected,
}: {
  readonly record: CaseRecord;
  readonly entries: Entries;
  readonly selected: Entry | null;
}) {
  const { text, id } = record.document;
  const paragraphs = useMemo(() => cutText(text, marksOf(record, entries)), [text, record, entries]);
  return (
    <div className={beginsWithTitle(record) ? 'text has-headline' : 'text'} data-report={id}>
      {paragraphs.map((paragraph) => (
        <ParagraphOf
          key={paragraph.start}
          text={text}
          document={id}
          paragraph={paragraph}
          entries={entries}
          selected={selected !== null && touches(selected, paragraph) ? selected : null}
        />
      ))}
    </div>
  );
}

/** Whether the first line of the text is the report's title. */
export function beginsWithTitle({ document: { text, title } }: CaseRecord): boolean {
  const [first = ''] = text.trimStart().split('\n', 1);
  return title !== null && first.trim() === title.trim();
}

function touches({ rests, at }: Entry, { start, end }: Paragraph<Mark>): boolean {
  return (rests.start < end && rests.end > start) || (at.start < end && at.end > start);
}

/** Drawn again only when what is selected touches it. */
const ParagraphOf = memo(function ParagraphOf({
  text,
  document,
  paragraph,
  entries,
  selected,
}: {
  readonly text: string;
  readonly document: string;
  readonly paragraph: Paragraph<Mark>;
  readonly entries: Entries;
  readonly selected: Entry | null;
}) {
  const notes = entries.all.filter(
    (entry) => entry.kind === 'claim' && entry.at.start >= paragraph.start && entry.at.start < paragraph.end,
  );
  return (
    <div className="para">
      <p dir="auto">
        {paragraph.segments.map((segment) => (
          <SegmentOf key={segment.start} text={text} document={document} segment={segment} selected={selected} />
        ))}
      </p>
      <ul className="notes" aria-label="Who says so">
        {notes.map((entry) => (
          <li key={entry.id}>{entry.kind === 'claim' && <Note entry={entry} document={document} entries={entries} />}</li>
        ))}
      </ul>
    </div>
  );
});

function Note({
  entry,
  document,
  entries,
}: {
  readonly entry: Extract<Entry, { kind: 'claim' }>;
  readonly document: string;
  readonly entries: Entries;
}) {
  const { speaker, speakerSpan, stance } = entry.value;
  const name = (speaker === null ? undefined : entries.actors.get(speaker)?.name) ?? speakerSpan?.text ?? 'somebody';
  return (
    <Link href={toDocument(document, entry.id)} replace>
      <bdi>{name}</bdi> {STANCE_VERB[stance]}
    </Link>
  );
}

function SegmentOf({
  text,
  document,
  segment,
  selected,
}: {
  readonly text: string;
  readonly document: string;
  readonly segment: Segment<Mark>;
  readonly selected: Entry | null;
}) {
  const { start, end, marks } = segment;
  const first = ROLES.flatMap((role) => marks.filter((mark) => mark.role === role)).at(0);
  const words = runsOf(text.slice(start, end)).map((run) =>
    run.name === null ? (
      <span key={run.start} data-at={start + run.start}>
        {run.text}
      </span>
    ) : (
      <span key={run.start} className="control" data-at={start + run.start} data-unseen="">
        {run.name}
      </span>
    ),
  );
  const classes = classesOf(segment, first, selected);
  const isLink = first?.entry && (first.role === 'trigger' || first.role === 'cue' || first.role === 'number');
  if (isLink)
    return (
      <Link href={toDocument(document, first.entry ?? undefined)} replace className={classes} data-entry={first.entry}>
        {words}
      </Link>
    );
  return <span className={classes}>{words}</span>;
}

function classesOf({ start, end, marks }: Segment<Mark>, first: Mark | undefined, selected: Entry | null): string | undefined {
  const classes = new Set<string>();
  if (first?.act) {
    classes.add(`act q${first.act.quad} s-${first.act.status}`);
    if (first.span.start === start) classes.add('begins');
    if (first.span.end === end) classes.add('ends');
  }
  for (const { role } of marks) if (role !== 'trigger') classes.add(`m-${role}`);
  if (selected) {
    if (selected.rests.start <= start && selected.rests.end >= end) classes.add('on');
    if (selected.at.start <= start && selected.at.end >= end && selected.kind !== 'tie') classes.add('own');
  }
  return classes.size === 0 ? undefined : [...classes].join(' ');
}
