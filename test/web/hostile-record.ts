import type { CaseRecord } from '../../src/api/index.ts';
import { textId } from '../../src/base/index.ts';
import { syntheticRecord } from '../support/synthetic-record.ts';

/** Characters of the longest line: a megabyte. */
const LONG = 1_000_000;

/** The record of a report that tries to run code, to steer the direction of text, to look like something else and to be too long to
 * draw. Built by hand: what is tried here is the page. */
export function hostileRecord(): CaseRecord {
  const tag = '<script>globalThis.wasRun = 1</script>';
  const text = [
    `${tag} marquee report on the border`,
    '',
    `Rebels attacked a convoy near Torkham on Monday, <img src=x onerror="globalThis.wasRun = 1"> a spokesman said. ${tag}`,
    'The army \u202edenied\u202c that it had shelled \u2066villages\u2069 on Tuesday, and "javascript:globalThis.wasRun=1" was painted on a wall.',
    `Officials said ${'shelling '.repeat(LONG / 9)}went on.`,
    'W'.repeat(5000),
  ].join('\n');
  const record = syntheticRecord(1, 1);
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, text: words });
  return {
    ...record,
    document: {
      ...record.document,
      id: textId(text),
      text,
      title: `${tag}\u202e marquee report`,
      source: '"><img src=x onerror="globalThis.wasRun = 1">',
    },
    actors: record.actors.map((actor) => ({ ...actor, name: `${actor.name} ${tag}`, mentions: [span('Rebels')] })),
    events: record.events.map((event) => ({
      ...event,
      trigger: span('attacked'),
      evidence: span('Rebels attacked a convoy near Torkham'),
    })),
  };
}
