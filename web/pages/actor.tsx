import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { CaseActorDetail } from '../../src/api/index.ts';
import { codeWords, counted, dayLabel, numeral, periodLabel } from '../../src/wording/index.ts';
import { useLineKeys } from '../client/line-keys.ts';
import { useActor, useBackground } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { ClaimLine } from '../parts/claim-line.tsx';
import { IncidentLine } from '../parts/incident-line.tsx';
import { Told } from '../parts/names.tsx';
import { TieLine } from '../parts/tie-line.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { toClaims, toDocument, toIncidents } from '../words/links.ts';
import { ActorDecisions } from './actor-decisions.tsx';

/** Entries of each kind that are shown at once; the rest is behind a link. */
const FEW = 8;

/** Everything the case has about one actor. */
export function ActorPage() {
  const { id = '' } = useParams();
  const answer = useActor(id);
  useTitle(answer.data?.name ?? 'Actor');
  return <Waiting of={answer}>{(of) => <Actor key={of.id} of={of} />}</Waiting>;
}

function Actor({ of }: { readonly of: CaseActorDetail }) {
  useLineKeys();
  const { id, name, kind, country, aliases, roles, ties, moves, claimsBy, claimsAbout, documentList, acts, receives } = of;
  return (
    <section className="view">
      <h1>
        <Told>{name}</Told>
      </h1>
      <p className="line">
        <span>
          {codeWords(kind)}
          {country !== null && `, ${country}`}
        </span>
        <code>{id}</code>
        <Link href={toIncidents({ actor: id })}>acts {numeral(acts)} times</Link>
        <Link href={toIncidents({ recipient: id })}>is acted on {numeral(receives)} times</Link>
        <Link href={`/network?party=${encodeURIComponent(id)}`}>in the network</Link>
        <Link href={`/timeline?party=${encodeURIComponent(id)}`}>in the timeline</Link>
      </p>
      {aliases.length > 0 && (
        <p className="list-line">
          also called{' '}
          {aliases.map((alias) => (
            <Told key={alias}>{alias}</Told>
          ))}
        </p>
      )}
      {roles.length > 0 && (
        <ul className="list-line">
          {roles.map(({ role, from, to }) => (
            <li key={`${role} ${from}`}>
              <b>{role}</b> {periodLabel(from, to)}
            </li>
          ))}
        </ul>
      )}
      <ActorDecisions of={of} />
      <div className="columns">
        <div>
          <Few
            title={counted(moves.length, 'move')}
            all={toIncidents({ party: id })}
            empty="No report tells of a move by or toward it."
            items={moves}
          >
            {(move) => <IncidentLine key={move.id} of={move} />}
          </Few>
          <Few title={`${counted(ties.length, 'statement')} about ties`} empty="No report ties it to anybody." items={ties}>
            {(tie) => <TieLine key={tie.id} of={tie} />}
          </Few>
          <Background of={id} />
        </div>
        <div>
          <Few
            title={`Says ${counted(claimsBy.length, 'thing')}`}
            all={toClaims({ speaker: id })}
            empty="No report quotes or cites it."
            items={claimsBy}
          >
            {(claim) => <ClaimLine key={claim.id} of={claim} />}
          </Few>
          <Few
            title={`${counted(claimsAbout.length, 'claim')} about it`}
            all={toClaims({ about: id })}
            empty="Nobody is cited about it."
            items={claimsAbout}
          >
            {(claim) => <ClaimLine key={claim.id} of={claim} />}
          </Few>
          <Few title={`Named in ${counted(documentList.length, 'report')}`} empty="" items={documentList}>
            {(document) => (
              <p key={document.id} className="incident">
                <Link href={toDocument(document.id)}>
                  <Told>{document.title ?? 'Report without a title'}</Told>
                </Link>{' '}
                <span className="soft">
                  {document.source}
                  {document.published !== null && `, ${dayLabel(document.published)}`}
                </span>
              </p>
            )}
          </Few>
        </div>
      </div>
    </section>
  );
}

/** Ties that public sources date, apart from what the reports of the case say. */
function Background({ of }: { readonly of: string }) {
  const { data } = useBackground(of);
  if (!data || data.ties.length === 0) return null;
  return (
    <section>
      <h2>Known besides the reports</h2>
      <p className="soft small">From the tables that Lapwing knows groups by; no report here need say so.</p>
      <ul>
        {data.ties.map(({ from, kind, to, first, last, source }) => (
          <li key={`${from.id} ${kind} ${to.id} ${first}`}>
            <b>{from.name}</b> {codeWords(kind)} <b>{to.name}</b> <span>{sincePeriod(first, last)}</span>{' '}
            <span className="soft small">{source}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A tie without an end may last. */
function sincePeriod(first: string | null, last: string | null): string {
  if (first === null && last === null) return '';
  return first !== null && last === null ? `since ${dayLabel(first)}` : periodLabel(first, last);
}

function Few<Item>({
  title,
  all,
  empty,
  items,
  children,
}: {
  readonly title: string;
  /** Where all of them are; where left out, they open in place. */
  readonly all?: string;
  readonly empty: string;
  readonly items: readonly Item[];
  readonly children: (item: Item) => ReactNode;
}) {
  const rest = items.slice(FEW);
  return (
    <section>
      <h2>{all && items.length > 0 ? <Link href={all}>{title}</Link> : title}</h2>
      {items.length === 0 && <p className="empty">{empty}</p>}
      {items.slice(0, FEW).map(children)}
      {rest.length > 0 && all && (
        <p className="more">
          <Link href={all}>and {numeral(rest.length)} more</Link>
        </p>
      )}
      {rest.length > 0 && !all && (
        <details className="rules">
          <summary>and {numeral(rest.length)} more</summary>
          {rest.map(children)}
        </details>
      )}
    </section>
  );
}
