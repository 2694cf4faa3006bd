import { describe, expect, test } from 'vitest';
import { treeOf } from '../../../test/support/tree-of.ts';
import { Tree } from '../../document/index.ts';
import { Normaliser } from './normalise.ts';

/** "role:form" of each argument of the word, in order. */
function argumentsOf(sentence: string, word: string): readonly string[] {
  const doc = treeOf(sentence);
  const token = doc.tokens.find((each) => each.form === word);
  if (!token) throw new RangeError(`no word "${word}"`);
  return new Normaliser(new Tree(doc.tokens)).predicate(token).arguments.map((each) => `${each.role}:${each.token.form}`);
}

describe('Normaliser', () => {
  test.each([
    [
      'active',
      'Rebels/rebel/NNS/2/nsubj shelled/shell/VBD/0/root towns/town/NNS/2/obj',
      'shelled',
      ['subj:Rebels', 'obj:towns'],
    ],
    [
      'infinitive hung on whom one asks',
      'Oman/Oman/NNP/2/nsubj urged/urge/VBD/0/root rebels/rebel/NNS/2/iobj to/to/TO/5/mark leave/leave/VB/3/acl',
      'leave',
      ['subj:rebels'],
    ],
    [
      'infinitive hung on what one makes',
      'Oman/Oman/NNP/2/nsubj made/make/VBD/0/root plans/plan/NNS/2/obj to/to/TO/5/mark leave/leave/VB/3/acl',
      'leave',
      ['subj:Oman'],
    ],
    [
      'what a measure is taken for',
      'Oman/Oman/NNP/2/nsubj sought/seek/VBD/0/root sanctions/sanction/NNS/2/obj against/against/IN/5/case Chad/Chad/NNP/3/nmod for/for/IN/7/mark arming/arm/VBG/2/advcl rebels/rebel/NNS/7/obj',
      'arming',
      ['subj:Chad', 'obj:rebels'],
    ],
    [
      'anti-',
      'Oman/Oman/NNP/2/nsubj led/lead/VBD/0/root anti-/anti-/JJ/5/amod Kurdish/Kurdish/JJ/5/amod raids/raid/NNS/2/obj',
      'raids',
      ['mod:anti-', 'against:Kurdish'],
    ],
    [
      'agent and victim hung on one another',
      'Raids/raid/NNS/0/root by/by/IN/3/case herders/herder/NNS/1/nmod on/on/IN/5/case farms/farm/NNS/3/nmod',
      'Raids',
      ['by:herders', 'on:farms'],
    ],
    [
      'owner shared by a bare second noun',
      'Their/they/PRP$/2/nmod:poss trade/trade/NN/0/root and/and/CC/4/cc talks/talk/NNS/2/conj',
      'talks',
      ['poss:Their'],
    ],
    [
      'at the hands of',
      'Men/man/NNS/2/nsubj:pass tortured/torture/VBN/0/root at/at/IN/5/case the/the/DT/5/det hands/hand/NNS/2/obl of/of/IN/7/case police/police/NNS/5/nmod',
      'tortured',
      ['subj:police', 'obj:Men', 'at:hands', 'of:police'],
    ],
    [
      'passive with agent',
      'Towns/town/NNS/3/nsubj:pass were/be/VBD/3/aux:pass shelled/shell/VBN/0/root by/by/IN/5/case rebels/rebel/NNS/3/obl:agent',
      'shelled',
      ['subj:rebels', 'obj:Towns'],
    ],
    [
      'coordinated subjects',
      'Chad/Chad/NNP/4/nsubj and/and/CC/3/cc Mali/Mali/NNP/1/conj signed/sign/VBD/0/root pacts/pact/NNS/4/obj',
      'signed',
      ['subj:Chad', 'subj:Mali', 'obj:pacts'],
    ],
    [
      'relative clause',
      'Rebels/rebel/NNS/5/nsubj who/who/WP/3/nsubj shelled/shell/VBD/1/acl:relcl towns/town/NNS/3/obj fled/flee/VBD/0/root',
      'shelled',
      ['subj:Rebels', 'obj:towns'],
    ],
    [
      'object relative',
      'Towns/town/NNS/4/nsubj rebels/rebel/NNS/3/nsubj shelled/shell/VBD/1/acl:relcl burned/burn/VBD/0/root',
      'shelled',
      ['subj:rebels', 'obj:Towns'],
    ],
    [
      'reduced passive',
      'Towns/town/NNS/5/nsubj shelled/shell/VBN/1/acl by/by/IN/4/case rebels/rebel/NNS/2/obl:agent burned/burn/VBD/0/root',
      'shelled',
      ['subj:rebels', 'obj:Towns'],
    ],
    [
      'subject control',
      'Mali/Mali/NNP/2/nsubj agreed/agree/VBD/0/root to/to/TO/4/mark release/release/VB/2/xcomp captives/captive/NNS/4/obj',
      'release',
      ['subj:Mali', 'obj:captives'],
    ],
    [
      'object control',
      'Mali/Mali/NNP/2/nsubj urged/urge/VBD/0/root Chad/Chad/NNP/2/obj to/to/TO/5/mark withdraw/withdraw/VB/2/xcomp',
      'withdraw',
      ['subj:Chad'],
    ],
    [
      'verb coordination',
      'Rebels/rebel/NNS/2/nsubj stormed/storm/VBD/0/root towns/town/NNS/2/obj and/and/CC/5/cc seized/seize/VBD/2/conj trucks/truck/NNS/5/obj',
      'seized',
      ['subj:Rebels', 'obj:trucks'],
    ],
    [
      'shared object',
      'Rebels/rebel/NNS/2/nsubj shelled/shell/VBD/0/root and/and/CC/4/cc burned/burn/VBD/2/conj towns/town/NNS/4/obj',
      'shelled',
      ['subj:Rebels', 'obj:towns'],
    ],
    [
      'gerund after an object',
      'Mali/Mali/NNP/2/nsubj accused/accuse/VBD/0/root Chad/Chad/NNP/2/obj of/of/IN/5/mark arming/arm/VBG/2/advcl rebels/rebel/NNS/5/obj',
      'arming',
      ['subj:Chad', 'obj:rebels'],
    ],
    [
      'preposition on the object',
      'Mali/Mali/NNP/2/nsubj took/take/VBD/0/root action/action/NN/2/obj against/against/IN/5/case rebels/rebel/NNS/3/nmod',
      'took',
      ['subj:Mali', 'obj:action', 'against:rebels'],
    ],
    [
      'event noun',
      "Chad/Chad/NNP/3/nmod:poss 's/s/POS/1/case shelling/shelling/NN/0/root of/of/IN/5/case towns/town/NNS/3/nmod",
      'shelling',
      ['poss:Chad', 'of:towns'],
    ],
    [
      'noun modifier',
      'The/the/DT/3/det Chadian/Chadian/JJ/3/amod attack/attack/NN/4/nsubj failed/fail/VBD/0/root',
      'attack',
      ['mod:Chadian'],
    ],
  ])('%s', (_name, sentence, word, expected) => {
    expect(argumentsOf(sentence, word)).toEqual(expected);
  });

  test.each([
    [
      'not',
      'Rebels/rebel/NNS/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod shell/shell/VB/0/root towns/town/NNS/4/obj',
      'shell',
      { negated: true, modal: null },
    ],
    [
      'no subject',
      'No/no/DT/2/det rebels/rebel/NNS/3/nsubj shelled/shell/VBD/0/root towns/town/NNS/3/obj',
      'shelled',
      { negated: true, modal: null },
    ],
    [
      'will',
      'Rebels/rebel/NNS/3/nsubj will/will/MD/3/aux shell/shell/VB/0/root towns/town/NNS/3/obj',
      'shell',
      { negated: false, modal: 'will' },
    ],
    [
      'have to',
      'Mali/Mali/NNP/2/nsubj has/have/VBZ/0/root to/to/TO/4/mark leave/leave/VB/2/xcomp',
      'leave',
      { negated: false, modal: 'must' },
    ],
    [
      'plain',
      'Rebels/rebel/NNS/2/nsubj shelled/shell/VBD/0/root towns/town/NNS/2/obj',
      'shelled',
      { negated: false, modal: null },
    ],
  ])('polarity and modality: %s', (_name, sentence, word, expected) => {
    const doc = treeOf(sentence);
    const token = doc.tokens.find((each) => each.form === word);
    if (!token) throw new RangeError(`no word "${word}"`);
    expect(new Normaliser(new Tree(doc.tokens)).predicate(token)).toMatchObject(expected);
  });

  test('a clause under "if" is conditional', () => {
    const doc = treeOf(
      'If/if/IN/3/mark rebels/rebel/NNS/3/nsubj attack/attack/VBP/5/advcl Mali/Mali/NNP/5/nsubj leaves/leave/VBZ/0/root',
    );
    const normaliser = new Normaliser(new Tree(doc.tokens));
    expect(doc.tokens.map((token) => normaliser.predicate(token).conditional)).toEqual([true, true, true, false, false]);
  });
});
