import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import {
  type CaseRecord,
  type ClaimEdit,
  type DecisionInput,
  EVENT_TYPES,
  type EventEdit,
  QUAD_OF,
  QUADS,
  STANCES,
  STATUSES,
  type Stance,
  type Status,
  TIE_KINDS,
  type TieEdit,
} from '../../src/api/index.ts';
import { codeWords, quadLabel } from '../../src/wording/index.ts';
import type { Entry } from './entries.ts';
import type { Stretch } from './marks.ts';

/** What the form asks for: an entry to put right, or a stretch of text to make an event of. */
export type Correcting = { readonly entry: Entry } | { readonly selection: Stretch };

/** The form by which an entry is put right in place, or added from a selection. */
export function CorrectForm({
  record,
  correcting,
  busy,
  problem,
  onDecide,
  onClose,
}: {
  readonly record: CaseRecord;
  readonly correcting: Correcting;
  readonly busy: boolean;
  readonly problem: string | null;
  readonly onDecide: (decision: DecisionInput) => void;
  readonly onClose: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('select,input')?.focus(), []);
  const document = record.document.id;
  const subject = 'entry' in correcting ? `${document}#${correcting.entry.id}` : document;
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const why = String(given.get('why') ?? '').trim() || null;
    const decision = decide(correcting, given, subject, why);
    if (decision) onDecide(decision);
  };
  const judge = (kind: 'accept' | 'reject') => {
    const why = form.current ? String(new FormData(form.current).get('why') ?? '').trim() || null : null;
    onDecide({ kind, subject, what: null, why });
  };
  return (
    <form
      ref={form}
      className="correct"
      onSubmit={onSubmit}
      aria-label={'entry' in correcting ? 'Correct this entry' : 'Add an event'}
    >
      <Fields record={record} correcting={correcting} />
      <label>
        <span>why</span>
        <input name="why" type="text" placeholder="kept with the correction" />
      </label>
      {problem !== null && <p role="alert">{problem}</p>}
      <p className="buttons">
        <button type="submit" className="main" disabled={busy}>
          {'entry' in correcting ? 'Save correction' : 'Add event'}
        </button>
        {'entry' in correcting && (
          <>
            <button type="button" disabled={busy} onClick={() => judge('accept')}>
              It is right
            </button>
            <button type="button" disabled={busy} onClick={() => judge('reject')}>
              Reject it
            </button>
          </>
        )}
        <button type="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function Fields({ record, correcting }: { readonly record: CaseRecord; readonly correcting: Correcting }): ReactNode {
  const event = 'selection' in correcting ? null : correcting.entry.kind === 'event' ? correcting.entry.value : undefined;
  if (event !== undefined)
    return (
      <>
        <label>
          <span>type</span>
          <select name="type" defaultValue={event?.type ?? 'ASSAULT'}>
            {QUADS.map((quad) => (
              <optgroup key={quad} label={quadLabel(quad)}>
                {EVENT_TYPES.filter((type) => QUAD_OF[type] === quad).map((type) => (
                  <option key={type} value={type}>
                    {codeWords(type)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <label>
          <span>status</span>
          <Choice name="status" values={STATUSES} chosen={event?.status ?? 'actual'} />
        </label>
        <PartyChoice name="actors" record={record} chosen={event?.actors ?? []} label="who" />
        <PartyChoice name="recipients" record={record} chosen={event?.recipients ?? []} label="whom" />
        <fieldset className="days">
          <legend>when</legend>
          <input name="start" type="date" aria-label="first day" defaultValue={event?.time?.start ?? ''} />
          <input name="end" type="date" aria-label="last day" defaultValue={event?.time?.end ?? ''} />
        </fieldset>
      </>
    );
  if (!('entry' in correcting)) return null;
  const { entry } = correcting;
  if (entry.kind === 'claim')
    return (
      <>
        <label>
          <span>stance</span>
          <Choice name="stance" values={STANCES} chosen={entry.value.stance} />
        </label>
        <label>
          <span>speaker</span>
          <PartySelect name="speaker" record={record} chosen={entry.value.speaker} />
        </label>
      </>
    );
  if (entry.kind === 'tie')
    return (
      <>
        <label>
          <span>who</span>
          <PartySelect name="from" record={record} chosen={entry.value.from} />
        </label>
        <label>
          <span>is</span>
          <Choice name="kind" values={TIE_KINDS} chosen={entry.value.kind} />
        </label>
        <label>
          <span>of or to</span>
          <PartySelect name="to" record={record} chosen={entry.value.to} />
        </label>
      </>
    );
  return null;
}

function Choice({
  name,
  values,
  chosen,
}: {
  readonly name: string;
  readonly values: readonly string[];
  readonly chosen: string;
}) {
  return (
    <select name={name} defaultValue={chosen}>
      {values.map((value) => (
        <option key={value} value={value}>
          {codeWords(value)}
        </option>
      ))}
    </select>
  );
}

function PartySelect({
  name,
  record,
  chosen,
}: {
  readonly name: string;
  readonly record: CaseRecord;
  readonly chosen: string | null;
}) {
  return (
    <select name={name} defaultValue={chosen ?? ''}>
      <option value="">nobody named</option>
      {record.actors.map((actor) => (
        <option key={actor.id} value={actor.id}>
          {actor.name}
        </option>
      ))}
    </select>
  );
}

function PartyChoice({
  name,
  record,
  chosen,
  label,
}: {
  readonly name: string;
  readonly record: CaseRecord;
  readonly chosen: readonly string[];
  readonly label: string;
}) {
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {record.actors.map((actor) => (
        <label key={actor.id}>
          <input type="checkbox" name={name} value={actor.id} defaultChecked={chosen.includes(actor.id)} />
          <bdi>{actor.name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

/** The decision that a filled-in form makes; only what differs from the entry is in it. Null where nothing does. */
export function decide(correcting: Correcting, given: FormData, subject: string, why: string | null): DecisionInput | null {
  if ('selection' in correcting) {
    const { start, end } = correcting.selection;
    const event = eventEdit(given);
    return {
      kind: 'add',
      subject,
      what: { selection: { start, end }, event: { ...event, type: event.type ?? 'ASSAULT' } },
      why,
    };
  }
  const what = editOf(correcting.entry, given);
  return what === null || Object.keys(what).length === 0 ? null : { kind: 'edit', subject, what, why };
}

function editOf(entry: Entry, given: FormData): EventEdit | ClaimEdit | TieEdit | null {
  const text = (name: string) => String(given.get(name) ?? '');
  switch (entry.kind) {
    case 'event': {
      const { type, status, actors, recipients, time } = eventEdit(given);
      const was = entry.value;
      const sameTime = (time?.start ?? null) === (was.time?.start ?? null) && (time?.end ?? null) === (was.time?.end ?? null);
      return {
        ...(type !== undefined && type !== was.type ? { type } : {}),
        ...(status !== undefined && status !== was.status ? { status } : {}),
        ...(isSame(actors ?? [], was.actors) ? {} : { actors: actors ?? [] }),
        ...(isSame(recipients ?? [], was.recipients) ? {} : { recipients: recipients ?? [] }),
        ...(sameTime ? {} : { time: time ?? null }),
      };
    }
    case 'claim': {
      const stance = STANCES.find((known): known is Stance => known === text('stance'));
      const speaker = text('speaker') || null;
      return {
        ...(stance !== undefined && stance !== entry.value.stance ? { stance } : {}),
        ...(speaker === entry.value.speaker ? {} : { speaker }),
      };
    }
    case 'tie': {
      const kind = TIE_KINDS.find((known) => known === text('kind'));
      return {
        ...(kind !== undefined && kind !== entry.value.kind ? { kind } : {}),
        ...(text('from') === '' || text('from') === entry.value.from ? {} : { from: text('from') }),
        ...(text('to') === '' || text('to') === entry.value.to ? {} : { to: text('to') }),
      };
    }
    case 'figure':
      return null;
  }
}

function eventEdit(given: FormData): EventEdit {
  const text = (name: string) => String(given.get(name) ?? '');
  const type = EVENT_TYPES.find((known) => known === text('type'));
  const status = STATUSES.find((known): known is Status => known === text('status'));
  const [start, end] = [text('start') || null, text('end') || null];
  return {
    ...(type ? { type } : {}),
    ...(status ? { status } : {}),
    actors: given.getAll('actors').map(String),
    recipients: given.getAll('recipients').map(String),
    time: start === null && end === null ? null : { start: start ?? end, end: end ?? start },
  };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}
