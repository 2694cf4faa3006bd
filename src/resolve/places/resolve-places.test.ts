import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { taggedText } from '../../../test/support/tagged-text.ts';
import type { NameLabel, Parsed } from '../../document/index.ts';
import { loadGazetteer } from '../../knowledge/index.ts';
import type { Mention } from '../resolved.ts';
import { resolvePlaces } from './index.ts';

const FOLDER = new URL('../../../data/places/', import.meta.url);
const FILES = new Map(
  readdirSync(FOLDER).map((name) => [`places/${name}`, readFileSync(new URL(name, FOLDER), 'utf8')] as const),
);
const GAZETTEER = loadGazetteer(FILES);

/** Text, and for each mention its words, country (`-` where none) and whether it was located (`@`) or not (`?`). */
type Row = readonly [text: string, ...places: string[]];

function placesOf(doc: Parsed, mentions: readonly Mention[] = []): readonly string[] {
  const { placeMentions, places } = resolvePlaces(doc, mentions, GAZETTEER);
  return placeMentions.map(({ span, place }) => {
    const found = places.find(({ id }) => id === place);
    return `${doc.text.slice(span.start, span.end)} ${found?.country ?? '-'} ${found?.latitude == null ? '?' : '@'}`;
  });
}

const LOCATED: readonly Row[] = [
  ['Gunmen robbed a bank in Peshawar.', 'Peshawar PAK @'],
  ['Shells hit Donetsk and Avdiivka.', 'Donetsk UKR @', 'Avdiivka UKR @'],
  ['The post at Torkham was shut.', 'Torkham PAK @'],
  ['Guards fired near Spin Boldak and Chaman.', 'Spin Boldak AFG @', 'Chaman PAK @'],
  ['Bombs fell near Deir ez-Zor and in Idlib province.', 'Deir ez-Zor SYR @', 'Idlib province SYR @'],
  ['The convoy reached Mazar-i-Sharif.', 'Mazar-i-Sharif AFG @'],
  ['Villagers in Goshta district fled.', 'Goshta AFG @'],
  ['The Nangarhar governor left Jalalabad.', 'Nangarhar AFG @', 'Jalalabad AFG @'],
  ['They flew from Paris to London.', 'Paris FRA @', 'London GBR @'],
  ['A storm flooded Port-au-Prince.', 'Port-au-Prince HTI @'],
  ['Ships waited in the Strait of Hormuz.', 'Strait of Hormuz - @'],
  ['Fishermen near Scarborough Shoal turned back.', 'Scarborough Shoal - @'],
  ["Rebels seized Sana'a and Hodeidah.", "Sana'a YEM @", 'Hodeidah YEM @'],
  ['He fled to Kiev by train.', 'Kiev UKR @'],
  ['Rebels attacked/VBD Kabul.', 'Kabul AFG @'],
  ['Workers fled the Omar oil field.', 'Omar oil field SYR @'],
  ['Police in Cizre fired gas.', 'Cizre TUR @'],
  ['Clashes spread across Darfur and Tigray.', 'Darfur SDN @', 'Tigray ETH @'],
];

const COUNTRIES: readonly Row[] = [
  ['Envoys met in Georgia and in Russia.', 'Georgia GEO @', 'Russia RUS @'],
  ['Troops in South Sudan moved into Ivory Coast.', 'South Sudan SSD @', 'Ivory Coast CIV @'],
  ['He was freed in Burma.', 'Burma MMR @'],
  ['They met in the U.S. and in the UK.', 'U.S. USA @', 'UK GBR @'],
  // A country that acts is a party, not a place.
  ['Georgia accused Russia.'],
  ['The U.S. and the UK withdrew/VBD.'],
  ['Envoys met in the Democratic Republic of the Congo.', 'Democratic Republic of the Congo COD @'],
  ['Pakistani troops crossed.'],
  ['U.S. troops/NNS crossed.'],
  ['It told us to leave/VB.'],
];

const AREAS: readonly Row[] = [
  ['Tensions rose across Central Asia and the Middle East.', 'Central Asia - ?', 'Middle East - ?'],
  ['Drought gripped the Sahel again.', 'Sahel - ?'],
];

const NAMESAKES: readonly Row[] = [
  ['Gunmen robbed a bank in Springfield, Illinois, on Monday.', 'Springfield USA @', 'Illinois USA @'],
  ['Gunmen robbed a bank in Springfield.', 'Springfield - ?'],
  ['Troops entered the city of Hyderabad in Pakistan.', 'Hyderabad PAK @', 'Pakistan PAK @'],
  ['Troops entered the city of Hyderabad in India.', 'Hyderabad IND @', 'India IND @'],
  ['Troops entered the city of Hyderabad.', 'Hyderabad - ?'],
  ['Guards hold a jail in Tripoli, Lebanon.', 'Tripoli LBN @', 'Lebanon LBN @'],
  ['Militia left Tripoli for Benghazi.', 'Tripoli LBY @', 'Benghazi LBY @'],
  ['A storm hit Atlanta, Georgia.', 'Atlanta USA @', 'Georgia USA @'],
  ['He moved from Paris, Texas.', 'Paris USA @', 'Texas USA @'],
  ['Guards hold a jail in Tripoli, Lebanon. Shots rang out in Tripoli.', 'Tripoli LBN @', 'Lebanon LBN @', 'Tripoli LBN @'],
  [
    'Mobs burned shops in Springfield, Illinois. Police left Springfield.',
    'Springfield USA @',
    'Illinois USA @',
    'Springfield USA @',
  ],
  ['Guards hold a jail in Tripoli, in northern/JJ Lebanon.', 'Tripoli LBN @', 'Lebanon LBN @'],
  ["Guards hold a jail in Tripoli, in Lebanon's north.", 'Tripoli LBN @', 'Lebanon LBN @'],
  ['Guards hold a jail in Hyderabad, a city in southern/JJ India.', 'Hyderabad IND @', 'India IND @'],
  ["Guards hold a jail in Pakistan's Hyderabad.", 'Pakistan PAK @', 'Hyderabad PAK @'],
  ['Troops camped in Kebbi state, Nigeria.', 'Kebbi NGA @', 'Nigeria NGA @'],
  ['Troops camped in Qarnuva, Nigeria.', 'Nigeria NGA @'],
  ['He works in London, Ontario.', 'London CAN @', 'Ontario CAN @'],
  ['Clashes erupted in Iraq, Syria and Yemen.', 'Iraq IRQ @', 'Syria SYR @', 'Yemen YEM @'],
];

const CAPITALS: readonly Row[] = [
  ['Kabul said it would not attend/VB.'],
  ['Ties with Washington worsened.'],
  ['Links to Moscow were cut.'],
  ['Pyongyang rejected the offer.'],
  ['Fighting raged in Kabul, the Afghan capital.', 'Kabul AFG @'],
  ['Kabul, the Afghan capital, was calm.', 'Kabul AFG @'],
  ['He lives in Washington now.', 'Washington USA @'],
  ['Shots rang out near Baghdad International Airport.', 'Baghdad IRQ @'],
  ['Rebels ran Aleppo Central Prison.', 'Aleppo SYR @'],
  ['Kabul airport was shut.', 'Kabul airport AFG @'],
  ['Cairo airport was shut.', 'Cairo EGY @'],
  ['Jets bombed/VBD Tripoli.', 'Tripoli LBY @'],
  ['Police in Ankara and Baghdad were warned.', 'Ankara TUR @', 'Baghdad IRQ @'],
];

const REFUSED: readonly Row[] = [
  ['Jordan Smith spoke there.'],
  ['The Washington Post reported it.'],
  ['President Lincoln spoke.'],
  ['Mr. Paris left.'],
  ['Reading the letter, he wept.'],
  ['Anderson denied it.'],
  ['Police moved in March.'],
  ['General Khan spoke.'],
  ['Islamic State fighters retreated.'],
  ['An anti-tank mine went off.'],
  ['Of the men, two died.'],
  ['Florence smiled.'],
  ['He lost Hope there.'],
  ['Tank crews waited.'],
];

describe.each([
  ['located', LOCATED],
  ['countries', COUNTRIES],
  ['areas without a point', AREAS],
  ['namesakes', NAMESAKES],
  ['capitals', CAPITALS],
  ['refused', REFUSED],
] as const)('%s', (_name, rows) => {
  test.each(rows.map(([text, ...places]) => ({ text, places })))('$text', ({ text, places }) => {
    expect(placesOf(taggedText(text))).toEqual(places);
  });
});

/** The document with its words from the first to before the last named with a label. */
function labelled(doc: Parsed, words: string, label: NameLabel): Parsed {
  const from = doc.tokens.findIndex((_, index) =>
    doc.tokens
      .slice(index)
      .map(({ form }) => form)
      .join(' ')
      .startsWith(words),
  );
  return { ...doc, names: [...doc.names, { range: { from, to: from + words.split(' ').length }, label }] };
}

test('a name inside a person or an organisation is no place', () => {
  const text = 'Envoys met the Bank of England in Geneva.';
  expect(placesOf(labelled(taggedText(text), 'Bank of England', 'organisation'))).toEqual(['Geneva CHE @']);
});

test('a place the gazetteer does not hold is given without a point', () => {
  const doc = labelled(taggedText('Villagers near Qaryat Zuhur fled.'), 'Qaryat Zuhur', 'place');
  expect(resolvePlaces(doc, [], GAZETTEER).places).toMatchObject([
    { id: 'text:qaryat-zuhur', kind: 'unknown', latitude: null },
  ]);
});

test.each([
  ['Ships waited in the Strait of Hormuz.', 'area'],
  ['Trucks waited at Torkham.', 'point'],
  ['Trucks waited in Peshawar.', 'town'],
  ['Trucks waited in Achin district.', 'district'],
  ['Trucks waited in Sindh.', 'region'],
  ['Trucks waited in Pakistan.', 'country'],
])('%s is located to a %s', (text, precision) => {
  expect(resolvePlaces(taggedText(text), [], GAZETTEER).places.map((place) => place.precision)).toEqual([precision]);
});

test('a name of our list is a place though taken for a person, unless it acts', () => {
  const person = (text: string) => placesOf(labelled(taggedText(text), 'Abu Duhur', 'person'));
  expect(person('Planes left for Abu Duhur.')).toEqual(['Abu Duhur SYR @']);
});

test('an unknown name before a noun is no place', () => {
  expect(placesOf(labelled(taggedText('He traded in Zubrovkan rice.'), 'Zubrovkan', 'place'))).toEqual([]);
});

test('the countries of the actors tell namesakes apart', () => {
  const doc = taggedText('Pakistani police entered the city of Hyderabad.');
  const mention: Mention = {
    span: { start: 0, end: 16 },
    range: { from: 0, to: 2 },
    head: 1,
    form: 'description',
    entities: ['PAK:COP'],
    basis: 'test',
  };
  expect(placesOf(doc, [mention])).toEqual(['Hyderabad PAK @']);
});

test('a place is listed once and each mention has its head', () => {
  const doc = taggedText('Shells fell on Gaza City. Gaza City burned.');
  const { placeMentions, places } = resolvePlaces(doc, [], GAZETTEER);
  expect(places.map(({ id }) => id)).toEqual(['lapwing:gaza-city']);
  expect(placeMentions.map(({ head }) => doc.tokens[head]?.form)).toEqual(['City', 'City']);
});
