import { Link } from 'wouter';
import type { CaseDispute } from '../../src/api/index.ts';
import { counted, dayLabel } from '../../src/wording/index.ts';
import { toIncident } from '../words/links.ts';
import { Act } from './act.tsx';
import { DISPUTE_QUESTION } from './dispute-line.tsx';
import { Told, Voices } from './names.tsx';
import { Quote } from './quote.tsx';
import { QUOTES, SaidQuotes } from './said-quotes.tsx';
import { SpreadChart } from './spread-chart.tsx';

/** A dispute with its sides beside each other, each in the words of those who hold it. */
export function DisputeSides({ of }: { readonly of: CaseDispute }) {
  return (
    <article className="dispute" id={of.id}>
      <h2>
        <span className="soft">{DISPUTE_QUESTION[of.kind]}</span> <Told>{of.about}</Told>
      </h2>
      <p className="facts">
        {of.day !== null && <span>{dayLabel(of.day)}</span>}
        {of.incidents.map((id) => (
          <Link key={id} href={toIncident(id)}>
            what the reports tell
          </Link>
        ))}
      </p>
      {of.kind === 'figure' && <SpreadChart of={of} />}
      <div className="sides">
        {of.sides.map(({ position, voices, statements, tellings }) => {
          const reports = new Set([...statements, ...tellings].map(({ document }) => document.id)).size;
          return (
            <section key={position} aria-label={position}>
              <h3>
                <Told>{position}</Told>
              </h3>
              <p className="facts">
                <Voices of={voices} />
                <span>{counted(reports, 'report')}</span>
              </p>
              <ul>
                <SaidQuotes of={statements} />
                {statements.length === 0 &&
                  tellings.slice(0, QUOTES).map((telling) => (
                    <li key={telling.id}>
                      <Act type={telling.type} status={telling.status} />
                      <Quote id={telling.id} text={telling.quote.text} document={telling.document} />
                    </li>
                  ))}
              </ul>
            </section>
          );
        })}
      </div>
    </article>
  );
}
