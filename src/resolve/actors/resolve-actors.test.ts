import { describe, expect, test } from 'vitest';
import { ACTORS } from '../../../test/support/actor-index.ts';
import { treeOf } from '../../../test/support/tree-of.ts';
import type { Parsed } from '../../document/index.ts';
import { resolveActors } from './resolve-actors.ts';

function mentionsOf(doc: Parsed): readonly string[] {
  const { mentions } = resolveActors(doc, ACTORS, '2015-06-01');
  return mentions.map(({ span, entities }) => `${doc.text.slice(span.start, span.end)} = ${entities.join('+')}`);
}

const SHELLING =
  'Thai/Thai/JJ/2/amod forces/force/NNS/3/nsubj shelled/shell/VBD/0/root the/the/DT/5/det village/village/NN/3/obj';

describe('mentions', () => {
  test.each([
    {
      name: 'an adjective and an organ noun are one mention',
      sentences: [SHELLING],
      expected: ['Thai forces = THA:MIL'],
    },
    {
      name: 'a possessor keeps its own',
      sentences: ["Peru/Peru/NNP/3/nmod:poss 's/'s/POS/1/case army/army/NN/4/nsubj fled/flee/VBD/0/root"],
      expected: ['Peru = PER', "Peru 's army = PER:MIL"],
    },
    {
      name: 'a bare ministry is not the state’s whose envoy it summons',
      sentences: [
        "The/the/DT/2/det ministry/ministry/NN/3/nsubj summoned/summon/VBD/0/root Peru/Peru/NNP/6/nmod:poss 's/'s/POS/4/case ambassador/ambassador/NN/3/obj",
      ],
      expected: ['The ministry = ministry', 'Peru = PER', "Peru 's ambassador = PER:GOV"],
    },
    {
      name: 'but that of another state told before',
      sentences: [
        'Chilean/chilean/JJ/2/amod officials/official/NNS/3/nsubj met/meet/VBD/0/root',
        "The/the/DT/2/det ministry/ministry/NN/3/nsubj expelled/expel/VBD/0/root Peru/Peru/NNP/6/nmod:poss 's/'s/POS/4/case envoy/envoy/NN/3/obj",
      ],
      expected: ['Chilean officials = CHL:GOV', 'The ministry = CHL:GOV', 'Peru = PER', "Peru 's envoy = PER:GOV"],
    },
    {
      name: 'a surname behind another given name is somebody else, also alone',
      sentences: [
        'Oscar/Oscar/NNP/3/nsubj Mugabe/Mugabe/NNP/1/flat spoke/speak/VBD/0/root',
        'Mugabe/Mugabe/NNP/2/nsubj left/leave/VBD/0/root',
      ],
      expected: ['Oscar Mugabe = oscar-mugabe', 'Mugabe = oscar-mugabe'],
    },
    {
      name: 'an adjective before what is no party is a mention of its own',
      sentences: ['A/a/DT/3/det Turkish/turkish/JJ/3/amod raid/raid/NN/4/nsubj failed/fail/VBD/0/root'],
      expected: ['Turkish = TUR'],
    },
    {
      name: 'title and apposition make a person and say whose',
      sentences: [
        'Gen./gen./NNP/2/nmod:desc Juan/Juan/NNP/11/nsubj Pardo/Pardo/NNP/2/flat ,/,/,/6/punct a/a/DT/6/det spokesman/spokesman/NN/2/appos for/for/IN/9/case the/the/DT/9/det army/army/NN/6/nmod ,/,/,/2/punct spoke/speak/VBD/0/root in/in/IN/13/case Peru/Peru/NNP/11/obl',
        'Pardo/Pardo/NNP/2/nsubj left/leave/VBD/0/root',
      ],
      expected: [
        'Gen. Juan Pardo = juan-pardo',
        'a spokesman = juan-pardo',
        'the army = PER:MIL',
        'Peru = PER',
        'Pardo = juan-pardo',
      ],
    },
    {
      name: 'a capital speaks for its state',
      sentences: ['Lima/Lima/NNP/2/nsubj accused/accuse/VBD/0/root Chile/Chile/NNP/2/obj'],
      expected: ['Lima = PER', 'Chile = CHL'],
    },
    {
      name: 'a capital where something lies is only a place',
      sentences: ['Shops/shop/NNS/2/nsubj closed/close/VBD/0/root in/in/IN/4/case Lima/Lima/NNP/2/obl'],
      expected: [],
    },
    {
      name: 'a capital does what towns do not',
      sentences: [
        'Lima/Lima/NNP/2/nsubj blacklisted/blacklist/VBD/0/root firms/firm/NNS/2/obj',
        'Lima/Lima/NNP/2/nsubj sprawled/sprawl/VBD/0/root inland/inland/RB/2/advmod',
        "Envoys/envoy/NNS/2/nsubj resented/resent/VBD/0/root Lima/Lima/NNP/5/nmod:poss 's/'s/POS/3/case treatment/treatment/NN/2/obj",
        'Raids/raid/NNS/4/nsubj on/on/IN/3/case Lima/Lima/NNP/1/nmod stopped/stop/VBD/0/root',
      ],
      expected: ['Lima = PER', 'firms = PER:BUS', 'Envoys = PER:GOV', 'Lima = PER'],
    },
    {
      name: 'who takes part without a state is his own party; who only speaks for others is not',
      sentences: [
        'Commanders/commander/NNS/2/nsubj met/meet/VBD/0/root plotters/plotter/NNS/2/obj',
        'A/a/DT/2/det spokesman/spokesman/NN/3/nsubj declined/decline/VBD/0/root',
      ],
      expected: ['Commanders = commanders', 'plotters = plotters'],
    },
    {
      name: 'members are of the group told before',
      sentences: [
        'Hamas/Hamas/NNP/2/nsubj moved/move/VBD/0/root while/while/IN/6/mark some/some/DT/5/det members/member/NNS/6/nsubj stayed/stay/VBD/2/advcl',
      ],
      expected: ['Hamas = hamas', 'some members = hamas'],
    },
    {
      name: 'men of somebody without a country are their own party',
      sentences: [
        'The/the/DT/2/det general/general/NN/3/nsubj said/say/VBD/0/root his/he/PRP$/5/nmod:poss gunmen/gunman/NNS/6/nsubj left/leave/VBD/3/ccomp',
      ],
      expected: ['The general = general', 'his = general', 'his gunmen = gunmen'],
    },
    {
      name: 'a people tells whose a place is, and is nearer than the state it lives in',
      sentences: [
        'Jets/jet/NNS/2/nsubj hit/hit/VBD/0/root Druze/Druze/JJ/4/amod villages/village/NNS/2/obj',
        "Chile/Chile/NNP/4/nmod:poss 's/'s/POS/1/case Mapuche/Mapuche/NNP/4/compound council/council/NN/5/nsubj met/meet/VBD/0/root",
        'Asian/asian/JJ/2/amod affairs/affair/NNS/3/nsubj mattered/matter/VBD/0/root',
      ],
      expected: ['Druze = druze', 'Chile = CHL', "Chile 's Mapuche council = mapuche-council"],
    },
    {
      name: 'who does something to "some of them" is none of them, with a second verb as with the first',
      sentences: [
        'Rebels/rebel/NNS/2/nsubj seized/seize/VBD/0/root soldiers/soldier/NNS/2/obj and/and/CC/5/cc hurt/hurt/VBD/2/conj some/some/DT/5/obj of/of/IN/8/case them/they/PRP/6/nmod',
      ],
      expected: ['Rebels = rebels', 'soldiers = soldiers', 'them = soldiers'],
    },
    {
      name: 'a word in lower case is no acronym',
      sentences: ['They/they/PRP/2/nsubj told/tell/VBD/0/root us/we/PRP/2/iobj'],
      expected: [],
    },
    {
      name: 'a group named by what it is, known by its acronym later',
      sentences: [
        'A/a/DT/3/det militant/militant/JJ/3/amod group/group/NN/10/nsubj ,/,/,/6/punct Valley/Valley/NNP/6/compound Front/Front/NNP/3/appos (/(/-LRB-/8/punct VF/VF/NNP/6/appos )/)/-RRB-/8/punct struck/strike/VBD/0/root',
        'VF/VF/NNP/2/nsubj left/leave/VBD/0/root',
      ],
      expected: ['A militant group = valley-front', 'Valley Front = valley-front', 'VF = valley-front', 'VF = valley-front'],
    },
    {
      name: 'gunmen without a country stay without one between two states',
      sentences: [
        'Gunmen/gunman/NNS/2/nsubj crossed/cross/VBD/0/root from/from/IN/4/case Kenya/Kenya/NNP/2/obl to/to/IN/6/case Somalia/Somalia/NNP/2/obl',
      ],
      expected: ['Gunmen = gunmen', 'Kenya = KEN', 'Somalia = SOM'],
    },
  ])('$name', ({ sentences, expected }) => {
    expect(mentionsOf(treeOf(...sentences))).toEqual(expected);
  });
});

describe('coreference', () => {
  test.each([
    {
      name: 'a possessive takes the subject of its clause',
      sentences: ['Chad/Chad/NNP/2/nsubj closed/close/VBD/0/root its/its/PRP$/4/nmod:poss border/border/NN/2/obj'],
      expected: ['Chad = TCD', 'its = TCD'],
    },
    {
      name: 'a person is not it, a state not he',
      sentences: [
        'Merkel/Merkel/NNP/2/nsubj visited/visit/VBD/0/root Chad/Chad/NNP/2/obj',
        'She/she/PRP/2/nsubj praised/praise/VBD/0/root it/it/PRP/2/obj',
      ],
      expected: ['Merkel = angela-merkel', 'Chad = TCD', 'She = angela-merkel', 'it = TCD'],
    },
    {
      name: 'it is clear: nobody',
      sentences: ['Chad/Chad/NNP/2/nsubj waited/wait/VBD/0/root', 'It/it/PRP/3/nsubj was/be/VBD/3/cop clear/clear/JJ/0/root'],
      expected: ['Chad = TCD'],
    },
    {
      name: 'both countries are the two told last',
      sentences: [
        'Chad/Chad/NNP/2/nsubj accused/accuse/VBD/0/root Libya/Libya/NNP/2/obj',
        'Both/both/DT/2/det countries/country/NNS/3/nsubj waited/wait/VBD/0/root',
      ],
      expected: ['Chad = TCD', 'Libya = LBY', 'Both countries = LBY+TCD'],
    },
    {
      name: 'the group is the one told before',
      sentences: [
        'Hamas/Hamas/NNP/2/nsubj met/meet/VBD/0/root Egypt/Egypt/NNP/2/obj',
        'The/the/DT/2/det group/group/NN/3/nsubj agreed/agree/VBD/0/root',
      ],
      expected: ['Hamas = hamas', 'Egypt = EGY', 'The group = hamas'],
    },
    {
      name: 'a group told for the first time is none before',
      sentences: [
        'Hamas/Hamas/NNP/2/nsubj met/meet/VBD/0/root Egypt/Egypt/NNP/2/obj',
        'A/a/DT/2/det country/country/NN/3/nsubj agreed/agree/VBD/0/root',
      ],
      expected: ['Hamas = hamas', 'Egypt = EGY'],
    },
    {
      name: 'the South is the counterpart of the North named',
      sentences: [
        'North/North/NNP/2/compound Korea/Korea/NNP/3/nsubj fired/fire/VBD/0/root',
        'The/the/DT/2/det South/South/NNP/3/nsubj protested/protest/VBD/0/root',
      ],
      expected: ['North Korea = PRK', 'The South = KOR'],
    },
    {
      name: 'both of one name are one mention of two',
      sentences: [
        'North/North/NNP/4/compound and/and/CC/3/cc South/South/NNP/4/compound Korea/Korea/NNP/5/nsubj met/meet/VBD/0/root',
      ],
      expected: ['North and South Korea = PRK+KOR'],
    },
    {
      name: 'initials of a name told before',
      sentences: [
        'The/the/DT/4/det Free/Free/NNP/4/compound Valley/Valley/NNP/4/compound Movement/Movement/NNP/5/nsubj met/meet/VBD/0/root',
        'FVM/FVM/NNP/2/nsubj left/leave/VBD/0/root',
      ],
      expected: ['The Free Valley Movement = free-valley-movement', 'FVM = free-valley-movement'],
    },
  ])('$name', ({ sentences, expected }) => {
    expect(mentionsOf(treeOf(...sentences))).toEqual(expected);
  });
});

describe('given spans', () => {
  test('exactly those become mentions, resolved where the rules reach them', () => {
    const doc = treeOf(SHELLING);
    const given = {
      ...doc,
      givenEntities: [
        { start: 0, end: 11 },
        { start: 20, end: 31 },
      ],
    };
    const { mentions } = resolveActors(given, ACTORS, null);
    expect(mentions.map(({ form, entities }) => [form, ...entities])).toEqual([
      ['given', 'THA:MIL'],
      ['given', 'village'],
    ]);
  });

  test('no two share a head', () => {
    const doc = treeOf(SHELLING);
    const given = {
      ...doc,
      givenEntities: [
        { start: 0, end: 11 },
        { start: 5, end: 11 },
      ],
    };
    const { mentions } = resolveActors(given, ACTORS, null);
    expect(new Set(mentions.map(({ head }) => head)).size).toBe(mentions.length);
  });
});

test('the same document resolves the same twice', () => {
  const doc = treeOf(SHELLING);
  expect(resolveActors(doc, ACTORS, null)).toEqual(resolveActors(doc, ACTORS, null));
});
