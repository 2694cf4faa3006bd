import { type DragEvent, type FormEvent, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { DocumentsInput, JobView } from '../../src/api/index.ts';
import { counted, numeral } from '../../src/wording/index.ts';
import { useFilters } from '../client/address.ts';
import { useAdd, useJob, useOverview, useRefresh, useStop } from '../client/queries.ts';
import { useTitle } from '../client/title.ts';
import { toDocument } from '../words/links.ts';

type NewDocument = DocumentsInput['documents'][number];

/** Adds reports by paste or drop; shows how reading them goes, and stops it. */
export function AddPage() {
  useTitle('Add reports');
  const { filters, change } = useFilters();
  const add = useAdd();
  const writable = useOverview().data?.writable ?? true;
  const [isOver, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = (documents: readonly NewDocument[]) => {
    setProblem(null);
    add.mutate({ documents }, { onSuccess: ({ id }) => change({ job: id }) });
  };
  const sendFiles = async (files: readonly File[]) => {
    if (files.length === 0) return;
    try {
      send(await Promise.all(files.map(toDocumentInput)));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The files could not be read.');
    }
  };
  const onPaste = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const field = (name: string) => String(given.get(name) ?? '').trim();
    if (field('text') === '') return setProblem('There is no text yet: paste a report into the large field.');
    const facts = (['title', 'source', 'published'] as const).flatMap((name) =>
      field(name) === '' ? [] : [[name, field(name)] as const],
    );
    send([{ name: 'pasted.txt', text: field('text'), ...Object.fromEntries(facts) }]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void sendFiles([...event.dataTransfer.files]);
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
      {filters.has('job') && <Job key={filters.get('job')} id={filters.get('job') ?? ''} />}
      {(problem ?? add.error?.message) && (
        <p className="problem" role="alert">
          {problem ?? add.error?.message}
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
          <button type="submit" className="main" disabled={add.isPending}>
            Read it
          </button>
        </div>
      </form>
      <section
        className={isOver ? 'drop is-over' : 'drop'}
        aria-label="Files"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <label>
          Or drop files here, or choose them: .txt, .html, .jsonl{' '}
          <input type="file" multiple onChange={(event) => void sendFiles([...(event.target.files ?? [])])} />
        </label>
      </section>
      <p className="soft small">Reports stay on this machine. A text that the case knows already is not read twice.</p>
    </section>
  );
}

async function toDocumentInput(file: File): Promise<NewDocument> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const STEP = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += STEP) binary += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return { name: file.name, base64: btoa(binary) };
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
        <ul>
          {problems.map(({ name, code, detail }) => (
            <li key={`${name} ${code}`}>
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
