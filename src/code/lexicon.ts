import type { DataFiles } from '../knowledge/index.ts';
import { type CameoProfile, loadCameoProfile } from './cameo-profile.ts';
import { loadSpeech, type SpeechLexicon } from './claims/index.ts';
import { type Confidence, loadConfidence } from './events/confidence.ts';
import { type ContextWords, loadContextWords } from './events/context-words.ts';
import { loadModeWords, type ModeWords } from './events/mode-words.ts';
import { loadMatchLexicon, type MatchLexicon } from './match/lexicon.ts';
import { loadTieLexicon, type TieLexicon } from './ties/index.ts';

/** The words coding turns on: frames, operators, noun classes, speech verbs, tie patterns. */
export interface Lexicon {
  readonly match: MatchLexicon;
  readonly contexts: ContextWords;
  readonly modes: ModeWords;
  /** How often such events are right. */
  readonly confidence: Confidence;
  readonly speech: SpeechLexicon;
  readonly ties: TieLexicon;
  readonly cameo: CameoProfile;
}

/** Reads the lexicon from the data files.
 * @throws RangeError naming file and line for anything malformed */
export function loadLexicon(files: DataFiles): Lexicon {
  return {
    match: loadMatchLexicon(files),
    contexts: loadContextWords(files),
    modes: loadModeWords(files),
    confidence: loadConfidence(files),
    speech: loadSpeech(files),
    ties: loadTieLexicon(files),
    cameo: loadCameoProfile(files),
  };
}

/** Lemmas of the verbs that events and statements are told with. */
export function newsVerbs({ match, speech }: Lexicon): ReadonlySet<string> {
  const frames = match.frames.filter(({ kind }) => kind === 'verb' || kind === 'weak');
  const lemmas = [...frames, ...match.operators].map(({ lemma }) => lemma);
  return new Set([...lemmas, ...speech.verbs.keys()].map((lemma) => lemma.split(/[+_]/)[0] ?? lemma));
}
