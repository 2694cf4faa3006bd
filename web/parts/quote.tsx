import { Link } from 'wouter';
import type { CaseDocumentName } from '../../src/api/index.ts';
import { dayLabel } from '../../src/wording/index.ts';
import { toEntry } from '../words/links.ts';
import { Told } from './names.tsx';

/** Longest quote that is shown whole in a list; the report has the rest. */
const LONGEST = 600;

/** Words of a report, a link to where they stand in it, and who printed them when. */
export function Quote({
  id,
  text,
  document,
}: {
  /** `DOCUMENT#e3`. */
  readonly id: string;
  readonly text: string;
  readonly document: CaseDocumentName;
}) {
  return (
    <blockquote className="quote">
      <Link href={toEntry(id)}>
        <Told>{text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}</Told>
      </Link>
      {'  '}
      <Outlet of={document} />
    </blockquote>
  );
}

/** Who printed a report, and when. */
export function Outlet({ of: { source, published, title } }: { readonly of: CaseDocumentName }) {
  return (
    <cite className="outlet" title={title ?? undefined}>
      <Told>{source ?? 'outlet not known'}</Told>
      {published !== null && `, ${dayLabel(published)}`}
    </cite>
  );
}
