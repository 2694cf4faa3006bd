import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { taggedText } from '../../../test/support/tagged-text.ts';
import { findFigures, loadFigureWords } from './index.ts';

const FILES = ['bounds', 'groups', 'numbered', 'outcomes', 'persons', 'plurals', 'refused-nouns', 'refused-one'];
const WORDS = loadFigureWords(
  new Map(
    FILES.map((name) => [
      `figures/${name}.tsv`,
      readFileSync(new URL(`../../../data/figures/${name}.tsv`, import.meta.url), 'utf8'),
    ]),
  ),
);

/** Text, and for each figure: its span, low, high (`-` for null), of; `~` at the end where approximate. */
type Row = readonly [text: string, ...figures: string[]];

function figuresOf(text: string): readonly string[] {
  const doc = taggedText(text, { published: '2019-05-15' });
  return findFigures(doc, WORDS).map(
    ({ span, low, high, of, approximate }) =>
      `${doc.text.slice(span.start, span.end)}|${low ?? '-'}|${high ?? '-'}|${of}${approximate ? '~' : ''}`,
  );
}

const COUNTS: readonly Row[] = [
  ['The unit fired 40 rockets.', '40 rockets|40|40|rockets'],
  ['The unit fired forty rockets.', 'forty rockets|40|40|rockets'],
  ['The unit fired forty-two rockets.', 'forty-two rockets|42|42|rockets'],
  ['The unit fired one rocket.', 'one rocket|1|1|rockets'],
  ['Police seized 14 stolen/VBN army/NN rifles.', '14 stolen army rifles|14|14|rifles'],
  ['They named 60 suspected/JJ rebel/NN officers.', '60 suspected rebel officers|60|60|officers'],
  ['The army sent 3,500 soldiers.', '3,500 soldiers|3500|3500|soldiers'],
  ['The camp holds/VBZ 1.2 million refugees.', '1.2 million refugees|1200000|1200000|refugees'],
  ['The camp holds/VBZ half a million refugees.', 'half a million refugees|500000|500000|refugees'],
  ['They burned two dozen huts.', 'two dozen huts|24|24|huts'],
  ['They burned a dozen huts.', 'a dozen huts|12|12|huts'],
  ['They burned half a dozen huts.', 'half a dozen huts|6|6|huts'],
  ['They burned two hundred huts.', 'two hundred huts|200|200|huts'],
  ['They burned one hundred and twenty huts.', 'one hundred and twenty huts|120|120|huts'],
  ['They burned three thousand five hundred huts.', 'three thousand five hundred huts|3500|3500|huts'],
  ['The delegation made three demands.', 'three demands|3|3|demands'],
  ['The truce lasted 72 hours.', '72 hours|72|72|hours'],
  ['The truce ended a 9-year/NN siege/NN.', '9-year siege|9|9|years'],
  ['A three-day/JJ truce/NN held.', 'three-day truce|3|3|days'],
  ['A 30-year civil/JJ war/NN ended.', '30-year civil war|30|30|years'],
  ['The column had 6 tanks and 12 trucks.', '6 tanks|6|6|tanks', '12 trucks|12|12|trucks'],
];

const BOUNDED: readonly Row[] = [
  ['More than 40 rockets fell.', 'More than 40 rockets|41|-|rockets'],
  ['Over 40 rockets fell.', 'Over 40 rockets|41|-|rockets'],
  ['At least 40 rockets fell.', 'At least 40 rockets|40|-|rockets'],
  ['No fewer than 40 rockets fell.', 'No fewer than 40 rockets|40|-|rockets'],
  ['Up to 40 rockets fell.', 'Up to 40 rockets|-|40|rockets'],
  ['As many as 40 rockets fell.', 'As many as 40 rockets|-|40|rockets'],
  ['No more than 40 rockets fell.', 'No more than 40 rockets|-|40|rockets'],
  ['Fewer than 40 rockets fell.', 'Fewer than 40 rockets|-|39|rockets'],
  ['About 40 rockets fell.', 'About 40 rockets|40|40|rockets~'],
  ['Around 40 rockets fell.', 'Around 40 rockets|40|40|rockets~'],
  ['Some 40 rockets fell.', 'Some 40 rockets|40|40|rockets~'],
  ['Nearly 40 rockets fell.', 'Nearly 40 rockets|40|40|rockets~'],
  ['Almost 40 rockets fell.', 'Almost 40 rockets|40|40|rockets~'],
  ['Roughly 40 rockets fell.', 'Roughly 40 rockets|40|40|rockets~'],
  ['An estimated 40 rockets fell.', 'An estimated 40 rockets|40|40|rockets~'],
  ['Exactly 40 rockets fell.', 'Exactly 40 rockets|40|40|rockets'],
  ['A total of 40 rockets fell.', 'A total of 40 rockets|40|40|rockets'],
  ['They fired 40 or more rockets.', '40 or more rockets|40|-|rockets'],
  ['They fired 40 or so rockets.', '40 or so rockets|40|40|rockets~'],
  ['Dozens of rockets fell.', 'Dozens of rockets|24|99|rockets~'],
  ['Hundreds of rockets fell.', 'Hundreds of rockets|200|999|rockets~'],
  ['Thousands of rockets fell.', 'Thousands of rockets|2000|9999|rockets~'],
  ['Tens of thousands of rockets fell.', 'Tens of thousands of rockets|20000|99999|rockets~'],
  ['Scores of rockets fell.', 'Scores of rockets|40|99|rockets~'],
  ['Several hundred rockets fell.', 'Several hundred rockets|200|999|rockets~'],
  ['Between 20 and 30 rockets fell.', 'Between 20 and 30 rockets|20|30|rockets'],
  ['They fired 20 to 30 rockets.', '20 to 30 rockets|20|30|rockets'],
  ['They fired 20-30 rockets.', '20-30 rockets|20|30|rockets'],
  ['They moved two to three million crates.', 'two to three million crates|2000000|3000000|crates'],
  ['More than a dozen rockets fell.', 'More than a dozen rockets|13|-|rockets'],
  ['Nearly two million leaflets fell.', 'Nearly two million leaflets|2000000|2000000|leaflets~'],
  ['More than 100,000 leaflets fell.', 'More than 100,000 leaflets|100001|-|leaflets'],
];

const HARM: readonly Row[] = [
  ['The blast killed 12 people.', '12 people|12|12|killed'],
  ['The blast killed 12.', '12|12|12|killed'],
  ['The blast killed at least 12.', 'at least 12|12|-|killed'],
  ['Gunmen opened fire, killing four soldiers.', 'four soldiers|4|4|killed'],
  ['The blast killed 12 people and wounded 30.', '12 people|12|12|killed', '30|30|30|injured'],
  ['The blast killed two soldiers and nine rebels.', 'two soldiers|2|2|killed', 'nine rebels|9|9|killed'],
  ['The raid left 12 people dead.', '12 people dead|12|12|killed'],
  ['The raid left 12 dead and 20 wounded/VBN.', '12 dead|12|12|killed', '20 wounded|20|20|injured'],
  ['The raid left more than 50 villagers dead.', 'more than 50 villagers dead|51|-|killed'],
  ['Twelve people were killed/VBN in the raid.', 'Twelve people|12|12|killed'],
  ['Twelve were killed/VBN in the raid.', 'Twelve|12|12|killed'],
  ['Twelve people died in the raid.', 'Twelve people|12|12|killed'],
  ['Nine others were wounded/VBN.', 'Nine others|9|9|injured'],
  ['Three police/NNS officers were also wounded/VBN.', 'Three police officers|3|3|injured'],
  ['The death/NN toll/NN rose to 88.', '88|88|88|killed'],
  ['The death/NN toll/NN climbed to at least 88 people.', 'at least 88 people|88|-|killed'],
  ['The raid caused 12 deaths.', '12 deaths|12|12|killed'],
  ['The raid caused 12 deaths and 30 injuries.', '12 deaths|12|12|killed', '30 injuries|30|30|injured'],
  ['It claimed the lives of 12 miners.', '12 miners|12|12|killed'],
  ['The killing/NN of 12 villagers angered many.', '12 villagers|12|12|killed'],
  ['Police arrested 30 protesters.', '30 protesters|30|30|arrested'],
  ['Police detained about 30 protesters.', 'about 30 protesters|30|30|arrested~'],
  ['The arrest/NN of 30 activists angered many.', '30 activists|30|30|arrested'],
  ['Gunmen kidnapped six engineers.', 'six engineers|6|6|kidnapped'],
  ['Gunmen abducted six Turkish/JJ engineers.', 'six Turkish engineers|6|6|kidnapped'],
  ['Fourteen sailors are missing/JJ.', 'Fourteen sailors|14|14|missing'],
  ['The fighting displaced 20,000 people.', '20,000 people|20000|20000|displaced'],
  ['The shelling forced scores of families to flee/VB.', 'scores of families|40|99|displaced~'],
  ['Thousands of residents fled the town.', 'Thousands of residents|2000|9999|displaced~'],
  ['The camp took in 200 displaced/JJ families.', '200 displaced families|200|200|displaced'],
  ['Officials evacuated about 90 villagers.', 'about 90 villagers|90|90|evacuated~'],
  ['Rebels freed 15 prisoners.', '15 prisoners|15|15|released'],
  ['Rebels captured 15 soldiers.', '15 soldiers|15|15|captured'],
  ['No deaths were reported.', 'No deaths|0|0|killed'],
  ['No injuries or deaths were reported.', 'No injuries|0|0|injured', 'No injuries or deaths|0|0|killed'],
  ['There were no casualties.', 'no casualties|0|0|casualties'],
  ['Dozens were wounded/VBN.', 'Dozens|24|99|injured~'],
  ['Hundreds fled overnight/RB.', 'Hundreds|200|999|displaced~'],
  ['Up to 70 miners have been killed/VBN.', 'Up to 70 miners|-|70|killed'],
  ['The troops wounded/VBD five boys.', 'five boys|5|5|injured'],
  ['Shells hit a bus, wounding another seven passengers.', 'another seven passengers|7|7|injured'],
  ['Ten soldiers killed three rebels.', 'Ten soldiers|10|10|soldiers', 'three rebels|3|3|killed'],
  ['Of the crew, 12 remain/VBP missing/JJ.', '12|12|12|missing'],
  ['They handed over/RP 70 captured/JJ rebels.', '70 captured rebels|70|70|captured'],
  ['The blast killed 12 Sunday.', '12|12|12|killed'],
  ['More than 9,000 Yazidi/NNP fled.', 'More than 9,000 Yazidi|9001|-|displaced'],
  ['The toll/NN has climbed past 200.', 'past 200|201|-|killed'],
  ['Ten men were shot/VBN and killed/VBN.', 'Ten men|10|10|killed'],
  ['The two soldiers were killed/VBN.', 'two soldiers|2|2|killed'],
];

const NOT_FIGURES: readonly string[] = [
  'It was signed in 2014.',
  'It happened on Feb. 19.',
  'It happened three days ago.',
  'It happened two years later.',
  'It rose for the past six months.',
  'It was over by 10:30 a.m. and all left.',
  'It was over by 10 a.m. and all left.',
  'He finished in second place.',
  'He won 60 percent of the vote.',
  'He won 60% of the vote.',
  'Aid of 40 million dollars arrived.',
  'Aid of $40 million arrived.',
  'The court cited Article/NN 9 again.',
  'The navy sent SEAL Team/NNP Six there.',
  'The convoy took Highway/NNP 5 north.',
  'Ali Khan, 30, was there.',
  'A 30-year-old man/NN spoke.',
  'He was aged 30 then.',
  'One of the guards spoke.',
  'No one was there.',
  'He was the one who spoke.',
  'One day it ended.',
  'On one hand it failed.',
  'The two sides/NNS met.',
  'Both of the two countries agreed.',
  'These three leaders met.',
  'He carried an AK-47 there.',
  'A two-thirds majority voted.',
  'The village lies/VBZ 20 kilometers north.',
  'The 12-member council met.',
  'It was the 19th attack.',
  'Call 555-0134 now.',
  'A 7.2-magnitude quake hit.',
  'No comment was given.',
  'They had no doubt.',
  'It scored 4.5 there.',
  'It failed three times.',
  'They met at post/NN 250 there.',
  'Two of them left.',
  'It came three days after the raid.',
  'The driver, 30, was freed/VBN.',
  'They won the first three months easily.',
];

describe.each([
  ['counts', COUNTS],
  ['bounds', BOUNDED],
  ['harm', HARM],
] as const)('%s', (_name, rows) => {
  test.each(rows.map(([text, ...figures]) => ({ text, figures })))('$text', ({ text, figures }) => {
    expect(figuresOf(text)).toEqual(figures);
  });
});

describe('not figures', () => {
  test.each(NOT_FIGURES)('%s', (text) => {
    expect(figuresOf(text)).toEqual([]);
  });
});

test('the anchor is the word that says what happened, else the noun', () => {
  const doc = taggedText('The blast killed 12 people and broke 30 windows.');
  expect(findFigures(doc, WORDS).map(({ anchor }) => doc.tokens[anchor]?.form)).toEqual(['killed', 'windows']);
});

test('a damaged table is refused with file and line', () => {
  const files = new Map(FILES.map((name) => [`figures/${name}.tsv`, 'word\n']));
  files.set('figures/bounds.tsv', 'phrase\tbound\nmore than\tupward\n');
  expect(() => loadFigureWords(files)).toThrow(/figures\/bounds\.tsv:2: "upward"/);
});
