import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SearchAnswer } from '../../src/api/index.ts';
import { codeWords, counted, dayLabel, numeral } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useSearch } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { Act } from '../parts/act.tsx';
import { ClaimLine } from '../parts/claim-line.tsx';
import { Told, WhoWhom } from '../parts/names.tsx';
import { Quote } from '../parts/quote.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { toActor, toClaims, toDocument, toEntry, toIncidents } from '../words/links.ts';

/** Reports, events, claims and actors that words are found in. */
export function SearchPage() {
  const { filters } = useFilters();
  const words = filters.get('q') ?? '';
  const answer = useSearch(words);
  useTitle(`“${words}”`);
  if (words.trim() === '')
    return (
      <section className="view">
        <h1>Search the case</h1>
        <p className="empty">
          All words must be in a sentence, in any inflection: <i>shell village</i>. Quotation marks keep words together, a star
          ends a beginning: <i>shell*</i>.
        </p>
      </section>
    );
  return <Waiting of={answer}>{(found) => <Found of={found} words={words} />}</Waiting>;
}

function Found({ of: { documents, events, claims, actors }, words }: { readonly of: SearchAnswer; readonly words: string }) {
  const total = documents.total + events.total + claims.total + actors.total;
  return (
    <section className="view">
      <h1>
        {total === 0 ? 'Nothing found' : `Found in ${counted(documents.total, 'report')}`}: “<Told>{words}</Told>”
      </h1>
      {total === 0 && (
        <p className="empty">Fewer words find more. Words are looked for in the sentences of entries and in names.</p>
      )}
      <div className="columns">
        <div>
          <Kind
            title={counted(events.total, 'event')}
            all={toIncidents({ text: words })}
            shown={events.items.length}
            total={events.total}
          >
            {events.items.map(({ id, event, actors: who, recipients, document }) => (
              <article key={id} className="incident">
                <p className="head">
                  <Link href={toEntry(id)}>
                    <Act type={event.type} modes={event.modes} status={event.status} />
                  </Link>
                  <WhoWhom actors={who} recipients={recipients} />
                </p>
                <Quote id={id} text={event.evidence.text} document={document} />
              </article>
            ))}
          </Kind>
          <Kind
            title={counted(documents.total, 'report')}
            all={`/documents?${new URLSearchParams({ text: words })}`}
            shown={documents.items.length}
            total={documents.total}
          >
            {documents.items.map(({ id, title, source, published, snippet }) => (
              <article key={id} className="incident">
                <p className="head">
                  <Link href={toDocument(id)}>
                    <Told>{title ?? 'Report without a title'}</Told>
                  </Link>
                </p>
                <p className="facts">
                  <Told>{source ?? 'outlet not known'}</Told>
                  {published !== null && <span>{dayLabel(published)}</span>}
                </p>
                <p className="words">
                  <Told>{snippet}</Told>
                </p>
              </article>
            ))}
          </Kind>
        </div>
        <div>
          <Kind
            title={counted(actors.total, 'actor')}
            all={`/actors?${new URLSearchParams({ text: words })}`}
            shown={actors.items.length}
            total={actors.total}
          >
            {actors.items.map(({ id, name, kind, acts, receives }) => (
              <p key={id} className="incident">
                <Link href={toActor(id)}>
                  <b>
                    <Told>{name}</Told>
                  </b>
                </Link>{' '}
                <span className="soft">
                  {codeWords(kind)}, {counted(acts + receives, 'move')}
                </span>
              </p>
            ))}
          </Kind>
          <Kind
            title={counted(claims.total, 'claim')}
            all={toClaims({ text: words })}
            shown={claims.items.length}
            total={claims.total}
          >
            {claims.items.map((claim) => (
              <ClaimLine key={claim.id} of={claim} />
            ))}
          </Kind>
        </div>
      </div>
    </section>
  );
}

function Kind({
  title,
  all,
  shown,
  total,
  children,
}: {
  readonly title: string;
  readonly all: string;
  readonly shown: number;
  readonly total: number;
  readonly children: ReactNode;
}) {
  if (total === 0) return null;
  return (
    <section>
      <h2>
        <Link href={all}>{title}</Link>
      </h2>
      {children}
      {total > shown && (
        <p className="more">
          <Link href={all}>and {numeral(total - shown)} more, to narrow down</Link>
        </p>
      )}
    </section>
  );
}
