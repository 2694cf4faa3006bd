import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { processorTime } from '../../test/support/processor-time.ts';
import { makeArticle } from '../read/index.ts';
import { loadEngine, readDataFiles } from './load.ts';
import { createEngine } from './pipeline.ts';

const engine = await loadEngine();

function article(text: string) {
  const read = makeArticle(text, 'test');
  if (!read.ok) throw new RangeError(read.problem.detail);
  return read.value;
}

const REPORT = `Shelling resumes near the border

The army of Pakistan shelled villages in eastern Afghanistan on Monday, killing at least four people, Afghan officials said.
Pakistan denied the accusation. “We only fired back,” a spokesman said.`;

describe('the engine', () => {
  test('same in, same out, whatever was read between', () => {
    const first = JSON.stringify(engine.record(article(REPORT)));
    engine.record(article('Rebels freed 20 prisoners in Aleppo.'));
    expect(JSON.stringify(engine.record(article(REPORT)))).toBe(first);
  });

  test('an engine made from bytes gives the record of one loaded from disk', async () => {
    const weights = new Uint8Array(readFileSync(new URL('../../weights/english.bin', import.meta.url)));
    const events = new Uint8Array(readFileSync(new URL('../../weights/events.bin', import.meta.url)));
    const data = await readDataFiles(new URL('../../data/', import.meta.url));
    const other = createEngine({ weights, events, data: new Map([...data].reverse()) });
    expect(JSON.stringify(other.record(article(REPORT)))).toBe(JSON.stringify(engine.record(article(REPORT))));
  });

  test.each([
    ['one character', '.'],
    ['no words', '?! … — “”'],
    ['a lone surrogate', 'Rebels \ud800 shelled Aleppo.'],
    ['brackets without end', '('.repeat(3000)],
    ['quotation marks without end', '“ '.repeat(3000)],
    ['one long word', 'a'.repeat(50_000)],
    ['digits', '1 '.repeat(5000)],
    ['capitals', 'SYRIA SHELLED '.repeat(500)],
    ['one sentence without end', 'the army said that '.repeat(1500)],
    ['other scripts', 'قال Ali 在 Kabul ทหาร.'],
  ])('no text makes it throw or hang: %s', (_, text) => {
    const elapsed = processorTime();
    const record = engine.record(article(text));
    expect(record.document.text.length).toBeGreaterThan(0);
    expect(elapsed()).toBeLessThan(10_000);
  });

  test('spans may be given more than once, and either party may be missing', () => {
    const doc = article('Turkey condemned Syria on Monday.');
    const [turkey, syria] = [
      { start: 0, end: 6 },
      { start: 17, end: 22 },
    ];
    expect(engine.relate(doc, [turkey], [syria]).type).toBe('ACCUSE');
    expect(engine.relate(doc, [turkey, turkey], [syria])).toEqual(engine.relate(doc, [turkey], [syria]));
    expect(engine.relate(doc, [turkey], []).type).toBe('ACCUSE');
  });
});
