import { useState } from 'react';
import { ACTOR_KINDS, type ActorKind, type CaseActorDetail } from '../../src/api/index.ts';
import { codeWords, counted, dayLabel } from '../../src/wording/index.ts';
import { useActorsNamed, useDecisions } from '../client/queries.ts';
import { History } from '../evidence/entry-panel.tsx';
import { type Judging, useJudging } from '../parts/judge.tsx';
import { Told } from '../parts/names.tsx';
import { WhyForm } from '../parts/why-form.tsx';

/** Puts right who an actor is: joins it with others, or parts what reports say of another from it; with what was decided before. */
export function ActorDecisions({ of }: { readonly of: CaseActorDetail }) {
  const judging = useJudging();
  const decisions = useDecisions(`actor:${of.id}`);
  return (
    <section className="no-print">
      {judging && (
        <div className="buttons">
          <MergeActors of={of} judging={judging} />
          <PartActor of={of} judging={judging} />
        </div>
      )}
      <History decisions={decisions.data?.items ?? []} />
    </section>
  );
}

function MergeActors({ of, judging }: { readonly of: CaseActorDetail; readonly judging: Judging }) {
  const [words, setWords] = useState('');
  const answer = useActorsNamed(words);
  const found = words.trim() === '' ? [] : (answer.data?.items ?? []).filter(({ id }) => id !== of.id);
  const merge = async (given: FormData, why: string | null) => {
    const others = given.getAll('other').map(String);
    if (others.length === 0) return false;
    return judging.decide({ kind: 'merge', subject: `actor:${of.id}`, what: { with: others }, why });
  };
  return (
    <WhyForm label="The same as another actor…" confirm="They are one" busy={judging.isBusy} onDecide={merge}>
      <label>
        <span>name</span>
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} placeholder="begin to type" />
      </label>
      <fieldset className="offered">
        <legend>which</legend>
        {found.map(({ id, name, kind, documents }) => (
          <label key={id}>
            <input type="checkbox" name="other" value={id} />
            <span>
              <b>
                <Told>{name}</Told>
              </b>{' '}
              <span className="soft">
                {codeWords(kind)}, {counted(documents, 'report')}
              </span>
            </span>
          </label>
        ))}
        {found.length === 0 && <p className="soft small">Those that are this one in truth go by its name afterwards.</p>}
      </fieldset>
    </WhyForm>
  );
}

function PartActor({ of, judging }: { readonly of: CaseActorDetail; readonly judging: Judging }) {
  const part = async (given: FormData, why: string | null) => {
    const documents = given.getAll('document').map(String);
    const name = String(given.get('name') ?? '').trim();
    const kind = ACTOR_KINDS.find((known): known is ActorKind => known === given.get('kind')) ?? 'unknown';
    if (documents.length === 0 || name === '') return false;
    const as = { id: idOf(name), name, kind, country: of.country, sector: null };
    return judging.decide({ kind: 'split', subject: `actor:${of.id}`, what: { documents, as }, why });
  };
  return (
    <WhyForm label="Some reports mean another…" confirm="Part them" busy={judging.isBusy} onDecide={part}>
      <fieldset className="offered">
        <legend>in which reports</legend>
        {of.documentList.map(({ id, title, source, published }) => (
          <label key={id}>
            <input type="checkbox" name="document" value={id} />
            <span>
              <Told>{title ?? 'Report without a title'}</Told>{' '}
              <span className="soft">
                {source}
                {published !== null && `, ${dayLabel(published)}`}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <label>
        <span>who is meant</span>
        <input name="name" required maxLength={200} />
      </label>
      <label>
        <span>kind</span>
        <select name="kind" defaultValue={of.kind}>
          {ACTOR_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {codeWords(kind)}
            </option>
          ))}
        </select>
      </label>
    </WhyForm>
  );
}

/** The id of an actor that has none yet: its name in kebab case. */
function idOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'actor';
}
