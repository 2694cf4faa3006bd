import { beforeAll, describe, expect, test } from 'vitest';
import { textId } from '../src/base/index.ts';
import { type Engine, loadEngine } from '../src/engine/index.ts';

/** Where events happened, from raw text through the whole engine. */

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
});

/** `trigger place, place` of each event, `-` for an event without a place. */
function places(text: string): readonly string[] {
  const blank = { externalId: null, title: null, source: null, url: null, zones: [], givenEntities: null };
  const coded = engine.code({
    ...blank,
    id: textId(text),
    published: '2019-05-10',
    publishedBasis: 'given',
    language: 'en',
    text,
  });
  const names = new Map(coded.places.map(({ id, name }) => [id, name]));
  return coded.events.map(
    (event) =>
      `${text.slice(event.trigger.start, event.trigger.end)} ${event.places.map((id) => names.get(id)).join(', ') || '-'}`,
  );
}

describe('the place of an event', () => {
  test.each<[string, string, readonly string[]]>([
    ['is the one beside its verb', 'Troops killed two monks in Kassala.', ['killed Kassala']],
    ['is what the verb acts on', 'Rebels bombed Kassala and Gedaref.', ['bombed Kassala, Gedaref']],
    [
      'is each verb’s own',
      'Soldiers arrested a bishop in Kassala and beat two students in Gedaref.',
      ['arrested Kassala', 'beat Gedaref'],
    ],
    ['is not where its doers come from', 'Rebels from Kassala bombed Gedaref.', ['bombed Gedaref']],
    ['is not where its victims hold office', 'Gunmen shot the Kassala governor in Gedaref.', ['shot Gedaref']],
    ['is not where its teller is', 'The envoy in Nairobi said rebels had bombed Kassala.', ['bombed Kassala']],
    [
      'is the place and not what the place lies in',
      'Soldiers arrested a bishop in Garissa, the capital of Garissa county.',
      ['arrested Garissa'],
    ],
    [
      'is shared by deeds of one doer',
      'Soldiers stormed a school in Kassala and arrested two monks.',
      ['stormed Kassala', 'arrested Kassala'],
    ],
    [
      'goes on in the next sentence',
      'Rebels bombed Kassala. Soldiers arrested a bishop.',
      ['bombed Kassala', 'arrested Kassala'],
    ],
    [
      'does not go on where the next sentence names another',
      'Rebels bombed Kassala. In Gedaref, soldiers arrested a bishop.',
      ['bombed Kassala', 'arrested Gedaref'],
    ],
    [
      'is not handed on by a country',
      'Rebels bombed a camp in Kenya. Soldiers arrested a bishop.',
      ['bombed Kenya', 'arrested -'],
    ],
    [
      'is not known of what is only said',
      'Rebels bombed Kassala. The bishop condemned the mayor.',
      ['bombed Kassala', 'condemned -'],
    ],
  ])('%s: %s', (_name, text, expected) => {
    expect(places(text)).toEqual(expected);
  });
});
