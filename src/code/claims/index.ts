export { findClaims } from './find-claims.ts';
export { loadSpeech, type SpeechLexicon } from './lexicon.ts';
