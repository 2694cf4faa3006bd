import { Link } from 'wouter';
import type { ExchangeMove } from '../../src/api/index.ts';
import { numeral, periodLabel } from '../../src/wording/index.ts';
import { lagLabel } from '../words/exchange.ts';
import { toIncident } from '../words/links.ts';
import { Act } from './act.tsx';
import { Parties, Voices } from './names.tsx';
import { Quote } from './quote.tsx';

/** One move of an exchange, on the side of the party that makes it: day and lag, what and to whom, and the words it rests on. */
export function Rung({
  of,
  answered,
  open,
  hrefOf,
}: {
  readonly of: ExchangeMove;
  readonly answered: ExchangeMove | null;
  readonly open: boolean;
  readonly hrefOf: (move: string) => string;
}) {
  const lag = lagLabel(of.lag);
  const tellings = open ? of.tellings : of.tellings.slice(0, 1);
  return (
    <article className={`rung side-${of.side}${open ? ' on' : ''}`}>
      <p className="when">
        <span
          className={of.isPublicationDay ? 'unsure' : undefined}
          title={of.isPublicationDay ? 'day of the first report' : undefined}
        >
          {periodLabel(of.day, of.lastDay)}
        </span>
        {lag !== null && <span className="lag">{lag}</span>}
      </p>
      <div className="act-of">
        <p className="head">
          <Link href={toIncident(of.id)}>
            <Act type={of.type} modes={of.modes} status={of.status} />
          </Link>
          <span className="who">
            <Parties of={[of.actor]} /> <span className="arrow">→</span> <Parties of={[of.recipient]} />
          </span>
          <span className="soft score"> {numeral(of.score)}</span>
        </p>
        {of.answers && (
          <p className="answers">
            <b>“{of.answers.words.text}”</b>{' '}
            {answered ? (
              <Link href={hrefOf(answered.id)}>said to answer the move of {periodLabel(answered.day, answered.lastDay)}</Link>
            ) : (
              'said to answer something else'
            )}
          </p>
        )}
        {tellings.map((telling) => (
          <div key={telling.id}>
            <Quote id={telling.id} text={telling.quote.text} document={telling.document} />
            <Voices of={telling.voices} />
          </div>
        ))}
        {!open && of.tellings.length > 1 && (
          <Link href={toIncident(of.id)} className="soft small">
            and {of.tellings.length - 1} more
          </Link>
        )}
      </div>
    </article>
  );
}
