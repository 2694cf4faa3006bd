import { expect, test } from 'vitest';
import { treeOf } from '../../../test/support/tree-of.ts';
import type { Token } from '../../document/index.ts';
import { mendClauses } from './mend-clauses.ts';

function mended(sentence: string): readonly Token[] {
  const { tokens } = treeOf(sentence);
  return mendClauses(tokens, [{ from: 0, to: tokens.length }], (form) => form.replace(/ed$/, ''));
}

function hangs(tokens: readonly Token[], form: string): string {
  const token = tokens.find((each) => each.form === form);
  return `${token?.deprel} ${token && token.head >= 0 ? tokens[token.head]?.form : '-'}`;
}

test.each([
  [
    'a second object that stands before a finite verb',
    'Police/police/NNS/2/nsubj made/make/VBD/0/root arrests/arrest/NNS/2/obj and/and/CC/6/cc the/the/DT/6/det sheikh/sheikh/NN/3/conj denounced/denounce/VBD/2/conj it/it/PRP/7/obj',
    { sheikh: 'nsubj denounced', and: 'cc denounced' },
  ],
  [
    'a phrase after a subordinator read as preposition',
    'Oslo/Oslo/NNP/2/nsubj closed/close/VBD/0/root roads/road/NNS/2/obj after/after/IN/5/case Bern/Bern/NNP/3/nmod jailed/jail/VBD/2/conj a/a/DT/8/det spy/spy/NN/6/obj',
    { Bern: 'nsubj jailed', after: 'mark jailed', jailed: 'advcl closed' },
  ],
  [
    'a verb read as participle of the root',
    'The/the/DT/2/det council/council/NN/0/root called/call/VBN/2/acl on/on/IN/5/case Chad/Chad/NNP/3/obl to/to/TO/7/mark act/act/VB/3/advcl ./././2/punct',
    { council: 'nsubj called', called: 'root -' },
  ],
  [
    'a verb after the aside of the root',
    'Chad/Chad/NNP/0/root ,/,/,/1/punct which/which/WDT/4/nsubj has/have/VBZ/1/acl:relcl hills/hill/NNS/4/obj ,/,/,/7/punct bombed/bomb/VBN/5/acl Niger/Niger/NNP/7/obj ./././1/punct',
    { Chad: 'nsubj bombed', bombed: 'root -', Niger: 'obj bombed', has: 'acl:relcl Chad' },
  ],
  [
    'a participle read as main verb',
    'Troops/troops/NNS/2/nsubj sent/send/VBD/0/root north/north/RB/2/advmod were/be/VBD/5/aux:pass ambushed/ambush/VBN/2/ccomp',
    { Troops: 'nsubj:pass ambushed', sent: 'acl Troops', ambushed: 'root -' },
  ],
  [
    'a describing clause read as complement',
    'Mali/Mali/NNP/2/nsubj freed/free/VBD/0/root soldiers/soldier/NNS/2/obj it/it/PRP/6/nsubj had/have/VBD/6/aux held/hold/VBN/2/ccomp',
    { held: 'acl:relcl soldiers' },
  ],
  [
    'a verb read as adjective after an aside',
    'Chad/Chad/NNP/0/root ,/,/,/1/punct which/which/WDT/4/nsubj has/have/VBZ/1/acl:relcl hills/hill/NNS/4/obj ,/,/,/8/punct blamed/blamed/JJ/8/amod Niger/Niger/NNP/5/appos ./././1/punct',
    { Chad: 'nsubj blamed', blamed: 'root -', Niger: 'obj blamed' },
  ],
  [
    'a compound over a comma',
    'Oman/Oman/NNP/2/nsubj urged/urge/VBD/8/ccomp to/to/TO/4/mark reopen/reopen/VB/2/xcomp roads/road/NNS/7/compound ,/,/,/5/punct officials/official/NNS/8/nsubj said/say/VBD/0/root',
    { roads: 'obj reopen' },
  ],
  [
    'a name read as second subject',
    'Gangs/gang/NNS/6/nsubj led/lead/VBN/1/acl by/by/IN/4/case officer/officer/NN/2/obl:agent Koch/Koch/NNP/6/nsubj fled/flee/VBD/0/root',
    { Koch: 'appos officer', Gangs: 'nsubj fled' },
  ],
  [
    'a past form tagged as present and one tagged as noun',
    'Guards/guard/NNS/2/nsubj shook/shook/VBP/0/root a/a/DT/4/det boy/boy/NN/2/obj and/and/CC/6/cc shot/shot/NN/4/conj one/one/CD/6/flat',
    { shot: 'conj shook', one: 'obj shot' },
  ],
  [
    'a verb tagged as noun after its subject',
    'Army/army/NN/2/compound shot/shot/NN/0/root down/down/IN/5/case a/a/DT/5/det jet/jet/NN/2/nmod',
    { Army: 'nsubj shot', jet: 'obj shot', down: 'compound:prt shot' },
  ],
  [
    'an adverb read as verb',
    'Oman/Oman/NNP/2/nsubj wants/want/VBZ/0/root to/to/TO/4/mark sharply/sharply/VB/2/xcomp cut/cut/VBN/6/amod aid/aid/NN/4/obj',
    { sharply: 'advmod cut', cut: 'xcomp wants', aid: 'obj cut' },
  ],
  [
    'a noun read as verb',
    'Clashes/clash/VBZ/0/root between/between/IN/3/case gangs/gang/NNS/1/obl broke/break/VBD/1/conj out/out/RP/4/compound:prt',
    { Clashes: 'nsubj broke', gangs: 'nmod Clashes', broke: 'root -' },
  ],
  [
    'a verb read as participle of its object',
    'Gunmen/gunman/NNS/0/root massacred/massacre/VBN/3/amod farmers/farmer/NNS/1/nmod',
    { Gunmen: 'nsubj massacred', farmers: 'obj massacred' },
  ],
  [
    'an aside read as second subject',
    'Contras/Contras/NNPS/5/nsubj ,/,/,/3/punct rebels/rebel/NNS/5/nsubj ,/,/,/3/punct fled/flee/VBD/0/root',
    { rebels: 'appos Contras', Contras: 'nsubj fled' },
  ],
  [
    'the second half of a subject',
    'In/in/IN/2/case talks/talk/NNS/7/obl ,/,/,/4/punct ministers/minister/NNS/2/appos and/and/CC/6/cc rebels/rebel/NNS/7/nsubj met/meet/VBD/0/root',
    { ministers: 'nsubj met', rebels: 'conj ministers', and: 'cc rebels' },
  ],
  [
    'the first of a list of subjects',
    'Truckers/trucker/NNS/6/nsubj ,/,/,/3/punct dockers/docker/NNS/6/nsubj and/and/CC/5/cc teachers/teacher/NNS/3/conj struck/strike/VBD/0/root',
    { Truckers: 'nsubj struck', dockers: 'conj Truckers' },
  ],
  [
    'a gerund that is fought between two',
    'Fighting/fight/VBG/6/advcl between/between/IN/3/case clans/clan/NNS/1/obl and/and/CC/5/cc police/police/NNS/6/nsubj resumed/resume/VBD/0/root',
    { Fighting: 'nsubj resumed', clans: 'nmod Fighting', police: 'conj clans' },
  ],
  [
    'a phrase before a short aside',
    'Chad/Chad/NNP/2/nsubj freed/free/VBD/0/root men/man/NNS/2/obj and/and/CC/5/cc Mali/Mali/NNP/3/conj ,/,/,/8/punct in/in/IN/8/case return/return/NN/2/obl ,/,/,/8/punct paid/pay/VBD/2/conj',
    { Mali: 'nsubj paid', and: 'cc paid' },
  ],
  [
    'a source before a colon read as subject',
    'Watan/Watan/NNP/4/nsubj :/:/:/1/punct Clerics/cleric/NNS/1/appos forbade/forbid/VBD/0/root it/it/PRP/4/obj',
    { Clerics: 'nsubj forbade', Watan: 'parataxis forbade' },
  ],
  [
    'a participle hung on the verb above its noun',
    'Oman/Oman/NNP/2/nsubj visited/visit/VBD/0/root men/man/NNS/2/obj held/hold/VBN/2/advcl by/by/IN/6/case rebels/rebel/NNS/4/obl:agent',
    { held: 'acl men' },
  ],
  [
    'past tense joined to a perfect',
    'Oman/Oman/NNP/2/nsubj said/say/VBD/0/root troops/troops/NNS/5/nsubj had/have/VBD/5/aux fled/flee/VBN/2/ccomp and/and/CC/7/cc asked/ask/VBD/5/conj',
    { asked: 'conj said' },
  ],
  [
    'a verb joined to its subject',
    'Mobs/mob/NNS/2/nsubj rioted/riot/VBD/0/root ;/;/:/4/punct aides/aide/NNS/2/obj ,/,/,/7/punct by/by/IN/7/case contrast/contrast/NN/4/nmod ,/,/,/4/punct fled/flee/VBN/4/conj',
    { aides: 'nsubj fled', fled: 'parataxis rioted' },
  ],
  [
    'a phrase before an aside',
    'Mobs/mob/NNS/2/nsubj rioted/riot/VBD/0/root ;/;/:/5/punct the/the/DT/5/det mayor/mayor/NN/2/obj ,/,/,/7/punct Koch/Koch/NNP/5/appos ,/,/,/5/punct fled/flee/VBD/2/conj',
    { mayor: 'nsubj fled' },
  ],
  [
    'a past tense joined to the object before it',
    'Oslo/Oslo/NNP/2/nsubj condemned/condemn/VBD/0/root the/the/DT/4/det raid/raid/NN/2/obj and/and/CC/6/cc called/call/VBN/4/conj for/for/IN/8/case calm/calm/NN/6/obl',
    { called: 'conj condemned' },
  ],
  [
    'words of the speaker joined to what is said',
    'Koch/Koch/NNP/2/nsubj replied/reply/VBD/0/root Oslo/Oslo/NNP/5/nsubj was/be/VBD/5/cop wrong/wrong/JJ/2/ccomp and/and/CC/7/cc threatened/threaten/VBD/5/conj sanctions/sanction/NNS/7/obj',
    { threatened: 'conj replied', wrong: 'ccomp replied' },
  ],
  [
    'the whole of a split subject',
    'Police/police/NNS/2/nsubj came/come/VBD/0/root after/after/IN/5/case a/a/DT/5/det band/band/NN/2/obl of/of/IN/8/case thieves/thief/NNS/8/nsubj robbed/rob/VBD/5/nmod a/a/DT/10/det bank/bank/NN/8/obj',
    { band: 'nsubj robbed', thieves: 'nmod band', after: 'mark robbed', robbed: 'advcl came' },
  ],
  [
    'who is shot dead',
    'Thieves/thief/NNS/2/nsubj shot/shoot/VBD/0/root dead/dead/JJ/2/advmod a/a/DT/5/det guard/guard/NN/3/obj',
    { guard: 'obj shot', dead: 'xcomp shot' },
  ],
  [
    'how somebody appears',
    'Men/man/NNS/2/nsubj dressed/dress/VBD/0/root as/as/IN/4/case monks/monk/NNS/2/obl robbed/rob/VBD/2/advcl a/a/DT/7/det bank/bank/NN/5/obj',
    { Men: 'nsubj robbed', dressed: 'acl Men', robbed: 'root -' },
  ],
  [
    'who is told',
    'Koch/Koch/NNP/2/nsubj told/tell/VBD/0/root reporters/reporter/NNS/5/nsubj they/they/PRP/5/nsubj won/win/VBD/2/ccomp',
    { reporters: 'iobj told', they: 'nsubj won' },
  ],
  [
    'who lists somebody as something',
    'It/it/PRP/3/nsubj:pass is/be/VBZ/3/aux:pass listed/list/VBN/0/root as/as/IN/6/case a/a/DT/6/det gang/gang/NN/3/obl by/by/IN/8/case Oslo/Oslo/NNP/6/nmod',
    { Oslo: 'obl:agent listed' },
  ],
  [
    'the owner before whose',
    'Chad/Chad/NNP/5/nsubj ,/,/,/1/punct whose/whose/WP$/4/nmod:poss men/man/NNS/5/nsubj crossed/cross/VBD/8/advcl ,/,/,/5/punct has/have/VBZ/8/aux left/leave/VBN/0/root',
    { Chad: 'nsubj left', crossed: 'acl:relcl Chad' },
  ],
  [
    'a verb after an aside, with another joined to it',
    'Chad/Chad/NNP/10/nsubj ,/,/,/4/punct a/a/DT/4/det land/land/NN/1/appos ,/,/,/4/punct called/call/VBN/4/acl for/for/IN/8/case calm/calm/NN/6/obl and/and/CC/10/cc asked/ask/VBD/0/root them/they/PRP/10/obj',
    { Chad: 'nsubj called', called: 'root -', asked: 'conj called' },
  ],
  [
    'a list of names read as an aside',
    'Chad/Chad/NNP/6/nsubj ,/,/,/1/punct Mali/Mali/NNP/1/appos and/and/CC/5/cc Togo/Togo/NNP/3/conj signed/sign/VBD/0/root',
    { Mali: 'conj Chad', Togo: 'conj Chad' },
  ],
  [
    'a participle read as doing something to who does it',
    'He/he/PRP/2/nsubj joined/join/VBD/0/root a/a/DT/4/det crowd/crowd/NN/2/obj of/of/IN/6/mark chanting/chant/VBG/4/acl nuns/nun/NNS/6/obj on/on/IN/9/case Monday/Monday/NNP/6/obl',
    { nuns: 'nmod crowd', chanting: 'amod nuns', Monday: 'obl joined' },
  ],
  [
    'a perfect joined to the object before it',
    'It/it/PRP/2/nsubj said/say/VBD/0/root men/man/NNS/5/nsubj had/have/VBD/5/aux won/win/VBN/2/ccomp gold/gold/NN/5/obj and/and/CC/8/cc lost/lose/VBD/6/conj none/none/NN/8/obj',
    { lost: 'conj won' },
  ],
  [
    'a deed somebody is accused of',
    'Chad/Chad/NNP/2/nsubj accused/accuse/VBD/0/root Oslo/Oslo/NNP/2/obj of/of/IN/6/case robbing/rob/VBG/6/amod nuns/nun/NNS/3/nmod',
    { nuns: 'obj robbing', robbing: 'advcl accused' },
  ],
  [
    'a clause behind unless',
    'Chad/Chad/NNP/2/nsubj vowed/vow/VBD/0/root raids/raid/NNS/2/obj unless/unless/IN/5/case Oslo/Oslo/NNP/6/nsubj left/leave/VBD/3/acl',
    { left: 'advcl vowed', unless: 'mark left' },
  ],
  [
    'a preposition hung on a title',
    'Koch/Koch/NNP/2/nsubj spoke/speak/VBD/0/root to/to/IN/4/case King/King/NNP/5/compound Olaf/Olaf/NNP/2/obl',
    { to: 'case Olaf' },
  ],
])('mends %s', (_what, sentence, wanted) => {
  const tokens = mended(sentence);
  for (const [form, hanging] of Object.entries(wanted)) expect(hangs(tokens, form)).toBe(hanging);
});

test.each([
  [
    'a shared subject',
    'Rebels/rebel/NNS/2/nsubj came/come/VBD/0/root ,/,/,/4/punct saw/see/VBD/2/conj and/and/CC/6/cc won/win/VBD/2/conj',
  ],
  [
    'a day before its verb',
    'Envoys/envoy/NNS/2/nsubj met/meet/VBD/0/root and/and/CC/6/cc last/last/JJ/5/amod week/week/NN/6/obl signed/sign/VBD/2/conj',
  ],
  [
    'the second of a pair',
    'War/war/NN/6/nsubj between/between/IN/3/case Oslo/Oslo/NNP/1/nmod and/and/CC/5/cc Bern/Bern/NNP/3/conj began/begin/VBD/0/root',
  ],
  ['a headline', 'Man/man/NN/0/root shot/shoot/VBN/1/acl in/in/IN/4/case Oslo/Oslo/NNP/2/obl'],
  ['a noun that looks like a past form', 'The/the/DT/2/det shot/shot/NN/3/nsubj hit/hit/VBD/0/root one/one/CD/3/obj'],
  [
    'coordination of two passives',
    'He/he/PRP/2/nsubj said/say/VBD/0/root men/man/NNS/5/nsubj were/be/VBD/5/aux:pass held/hold/VBN/2/ccomp and/and/CC/7/cc fled/flee/VBD/5/conj',
  ],
  [
    'a clause that is told to somebody',
    'She/she/PRP/2/nsubj told/tell/VBD/0/root men/man/NNS/2/obj they/they/PRP/5/nsubj won/win/VBD/2/ccomp',
  ],
  [
    'passives joined inside what is said',
    'Police/police/NNS/2/nsubj said/say/VBD/0/root he/he/PRP/5/nsubj:pass was/be/VBD/5/aux:pass held/hold/VBN/2/ccomp and/and/CC/7/cc accused/accuse/VBN/5/conj of/of/IN/9/case theft/theft/NN/7/obl',
  ],
  [
    'a name with two epithets',
    'Koch/Koch/NNP/8/nsubj ,/,/,/3/punct President/President/NNP/1/appos and/and/CC/5/cc Chairman/Chairman/NNP/3/conj ,/,/,/3/punct soon/soon/RB/8/advmod left/leave/VBD/0/root',
  ],
  [
    'participles joined on one noun',
    'He/he/PRP/2/nsubj saw/see/VBD/0/root men/man/NNS/2/obj beaten/beat/VBN/3/acl and/and/CC/6/cc robbed/rob/VBN/4/conj',
  ],
  [
    'a campaign of doing something to somebody',
    'He/he/PRP/2/nsubj led/lead/VBD/0/root a/a/DT/4/det band/band/NN/2/obj of/of/IN/6/mark robbing/rob/VBG/4/acl nuns/nun/NNS/6/obj',
  ],
])('leaves %s alone', (_what, sentence) => {
  expect(mended(sentence)).toEqual(treeOf(sentence).tokens);
});
