import { beforeAll, describe, expect, test } from 'vitest';
import { textId } from '../src/base/index.ts';
import type { Article } from '../src/document/index.ts';
import { type Engine, loadEngine } from '../src/engine/index.ts';

/** PLOVER's rules and the statuses of DESIGN, from raw text through the whole engine. One row a rule; sections are the manual's (draft 2.0). */

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
});

function article(text: string): Article {
  const blank = { externalId: null, title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...blank, id: textId(text), published: '2019-05-10', publishedBasis: 'given', language: 'en', text };
}

/** "TYPE/mode actors > recipients status" of each event, in text order. */
function code(text: string): readonly string[] {
  return engine.code(article(text)).events.map((event) => {
    const type = [event.type, ...event.modes].join('/');
    return `${type} ${event.actors.join('+') || '-'} > ${event.recipients.join('+') || '-'} ${event.status}`;
  });
}

describe('who did it to whom', () => {
  test.each([
    [
      'who claims a deed did it, also where it was told before',
      'A bomb killed three soldiers in Mosul on Monday. The Islamic State claimed responsibility for the attack.',
      ['ASSAULT/explosives islamic-state > IRQ:MIL actual', 'ASSAULT islamic-state > - actual'],
    ],
    [
      'whom others blame is only alleged to have done it',
      'A blast in Lahore killed nine people. Police blamed the Pakistani Taliban for it.',
      ['ASSAULT/explosives - > PAK:CVL actual', 'ACCUSE/allege PAK:COP > pakistani-taliban actual'],
    ],
    [
      'harm told in the next sentence is what the attackers did',
      'Gunmen stormed a bar in Guayaquil. Six people were killed.',
      ['ASSAULT ECU:UAF > ECU:CVL actual', 'ASSAULT ECU:UAF > ECU:CVL actual'],
    ],
    [
      'harm told of another place is not',
      'Rebels attacked a convoy near Wana. Nine soldiers were killed in Karachi.',
      ['ASSAULT PAK:REB > - actual', 'ASSAULT - > PAK:MIL actual'],
    ],
    [
      'a blast nobody is blamed for, and who died of it',
      'A bomb exploded in a market in Mogadishu. Twelve people died.',
      ['ASSAULT/explosives - > SOM:CVL actual'],
    ],
    [
      'a gerund that opens the sentence is its subject',
      'Shelling by Armenian forces wounded two Azerbaijani soldiers.',
      ['ASSAULT/heavy-weapons ARM:MIL > AZE:MIL actual'],
    ],
    [
      'a crowd that is only counted',
      'Hundreds gathered outside the court in Harare.',
      ['PROTEST/demo ZWE:CVL > ZWE:JUD actual'],
    ],
    ['a headline in the present', 'Gunmen kidnap 30 students in northern Nigeria', ['ASSAULT/abduct NGA:UAF > NGA:EDU actual']],
    ['a headline in capitals', 'Kenya Deports Opposition Leader To Canada', ['COERCE/deport KEN > opposition-leader actual']],
    ['a headline of what was done to them', 'Three policemen shot dead in Quetta', ['ASSAULT/firearms - > PAK:COP actual']],
    ['a headline without a verb', 'UN peace talks in Geneva', ['CONSULT united-nations > - actual']],
    [
      'what comes of a deed is done by its doers',
      'Rebels stormed the suburb, torching homes and forcing residents to flee.',
      ['ASSAULT rebels > - actual', 'SANCTION/expel rebels > residents actual'],
    ],
    [
      'a vow not to attack is no threat',
      'The Taliban vowed not to attack Kabul.',
      ['AGREE taliban > AFG actual', 'ASSAULT taliban > AFG denied'],
    ],
    [
      'who meddles does so with the army of others',
      'China brokered a truce between the junta and the Karen rebels.',
      ['CONSULT/third-party CHN+MMR:GOV+karen-national-union > - actual'],
    ],
    [
      'who is to do what is demanded is asked',
      'General Ivo Kask repeated his demand that the rebels hand back the town.',
      ['REQUEST/change ivo-kask > rebels actual'],
    ],
    [
      'the United States is one',
      'The United States armed Chad. It also trained pilots.',
      ['AID USA > TCD actual', 'AID USA > pilots actual'],
    ],
    ['those taken hostage', 'Rebels took 100 guards hostage.', ['ASSAULT/abduct rebels > guards actual']],
    [
      'who was trained drives out whom',
      'Somali troops trained by Turkey drove al-Shabaab from the port of Harardhere.',
      ['AID TUR > SOM:MIL actual', 'ASSAULT SOM:MIL > al-shabaab actual'],
    ],
    [
      'the group after a plural',
      'Papuan separatists shot down a helicopter. The group demanded that Indonesia leave Papua.',
      ['ASSAULT/heavy-weapons papuan-separatists > - actual', 'REQUEST/change papuan-separatists > IDN actual'],
    ],
    [
      'a plan that is criticised is held against who made it',
      'Chad said it would jail the rioters. Amnesty International criticised the plan.',
      [
        'THREATEN/violence TCD > TCD:CVL actual',
        'SANCTION/convict TCD > TCD:CVL planned',
        'ACCUSE/disapprove amnesty-international > TCD actual',
      ],
    ],
    ['the jets of an army', 'Army jets bombed the town of Kayah.', ['ASSAULT/aerial MMR:MIL > MMR actual']],
    [
      'what is said of a charge refuses it',
      'Britain accused Iran. Iran called the accusation "absurd".',
      ['ACCUSE/allege GBR > IRN actual', 'REJECT IRN > GBR actual'],
    ],
    [
      'what is bombed does not bomb',
      'The bombing of a Sunni mosque stunned reporters.',
      ['ASSAULT/explosives - > sunnis actual'],
    ],
    [
      'the second phrase after a noun',
      'Attacks by Fulani herders on farmers continued.',
      ['ASSAULT fulani-herders > farmers actual'],
    ],
    [
      'who plants a bomb bombs',
      'Two Turkish soldiers were killed by a bomb laid by the PKK.',
      ['ASSAULT/explosives pkk > TUR:MIL actual'],
    ],
    [
      'where praise comes from',
      'Criticism of the king came from the Saudi writer Amal Serri.',
      ['ACCUSE/disapprove amal-serri > SAU:GOV actual'],
    ],
    [
      'a condemned deed is held against who did it',
      'Boko Haram killed nine monks near Baga. Cameroon condemned the killings.',
      ['ASSAULT boko-haram > NGA:REL actual', 'ACCUSE/disapprove CMR > boko-haram actual'],
    ],
    [
      'a denied charge is denied to who made it',
      'Chad accused Sudan of arming rebels. Sudan denied the charge.',
      ['ACCUSE/allege TCD > SDN actual', 'AID SDN > SDN:REB alleged', 'REJECT SDN > TCD actual'],
    ],
    [
      'who is only named in what is denied makes no charge',
      'Sudan denied that the Wolves Brigade had bases in Darfur.',
      ['REJECT SDN > - actual'],
    ],
    [
      'each of two',
      'Chad shelled a village in Sudan. Each government accused the other of lying.',
      ['ASSAULT/heavy-weapons TCD > SDN actual', 'ACCUSE/allege SDN+TCD > - actual'],
    ],
    ['a band bombs without aircraft', 'The PKK bombed a barracks in Van.', ['ASSAULT/explosives pkk > - actual']],
    ['an agent after the one addressed', 'Asylum was granted to the dissident pianist by Austria.', ['AID AUT > - actual']],
    [
      'a blow that answers another',
      'North Korea fired shells at a South Korean island. South Korea retaliated by firing rockets.',
      ['ASSAULT/heavy-weapons PRK > KOR actual', 'ASSAULT/heavy-weapons KOR > PRK actual'],
    ],
    [
      "one's own country after others",
      "Kenya's foreign minister expressed his country's solidarity with Taiwan.",
      ['SUPPORT KEN:GOV > TWN actual'],
    ],
    ['at the hands of', 'Six Kenyans died at the hands of the police.', ['ASSAULT KEN:COP > KEN:CVL actual']],
    [
      'a verb after the aside of its subject',
      'Ethiopia, which has high mountains, bombed Kenya.',
      ['ASSAULT/aerial ETH > KEN actual'],
    ],
    [
      'a capital after a subordinator',
      'Poland closed its border after Minsk jailed a Polish journalist.',
      ['COERCE/restrict POL > - actual', 'SANCTION/convict BLR > POL:JRN actual'],
    ],
  ])('%s', (_rule, text, expected) => {
    expect(code(text)).toEqual(expected);
  });
});

describe('PLOVER types', () => {
  test.each([
    ['CONSULT, all are actors', 'Sudan and South Sudan held talks on oil in Juba.', ['CONSULT SDN+SSD > - actual']],
    [
      'CONSULT visit: visitor acts, host receives',
      'The French president visited Chad on Tuesday.',
      ['CONSULT/visit FRA:GOV > TCD actual'],
    ],
    [
      'AGREE keeps what is agreed as content',
      'Kenya agreed to send police officers to Haiti.',
      ['AGREE KEN > HTI actual', 'MOBILIZE/police KEN > HTI planned'],
    ],
    ['AGREE: promised help', 'Japan promised to help the Philippines.', ['AGREE JPN > PHL actual', 'AID JPN > PHL planned']],
    [
      'CONCEDE: announced withdrawal',
      'Ethiopia will withdraw its troops from Somalia, the defence minister said.',
      ['CONCEDE ETH > SOM planned'],
    ],
    [
      'COOPERATE: a drill of several',
      'India and France began joint naval exercises in the Arabian Sea.',
      ['COOPERATE IND+FRA > - actual'],
    ],
    ['MOBILIZE: a drill of one', 'North Korea held a military drill near the border.', ['MOBILIZE/troops PRK > - actual']],
    ['AID', 'Germany delivered tents and blankets to Nepal.', ['AID DEU > NPL actual']],
    ['RETREAT release', 'Rebels released twelve hostages in Colombia.', ['RETREAT/release COL:REB > COL:CVL actual']],
    ['RETREAT: a ban lifted', 'China lifted a ban on Australian coal.', ['RETREAT/access CHN > AUS actual']],
    ['REJECT meet: talks called off', 'Serbia called off talks with Kosovo.', ['REJECT/meet SRB > KOS actual']],
    [
      'ACCUSE disapprove',
      'Britain condemned the coup in Mali.',
      ['ACCUSE/disapprove GBR > MLI actual', 'COERCE/seize - > MLI actual'],
    ],
    ['SANCTION expel', 'Russia expelled two Dutch diplomats.', ['SANCTION/expel RUS > NLD:GOV actual']],
    [
      'SANCTION discontinue by sanctions',
      'Washington imposed sanctions on two Chinese companies for helping Iran.',
      ['SANCTION/discontinue USA > CHN:BUS actual', 'AID CHN:BUS > IRN alleged'],
    ],
    ['PROTEST strike', 'Doctors went on strike in Zimbabwe over pay.', ['PROTEST/strike ZWE:MED > - actual']],
    ['COERCE arrest', 'Police in Belarus arrested an opposition leader.', ['COERCE/arrest BLR:COP > BLR:OPP actual']],
    ['COERCE restrict', 'China closed its border with Vietnam.', ['COERCE/restrict CHN > VNM actual']],
    [
      'ASSAULT, both sides act',
      'Hezbollah and the Lebanese army clashed near Arsal.',
      ['ASSAULT hezbollah+LBN:MIL > - actual'],
    ],
    ['ASSAULT heavy-weapons', 'North Korea fired a missile over Japan.', ['ASSAULT/heavy-weapons PRK > JPN actual']],
  ])('%s', (_rule, text, expected) => {
    expect(code(text)).toEqual(expected);
  });

  test('active and passive give one coding', () => {
    const active = code('Turkish warplanes bombed rebel camps in northern Syria on Monday.');
    expect(active).toEqual(['ASSAULT/aerial TUR:MIL > SYR actual']);
    expect(code('Rebel camps in northern Syria were bombed by Turkish warplanes.')).toEqual(active);
  });
});

describe('status', () => {
  test.each([
    [
      'alleged by another side',
      'Saudi Arabia accused Iran of arming the Houthis.',
      ['ACCUSE/allege SAU > IRN actual', 'AID IRN > houthis alleged'],
    ],
    ['denied by its own', 'Iran did not attack the tanker, its foreign ministry said.', ['ASSAULT IRN > - denied']],
    [
      'threatened',
      'Ethiopia threatened to cut ties with Eritrea.',
      ['THREATEN/relations ETH > ERI actual', 'SANCTION/discontinue ETH > ERI threatened'],
    ],
    [
      'demanded',
      'The United Nations urged Rwanda to withdraw its troops from Congo.',
      ['REQUEST/yield united-nations > RWA actual', 'RETREAT/withdraw RWA > COD demanded'],
    ],
    [
      'refused',
      'Egypt refused to reopen the crossing.',
      ['REJECT/yield EGY > - actual', 'RETREAT/access EGY > - hypothetical'],
    ],
    ['on a condition', 'If Greece closes the border, Turkey may sue.', ['COERCE/restrict GRC > - hypothetical']],
  ])('%s', (_status, text, expected) => {
    expect(code(text)).toEqual(expected);
  });
});

describe('no event', () => {
  test('an accident kills nobody on purpose', () => {
    expect(code('Six people were killed in a bus crash near Lagos.')).toEqual([]);
  });

  test.each([
    "The general's memoirs attack his former colleagues.",
    'The team will meet Senegal in the final.',
    'Two prisoners of war wrote letters.',
  ])('%s', (text) => {
    expect(code(text)).toEqual([]);
  });

  test.each([
    'Prices rose again in March and the harvest was poor.',
    'Officials fear another attack.',
    'The team won the cup in extra time.',
    'A storm killed nine people in Bangladesh.',
    'He was born in Nablus and studied law in Cairo.',
  ])('%s', (text) => {
    expect(code(text)).toEqual([]);
  });
});
