import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import type { CaseIncidentDetail } from '../../src/api/index.ts';
import { codeWords, counted, listed } from '../../src/wording/index.ts';
import { useLineKeys } from '../client/line-keys.ts';
import { incidentOf, useIncident } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { History } from '../evidence/entry-panel.tsx';
import { Act } from '../parts/act.tsx';
import { IncidentLine } from '../parts/incident-line.tsx';
import { Judge } from '../parts/judge.tsx';
import { Told, Voices } from '../parts/names.tsx';
import { Quote } from '../parts/quote.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { toIncident } from '../words/links.ts';
import { MergeIncidents, SplitTelling } from './incident-decisions.tsx';

/** One incident with every report that tells it. */
export function IncidentPage() {
  const { id = '' } = useParams();
  const answer = useIncident(id);
  useTitle(answer.data ? headingOf(answer.data) : 'Incident');
  useFollowed(answer.data, answer.error);
  return <Waiting of={answer}>{(of) => <Incident of={of} />}</Waiting>;
}

/** Goes where the tellings of an incident are now, when merging or parting has given it another id. The first telling names an incident:
 * where that was taken out, the last has stayed. */
function useFollowed(was: CaseIncidentDetail | undefined, error: Error | null): void {
  const [, go] = useLocation();
  const last = was?.tellings.at(-1)?.id;
  useEffect(() => {
    if (error === null || last === undefined) return;
    let isWanted = true;
    void incidentOf(last).then((id) => {
      if (isWanted && id !== null) go(toIncident(id), { replace: true });
    });
    return () => {
      isWanted = false;
    };
  }, [error, last, go]);
}

function headingOf({ actors, recipients, type }: CaseIncidentDetail): string {
  const names = (of: readonly { readonly name: string }[]) => listed(of.map(({ name }) => name)) || 'Nobody named';
  return `${names(actors)} → ${names(recipients)}: ${codeWords(type)}`;
}

function Incident({ of }: { readonly of: CaseIncidentDetail }) {
  useLineKeys();
  return (
    <section className="view narrow">
      <h1>
        <Told>{headingOf(of)}</Told>
      </h1>
      <IncidentLine of={of} quoted={false} judged={false} />
      <h2>
        {counted(of.tellings.length, 'statement')} in {counted(of.sources.documents, 'report')}
        {of.sources.documents > 1 && `, ${of.sources.independent} of them independent`}
      </h2>
      <ol className="statements">
        {of.tellings.map((telling) => (
          <li key={telling.id} data-line>
            <p className="facts">
              <Act type={telling.type} status={telling.status} />
              <Voices of={telling.voices} />
              <Judge entries={[telling.id]} />
            </p>
            <Quote id={telling.id} text={telling.quote.text} document={telling.document} />
            <SplitTelling of={of} telling={telling} />
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
      <div className="buttons">
        <MergeIncidents of={of} />
      </div>
      <History decisions={of.decisions} />
    </section>
  );
}
