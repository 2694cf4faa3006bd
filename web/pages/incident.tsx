import { useParams } from 'wouter';
import type { CaseIncidentDetail } from '../../src/api/index.ts';
import { codeWords, counted, listed } from '../../src/wording/index.ts';
import { useIncident } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { History } from '../evidence/entry-panel.tsx';
import { Act } from '../parts/act.tsx';
import { IncidentLine } from '../parts/incident-line.tsx';
import { Told, Voices } from '../parts/names.tsx';
import { Quote } from '../parts/quote.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** One incident with every report that tells it. */
export function IncidentPage() {
  const { id = '' } = useParams();
  const answer = useIncident(id);
  useTitle(answer.data ? headingOf(answer.data) : 'Incident');
  return <Waiting of={answer}>{(of) => <Incident of={of} />}</Waiting>;
}

function headingOf({ actors, recipients, type }: CaseIncidentDetail): string {
  const names = (of: readonly { readonly name: string }[]) => listed(of.map(({ name }) => name)) || 'Nobody named';
  return `${names(actors)} → ${names(recipients)}: ${codeWords(type)}`;
}

function Incident({ of }: { readonly of: CaseIncidentDetail }) {
  return (
    <section className="view narrow">
      <h1>
        <Told>{headingOf(of)}</Told>
      </h1>
      <IncidentLine of={of} quoted={false} />
      <h2>
        {counted(of.tellings.length, 'statement')} in {counted(of.sources.documents, 'report')}
        {of.sources.documents > 1 && `, ${of.sources.independent} of them independent`}
      </h2>
      <ol className="statements">
        {of.tellings.map((telling) => (
          <li key={telling.id}>
            <p className="facts">
              <Act type={telling.type} status={telling.status} />
              <Voices of={telling.voices} />
            </p>
            <Quote id={telling.id} text={telling.quote.text} document={telling.document} />
          </li>
        ))}
      </ol>
      {of.joins.length > 0 && (
        <details className="rules">
          <summary>Why these are held to be one happening</summary>
          <ol>
            {of.joins.map(({ a, b, points, reasons }) => (
              <li key={`${a} ${b}`}>
                {points} points:{' '}
                <span className="soft">
                  {reasons.map(({ says, points: each }) => `${says} (${each > 0 ? '+' : ''}${each})`).join('; ')}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      <History decisions={of.decisions} />
    </section>
  );
}
