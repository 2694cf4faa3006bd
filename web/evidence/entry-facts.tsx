import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CaseDocumentDetail, RecordEvent, RecordSpan } from '../../src/api/index.ts';
import { boundsLabel, capital, codeWords, numeral, periodLabel, STANCE_VERB, STATUS_MEANING } from '../../src/wording/index.ts';
import { Act } from '../parts/act.tsx';
import { Parties, Told, Voice, WhoWhom } from '../parts/names.tsx';
import { toDocument } from '../words/links.ts';
import type { Entries, Entry } from './entries.ts';

/** Everything an entry says, as a list of facts, each with what it rests on. */
export function EntryFacts({
  entry,
  of,
  entries,
}: {
  readonly entry: Entry;
  readonly of: CaseDocumentDetail;
  readonly entries: Entries;
}) {
  const lines = linesOf(entry, of, entries);
  return (
    <dl className="entry-facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Line = readonly [string, ReactNode];

function linesOf(entry: Entry, of: CaseDocumentDetail, entries: Entries): readonly Line[] {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: entries.actors.get(id)?.name ?? id }));
  const quote: Line = [
    'rests on',
    <q key="quote" className="words">
      <Emphasised text={entry.rests} part={entry.at} />
    </q>,
  ];
  switch (entry.kind) {
    case 'event':
      return [...eventLines(entry.value, of, entries), quote];
    case 'claim': {
      const { speaker, speakerSpan, stance, addressee, content, condition, events, quoted } = entry.value;
      const name =
        (speaker === null ? undefined : entries.actors.get(speaker)?.name) ?? speakerSpan?.text ?? 'somebody not named';
      return [
        ['speaker', <Voice key="speaker" of={{ id: speaker, name }} />],
        ['stance', `${STANCE_VERB[stance]}${quoted ? ', in quotation marks' : ''}`],
        ...(addressee === null ? [] : [['to', <Parties key="to" of={named([addressee])} />] as const]),
        [
          'what',
          <q key="what" className="words">
            <Told>{content.text}</Told>
          </q>,
        ],
        ...(condition === null
          ? []
          : [
              [
                'if',
                <q key="if" className="words">
                  <Told>{condition.text}</Told>
                </q>,
              ] as const,
            ]),
        ...(events.length === 0 ? [] : [['about', <EntryLinks key="about" ids={events} of={of} entries={entries} />] as const]),
        quote,
      ];
    }
    case 'tie': {
      const { from, to, kind, attributedTo, deniedBy } = entry.value;
      return [
        ['who', <Parties key="from" of={named([from])} />],
        ['is', codeWords(kind)],
        ['of or to', <Parties key="to" of={named([to])} />],
        ['said by', attributedTo === null ? 'the report itself' : <Parties key="by" of={named([attributedTo])} />],
        ...(deniedBy.length === 0 ? [] : [['denied by', <Parties key="denied" of={named(deniedBy)} />] as const]),
        quote,
      ];
    }
    case 'figure': {
      const { of: what, approximate, event, low, high } = entry.value;
      return [
        ['how many', `${boundsLabel({ low, high })}${approximate ? ', about' : ''}`],
        ['of what', codeWords(what)],
        ...(event === null ? [] : [['in', <EntryLinks key="in" ids={[event]} of={of} entries={entries} />] as const]),
        quote,
      ];
    }
  }
}

function eventLines(event: RecordEvent, of: CaseDocumentDetail, entries: Entries): readonly Line[] {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: entries.actors.get(id)?.name ?? id }));
  const { type, modes, contexts, status, time, places, harm, claims, sameAs, confidence, score } = event;
  return [
    ['who → whom', <WhoWhom key="who" actors={named(event.actors)} recipients={named(event.recipients)} />],
    [
      'type',
      <span key="type">
        <Act type={type} modes={modes} status={status} />{' '}
        {contexts.length > 0 && <span className="soft">{contexts.map(codeWords).join(', ')}</span>}
        <span className="soft"> score {numeral(score)}</span>
      </span>,
    ],
    [
      'status',
      <span key="status">
        {status} <span className="soft">· {STATUS_MEANING[status]}</span>
      </span>,
    ],
    ['when', time === null ? <span className="soft">not said</span> : <WhenSaid key="when" time={time} />],
    [
      'where',
      places.length === 0 ? (
        <span className="soft">not said</span>
      ) : (
        <span key="where">
          {places
            .map((id) => {
              const place = entries.places.get(id);
              return place ? `${place.name} (${codeWords(place.kind)})` : id;
            })
            .join(', ')}
        </span>
      ),
    ],
    ...Object.entries(harm ?? {}).map(([kind, bounds]) => [codeWords(kind), boundsLabel(bounds)] as const),
    ['says who', claims.length === 0 ? 'the report itself' : <EntryLinks key="says" ids={claims} of={of} entries={entries} />],
    ...(sameAs.length === 0
      ? []
      : [['told before', <EntryLinks key="same" ids={sameAs} of={of} entries={entries} />] as const]),
    ['confidence', `${Math.round(confidence * 100)} in 100`],
  ];
}

function WhenSaid({ time: { start, end, span } }: { readonly time: NonNullable<RecordEvent['time']> }) {
  return (
    <span>
      {periodLabel(start, end)}{' '}
      <span className="soft">
        {span === null ? (
          '· the news of the day'
        ) : (
          <>
            · “<Told>{span.text}</Told>”
          </>
        )}
      </span>
    </span>
  );
}

/** Links to other entries of the report. */
function EntryLinks({
  ids,
  of,
  entries,
}: {
  readonly ids: readonly string[];
  readonly of: CaseDocumentDetail;
  readonly entries: Entries;
}) {
  return (
    <span>
      {ids.map((id, index) => {
        const entry = entries.byId.get(id);
        return (
          <span key={id}>
            {index > 0 && ', '}
            <Link href={toDocument(of.document.id, id)} replace>
              {entry ? entryName(entry, entries) : id}
            </Link>
          </span>
        );
      })}
    </span>
  );
}

/** An entry in a few words, for lists and links. */
export function entryName(entry: Entry, entries: Entries): string {
  const name = (id: string | null | undefined) => (id ? (entries.actors.get(id)?.name ?? id) : null);
  switch (entry.kind) {
    case 'event': {
      const { actors, recipients, type } = entry.value;
      return `${name(actors[0]) ?? 'nobody named'} → ${name(recipients[0]) ?? 'nobody named'}: ${codeWords(type)}`;
    }
    case 'claim':
      return `${capital(name(entry.value.speaker) ?? entry.value.speakerSpan?.text ?? 'somebody')} ${STANCE_VERB[entry.value.stance]}`;
    case 'tie':
      return `${name(entry.value.from)} ${codeWords(entry.value.kind)} ${name(entry.value.to)}`;
    case 'figure':
      return `${boundsLabel(entry.value)} ${codeWords(entry.value.of)}`;
  }
}

function Emphasised({ text, part }: { readonly text: RecordSpan; readonly part: RecordSpan }) {
  const [from, to] = [part.start - text.start, part.end - text.start];
  if (from < 0 || to > text.text.length || from >= to || (from === 0 && to === text.text.length))
    return <Told>{text.text}</Told>;
  return (
    <bdi>
      {text.text.slice(0, from)}
      <b>{text.text.slice(from, to)}</b>
      {text.text.slice(to)}
    </bdi>
  );
}
