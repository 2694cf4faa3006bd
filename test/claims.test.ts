import { beforeAll, describe, expect, test } from 'vitest';
import { type Span, textId } from '../src/base/index.ts';
import type { Article } from '../src/document/index.ts';
import { type Engine, loadEngine } from '../src/engine/index.ts';

/** Attribution from raw text through the whole engine: who says what, in which attitude, to whom, on what condition. */

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
});

function article(text: string): Article {
  const blank = { externalId: null, title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...blank, id: textId(text), published: '2019-05-10', publishedBasis: 'given', language: 'en', text };
}

/** `speaker | stance | content [condition] | to addressee` of each claim, an unnamed speaker as `?words`. */
function claims(text: string): readonly string[] {
  const words = (span: Span | null) => (span ? text.slice(span.start, span.end) : '');
  return engine.code(article(text)).claims.map((claim) => {
    const content = words(claim.content) + (claim.condition ? ` [${words(claim.condition)}]` : '');
    const speaker = claim.speaker ?? `?${words(claim.speakerSpan)}`;
    return [speaker, claim.stance, content, ...(claim.addressee ? [`to ${claim.addressee}`] : [])].join(' | ');
  });
}

describe('quotations', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'go on without a verb',
      '“The bridge is gone,” the mayor of Karsa said. “We cannot reach the clinic.”',
      ['mayor | asserts | The bridge is gone', 'mayor | asserts | We cannot reach the clinic.'],
    ],
    [
      'are cut by the verb: the longer part',
      '“They came at night,” said Musa Kone, a farmer, “and took the cattle.”',
      ['musa-kone | asserts | They came at night'],
    ],
    [
      'with the verb before its subject',
      '“Our patience is over,” warned Colonel Boris Malenko.',
      ['boris-malenko | warns | Our patience is over'],
    ],
    [
      'opened by a colon',
      'The envoy told reporters: “The talks are dead.”',
      ['envoy | asserts | The talks are dead. | to reporters'],
    ],
    [
      'of a few words within indirect speech',
      'Norway said the raid was “a grave mistake”.',
      ['NOR | asserts | the raid was “a grave mistake'],
    ],
    [
      'of one who is a pronoun',
      'Hassan Nur leads the militia. “We will not disarm,” he said.',
      ['hassan-nur | rejects | We will not disarm'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('speakers', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a role',
      'A spokesman for the Kenyan army said troops had left the town.',
      ['KEN:MIL | asserts | troops had left the town'],
    ],
    [
      'an official of a ministry',
      'An Indian foreign ministry official said talks would resume.',
      ['IND:GOV | asserts | talks would resume'],
    ],
    [
      'an organisation',
      'Amnesty International said guards had beaten prisoners.',
      ['amnesty-international | asserts | guards had beaten prisoners'],
    ],
    ['a capital', 'Tehran denied that it had shipped missiles to Yemen.', ['IRN | denies | it had shipped missiles to Yemen']],
    ['nobody named', 'Critics say the law muzzles the press.', ['critics | asserts | the law muzzles the press']],
    ['residents', 'Residents said soldiers had looted shops.', ['residents | asserts | soldiers had looted shops']],
    [
      'a report',
      'A United Nations report said militias had recruited children.',
      ['united-nations | asserts | militias had recruited children'],
    ],
    [
      'behind according to',
      'The raid killed nine farmers, according to Human Rights Watch.',
      ['human-rights-watch | asserts | The raid killed nine farmers'],
    ],
    ['two at once', 'Chad and Niger said they would close the border.', ['TCD | threatens | they would close the border']],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('stances', () => {
  test.each<[string, string, readonly string[]]>([
    ['must', 'Egypt said Ethiopia must stop filling the dam.', ['EGY | demands | Ethiopia must stop filling the dam']],
    ['will of its own harm', 'Iran said it would close the strait.', ['IRN | threatens | it would close the strait']],
    ['will of its own help', 'Denmark said it would send tents to Nepal.', ['DNK | promises | it would send tents to Nepal']],
    ['of something bad', 'Cuba called the blockade a crime.', ['CUB | accuses | the blockade a crime']],
    ['blame', 'Mali blamed France for the ambush.', ['MLI | accuses | the ambush']],
    [
      'responsibility',
      'Al-Shabaab claimed responsibility for the bombing of a hotel.',
      ['al-shabaab | claims-responsibility | the bombing of a hotel'],
    ],
    ['support of a plan', 'Jordan welcomed the ceasefire.', ['JOR | supports | the ceasefire']],
    ['rejection of a plan', 'Serbia rejected the border plan.', ['SRB | rejects | the border plan']],
    ['warning against', 'Russia warned Turkey against invading Syria.', ['RUS | warns | invading Syria | to TUR']],
    ['prediction', 'Analysts predicted that the truce would collapse.', ['analysts | predicts | the truce would collapse']],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('addressees', () => {
  test.each<[string, string, readonly string[]]>([
    ['urged', 'Poland urged Belarus to free the writer.', ['POL | demands | to free the writer | to BLR']],
    [
      'called on',
      'The African Union called on Sudan to hold elections.',
      ['african-union | demands | to hold elections | to SDN'],
    ],
    ['told', 'Japan told China to withdraw its boats.', ['JPN | demands | to withdraw its boats | to CHN']],
    ['promised', 'The United States promised Taiwan to deliver the jets.', ['USA | promises | to deliver the jets | to TWN']],
    ['a demand that', 'Lebanon demanded that Israel return the map.', ['LBN | demands | Israel return the map']],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('conditions', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'if',
      'Greece said it would block the talks if Turkey drilled for gas.',
      ['GRC | threatens | it would block the talks [if Turkey drilled for gas]'],
    ],
    [
      'if in front',
      'If the siege goes on, Qatar said, it will cut aid.',
      ['QAT | threatens | it will cut aid [If the siege goes on]'],
    ],
    [
      'unless',
      'The rebels warned they would attack unless the army withdrew.',
      ['rebels | threatens | they would attack [unless the army withdrew]'],
    ],
    [
      'only if',
      'Morocco said it would talk only if Algeria reopened the border.',
      ['MAR | promises | it would talk [only if Algeria reopened the border]'],
    ],
    [
      'until',
      'Eritrea said it would not attend until the ban was lifted.',
      ['ERI | rejects | it would not attend [until the ban was lifted]'],
    ],
    [
      'in case',
      'Finland said it was ready to close the border in case of an attack.',
      ['FIN | asserts | it was ready to close the border [in case of an attack]'],
    ],
    [
      'as long as',
      'Hungary said it would block the aid as long as the pipeline was shut.',
      ['HUN | threatens | it would block the aid [as long as the pipeline was shut]'],
    ],
    ['none in a question', 'Kenya asked whether Somalia had sent troops.', []],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('answers', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a charge it denies',
      'Congo says that Rwanda has armed the rebels, a charge Rwanda denies.',
      ['COD | asserts | Rwanda has armed the rebels', 'RWA | denies | Rwanda has armed the rebels'],
    ],
    [
      'which it rejects',
      'Ukraine accused Hungary of spying, which Budapest rejects.',
      ['UKR | accuses | spying', 'HUN | denies | spying'],
    ],
    [
      'denied the accusation in the next sentence',
      'Colombia accused Venezuela of hosting guerrillas. Caracas denied the accusation.',
      ['COL | accuses | hosting guerrillas', 'VEN | denies | hosting guerrillas'],
    ],
    [
      'rejected the demand',
      'Turkey demanded the extradition of the officers. Greece rejected the demand.',
      ['TUR | demands | the extradition of the officers', 'GRC | rejects | the extradition of the officers'],
    ],
    ['denied doing', 'Pakistan denied sheltering the Taliban.', ['PAK | denies | sheltering the Taliban']],
    [
      'denied the reports that',
      'Burundi denied reports that its troops had crossed the border.',
      ['BDI | denies | its troops had crossed the border'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe('no claim', () => {
  test.each([
    'The army said nothing.',
    'The market opened at nine and closed at five.',
    'He is said to be ill.',
    'The bridge claimed twenty lives.',
    'The report was published in March.',
  ])('%s', (text) => {
    expect(claims(text)).toEqual([]);
  });
});
