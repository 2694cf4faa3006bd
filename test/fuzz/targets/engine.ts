import { loadEngine } from '../../../src/engine/index.ts';
import { toRecord } from '../../../src/engine/record.ts';
import { renderReport, renderTable } from '../../../src/show/index.ts';
import { bareArticle } from '../../properties/texts.ts';
import { parseViolations, recordViolations } from '../../properties/violations.ts';
import { Chance } from '../chance.ts';
import { makeText } from '../make/text.ts';
import type { Check, Target } from '../target.ts';

/** Share of texts that are coded twice. */
const TWICE = 0.1;
/** Share of texts whose record is drawn. */
const SHOWN = 0.2;
/** Share of texts in which somebody marked spans as parties. */
const MARKED = 0.2;

/** Any text, also one that no reader would let through, gives a record that keeps every promise, and a page that lets nothing out. */
async function open(): Promise<Check> {
  const engine = await loadEngine();
  return async (input) => {
    const text = Buffer.from(input).toString('utf16le');
    const chance = new Chance(text);
    const givenEntities = chance.is(MARKED) ? marks(chance, text) : null;
    const article = { ...bareArticle(text), givenEntities };
    const coded = engine.code(article);
    const record = toRecord(coded, engine.versions);
    const violations = [...parseViolations(coded), ...recordViolations(record)];
    if (chance.is(TWICE) && JSON.stringify(engine.record(article)) !== JSON.stringify(record))
      violations.push('coded differently twice');
    if (chance.is(SHOWN)) violations.push(...shownViolations(renderReport(record), renderTable(record, 80)));
    if (givenEntities && givenEntities.length > 1) {
      const relation = engine.relate(article, givenEntities.slice(0, 1), givenEntities.slice(1, 2));
      if (!(relation.confidence >= 0 && relation.confidence <= 1))
        violations.push(`relates with confidence ${relation.confidence}`);
    }
    return violations;
  };
}

/** Spans of the text in order that do not overlap. */
function marks(chance: Chance, text: string) {
  const ends = [...new Set(chance.some(2, 8, () => chance.below(text.length + 1)))].sort((a, b) => a - b);
  return ends
    .slice(1)
    .map((end, at) => ({ start: ends[at] ?? 0, end }))
    .filter(({ start, end }) => /[^\s\p{C}]/u.test(text.slice(start, end)));
}

/** What no page and no table may hold, whatever a report says: controls of terminals and of direction, halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const LEAKS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function shownViolations(page: string, table: string): readonly string[] {
  const found: string[] = [];
  if (LEAKS.test(page) || !page.isWellFormed()) found.push('a control character in the page');
  if (LEAKS.test(table) || !table.isWellFormed()) found.push('a control character in the table');
  return found;
}

/** The engine, from text to record; inputs are UTF-16, so that halves of pairs can be tried. */
export const ENGINE: Target = {
  ...{ name: 'engine', cases: 120, open },
  make: (chance) => Buffer.from(makeText(chance, chance.is(0.03) ? 6000 : 400), 'utf16le'),
};
