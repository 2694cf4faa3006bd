import type { TokenRange } from '../../base/index.ts';
import type { Token } from '../../document/index.ts';
import { mendBrokenCompounds, mendCaseNouns, mendSecondSubjects, mendTitlePrepositions } from './broken-phrase.ts';
import { ClauseTree, type LemmaOf } from './clause-tree.ts';
import { mendClosedAsides } from './closed-aside.ts';
import { mendForcedObjects, mendJoinedGerunds, mendJoinedSpeech, mendJoinedVerbs } from './joined-verb.ts';
import {
  mendAppearances,
  mendAsideVerbs,
  mendHostages,
  mendListedSubjects,
  mendListeners,
  mendListingAgents,
  mendShotDead,
  mendSplitSubjects,
  mendWhoseClauses,
} from './lost-doer.ts';
import { mendJoinedSubjects, mendLostSubjects, mendOfSubjects } from './lost-subject.ts';
import { mendLostVerb } from './lost-verb.ts';
import {
  mendAsides,
  mendOpeners,
  mendParticiples,
  mendResults,
  mendSharedSpeakers,
  mendSources,
  mendTensedJoints,
} from './misplaced-clause.ts';
import {
  mendAdverbs,
  mendChargedDeeds,
  mendDescribingGerunds,
  mendGerundNouns,
  mendGerundSubjects,
  mendNounVerbs,
  mendPastForms,
  mendRankNouns,
  mendVerbModifiers,
  mendVerbNouns,
} from './mistagged-word.ts';
import { mendContactRelatives, mendReducedRelatives, mendTrainedDoers } from './reduced-relative.ts';

/** In order: who is the verb is settled before whose subject is missing. */
const MENDERS: readonly ((tree: ClauseTree) => void)[] = [
  mendPastForms,
  mendAdverbs,
  mendNounVerbs,
  mendVerbNouns,
  mendGerundNouns,
  mendGerundSubjects,
  mendRankNouns,
  mendChargedDeeds,
  mendDescribingGerunds,
  mendVerbModifiers,
  mendBrokenCompounds,
  mendCaseNouns,
  mendTitlePrepositions,
  mendAsides,
  mendSources,
  mendParticiples,
  mendResults,
  mendTensedJoints,
  mendOpeners,
  mendAppearances,
  mendSplitSubjects,
  mendShotDead,
  mendHostages,
  mendOfSubjects,
  mendWhoseClauses,
  mendAsideVerbs,
  mendListedSubjects,
  mendListeners,
  mendListingAgents,
  mendForcedObjects,
  mendJoinedGerunds,
  mendJoinedVerbs,
  mendJoinedSpeech,
  mendSharedSpeakers,
  mendSecondSubjects,
  mendTrainedDoers,
  mendReducedRelatives,
  mendContactRelatives,
  mendClosedAsides,
  mendLostVerb,
  mendJoinedSubjects,
  mendLostSubjects,
];

/** Puts clauses right that no English sentence can have as the parser built them: a finite verb without subject right after a noun phrase,
 * a sentence without verb, a complement clause without subject. A mended tree that is no tree is dropped.
 * @param sentences ranges of the tokens; words outside them stay as they are
 * @param lemmaOf for words that get another tag */
export function mendClauses(tokens: readonly Token[], sentences: readonly TokenRange[], lemmaOf: LemmaOf): readonly Token[] {
  return sentences.flatMap(({ from, to }) => {
    const words = tokens.slice(from, to);
    const tree = new ClauseTree(words, lemmaOf);
    for (const mend of MENDERS) mend(tree);
    return tree.isWhole() ? tree.tokens() : words;
  });
}
