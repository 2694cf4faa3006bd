import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { textId } from '../../src/base/index.ts';
import { collect, eachRecord, openCase } from '../../src/store/index.ts';
import { onBothDatabases } from '../support/cases.ts';
import { makeChance } from '../support/chance.ts';
import { checkWhole } from '../support/check-whole.ts';
import { endOf, startLapwing } from '../support/lapwing.ts';

/** Times that the program is killed, and what chooses the moments. */
const KILLS = 20;
const SEED = 20261123;

/** Reports to add: more than are added between two kills, so that there is work at every one. */
const REPORTS = 250;

const FOLDER = mkdtempSync(join(tmpdir(), 'lapwing-crash-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const TEXTS = Array.from(
  { length: REPORTS },
  (_, at) =>
    `Rebels shelled the town of Sarobi on ${(at % 28) + 1} March 2016, killing ${at + 2} people, the government of Afghanistan said. It blamed Pakistan for attack number ${at}.`,
);
const ARCHIVE = join(FOLDER, 'archive.jsonl');
writeFileSync(ARCHIVE, TEXTS.map((text, id) => JSON.stringify({ id, text, published: '2016-04-01' })).join('\n'));

/** Adds the archive and kills the program at a moment: so long after so many documents were told of. @returns ids told of as stored */
async function addAndKill(options: readonly string[], told: number, milliseconds: number): Promise<readonly string[]> {
  const child = startLapwing(['add', ARCHIVE, '--json', ...options]);
  const ended = endOf(child);
  const ids: string[] = [];
  const enough = new Promise<void>((resolve) => {
    if (told === 0) resolve();
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        const { id, outcome } = JSON.parse(line);
        if (outcome === 'added') ids.push(id);
        if (ids.length >= told) resolve();
      });
  });
  await Promise.race([enough, ended]);
  await wait(milliseconds);
  child.kill('SIGKILL');
  await ended;
  return ids;
}

onBothDatabases('killed while adding', ({ newCase }) => {
  test(`at ${KILLS} moments, the case loses nothing it told of and has nothing twice`, async () => {
    const { location, options } = newCase();
    const chance = makeChance(SEED);
    const told: string[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      // The first ones fall while the case is being made.
      const count = kill < 3 ? 0 : Math.floor(chance() * 9);
      told.push(...(await addAndKill(options, count, chance() * (count === 0 ? 900 : 30))));
      if (told.length === 0) continue;
      const db = await openCase(location, 'read');
      const ids = (await collect(eachRecord(db))).map(({ document }) => document.id);
      expect(told.filter((id) => !ids.includes(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      await db.close();
    }
    expect(told.length).toBeGreaterThan(KILLS);
    expect(new Set(told).size).toBe(told.length);
    expect(told.length).toBeLessThan(REPORTS);
    const last = await endOf(startLapwing(['add', ARCHIVE, ...options]));
    expect([last.code, last.errors]).toEqual([0, '']);
    const db = await openCase(location, 'write');
    const ids = (await collect(eachRecord(db))).map(({ document }) => document.id);
    expect(ids).toEqual(TEXTS.map((text) => textId(text)).sort());
    await checkWhole(db);
    await db.close();
  }, 600_000);
});
