import { type FormEvent, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { JobView } from '../../src/api/index.ts';
import { counted, numeral } from '../../src/wording/index.ts';
import { useAdding } from '../client/adding.ts';
import { useFilters } from '../client/address.ts';
import { useJob, useOverview, useQueue, useRefresh, useStop } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { toDocument } from '../words/links.ts';

/** Adds reports by paste, drop or choice; shows how reading them goes, and stops it. */
export function AddPage() {
  useTitle('Add reports');
  const { filters } = useFilters();
  const { addFiles, addText, isSending, problem: trouble } = useAdding();
  const writable = useOverview().data?.writable ?? true;
  const [missing, setMissing] = useState<string | null>(null);
  const problem = missing ?? trouble;
  const onPaste = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string) => String(given.get(name) ?? '').trim();
    setMissing(field('text') === '' ? 'There is no text yet: paste a report into the large field.' : null);
    if (field('text') === '') return;
    const facts = (['title', 'source', 'published'] as const).flatMap((name) =>
      field(name) === '' ? [] : [[name, field(name)] as const],
    );
    void addText({ name: 'pasted.txt', text: field('text'), ...Object.fromEntries(facts) });
  };
  if (!writable)
    return (
      <section className="view">
        <h1>This case takes no reports</h1>
        <p className="empty">It was opened for reading only. Serve it with the right to write to add reports.</p>
      </section>
    );
  return (
    <section className="view narrow">
      <h1>Add reports</h1>
      {filters.getAll('job').map((job) => (
        <Job key={job} id={job} />
      ))}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <form className="add" onSubmit={onPaste}>
        <label>
          <span>Paste the text of a report</span>
          <textarea name="text" rows={10} />
        </label>
        <div className="filters">
          <label>
            <span>title</span>
            <input name="title" />
          </label>
          <label>
            <span>outlet</span>
            <input name="source" />
          </label>
          <label>
            <span>published</span>
            <input name="published" type="date" />
          </label>
          <button type="submit" className="main" disabled={isSending}>
            Read it
          </button>
        </div>
      </form>
      <section className="drop" aria-label="Files">
        <label>
          Or drop files onto any page, or choose them: text, pages, mail, PDF, feeds, JSON lines, archives of these{' '}
          <input type="file" multiple onChange={(event) => void addFiles([...(event.target.files ?? [])])} />
        </label>
      </section>
      <Queue />
      <p className="soft small">
        Reports go into this case and nowhere else. A text that the case knows already is not read twice.
      </p>
    </section>
  );
}

/** How the reports stand that workers on other machines read. */
function Queue() {
  const { data: queue } = useQueue();
  if (!queue) return null;
  const { waiting, delayed, active, dead, doneLastMinute, workers } = queue;
  if (waiting + delayed + active + dead + workers.length === 0) return null;
  return (
    <p>
      Queue: {counted(waiting + delayed, 'report')} waiting, {numeral(active)} being read by {counted(workers.length, 'worker')}
      , {numeral(doneLastMinute)} in the last minute{dead > 0 && `; ${numeral(dead)} could not be read`}
    </p>
  );
}

const STATE = { running: 'Reading', done: 'Done', stopped: 'Stopped', failed: 'Failed' } as const satisfies Record<
  JobView['state'],
  string
>;

/** How reading goes: count, rate, what is left, a way to stop, and what could not be read and why. */
function Job({ id }: { readonly id: string }) {
  const job = useJob(id);
  const stop = useStop();
  const refresh = useRefresh();
  const state = job.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'stopped') void refresh();
  }, [state, refresh]);
  if (job.error)
    return (
      <p className="problem" role="alert">
        {job.error.message}
      </p>
    );
  if (!job.data) return <div className="job" aria-busy="true" />;
  const { done, total, rate, secondsLeft, problems, documents } = job.data;
  return (
    <section className="job" aria-label="Reading reports">
      <p role="status">
        <b>
          {STATE[job.data.state]}: {numeral(done)} of {counted(total, 'report')}
          {problems.length > 0 && `, ${numeral(problems.length)} could not be read`}
        </b>{' '}
        <span className="soft">
          {rate !== null && `${numeral(Math.round(rate * 10) / 10)} a second`}
          {job.data.state === 'running' && secondsLeft !== null && `, ${counted(Math.ceil(secondsLeft), 'second')} left`}
        </span>
      </p>
      <progress max={Math.max(1, total)} value={done} aria-label="Reports read" />
      {job.data.state === 'running' && (
        <button type="button" disabled={stop.isPending} onClick={() => stop.mutate(id)}>
          Stop
        </button>
      )}
      {documents.length > 0 && (
        <p>
          Added:{' '}
          {documents.slice(0, 5).map((document, index) => (
            <span key={document}>
              {index > 0 && ', '}
              <Link href={toDocument(document)}>report {index + 1}</Link>
            </span>
          ))}
          {documents.length > 5 && ` and ${numeral(documents.length - 5)} more`}
        </p>
      )}
      {problems.length > 0 && (
        <ul aria-label="Could not be read">
          {problems.map(({ name, code, detail }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows at its end
            <li key={index}>
              <b>
                <bdi>{name}</bdi>
              </b>
              : {detail} <span className="soft">({code})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
