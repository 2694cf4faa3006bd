import { afterEach, expect, test } from 'vitest';
import { exampleRecord } from '../../test/support/example-record.ts';
import { serveRecords } from '../../test/support/served-case.ts';
import { createClient } from '../api/index.ts';
import { createApp } from './app.ts';

const { id } = exampleRecord().document;
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const served of opened.splice(0)) await served.close();
});

/** A typed client of an app over the example. */
async function open() {
  const served = await serveRecords();
  opened.push(served);
  const app = createApp(served);
  const client = createClient(async (url, request) => app.request(`http://127.0.0.1:4317${url}`, request));
  return { served, client };
}

test('a correction shows in lists, in the document and in what is linked, until it is taken back', async () => {
  const { client } = await open();
  const before = await client.get('/api/incidents', { type: 'ASSAULT' });
  const what = { status: 'actual', actors: ['WST:GOV'] } as const;
  const decision = await client.send('POST /api/decisions', { kind: 'edit', subject: `${id}#ev-4`, what, why: 'names it' });
  expect(decision).toMatchObject({ number: 1, byWhom: 'Ada', kind: 'edit', why: 'names it', undoneBy: null });
  const detail = await client.get('/api/documents/:id', {}, id);
  expect(detail.marks).toMatchObject([{ entry: 'ev-4', state: 'edited', decisions: [1] }]);
  expect(detail.record.events.find((event) => event.id === 'ev-4')?.actors).toEqual(['WST:GOV']);
  expect((await client.get('/api/events', { actor: 'WST:GOV', type: ['ASSAULT'] })).total).toBe(1);
  expect(await client.get('/api/incidents', { type: 'ASSAULT' })).not.toEqual(before);
  await client.send('POST /api/decisions/:id/undo', {}, '1');
  expect(await client.get('/api/incidents', { type: 'ASSAULT' })).toEqual(before);
  const decisions = await client.get('/api/decisions', { subject: `${id}#ev-4` });
  expect(decisions.items.map(({ kind, undoneBy }) => [kind, undoneBy])).toEqual([
    ['edit', 2],
    ['undo', null],
  ]);
});

test('incidents are joined by hand', async () => {
  const { client } = await open();
  const assaults = (await client.get('/api/incidents', { type: 'ASSAULT' })).items;
  const [one, other] = assaults.filter(({ status }) => status !== 'denied');
  if (!one || !other) throw new RangeError('the example has two assaults');
  await client.send('POST /api/decisions', { kind: 'merge', subject: one.id, what: { with: [other.id] }, why: null });
  const joined = (await client.get('/api/incidents', { type: 'ASSAULT' })).items.find(({ tellings }) => tellings.length > 1);
  expect(joined?.tellings.map((telling) => telling.id)).toEqual(
    expect.arrayContaining([...one.tellings, ...other.tellings].map((telling) => telling.id)),
  );
  const detail = await client.get('/api/incidents/:id', {}, joined?.id ?? '');
  expect(detail.joins.map(({ reasons }) => reasons[0]?.about)).toContain('reviewer');
});

test('refusals are thrown with their reason', async () => {
  const { client } = await open();
  await expect(client.send('POST /api/decisions/:id/undo', {}, '7')).rejects.toThrow('no decision 7');
  await expect(client.get('/api/actors/:id', {}, 'nobody')).rejects.toMatchObject({
    problem: { status: 404, code: 'no-entry' },
  });
});

test('documents are added in the background; problems name the document', async () => {
  const { served, client } = await open();
  const job = await client.send('POST /api/documents', {
    documents: [
      {
        name: 'paste',
        text: 'The governor of Vardo said on Monday that the bridge had been closed by troops.',
        published: '2020-05-05',
      },
      {
        name: 'file.txt',
        base64: Buffer.from('Fishermen of the northern coast told reporters that their boats had been taken away.').toString(
          'base64',
        ),
      },
      { name: 'empty.txt', text: '' },
    ],
  });
  expect(job).toMatchObject({ state: 'running', total: 3 });
  await served.jobs.settled();
  const done = await client.get('/api/jobs/:id', {}, job.id);
  expect(done).toMatchObject({ state: 'done', done: 3, problems: [{ name: 'empty.txt', code: 'read/empty-text' }] });
  expect(done.documents).toHaveLength(2);
  expect((await client.get('/api/case')).counts.documents).toBe(3);
  expect((await client.get('/api/documents', { from: '2020-01-01' })).total).toBe(1);
});

test('a job is stopped, and what it did stays', async () => {
  const { served, client } = await open();
  const documents = Array.from({ length: 50 }, (_, at) => ({
    name: `paste ${at}`,
    text: `The minister said report ${at} of the border post was closed by troops.`,
  }));
  const { id: job } = await client.send('POST /api/documents', { documents });
  await client.send('DELETE /api/jobs/:id', null, job);
  await served.jobs.settled();
  const stopped = await client.get('/api/jobs/:id', {}, job);
  expect(stopped.state).toBe('stopped');
  expect((await client.get('/api/case')).counts.documents).toBe(1 + stopped.documents.length);
  expect(stopped.done).toBeLessThan(50);
});
