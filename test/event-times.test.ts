import { beforeAll, describe, expect, test } from 'vitest';
import { textId } from '../src/base/index.ts';
import type { Article } from '../src/document/index.ts';
import { type Engine, loadEngine } from '../src/engine/index.ts';

/** When events happened, from raw text through the whole engine. The reports are of Friday 10 May 2019. */

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
});

const PUBLISHED = '2019-05-10';

function article(text: string, published: string | null): Article {
  const blank = { externalId: null, title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...blank, id: textId(text), published, publishedBasis: 'given', language: 'en', text };
}

/** `trigger start/end` of each event, one day once, `-` for an event without a time. */
function times(text: string, published: string | null = PUBLISHED): readonly string[] {
  return engine.code(article(text, published)).events.map(({ trigger, time }) => {
    const days = time ? (time.start === time.end ? time.start : `${time.start}/${time.end}`) : '-';
    return `${text.slice(trigger.start, trigger.end)} ${days}`;
  });
}

describe('the time of an event', () => {
  test.each<[string, string, readonly string[]]>([
    ['is the date beside its verb', 'Troops shelled Kassala on Tuesday.', ['shelled 2019-05-07']],
    [
      'is each verb’s own',
      'Rebels seized the port on Monday and burned the market on Tuesday.',
      ['seized 2019-05-06', 'burned 2019-05-07'],
    ],
    [
      'is shared by verbs behind a date',
      'On Monday police arrested a bishop and beat two students.',
      ['arrested 2019-05-06', 'beat 2019-05-06'],
    ],
    [
      'is shared by verbs before a date',
      'Soldiers arrested a bishop and beat two students on Monday.',
      ['arrested 2019-05-06', 'beat 2019-05-06'],
    ],
    [
      'is not the day it was told of',
      'Chad said on Thursday that Sudan bombed the village of Tine on Sunday.',
      ['bombed 2019-05-05'],
    ],
    [
      'is not taken from saying what is to come',
      'Latvia said on Thursday it would expel two Russian diplomats.',
      ['said 2019-05-09', 'expel -'],
    ],
    [
      'is shared with a clause of its time',
      'Four guards were killed in March when rebels stormed the jail in Bria.',
      ['killed 2019-03-01/2019-03-31', 'stormed 2019-03-01/2019-03-31'],
    ],
    [
      'is told by a distance',
      'A week after rebels seized the port, troops stormed it on Thursday.',
      ['seized 2019-05-02', 'stormed 2019-05-09'],
    ],
    [
      'is the year of an anniversary',
      'Thousands marched in Lima on the fifth anniversary of the massacre of villagers.',
      ['marched 2019-05-09/2019-05-10', 'massacre 2014-01-01/2014-12-31'],
    ],
    [
      'goes on in the next sentence',
      'Gunmen stormed a hotel in Bamako on Wednesday. They kidnapped two nurses.',
      ['stormed 2019-05-08', 'kidnapped 2019-05-08'],
    ],
    [
      'is that of the earlier telling',
      'Gunmen attacked a bus near Kano on Sunday. The attack killed nine people.',
      ['attacked 2019-05-05', 'attack 2019-05-05'],
    ],
    [
      'is that of an event it falls in',
      'Miners clashed with police in Oruro on Tuesday. During the clashes police arrested twelve miners.',
      ['clashed 2019-05-07', 'clashes 2019-05-07', 'arrested 2019-05-07'],
    ],
    ['is the news of the day in the perfect', 'Kenya has closed its border with Somalia.', ['closed 2019-05-09/2019-05-10']],
    ['is the news of the day in an undated past', 'Turkey expelled the Dutch ambassador.', ['expelled 2019-05-09/2019-05-10']],
    ['lies ahead of a plan', 'Poland will send tents to Nepal in June.', ['send 2019-06-01/2019-06-30']],
  ])('%s', (_rule, text, expected) => {
    expect(times(text)).toEqual(expected);
  });
});

describe('background is never dated to the day of publication', () => {
  test.each<[string, string, readonly string[]]>([
    ['a year', 'Iraq invaded Kuwait in 1990.', ['invaded 1990-01-01/1990-12-31']],
    [
      'a relative clause',
      'The German envoy, who was expelled in 2009, met the French ambassador on Thursday.',
      ['expelled 2009-01-01/2009-12-31', 'met 2019-05-09'],
    ],
    ['the pluperfect', 'Rebels had burned the town before.', ['burned -']],
    ['what used to be', 'The regime used to torture prisoners.', ['torture -']],
    ['long ago', 'The two sides long fought over the valley near Shusha.', []],
    ['a habit', 'Pakistan repeatedly shelled villages in Kunar.', ['shelled -']],
    [
      'a noun that names something known',
      'Widows of the massacre of farmers by Serb forces met the French ambassador on Thursday.',
      ['massacre -', 'met 2019-05-09'],
    ],
    [
      'what follows a year in the same paragraph',
      'In 1982, Syrian troops shelled Hama. They killed hundreds of villagers.',
      ['shelled 1982-01-01/1982-12-31', 'killed 1982-01-01/1982-12-31'],
    ],
  ])('%s', (_rule, text, expected) => {
    expect(times(text)).toEqual(expected);
  });

  test('without a day of publication there is no news of the day', () => {
    expect(times('Turkey expelled the Dutch ambassador.', null)).toEqual(['expelled -']);
  });

  test('a new paragraph does not go on', () => {
    const text = 'Gunmen stormed a hotel in Bamako on Sunday.\n\nRebels kidnapped two nurses in Gao.';
    expect(times(text)).toEqual(['stormed 2019-05-05', 'kidnapped 2019-05-09/2019-05-10']);
  });
});
