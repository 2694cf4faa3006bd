import type { Chance } from '../chance.ts';
import { damage } from './damage.ts';
import { makeValue, toBytes } from './json.ts';
import { makeText, makeWords } from './text.ts';

const DAYS = ['2017-02-19', '2017-02-30', '19 February 2017', 'May', '', '0000-00-00', '2017-02-19T10:00:00Z', '9999-12-31'];

/** Lines of documents, most of them sound, and some bytes of them damaged. */
export function makeJsonLines(chance: Chance): Uint8Array {
  const lines = chance.some(1, 6, () => toBytes(chance.is(0.15) ? makeValue(chance) : makeDocument(chance)));
  const end = chance.pick(['\n', '\n', '\r\n', '\n\n', ' \n']);
  const whole = Buffer.concat(lines.flatMap((line) => [line, Buffer.from(end)]));
  return chance.is(0.4) ? damage(chance, whole) : whole;
}

function makeDocument(chance: Chance): Record<string, unknown> {
  const text = makeText(chance);
  const orAny = (value: unknown) => (chance.is(0.08) ? makeValue(chance) : value);
  const span = () => {
    const start = chance.below(text.length + 2);
    const end = start + chance.size(0, 20);
    return chance.is(0.5) ? { start, end, text: text.slice(start, end) } : { start, end };
  };
  const all: Record<string, unknown> = {
    text: orAny(text),
    id: orAny(makeWords(chance)),
    title: orAny(makeWords(chance)),
    source: orAny(makeWords(chance)),
    url: orAny('https://example.org/a'),
    published: orAny(chance.pick(DAYS)),
    entities: orAny(chance.some(0, 5, span)),
  };
  for (const key of Object.keys(all)) if (key !== 'text' && chance.is(0.4)) delete all[key];
  return all;
}
