import { describe, expect, test } from 'vitest';
import { ACTORS } from '../../../test/support/actor-index.ts';
import { resolvePhrase } from './resolve-phrase.ts';

const read = (text: string, published: string | null = '2015-06-01') => {
  const { actor, country, sector } = resolvePhrase(text, published, { actors: ACTORS });
  return [actor, country, sector];
};

describe('phrases that stand for somebody', () => {
  test.each([
    ['the Chilean foreign minister', 'CHL:GOV', 'CHL', 'GOV'],
    ['Ghanaian riot police', 'GHA:COP', 'GHA', 'COP'],
    ['dozens of Tongan fishermen', 'TON:AGR', 'TON', 'AGR'],
    ['the Danes', 'DNK', 'DNK', null],
    ['Danes', 'DNK:CVL', 'DNK', 'CVL'],
    ['Burma', 'MMR', 'MMR', null],
    ['the U.S.', 'USA', 'USA', null],
    ['US Navy', 'USA:MIL', 'USA', 'MIL'],
    ['the Kremlin', 'RUS:GOV', 'RUS', 'GOV'],
    ['Knesset', 'ISR:LEG', 'ISR', 'LEG'],
    ["Ecuador's congress", 'ECU:LEG', 'ECU', 'LEG'],
    ['the army of Chad', 'TCD:MIL', 'TCD', 'MIL'],
    ['a spokeswoman for the Belgian Defense Ministry', 'BEL:MIL', 'BEL', 'MIL'],
    ['the Obama administration', 'USA:GOV', 'USA', 'GOV'],
    ['al Qaida', 'al-qaeda', null, 'REB'],
    ['Hamas officials', 'hamas', 'PSE', 'REB'],
    ['Daesh', 'islamic-state', null, 'REB'],
    ['U.N. peacekeepers', 'united-nations', 'UNO', null],
    ['Kurdish fighters', 'kurdish-fighters', null, 'REB'],
    ['villagers in Laos', 'LAO:CVL', 'LAO', 'CVL'],
    ['Gen. Milan Petrov', 'milan-petrov', null, 'MIL'],
    ['Somali Information Minister Yusuf Warsan', 'yusuf-warsan', 'SOM', 'GOV'],
    ['Lisbon', 'PRT', 'PRT', null],
    ['the former Chilean foreign minister', 'CHL:ELI', 'CHL', 'ELI'],
    ['the deposed Malian president', 'MLI:ELI', 'MLI', 'ELI'],
    ['the Ministry of Defence of Ghana', 'GHA:MIL', 'GHA', 'MIL'],
    ["Laos's Ministry of the Interior", 'LAO:COP', 'LAO', 'COP'],
    ['the Dutch', 'NLD', 'NLD', null],
    ['Storting', 'NOR:LEG', 'NOR', 'LEG'],
  ])('%s', (text, actor, country, sector) => {
    expect(read(text)).toEqual([actor, country, sector]);
  });
});

describe('phrases it abstains on', () => {
  test.each([
    ['three gunmen', null, null, 'UAF'],
    ['villagers', null, null, 'CVL'],
    ['a heavy rain', null, null, null],
    ['us', null, null, null],
    ['Lake Chad', null, null, null],
    ['the Jordan Valley', null, null, null],
    ['the Niger River', null, null, null],
    ['polish', null, null, null],
    ['', null, null, null],
    ['—', null, null, null],
  ])('%s', (text, actor, country, sector) => {
    expect(read(text)).toEqual([actor, country, sector]);
  });
});

describe('a surname behind somebody else’s given name', () => {
  test.each([
    ['Ludmila Putin', 'ludmila-putin'],
    ['Oscar Mugabe', 'oscar-mugabe'],
    ['Mrs. Mugabe', 'robert-mugabe'],
    ['R. Mugabe', 'robert-mugabe'],
    ['President Mugabe', 'robert-mugabe'],
    ['Mohamed Musharraf', 'mohamed-musharraf'],
    ['Parvez Musharraf', 'pervez-musharraf'],
  ])('%s', (text, actor) => {
    expect(read(text, '2006-01-01')[0]).toBe(actor);
  });
});

describe('dated roles', () => {
  test.each([
    ['Imran Khan', '2016-01-01', 'OPP'],
    ['Imran Khan', '2020-01-01', 'GOV'],
    ['Hosni Mubarak', '2005-01-01', 'GOV'],
    ['Hosni Mubarak', '2015-01-01', 'ELI'],
    ['President Hosni Mubarak of Egypt', null, 'GOV'],
  ])('%s on %s', (name, day, sector) => {
    expect(read(name, day)[2]).toBe(sector);
  });

  test('a name of two people is the one in office', () => {
    expect(read('Bush', '1991-02-01')[0]).toBe('george-h-w-bush');
    expect(read('Bush', '2003-02-01')[0]).toBe('george-w-bush');
  });
});
