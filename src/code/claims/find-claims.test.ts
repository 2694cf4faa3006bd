import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolvedOf } from '../../../test/support/resolved-of.ts';
import { treeOf } from '../../../test/support/tree-of.ts';
import type { Claim } from '../coded.ts';
import { findClaims, loadSpeech } from './index.ts';

const files = new Map(
  ['speech/verbs.tsv', 'speech/words.tsv', 'speech/conditions.tsv'].map((path) => [
    path,
    readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'),
  ]),
);
const lexicon = loadSpeech(files);

/** `speaker | stance | content [condition] | to addressee`, an unnamed speaker as `?words`. */
function show(text: string, claim: Claim): string {
  const words = (span: { start: number; end: number } | null) => (span ? text.slice(span.start, span.end) : '');
  const content = words(claim.content) + (claim.condition ? ` [${words(claim.condition)}]` : '');
  const speaker = claim.speaker ?? `?${words(claim.speakerSpan)}`;
  return [speaker, claim.stance, content, ...(claim.addressee ? [`to ${claim.addressee}`] : [])].join(' | ');
}

// Words as form/lemma/tag/head/relation; some trees are wrong in the way the parser gets them wrong, and are to be read all the same.
describe('findClaims', () => {
  test.each<{ name: string; sentences: string[]; actors: Record<string, string>; claims: string[] }>([
    {
      name: 'indirect speech',
      sentences: [
        'Ankara/Ankara/NNP/2/nsubj said/say/VBD/0/root that/that/IN/7/mark the/the/DT/5/det convoy/convoy/NN/7/nsubj had/have/VBD/7/aux crossed/cross/VBN/2/ccomp the/the/DT/9/det border/border/NN/7/obj ./././2/punct',
      ],
      actors: { Ankara: 'TUR' },
      claims: ['TUR | asserts | the convoy had crossed the border'],
    },
    {
      name: 'direct speech with the verb behind it',
      sentences: [
        '"/"/``/8/punct The/the/DT/3/det bridge/bridge/NN/8/nsubj:outer is/be/VBZ/8/cop ours/our/PRP/8/nsubj ,/,/,/5/punct "/"/\'\'/5/punct said/say/VBD/0/root Colonel/Colonel/NNP/10/compound Petrov/Petrov/NNP/8/nsubj ./././8/punct',
      ],
      actors: { Petrov: 'person:petrov' },
      claims: ['petrov | asserts | The bridge is ours'],
    },
    {
      name: 'a cue inside the sentence',
      sentences: [
        'The/the/DT/5/det ceasefire/ceasefire/NN/5/obl ,/,/,/2/punct analysts/analyst/NNS/5/nsubj said/say/VBD/9/advcl ,/,/,/5/punct would/would/MD/9/aux not/not/RB/9/advmod last/last/VB/0/root a/a/DT/11/det week/week/NN/9/obj ./././9/punct',
      ],
      actors: {},
      claims: ['?analysts | asserts | would not last a week'],
    },
    {
      name: 'according to a source',
      sentences: [
        'According/accord/VBG/3/case to/to/IN/1/fixed Oxfam/Oxfam/NNP/7/obl ,/,/,/3/punct the/the/DT/6/det army/army/NN/7/nsubj burned/burn/VBD/0/root two/two/CD/9/nummod villages/village/NNS/7/obj ./././7/punct',
      ],
      actors: { Oxfam: 'oxfam' },
      claims: ['oxfam | asserts | the army burned two villages'],
    },
    {
      name: 'source and colon',
      sentences: [
        'Al/Al/NNP/7/nsubj -/-/HYPH/3/punct Watan/Watan/NNP/1/flat :/:/:/1/punct The/the/DT/6/det council/council/NN/7/nsubj met/meet/VBD/0/root the/the/DT/9/det generals/general/NNS/7/obj on/on/IN/11/case Sunday/Sunday/NNP/7/obl ./././7/punct',
      ],
      actors: { Al: 'al-watan' },
      claims: ['al-watan | asserts | The council met the generals on Sunday'],
    },
    {
      name: 'accusation of somebody',
      sentences: [
        'Turkey/Turkey/NNP/2/nsubj accused/accuse/VBD/0/root Syria/Syria/NNP/2/obj of/of/IN/5/mark sheltering/shelter/VBG/2/advcl rebels/rebel/NNS/5/obj ./././2/punct',
      ],
      actors: { Turkey: 'TUR', Syria: 'SYR' },
      claims: ['TUR | accuses | sheltering rebels'],
    },
    {
      name: 'passive with agent',
      sentences: [
        'Syria/Syria/NNP/3/nsubj:pass was/be/VBD/3/aux:pass accused/accuse/VBN/0/root by/by/IN/5/case Turkey/Turkey/NNP/3/obl:agent of/of/IN/7/mark sheltering/shelter/VBG/3/advcl rebels/rebel/NNS/7/obj ./././3/punct',
      ],
      actors: { Turkey: 'TUR', Syria: 'SYR' },
      claims: ['TUR | accuses | sheltering rebels'],
    },
    {
      name: 'demand to somebody',
      sentences: [
        'Cairo/Cairo/NNP/2/nsubj urged/urge/VBD/0/root Tripoli/Tripoli/NNP/2/obj to/to/TO/5/mark open/open/VB/2/xcomp the/the/DT/7/det road/road/NN/5/obj ./././2/punct',
      ],
      actors: { Cairo: 'EGY', Tripoli: 'LBY' },
      claims: ['EGY | demands | to open the road | to LBY'],
    },
    {
      name: 'call for something',
      sentences: [
        'Kenya/Kenya/NNP/2/nsubj called/call/VBD/0/root for/for/IN/5/case a/a/DT/5/det truce/truce/NN/2/obl in/in/IN/8/case the/the/DT/8/det valley/valley/NN/2/obl ./././2/punct',
      ],
      actors: { Kenya: 'KEN' },
      claims: ['KEN | demands | a truce in the valley'],
    },
    {
      name: 'call on somebody',
      sentences: [
        'Kenya/Kenya/NNP/2/nsubj called/call/VBD/0/root on/on/IN/4/case Uganda/Uganda/NNP/2/obl to/to/TO/6/mark leave/leave/VB/2/advcl the/the/DT/8/det valley/valley/NN/6/obj ./././2/punct',
      ],
      actors: { Kenya: 'KEN', Uganda: 'UGA' },
      claims: ['KEN | demands | to leave the valley | to UGA'],
    },
    {
      name: 'threat with a condition',
      sentences: [
        'Kenya/Kenya/NNP/2/nsubj threatened/threaten/VBD/0/root to/to/TO/4/mark close/close/VB/2/xcomp the/the/DT/6/det camp/camp/NN/4/obj unless/unless/IN/10/mark the/the/DT/9/det aid/aid/NN/10/nsubj arrives/arrive/VBZ/4/advcl ./././2/punct',
      ],
      actors: { Kenya: 'KEN' },
      claims: ['KEN | threatens | to close the camp [unless the aid arrives]'],
    },
    {
      name: 'announced blow',
      sentences: [
        'Kenya/Kenya/NNP/2/nsubj said/say/VBD/0/root it/it/PRP/5/nsubj would/would/MD/5/aux attack/attack/VB/2/ccomp the/the/DT/7/det camp/camp/NN/5/obj ./././2/punct',
      ],
      actors: { Kenya: 'KEN', it: 'KEN' },
      claims: ['KEN | threatens | it would attack the camp'],
    },
    {
      name: 'announced gift',
      sentences: [
        'Kenya/Kenya/NNP/2/nsubj said/say/VBD/0/root it/it/PRP/5/nsubj would/would/MD/5/aux rebuild/rebuild/VB/2/ccomp the/the/DT/7/det camp/camp/NN/5/obj ./././2/punct',
      ],
      actors: { Kenya: 'KEN', it: 'KEN' },
      claims: ['KEN | promises | it would rebuild the camp'],
    },
    {
      name: 'obligation',
      sentences: [
        'Kenya/Kenya/NNP/2/nsubj said/say/VBD/0/root Uganda/Uganda/NNP/5/nsubj must/must/MD/5/aux leave/leave/VB/2/ccomp the/the/DT/7/det valley/valley/NN/5/obj ./././2/punct',
      ],
      actors: { Kenya: 'KEN', Uganda: 'UGA' },
      claims: ['KEN | demands | Uganda must leave the valley'],
    },
    {
      name: 'denial of a clause',
      sentences: [
        'Rwanda/Rwanda/NNP/2/nsubj denied/deny/VBD/0/root that/that/IN/7/mark its/its/PRP$/5/nmod:poss troops/troops/NNS/7/nsubj had/have/VBD/7/aux crossed/cross/VBN/2/ccomp the/the/DT/9/det border/border/NN/7/obj ./././2/punct',
      ],
      actors: { Rwanda: 'RWA' },
      claims: ['RWA | denies | its troops had crossed the border'],
    },
    {
      name: 'denial by gerund',
      sentences: [
        'Rwanda/Rwanda/NNP/2/nsubj denied/deny/VBD/0/root shelling/shel/VBG/2/xcomp the/the/DT/5/det town/town/NN/3/obj ./././2/punct',
      ],
      actors: { Rwanda: 'RWA' },
      claims: ['RWA | denies | shelling the town'],
    },
    {
      name: 'said it had no part in it',
      sentences: [
        'Rwanda/Rwanda/NNP/2/nsubj said/say/VBD/0/root it/it/PRP/6/nsubj was/be/VBD/6/cop not/not/RB/6/advmod involved/involved/JJ/2/ccomp ./././2/punct',
      ],
      actors: { Rwanda: 'RWA', it: 'RWA' },
      claims: ['RWA | denies | it was not involved'],
    },
    {
      name: 'claim of responsibility',
      sentences: [
        'Hamas/Hamas/NNP/2/nsubj claimed/claim/VBD/0/root responsibility/responsibility/NN/2/obj for/for/IN/6/case the/the/DT/6/det bombing/bombing/NN/3/nmod ./././2/punct',
      ],
      actors: { Hamas: 'hamas' },
      claims: ['hamas | claims-responsibility | the bombing'],
    },
    {
      name: 'claimed attack',
      sentences: ['Hamas/Hamas/NNP/2/nsubj claimed/claim/VBD/0/root the/the/DT/4/det bombing/bombing/NN/2/obj ./././2/punct'],
      actors: { Hamas: 'hamas' },
      claims: ['hamas | claims-responsibility | the bombing'],
    },
    {
      name: 'charge that is denied',
      sentences: [
        'Congo/Congo/NNP/2/nsubj says/say/VBZ/0/root that/that/IN/5/mark Rwanda/Rwanda/NNP/5/nsubj supports/support/VBZ/2/ccomp the/the/DT/7/det rebels/rebel/NNS/5/obj ,/,/,/12/punct a/a/DT/10/det charge/charge/NN/12/compound Rwanda/Rwanda/NNP/12/compound denies/deny/NNS/7/conj ./././2/punct',
      ],
      actors: { Rwanda: 'RWA', Congo: 'COD' },
      claims: ['COD | asserts | Rwanda supports the rebels', 'RWA | denies | Rwanda supports the rebels'],
    },
    {
      name: 'answer in the next sentence',
      sentences: [
        'Congo/Congo/NNP/2/nsubj accused/accuse/VBD/0/root Rwanda/Rwanda/NNP/2/obj of/of/IN/5/mark arming/arm/VBG/2/advcl rebels/rebel/NNS/5/obj ./././2/punct',
        'Rwanda/Rwanda/NNP/2/nsubj rejected/reject/VBD/0/root the/the/DT/4/det accusation/accusation/NN/2/obj ./././2/punct',
      ],
      actors: { Rwanda: 'RWA', Congo: 'COD' },
      claims: ['COD | accuses | arming rebels', 'RWA | denies | arming rebels'],
    },
    {
      name: 'rejected claim that',
      sentences: [
        'Rwanda/Rwanda/NNP/2/nsubj dismissed/dismiss/VBD/0/root the/the/DT/4/det claim/claim/NN/2/obj that/that/IN/8/mark its/its/PRP$/7/nmod:poss troops/troops/NNS/8/nsubj crossed/cross/VBD/2/advcl the/the/DT/10/det border/border/NN/8/obj ./././2/punct',
      ],
      actors: { Rwanda: 'RWA' },
      claims: ['RWA | denies | its troops crossed the border'],
    },
    {
      name: 'called names',
      sentences: [
        'Rwanda/Rwanda/NNP/2/nsubj called/call/VBD/0/root the/the/DT/4/det report/report/NN/2/obj a/a/DT/6/det lie/lie/NN/2/obl:unmarked ./././2/punct',
      ],
      actors: { Rwanda: 'RWA' },
      claims: ['RWA | denies | the report a lie'],
    },
    {
      name: 'described as',
      sentences: [
        'Rwanda/Rwanda/NNP/2/nsubj described/describe/VBD/0/root the/the/DT/4/det report/report/NN/2/obj as/as/IN/7/case an/a/DT/7/det insult/insult/NN/2/obl ./././2/punct',
      ],
      actors: { Rwanda: 'RWA' },
      claims: ['RWA | asserts | the report as an insult'],
    },
    {
      name: 'noun with a light verb',
      sentences: [
        'Congo/Congo/NNP/2/nsubj issued/issue/VBD/0/root a/a/DT/4/det warning/warning/NN/2/obj that/that/WDT/8/mark war/war/NN/8/nsubj was/be/VBD/8/cop near/near/RB/2/advmod ./././2/punct',
      ],
      actors: { Congo: 'COD' },
      claims: ['COD | warns | war was near'],
    },
    {
      name: 'noun with its owner',
      sentences: [
        "The/the/DT/2/det army/army/NN/3/nsubj repeated/repeat/VBN/0/root Congo/Congo/NNP/6/nmod:poss 's/'s/POS/4/case demand/demand/NN/3/obj that/that/WDT/9/obj Rwanda/Rwanda/NNP/9/nsubj close/close/VBP/6/acl:relcl the/the/DT/11/det border/border/NN/9/obj ./././3/punct",
      ],
      actors: { Congo: 'COD', Rwanda: 'RWA', army: 'COD:MIL' },
      claims: ['COD | demands | Rwanda close the border'],
    },
    {
      name: 'participle behind a comma',
      sentences: [
        'Congo/Congo/NNP/2/nsubj said/say/VBD/0/root the/the/DT/4/det town/town/NN/6/nsubj had/have/VBD/6/aux fallen/fall/VBN/2/ccomp ,/,/,/8/punct adding/add/VBG/6/conj that/that/IN/11/mark fighting/fight/VBG/11/aux:pass continued/continue/VBN/8/ccomp ./././2/punct',
      ],
      actors: { Congo: 'COD' },
      claims: ['COD | asserts | the town had fallen', 'COD | asserts | fighting continued'],
    },
    {
      name: 'two speakers in one sentence',
      sentences: [
        'Congo/Congo/NNP/2/nsubj demanded/demand/VBD/0/root an/a/DT/4/det apology/apology/NN/2/obj ,/,/,/8/punct but/but/CC/8/cc Rwanda/Rwanda/NNP/8/nsubj ruled/rule/VBD/2/conj out/out/RP/8/compound:prt any/any/DT/11/det talks/talk/NNS/8/obj ./././2/punct',
      ],
      actors: { Congo: 'COD', Rwanda: 'RWA' },
      claims: ['COD | demands | an apology', 'RWA | rejects | any talks'],
    },
    {
      name: 'quotation that goes on',
      sentences: [
        '"/"/``/4/punct We/we/PRP/4/nsubj will/will/MD/4/aux stay/stay/VB/8/ccomp ,/,/,/4/punct "/"/\'\'/4/punct Mugabe/Mugabe/NNP/8/nsubj said/say/VBD/0/root ./././8/punct',
        '"/"/``/4/punct Nobody/nobody/NN/4/nsubj can/can/MD/4/aux remove/remove/VB/0/root us/we/PRP/4/obj ./././4/punct "/"/\'\'/4/punct',
      ],
      actors: { Mugabe: 'person:mugabe' },
      claims: ['mugabe | promises | We will stay', 'mugabe | asserts | Nobody can remove us .'],
    },
    {
      name: 'statement and its issuer',
      sentences: [
        'The/the/DT/2/det rebels/rebel/NNS/3/nsubj issued/issue/VBD/0/root a/a/DT/5/det statement/statement/NN/3/obj ./././3/punct',
        'The/the/DT/2/det statement/statement/NN/3/nsubj said/say/VBD/0/root the/the/DT/5/det war/war/NN/7/nsubj was/be/VBD/7/cop over/over/RB/3/ccomp ./././3/punct',
      ],
      actors: { rebels: 'm23' },
      claims: ['m23 | asserts | the war was over'],
    },
    {
      name: 'quoted as saying',
      sentences: [
        'Mugabe/Mugabe/NNP/3/nsubj:pass was/be/VBD/3/aux:pass quoted/quote/VBN/0/root as/as/IN/5/mark saying/say/VBG/3/advcl that/that/IN/10/mark the/the/DT/8/det war/war/NN/10/nsubj was/be/VBD/10/cop over/over/RB/5/ccomp ./././3/punct',
      ],
      actors: { Mugabe: 'person:mugabe' },
      claims: ['mugabe | asserts | the war was over'],
    },
    {
      name: 'unnamed speaker',
      sentences: [
        'Critics/critic/NNS/2/nsubj say/say/VBP/0/root the/the/DT/4/det plan/plan/NN/6/nsubj will/will/MD/6/aux fail/fail/VB/2/ccomp ./././2/punct',
      ],
      actors: {},
      claims: ['?Critics | asserts | the plan will fail'],
    },
    {
      name: 'support in words',
      sentences: [
        'Moscow/Moscow/NNP/2/nsubj expressed/express/VBD/0/root support/support/NN/2/obj for/for/IN/6/case the/the/DT/6/det government/government/NN/2/obl ./././2/punct',
      ],
      actors: { Moscow: 'RUS', government: 'SYR:GOV' },
      claims: ['RUS | supports | the government'],
    },
  ])('$name', ({ sentences, actors, claims }) => {
    const doc = resolvedOf(treeOf(...sentences), actors);
    expect(findClaims(doc, lexicon).map((claim) => show(doc.text, claim))).toEqual(claims);
  });

  test.each<{ name: string; sentences: string[]; actors: Record<string, string>; claims: string[] }>([
    {
      name: "the report's own voice",
      sentences: [
        'The/the/DT/2/det army/army/NN/3/nsubj shelled/shel/VBD/0/root the/the/DT/5/det town/town/NN/3/obj and/and/CC/7/cc closed/close/VBD/3/conj the/the/DT/9/det border/border/NN/7/obj ./././3/punct',
      ],
      actors: { army: 'SYR:MIL' },
      claims: [],
    },
    {
      name: 'nobody speaks',
      sentences: [
        'The/the/DT/2/det dispute/dispute/NN/3/nsubj threatened/threaten/VBD/0/root to/to/TO/5/mark delay/delay/VB/3/xcomp the/the/DT/7/det harvest/harvest/NN/5/obj ./././3/punct',
      ],
      actors: {},
      claims: [],
    },
    {
      name: 'a death toll',
      sentences: [
        'The/the/DT/2/det bombing/bombing/NN/3/nsubj claimed/claim/VBD/0/root twenty/twenty/CD/5/nummod lives/life/NNS/3/obj ./././3/punct',
      ],
      actors: {},
      claims: [],
    },
    {
      name: 'negated cue',
      sentences: [
        'Rwanda/Rwanda/NNP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod say/say/VB/0/root whether/whether/IN/9/mark its/its/PRP$/7/nmod:poss troops/troops/NNS/9/nsubj had/have/VBD/9/aux left/leave/VBN/4/ccomp ./././4/punct',
      ],
      actors: { Rwanda: 'RWA' },
      claims: [],
    },
    {
      name: 'only possible',
      sentences: [
        'Rwanda/Rwanda/NNP/3/nsubj may/may/MD/3/aux demand/demand/VB/0/root that/that/IN/7/mark the/the/DT/6/det troops/troops/NNS/7/nsubj leave/leave/VBP/3/ccomp ./././3/punct',
      ],
      actors: { Rwanda: 'RWA' },
      claims: [],
    },
    {
      name: 'only intended',
      sentences: [
        'Rwanda/Rwanda/NNP/2/nsubj wants/want/VBZ/0/root to/to/TO/4/mark accuse/accuse/VB/2/xcomp Congo/Congo/NNP/4/obj of/of/IN/7/case murder/murder/NN/4/obl ./././2/punct',
      ],
      actors: { Rwanda: 'RWA', Congo: 'COD' },
      claims: [],
    },
    {
      name: 'declined',
      sentences: [
        'The/the/DT/2/det ministry/ministry/NN/3/nsubj declined/decline/VBD/0/root to/to/TO/5/mark comment/comment/VB/3/xcomp ./././3/punct',
      ],
      actors: { ministry: 'RWA:GOV' },
      claims: [],
    },
    {
      name: 'scare quotes',
      sentences: [
        'The/the/DT/3/det "/"/``/3/punct volunteers/volunteer/NNS/5/nsubj "/"/\'\'/3/punct took/take/VBD/0/root the/the/DT/7/det town/town/NN/5/obj ./././5/punct',
      ],
      actors: {},
      claims: [],
    },
  ])('no claim: $name', ({ sentences, actors, claims }) => {
    const doc = resolvedOf(treeOf(...sentences), actors);
    expect(findClaims(doc, lexicon).map((claim) => show(doc.text, claim))).toEqual(claims);
  });

  test('every claim has its own number, its spans lie in the text and its cue outside its content', () => {
    const doc = resolvedOf(
      treeOf(
        'Kenya/Kenya/NNP/2/nsubj said/say/VBD/0/root Uganda/Uganda/NNP/5/nsubj had/have/VBD/5/aux lied/lie/VBN/2/ccomp ./././2/punct',
      ),
      { Kenya: 'KEN', Uganda: 'UGA' },
    );
    const [claim] = findClaims(doc, lexicon);
    expect(claim?.id).toBe('c1');
    expect(claim?.stance).toBe('accuses');
    expect(claim?.cue && doc.text.slice(claim.cue.start, claim.cue.end)).toBe('said');
    expect(claim?.cue && claim.cue.end <= claim.content.start).toBe(true);
  });
});

describe('loadSpeech', () => {
  test('knows hundreds of cues', () => {
    expect(lexicon.verbs.size + lexicon.nouns.size).toBeGreaterThan(300);
    expect(lexicon.phrases.has('according to')).toBe(true);
    expect(lexicon.hedges.get('allegedly')).toBe('accuses');
  });

  test.each([
    { name: 'an unknown stance', line: 'say\tverb\tclause\t\tshouts', error: /verbs\.tsv:2: unknown stance/ },
    { name: 'an unknown kind', line: 'say\tprefix\tclause\t\tasserts', error: /verbs\.tsv:2: unknown kind/ },
    { name: 'an unknown class', line: 'say\tverb\tclause\tobj=@nothing\tasserts', error: /verbs\.tsv:2: unknown class/ },
  ])('refuses $name with file and line', ({ line, error }) => {
    const broken = new Map(files).set('speech/verbs.tsv', `lemma\tkind\tcontent\tif\tstance\taddressee\n${line}\n`);
    expect(() => loadSpeech(broken)).toThrow(error);
  });
});
