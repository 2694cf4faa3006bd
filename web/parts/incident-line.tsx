import { memo } from 'react';
import { Link } from 'wouter';
import type { CaseIncident, IncidentHarmView } from '../../src/api/index.ts';
import { codeWords, counted, numeral, periodLabel } from '../../src/wording/index.ts';
import { toIncident } from '../words/links.ts';
import { Act } from './act.tsx';
import { Judge } from './judge.tsx';
import { Told, Voices, WhoWhom } from './names.tsx';
import { Quote } from './quote.tsx';

/** One incident: what, who, whom, when, where, how many, on whose word, in how many reports, and the words of the first of them. */
export const IncidentLine = memo(function IncidentLine({
  of,
  quoted = true,
  judged = true,
}: {
  readonly of: CaseIncident;
  readonly quoted?: boolean;
  /** Whether it can be accepted and rejected here. */
  readonly judged?: boolean;
}) {
  const [telling] = of.tellings;
  return (
    <article className="incident" data-line>
      <p className="head">
        <Link href={toIncident(of.id)}>
          <Act type={of.type} modes={of.modes} status={of.status} />
        </Link>
        <WhoWhom actors={of.actors} recipients={of.recipients} />
        {judged && <Judge entries={of.tellings.map(({ id }) => id)} />}
      </p>
      <p className="facts">
        <When of={of} />
        {of.places.length > 0 && <Told>{of.places.map(({ name }) => name).join(', ')}</Told>}
        {Object.entries(of.harm).map(([kind, harm]) => (
          <span key={kind}>
            {codeWords(kind)} <b>{harmLabel(harm)}</b>
          </span>
        ))}
        <Voices of={of.tellings.every(({ voices }) => voices.length > 0) ? of.tellings.flatMap(({ voices }) => voices) : []} />
        {of.contested && <span className="contested">disputed</span>}
        <Link href={toIncident(of.id)}>{counted(of.sources.documents, 'report')}</Link>
      </p>
      {quoted && telling && <Quote id={telling.id} text={telling.quote.text} document={telling.document} />}
    </article>
  );
});

/** When something happened, at the precision that is known. */
export function When({ of }: { readonly of: Pick<CaseIncident, 'day' | 'lastDay' | 'isPublicationDay'> }) {
  if (of.isPublicationDay && of.day !== null)
    return (
      <span className="unsure" title="No report says when; this is the day of the first report.">
        reported {periodLabel(of.day, of.day)}
      </span>
    );
  return <span>{periodLabel(of.day, of.lastDay)}</span>;
}

/** Harm as low and high with what most reports say last: `70–90, best 88`. */
export function harmLabel({ low, best, high }: IncidentHarmView): string {
  if (low === null && high === null) return best === null ? 'uncounted' : numeral(best);
  if (low === high) return numeral(low ?? 0);
  const range = high === null ? `${numeral(low ?? 0)} or more` : `${numeral(low ?? 0)}–${numeral(high)}`;
  return best === null || best === low || best === high ? range : `${range}, best ${numeral(best)}`;
}
