import { sql } from 'kysely';
import { expect } from 'vitest';
import { collect, countEvents, eachRecord, eachTie, type OpenedCase } from '../../src/store/index.ts';

/** What a case that was killed at must still be: every entry of every record in its rows, and found by its words. */
export async function checkWhole(db: OpenedCase): Promise<void> {
  const records = await collect(eachRecord(db));
  expect(await countEvents(db)).toBe(records.reduce((sum, { events }) => sum + events.length, 0));
  expect((await collect(eachTie(db))).length).toBe(records.reduce((sum, { ties }) => sum + ties.length, 0));
  const { rows } = await sql<{ sources: number; records: number; mentions: number }>`
    select (select count(*) from document_source) as sources, (select count(*) from coded_record) as records,
      (select count(*) from actor_mention) as mentions`.execute(db.query);
  const mentions = records.flatMap(({ actors }) => actors.flatMap((actor) => actor.mentions)).length;
  expect(rows[0]).toEqual({ sources: records.length, records: records.length, mentions });
  expect(await countEvents(db, { text: 'town' })).toBe(
    records.flatMap(({ events }) => events.filter(({ evidence }) => /\btown\b/.test(evidence.text))).length,
  );
  if (db.dialect !== 'sqlite') return;
  expect((await sql`pragma integrity_check`.execute(db.query)).rows).toEqual([{ integrity_check: 'ok' }]);
  expect((await sql`pragma foreign_key_check`.execute(db.query)).rows).toEqual([]);
}
