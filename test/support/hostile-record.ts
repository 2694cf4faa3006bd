import type { CaseRecord } from '../../src/api/index.ts';
import { textId } from '../../src/base/index.ts';
import { exampleRecord } from './example-record.ts';

/** Names that break out of what they are put into, where it does not guard itself: a formula, markup, quotes, line ends, what reorders a line, and
 * characters that XML cannot hold. */
export const HOSTILE_NAMES = [
  '=HYPERLINK("https://example.org","Ostland")',
  '</data></node><script>alert(1)</script>]]>&amp;"\'',
  'Harbour\tFront\r\n"second row",-1',
  '\u202egnorw eht\u202c \u0000\u0001\ufffe\u{1f6a2} front',
  '@dockers',
  '-- ; drop table case',
] as const;

/** The example record with such names for its parties, places, source and title. */
export function hostileRecord(): CaseRecord {
  const example = exampleRecord();
  const text = `${example.document.text}\n\nA postscript.`;
  return {
    ...example,
    document: {
      ...example.document,
      ...{ id: textId(text), text, title: HOSTILE_NAMES[1], source: HOSTILE_NAMES[0], url: 'javascript:alert("1")' },
    },
    actors: example.actors.map((actor, at) => ({ ...actor, name: HOSTILE_NAMES[at] ?? actor.name })),
    places: example.places.map((place, at) => ({ ...place, name: HOSTILE_NAMES[at + 1] ?? place.name })),
  };
}
