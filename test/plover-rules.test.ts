import { beforeAll, describe, expect, test } from 'vitest';
import { textId } from '../src/base/index.ts';
import { EVENT_TYPES, eventScore, isModeOf, MODE_SCORES, QUAD_OF } from '../src/codebook/index.ts';
import type { Article } from '../src/document/index.ts';
import { type Engine, loadEngine } from '../src/engine/index.ts';

/** Every rule and every mode of the PLOVER manual (draft 2.0), from raw text through the whole engine. A title names the manual's section, by number and
 * the heading within it. A row expects `TYPE/mode actors > recipients status` among the events, with `*` for parties the rule does not turn on. */

let engine: Engine;

beforeAll(async () => {
  engine = await loadEngine();
});

function article(text: string): Article {
  const blank = { externalId: null, title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...blank, id: textId(text), published: '2019-05-10', publishedBasis: 'given', language: 'en', text };
}

function code(text: string): readonly string[] {
  return engine.code(article(text)).events.map((event) => {
    const type = [event.type, ...event.modes].join('/');
    return `${type} ${event.actors.join('+') || '-'} > ${event.recipients.join('+') || '-'} ${event.status}`;
  });
}

/** The coded event that fits, or all that was coded. */
function fitting(text: string, wanted: string): string {
  const parts = wanted.split(' ');
  const fits = (coded: string) => coded.split(' ').every((part, index) => parts[index] === '*' || parts[index] === part);
  const found = code(text);
  return found.some(fits) ? wanted : found.join(' | ');
}

describe('section 2, verbal cooperation', () => {
  test.each([
    ['AGREE: willingness', 'Turkey is ready to hold talks with Armenia.', 'AGREE TUR > ARM actual'],
    ['AGREE: a coming CONSULT', "Poland's president will visit Ukraine in June.", 'AGREE POL:GOV > UKR planned'],
    [
      'AGREE: a coming SUPPORT',
      'Ireland will recognise Palestine next week, its foreign minister said.',
      'AGREE IRL > * planned',
    ],
    ['AGREE: a coming COOPERATE', 'Brazil and China will share intelligence on smugglers.', 'AGREE * > * planned'],
    ['AGREE: a coming AID', 'Norway will send blankets to Nepal.', 'AGREE NOR > NPL planned'],
    ['CONSULT: all who meet are actors', 'Ministers of Kenya and Uganda met in Mombasa.', 'CONSULT KEN:GOV+UGA:GOV > - actual'],
    ['CONSULT: visitor and host', "Italy's prime minister visited Libya.", 'CONSULT/visit ITA:GOV > LBY actual'],
    [
      'CONSULT third-party: all are actors',
      'Oman mediated between Iran and Saudi Arabia.',
      'CONSULT/third-party OMN+IRN+SAU > - actual',
    ],
    [
      'CONSULT multilateral: one event, many actors',
      'India, Japan and Australia held a summit in Tokyo.',
      'CONSULT/multilateral IND+JPN+AUS > - actual',
    ],
    ['CONSULT phone', 'The Russian president telephoned the Syrian president.', 'CONSULT/phone RUS:GOV+SYR:GOV > - actual'],
    ['SUPPORT: praise', 'France praised the courage of the Kurdish fighters.', 'SUPPORT FRA > * actual'],
    ['SUPPORT: recognition', 'Canada recognised Kosovo.', 'SUPPORT CAN > * actual'],
    ['SUPPORT: endorsement', 'Hungary backed the peace plan of the African Union.', 'SUPPORT HUN > * actual'],
    ['SUPPORT: signing', 'Ethiopia and Eritrea signed a peace agreement.', 'SUPPORT ETH+ERI > - actual'],
    ['CONCEDE: apology', 'Japan apologised to South Korea.', 'CONCEDE JPN > KOR actual'],
    ['CONCEDE: amnesty', 'Colombia granted an amnesty to the rebels.', 'CONCEDE COL > * actual'],
    ['CONCEDE: announced withdrawal', 'Senegal will withdraw its soldiers from Gambia.', 'CONCEDE SEN > GMB planned'],
    ['CONCEDE: a demand given up', 'Serbia dropped its demand for an apology from Croatia.', 'CONCEDE SRB > * actual'],
  ])('%s', (_rule, text, wanted) => {
    expect(fitting(text, wanted)).toBe(wanted);
  });
});

describe('section 2, material cooperation', () => {
  test.each([
    ['COOPERATE: trade', 'Pakistan exported rice to Kenya.', 'COOPERATE PAK > KEN actual'],
    ['COOPERATE: joint exercise of several', 'Egypt and Sudan held joint air force exercises.', 'COOPERATE EGY+SDN > - actual'],
    ['COOPERATE: judicial', 'Spain extradited a drug trafficker to Mexico.', 'COOPERATE ESP > MEX actual'],
    ['COOPERATE: intelligence', 'Jordan shared intelligence with Germany.', 'COOPERATE JOR > DEU actual'],
    ['AID: goods', 'Sweden delivered flour to Yemen.', 'AID SWE > YEM actual'],
    ['AID: arms', 'The Czech Republic supplied tanks to Ukraine.', 'AID CZE > UKR actual'],
    ['AID: asylum', 'Ecuador granted asylum to a Russian journalist.', 'AID ECU > * actual'],
    ['AID: hostage rescue', 'French soldiers rescued two hostages in Mali.', 'AID FRA:MIL > * actual'],
    ['AID: debt relief', 'China forgave the debt of Zambia.', 'AID CHN > ZMB actual'],
    ['RETREAT withdraw', 'Uganda withdrew its troops from Congo.', 'RETREAT/withdraw UGA > COD actual'],
    ['RETREAT release', 'Syria released a Lebanese prisoner.', 'RETREAT/release SYR > * actual'],
    ['RETREAT disarm', 'Rebels in Chad laid down their weapons.', 'RETREAT/disarm TCD:REB > * actual'],
    ['RETREAT ceasefire', 'The Houthis declared a ceasefire.', 'RETREAT/ceasefire houthis > - actual'],
    ['RETREAT access', 'Israel reopened the Kerem Shalom crossing.', 'RETREAT/access ISR > * actual'],
    ['RETREAT resign', 'The Lebanese prime minister resigned.', 'RETREAT/resign LBN:GOV > - actual'],
  ])('%s', (_rule, text, wanted) => {
    expect(fitting(text, wanted)).toBe(wanted);
  });
});

describe('section 2, verbal conflict', () => {
  test.each([
    ['REQUEST assist', 'Haiti asked the United States for aid.', 'REQUEST/assist HTI > USA actual'],
    ['REQUEST change', 'The European Union urged Hungary to change its asylum law.', 'REQUEST/change * > HUN actual'],
    ['REQUEST yield', 'Greece demanded that Turkey withdraw its ship.', 'REQUEST/yield GRC > TUR actual'],
    ['REQUEST meet', 'North Korea called for talks with South Korea.', 'REQUEST/meet PRK > KOR actual'],
    [
      'REQUEST: what is asked for stays demanded',
      'Cuba urged Spain to release the sailors.',
      'RETREAT/release ESP > * demanded',
    ],
    ['ACCUSE disapprove', 'Norway criticised Myanmar.', 'ACCUSE/disapprove NOR > MMR actual'],
    ['ACCUSE investigate', 'Peruvian prosecutors are investigating the former president.', 'ACCUSE/investigate PER:JUD > * *'],
    ['ACCUSE allege', 'Ukraine accused Russia of shelling a hospital.', 'ACCUSE/allege UKR > RUS actual'],
    ['REJECT assist', 'Eritrea refused food aid from the United States.', 'REJECT/assist ERI > * actual'],
    ['REJECT change', 'Poland rejected the reform of the asylum rules.', 'REJECT/change POL > * actual'],
    ['REJECT yield', 'The rebels refused to release the hostages.', 'REJECT/yield * > * actual'],
    ['REJECT meet: a cancelled meeting', 'Pakistan cancelled talks with India.', 'REJECT/meet PAK > IND actual'],
    ['REJECT: veto', 'Russia vetoed the resolution.', 'REJECT/change RUS > - actual'],
    ['THREATEN restrict', 'Turkey threatened to close its border with Iraq.', 'THREATEN/restrict TUR > IRQ actual'],
    [
      'THREATEN arrest: an order for the absent',
      'A French court issued an arrest warrant for the Syrian president.',
      'THREATEN/arrest FRA:JUD > SYR:GOV actual',
    ],
    ['THREATEN relations', 'Algeria threatened to cut ties with Morocco.', 'THREATEN/relations DZA > MAR actual'],
    ['THREATEN expel', 'Germany threatened to expel the Iranian ambassador.', 'THREATEN/expel DEU > * actual'],
    ['THREATEN territory', 'Guatemala threatened to occupy Belize.', 'THREATEN/territory GTM > BLZ actual'],
    ['THREATEN violence', 'Iran threatened to bomb Israel.', 'THREATEN/violence IRN > ISR actual'],
  ])('%s', (_rule, text, wanted) => {
    expect(fitting(text, wanted)).toBe(wanted);
  });
});

describe('section 2, material conflict: PROTEST, SANCTION, MOBILIZE', () => {
  test.each([
    ['PROTEST demo', 'Thousands of Georgians demonstrated in Tbilisi.', 'PROTEST/demo * > * actual'],
    ['PROTEST riot', 'Youths rioted in Kinshasa.', 'PROTEST/riot * > * actual'],
    ['PROTEST strike', 'Dockers in Chile went on strike.', 'PROTEST/strike * > * actual'],
    ['PROTEST hunger', 'Prisoners in Bahrain began a hunger strike.', 'PROTEST/hunger * > * actual'],
    ['PROTEST boycott', 'Opposition parties in Togo boycotted the election.', 'PROTEST/boycott TGO:OPP > * actual'],
    ['PROTEST obstruct', 'Farmers blocked a road in Bolivia.', 'PROTEST/obstruct * > * actual'],
    ['PROTEST vandalize', 'Demonstrators burned a Danish flag in Jakarta.', 'PROTEST/vandalize * > * actual'],
    ['SANCTION convict', 'An Egyptian court convicted two journalists.', 'SANCTION/convict EGY:JUD > * actual'],
    ['SANCTION expel', 'Austria expelled a Russian diplomat.', 'SANCTION/expel AUT > RUS:GOV actual'],
    ['SANCTION withdraw', 'Qatar recalled its ambassador from Chad.', 'SANCTION/withdraw QAT > TCD actual'],
    ['SANCTION discontinue', 'Finland suspended aid to Nicaragua.', 'SANCTION/discontinue FIN > NIC actual'],
    [
      'SANCTION discontinue: international sanctions',
      'The European Union imposed sanctions on Belarus.',
      'SANCTION/discontinue * > BLR actual',
    ],
    [
      'SANCTION expel: people flee, the cause is the actor',
      'Fighting between the army and rebels forced thousands of villagers to flee.',
      'SANCTION/expel * > * actual',
    ],
    ['MOBILIZE troops', 'Chad deployed troops to the border with Sudan.', 'MOBILIZE/troops TCD > * actual'],
    ['MOBILIZE troops: an exercise of one', 'Belarus held military exercises near Grodno.', 'MOBILIZE/troops BLR > * actual'],
    ['MOBILIZE weapons', 'North Korea tested a missile.', 'MOBILIZE/weapons PRK > - actual'],
    ['MOBILIZE police', 'The Indian government deployed police in Kashmir.', 'MOBILIZE/police IND:GOV > * actual'],
    [
      'MOBILIZE militia',
      'The Sudanese government recruited a tribal militia in Darfur.',
      'MOBILIZE/militia SDN:GOV > * actual',
    ],
  ])('%s', (_rule, text, wanted) => {
    expect(fitting(text, wanted)).toBe(wanted);
  });
});

describe('section 2, material conflict: COERCE', () => {
  test.each([
    ['seize', 'Iran seized a British tanker.', 'COERCE/seize IRN > * actual'],
    ['restrict', 'Bolivia closed its border with Chile.', 'COERCE/restrict BOL > CHL actual'],
    ['censor', 'Turkey blocked Twitter.', 'COERCE/censor TUR > * actual'],
    ['curfew', 'The Sri Lankan government imposed a curfew in Colombo.', 'COERCE/curfew LKA:GOV > * actual'],
    ['martial-law', 'The Philippine president declared martial law in Mindanao.', 'COERCE/martial-law PHL:GOV > * actual'],
    ['arrest', 'Cuban police arrested a dissident.', 'COERCE/arrest CUB:COP > * actual'],
    ['deport', 'Kenya deported a Somali preacher.', 'COERCE/deport KEN > * actual'],
    ['withhold', 'Ethiopia cut off electricity in Tigray.', 'COERCE/withhold ETH > * actual'],
    ['misinformation', 'Russia spread disinformation about the vaccine in Latvia.', 'COERCE/misinformation RUS > * actual'],
    ['cyber', 'Iranian hackers attacked the website of the Albanian government.', 'COERCE/cyber * > ALB:GOV actual'],
  ])('COERCE %s', (_mode, text, wanted) => {
    expect(fitting(text, wanted)).toBe(wanted);
  });
});

describe('section 2, material conflict: ASSAULT', () => {
  test.each([
    ['abduct', 'Gunmen kidnapped a priest in Nigeria.', 'ASSAULT/abduct * > * actual'],
    ['beat', 'Police beat a reporter in Minsk.', 'ASSAULT/beat * > * actual'],
    ['torture', 'Guards tortured prisoners in Syria.', 'ASSAULT/torture * > * actual'],
    ['sexual', 'Soldiers raped women in a village in Ethiopia.', 'ASSAULT/sexual * > * actual'],
    ['targeted', 'Gunmen assassinated a judge in Mexico.', 'ASSAULT/targeted * > * actual'],
    ['destroy', 'Militants burned a school in Cameroon.', 'ASSAULT/destroy * > * actual'],
    ['primitive', 'Herders killed two farmers with machetes in Nigeria.', 'ASSAULT/primitive * > * actual'],
    ['firearms', 'Rebels opened fire on three policemen in Thailand.', 'ASSAULT/firearms * > * actual'],
    ['explosives', 'A roadside bomb killed four soldiers in Somalia.', 'ASSAULT/explosives * > * actual'],
    ['suicide-attack', 'A suicide bomber killed nine people in Kabul.', 'ASSAULT/suicide-attack * > * actual'],
    ['aerial', 'Saudi jets bombed Sanaa.', 'ASSAULT/aerial SAU:MIL > YEM actual'],
    ['drone', 'A Turkish drone struck a convoy in Iraq.', 'ASSAULT/drone * > * actual'],
    ['heavy-weapons', 'Serb forces shelled Sarajevo.', 'ASSAULT/heavy-weapons * > BIH actual'],
    ['crowd-control', 'Police fired tear gas at students in Santiago.', 'ASSAULT/crowd-control * > * actual'],
    ['unconventional', 'The Syrian army used chemical weapons in Douma.', 'ASSAULT/unconventional SYR:MIL > * actual'],
  ])('ASSAULT %s', (_mode, text, wanted) => {
    expect(fitting(text, wanted)).toBe(wanted);
  });
});

describe('section 2, compound actors and recipients', () => {
  test.each([
    [
      'several recipients are one event',
      'Kuwait expelled the ambassadors of Iran and Lebanon.',
      'SANCTION/expel KWT > * actual',
    ],
    [
      'reciprocal fighting has all sides as actors',
      'Troops from Armenia and Azerbaijan clashed near Agdam.',
      'ASSAULT ARM:MIL+AZE:MIL > - actual',
    ],
  ])('%s', (_rule, text, wanted) => {
    expect(code(text)).toHaveLength(1);
    expect(fitting(text, wanted)).toBe(wanted);
  });
});

describe('section 2.2, contexts', () => {
  test.each([
    { context: 'military', text: 'Russian troops shelled a town in Georgia.', holds: true },
    { context: 'election', text: 'Opposition parties in Togo boycotted the election.', holds: true },
    { context: 'terrorism', text: 'French police arrested a terrorist in Lyon.', holds: true },
    { context: 'cyber', text: 'Iranian hackers attacked the website of the Albanian government.', holds: true },
    { context: 'asylum', text: 'Ecuador granted asylum to a Russian journalist.', holds: true },
    { context: 'election', text: 'Farmers blocked a road in Bolivia.', holds: false },
  ])('$context ($holds): $text', ({ context, text, holds }) => {
    const contexts: readonly string[] = engine.code(article(text)).events.flatMap((event) => event.contexts);
    expect(contexts.includes(context)).toBe(holds);
  });
});

describe('section 2, quads and scores', () => {
  test('verbal and material, cooperation and conflict, four types each and one more of conflict each side', () => {
    const counts = [1, 2, 3, 4].map((quad) => EVENT_TYPES.filter((type) => QUAD_OF[type] === quad).length);
    expect(counts).toEqual([4, 3, 4, 5]);
  });

  test('67 modes, each with its score where an event has it', () => {
    const modes = EVENT_TYPES.flatMap((type) =>
      Object.entries(MODE_SCORES[type]).flatMap(([mode, score]) => (isModeOf(type, mode) ? [{ type, mode, score }] : [])),
    );
    expect(modes).toHaveLength(67);
    expect(modes.filter(({ type, mode, score }) => eventScore(type, [mode]) !== score)).toEqual([]);
  });

  test('conflict lies below zero, cooperation above; a request at or about it', () => {
    const score = (type: (typeof EVENT_TYPES)[number]) => eventScore(type, []);
    expect(EVENT_TYPES.filter((type) => QUAD_OF[type] <= 2 && score(type) <= 0)).toEqual([]);
    expect(EVENT_TYPES.filter((type) => QUAD_OF[type] > 2 && score(type) > 0)).toEqual([]);
  });
});
