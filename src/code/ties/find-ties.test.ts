import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolvedOf } from '../../../test/support/resolved-of.ts';
import { treeOf } from '../../../test/support/tree-of.ts';
import { findClaims, loadSpeech } from '../claims/index.ts';
import { findTies, loadTieLexicon } from './index.ts';

const files = new Map(
  ['speech/verbs.tsv', 'speech/words.tsv', 'speech/conditions.tsv', 'ties/patterns.tsv', 'ties/words.tsv'].map((path) => [
    path,
    readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'),
  ]),
);
const speech = loadSpeech(files);
const lexicon = loadTieLexicon(files);

/** Ties as `from kind to attributedTo deniedBy`, `-` where the report says so itself. */
function tiesOf(sentences: readonly string[], actors: Readonly<Record<string, string>>): readonly string[] {
  const doc = resolvedOf(treeOf(...sentences), actors);
  return findTies(doc, findClaims(doc, speech), lexicon).map((tie) =>
    [tie.from, tie.kind, tie.to, tie.attributedTo ?? '-', ...tie.deniedBy].join(' '),
  );
}

// Words as form/lemma/tag/head/relation; some trees are wrong in the way the parser gets them wrong, and are to be read all the same.
describe('findTies', () => {
  test.each<{ name: string; sentences: string[]; actors: Record<string, string>; ties: string[] }>([
    {
      name: 'spokesman in apposition',
      sentences: [
        'Salem/salem/UH/8/discourse ,/,/,/1/punct a/a/DT/4/det spokesman/spokesman/NN/8/nsubj for/for/IN/6/case Fatah/Fatah/NNP/4/nmod ,/,/,/4/punct left/leave/VBD/0/root the/the/DT/10/det town/town/NN/8/obj ./././8/punct',
      ],
      actors: { Salem: 'person:salem', Fatah: 'fatah' },
      ties: ['salem speaks-for fatah -'],
    },
    {
      name: 'leader before the name',
      sentences: [
        'Hamas/Hamas/NNP/2/compound leader/leader/NN/4/nsubj Haniyeh/Haniyeh/NNP/4/nsubj left/leave/VBD/0/root the/the/DT/6/det town/town/NN/4/obj ./././4/punct',
      ],
      actors: { Haniyeh: 'person:haniyeh', Hamas: 'hamas' },
      ties: ['haniyeh leads hamas -'],
    },
    {
      name: 'president and state',
      sentences: [
        'President/President/NNP/2/nmod:desc Museveni/Museveni/NNP/3/nsubj met/meet/VBD/0/root the/the/DT/5/det generals/general/NNS/3/obj in/in/IN/7/case Uganda/Uganda/NNP/5/nmod ./././3/punct',
      ],
      actors: { Museveni: 'person:UGA-museveni', Uganda: 'UGA' },
      ties: ['UGA-museveni leads UGA -'],
    },
    {
      name: 'allegiance',
      sentences: [
        'Jundallah/Jundallah/NNP/2/nsubj pledged/pledge/VBD/0/root allegiance/allegiance/NN/2/obj to/to/IN/5/case Daesh/Daesh/NNP/2/obl ./././2/punct',
      ],
      actors: { Jundallah: 'jundallah', Daesh: 'daesh' },
      ties: ['jundallah allegiance daesh -'],
    },
    {
      name: 'passive support',
      sentences: [
        'Hezbollah/Hezbollah/NNP/3/nsubj:pass is/be/VBZ/3/aux:pass backed/back/VBN/0/root by/by/IN/5/case Iran/Iran/NNP/3/obl:agent ./././3/punct',
      ],
      actors: { Hezbollah: 'hezbollah', Iran: 'IRN' },
      ties: ['IRN supports hezbollah -'],
    },
    {
      name: 'offshoot',
      sentences: [
        'Jundallah/Jundallah/NNP/4/nsubj is/be/VBZ/4/cop an/a/DT/4/det offshoot/offshoot/NN/0/root of/of/IN/6/case Daesh/Daesh/NNP/4/nmod ./././4/punct',
      ],
      actors: { Jundallah: 'jundallah', Daesh: 'daesh' },
      ties: ['jundallah split-from daesh -'],
    },
    {
      name: 'breakaway',
      sentences: [
        'Jundallah/Jundallah/NNP/2/nsubj broke/break/VBD/0/root away/away/RB/2/advmod from/from/IN/5/case Daesh/Daesh/NNP/2/obl ./././2/punct',
      ],
      actors: { Jundallah: 'jundallah', Daesh: 'daesh' },
      ties: ['jundallah split-from daesh -'],
    },
    {
      name: 'sanctuary',
      sentences: [
        'Sudan/Sudan/NNP/2/nsubj provides/provide/VBZ/0/root sanctuary/sanctuary/NN/2/obj for/for/IN/5/case Jundallah/Jundallah/NNP/3/nmod ./././2/punct',
      ],
      actors: { Jundallah: 'jundallah', Sudan: 'SDN' },
      ties: ['SDN hosts jundallah -'],
    },
    {
      name: 'relative clause',
      sentences: [
        'Jundallah/Jundallah/NNP/9/nsubj ,/,/,/1/punct which/which/WDT/5/nsubj is/be/VBZ/5/aux fighting/fight/VBG/9/advcl against/against/IN/7/case Sudan/Sudan/NNP/5/obl ,/,/,/5/punct left/leave/VBD/0/root the/the/DT/11/det town/town/NN/9/obj ./././9/punct',
      ],
      actors: { Jundallah: 'jundallah', Sudan: 'SDN' },
      ties: ['jundallah opposes SDN -'],
    },
    {
      name: 'led by',
      sentences: [
        'Jundallah/Jundallah/NNP/3/nsubj ,/,/,/1/punct led/lead/VBN/7/advcl by/by/IN/5/case Bashir/Bashir/NNP/3/obl:agent ,/,/,/3/punct left/leave/VBD/0/root the/the/DT/9/det town/town/NN/7/obj ./././7/punct',
      ],
      actors: { Jundallah: 'jundallah', Bashir: 'person:bashir' },
      ties: ['bashir leads jundallah -'],
    },
    {
      name: 'linked to',
      sentences: [
        'Jundallah/Jundallah/NNP/9/nsubj ,/,/,/4/punct a/a/DT/4/det group/group/NN/1/appos linked/link/VBN/4/acl to/to/IN/7/case Daesh/Daesh/NNP/5/obl ,/,/,/1/punct left/leave/VBD/0/root the/the/DT/11/det town/town/NN/9/obj ./././9/punct',
      ],
      actors: { Jundallah: 'jundallah', Daesh: 'daesh' },
      ties: ['jundallah allied daesh -'],
    },
    {
      name: 'said by one and denied by the other',
      sentences: [
        'Chad/Chad/NNP/2/nsubj says/say/VBZ/0/root that/that/IN/5/mark Sudan/Sudan/NNP/5/nsubj supports/support/VBZ/2/ccomp Jundallah/Jundallah/NNP/5/obj ,/,/,/9/punct a/a/DT/9/det charge/charge/NN/6/appos Sudan/Sudan/NNP/11/compound denies/deny/NNS/9/nmod ./././2/punct',
      ],
      actors: { Jundallah: 'jundallah', Sudan: 'SDN', Chad: 'TCD' },
      ties: ['SDN supports jundallah TCD SDN'],
    },
    {
      name: 'loyal to',
      sentences: [
        'The/the/DT/3/det Nukhba/Nukhba/NNP/3/compound brigades/brigade/NNS/5/nsubj are/be/VBP/5/cop loyal/loyal/JJ/0/root to/to/IN/7/case Haftar/Haftar/NNP/5/obl ./././5/punct',
      ],
      actors: { Nukhba: 'nukhba', brigades: 'nukhba', Haftar: 'person:haftar' },
      ties: ['nukhba supports haftar -'],
    },
    {
      name: 'also known as',
      sentences: [
        'Daesh/Daesh/NNP/8/nsubj ,/,/,/4/punct also/also/RB/4/advmod known/know/VBN/1/acl as/as/IN/6/case ISIS/ISIS/NNP/4/obl ,/,/,/1/punct lost/lose/VBD/0/root the/the/DT/10/det town/town/NN/8/obj ./././8/punct',
      ],
      actors: { Daesh: 'daesh', ISIS: 'daesh' },
      ties: ['daesh alias daesh -'],
    },
  ])('$name', ({ sentences, actors, ties }) => {
    expect(tiesOf(sentences, actors)).toEqual(ties);
  });

  test.each<{ name: string; sentences: string[]; actors: Record<string, string>; ties: string[] }>([
    {
      name: 'a vow is not yet a tie',
      sentences: [
        'Iran/Iran/NNP/2/nsubj vowed/vow/VBD/0/root to/to/TO/4/mark support/support/VB/2/xcomp Hezbollah/Hezbollah/NNP/4/obj ./././2/punct',
      ],
      actors: { Hezbollah: 'hezbollah', Iran: 'IRN' },
      ties: [],
    },
    {
      name: 'negated',
      sentences: [
        'Iran/Iran/NNP/4/nsubj does/do/VBZ/4/aux not/not/RB/4/advmod support/support/VB/0/root Hezbollah/Hezbollah/NNP/4/obj ./././4/punct',
      ],
      actors: { Hezbollah: 'hezbollah', Iran: 'IRN' },
      ties: [],
    },
    {
      name: 'a former president',
      sentences: [
        'Former/former/JJ/2/amod president/president/NN/3/nmod:desc Museveni/Museveni/NNP/4/nsubj met/meet/VBD/0/root the/the/DT/6/det generals/general/NNS/4/obj in/in/IN/8/case Uganda/Uganda/NNP/6/nmod ./././4/punct',
      ],
      actors: { Museveni: 'person:UGA-museveni', Uganda: 'UGA' },
      ties: [],
    },
    {
      name: 'nobody with a name',
      sentences: [
        'The/the/DT/2/det rebels/rebel/NNS/4/nsubj:pass are/be/VBP/4/aux:pass based/base/VBN/0/root in/in/IN/6/case Sudan/Sudan/NNP/4/obl ./././4/punct',
      ],
      actors: { rebels: 'rebels', Sudan: 'SDN' },
      ties: [],
    },
    {
      name: 'an act',
      sentences: [
        'Iran/Iran/NNP/2/nsubj attacked/attack/VBD/0/root Hezbollah/Hezbollah/NNP/2/obj in/in/IN/6/case the/the/DT/6/det town/town/NN/2/obl ./././2/punct',
      ],
      actors: { Hezbollah: 'hezbollah', Iran: 'IRN' },
      ties: [],
    },
  ])('no tie: $name', ({ sentences, actors, ties }) => {
    expect(tiesOf(sentences, actors)).toEqual(ties);
  });
});

describe('loadTieLexicon', () => {
  test.each([
    { name: 'an unknown kind', line: 'back\tverb\tlikes\tsubj\tobj', error: /patterns\.tsv:2: unknown tie kind/ },
    { name: 'an unknown shape', line: 'back\tword\tsupports\tsubj\tobj', error: /patterns\.tsv:2: unknown shape/ },
    {
      name: 'an unknown class',
      line: 'back\tverb\tsupports\tsubj\tobj\tobj=@nothing',
      error: /patterns\.tsv:2: unknown class/,
    },
  ])('refuses $name with file and line', ({ line, error }) => {
    const broken = new Map(files).set('ties/patterns.tsv', `word\tshape\tkind\tfrom\tto\tif\n${line}\n`);
    expect(() => loadTieLexicon(broken)).toThrow(error);
  });
});
