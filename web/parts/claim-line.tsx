import { memo } from 'react';
import { Link } from 'wouter';
import type { CaseClaim } from '../../src/api/index.ts';
import { dayLabel, STANCE_VERB } from '../../src/wording/index.ts';
import { toEntry } from '../words/links.ts';
import { Judge } from './judge.tsx';
import { Parties, Told, Voice } from './names.tsx';
import { Quote } from './quote.tsx';

/** One claim: who says it, how, to whom, under what condition, and the words. */
export const ClaimLine = memo(function ClaimLine({
  of: { id, claim, speaker, addressee, day, document },
}: {
  readonly of: CaseClaim;
}) {
  return (
    <article className="incident claim" data-line>
      <p className="head">
        <span className="sign" aria-hidden="true">
          ❝
        </span>
        <b>
          <Voice of={{ id: speaker?.id ?? null, name: speaker?.name ?? claim.speakerSpan?.text ?? 'somebody not named' }} />
        </b>{' '}
        <Link href={toEntry(id)}>{STANCE_VERB[claim.stance]}</Link>
        {addressee && (
          <>
            {' '}
            <span className="soft">to</span> <Parties of={[addressee]} />
          </>
        )}
        <Judge entries={[id]} />
      </p>
      <p className="facts">
        <span>{day === null ? 'day not known' : dayLabel(day)}</span>
        {claim.quoted && <span>in quotation marks</span>}
        {claim.condition && (
          <span>
            on condition:{' '}
            <i className="words">
              <Told>{claim.condition.text}</Told>
            </i>
          </span>
        )}
      </p>
      <Quote id={id} text={claim.content.text} document={document} />
    </article>
  );
});
