import { Link } from 'wouter';
import type { CaseDispute } from '../../src/api/index.ts';
import { listed } from '../../src/wording/index.ts';
import { toDispute } from '../words/links.ts';
import { Told } from './names.tsx';

/** What is disputed about something, by the kind of dispute. */
export const DISPUTE_QUESTION = {
  happened: 'Did it happen?',
  who: 'Who did it?',
  blame: 'Who is to blame?',
  figure: 'How many?',
  tie: 'Are they tied?',
} as const satisfies Readonly<Record<CaseDispute['kind'], string>>;

/** A dispute in two lines: what about, and who stands where. */
export function DisputeLine({ of }: { readonly of: CaseDispute }) {
  return (
    <article className="incident" data-line>
      <p className="head">
        <Link href={toDispute(of.id)}>
          <b>{DISPUTE_QUESTION[of.kind]}</b> <Told>{of.about}</Told>
        </Link>
      </p>
      <p className="facts">
        {of.sides.map(({ position, voices, tellings }) => (
          <span key={position}>
            <b>
              <Told>{position}</Told>
            </b>{' '}
            <span className="soft">
              {voices.length > 0
                ? listed(voices.slice(0, 3).map(({ name }) => name))
                : `${tellings.length} by reports themselves`}
            </span>
          </span>
        ))}
      </p>
    </article>
  );
}
