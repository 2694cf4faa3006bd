import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { VoiceName } from '../../src/api/index.ts';
import { toActor } from '../words/links.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Text of a report or a name from one, shut off from the direction of the text around it. */
export function Told({ children }: { readonly children: string }) {
  return <bdi>{children}</bdi>;
}

/** Names of parties, each a link to its page. */
export function Parties({ of, nobody = 'nobody named' }: { readonly of: readonly Named[]; readonly nobody?: string }) {
  if (of.length === 0) return <span className="nobody">{nobody}</span>;
  return (
    <Joined
      items={of.map(
        ({ id, name }) =>
          [
            id,
            <Link key={id} href={toActor(id)}>
              <Told>{name}</Told>
            </Link>,
          ] as const,
      )}
    />
  );
}

/** Who does something to whom. */
export function WhoWhom({ actors, recipients }: { readonly actors: readonly Named[]; readonly recipients: readonly Named[] }) {
  const mutual =
    actors.length > 1 &&
    actors.length === recipients.length &&
    actors.every(({ id }) => recipients.some((other) => other.id === id));
  return (
    <span className="who">
      <Parties of={actors} />
      {mutual ? (
        <span className="arrow"> to each other</span>
      ) : (
        <>
          <span className="arrow">
            {' '}
            <span aria-hidden="true">→</span>
            <span className="unseen">to</span>{' '}
          </span>
          <Parties of={recipients} />
        </>
      )}
    </span>
  );
}

/** Whose word something rests on: a quote mark and the names. Nothing where the report says it itself. */
export function Voices({ of }: { readonly of: readonly VoiceName[] }) {
  const each = [...new Map(of.map((voice) => [voice.name, voice])).values()];
  if (each.length === 0) return null;
  return (
    <span className="voices">
      <span className="sign" aria-hidden="true">
        ❝
      </span>
      <span className="unseen">on the word of </span>
      <Joined items={each.map((voice) => [voice.name, <Voice key={voice.name} of={voice} />] as const)} />
    </span>
  );
}

/** One who says something; a link where it is a party of the case. */
export function Voice({ of: { id, name } }: { readonly of: VoiceName }) {
  return id === null ? (
    <i>
      <Told>{name}</Told>
    </i>
  ) : (
    <Link href={toActor(id)}>
      <Told>{name}</Told>
    </Link>
  );
}

function Joined({ items }: { readonly items: readonly (readonly [string, ReactNode])[] }) {
  return items.map(([key, item], index) => (
    <Fragment key={key}>
      {index > 0 && (index === items.length - 1 ? ' and ' : ', ')}
      {item}
    </Fragment>
  ));
}
