import type { Token } from '../../document/index.ts';
import type { MatchLexicon } from '../match/lexicon.ts';
import { type FrameMatch, type MatchContext, matchFrames } from '../match/match-frames.ts';
import type { Normaliser } from '../match/normalise.ts';
import { nounKeys } from '../match/noun-phrase.ts';
import type { Draft } from './draft.ts';
import { fillRecipients, fillRole } from './fill-roles.ts';

const CONTENT_TAGS: ReadonlySet<string> = new Set(['VERB', 'NOUN', 'ADJ', 'PROPN']);

/** One draft for every word that some frame codes, by its most specific reading, before operators and attribution. */
export function draftEvents(
  tokens: readonly Token[],
  normaliser: Normaliser,
  lexicon: MatchLexicon,
  context: MatchContext,
): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const token of tokens) {
    if (
      (!CONTENT_TAGS.has(token.upos) && !normaliser.isVerbal(token)) ||
      (isAttribute(token) && !normaliser.hiddenClause(token))
    )
      continue;
    const frames = framesOf(token, normaliser, lexicon, context);
    if (frames.length === 0) continue;
    const predicate = normaliser.predicate(token);
    const best = matchFrames(predicate, frames, context)[0];
    if (best) drafts.push(toDraft(best, context));
  }
  return drafts;
}

/** "the wounded man", "a shelling campaign": a quality of something else, not told as an event. */
function isAttribute(token: Token): boolean {
  return token.deprel === 'amod' || token.deprel === 'compound';
}

function framesOf(token: Token, normaliser: Normaliser, lexicon: MatchLexicon, context: MatchContext) {
  if (normaliser.isVerbal(token) || token.upos === 'ADJ') return lexicon.framesFor(token.lemma.toLowerCase());
  if (context.parties.mentionAt(token)?.head === token.index && token.upos === 'PROPN') return [];
  if (isOnlyNamed(token, context)) return [];
  return [...new Set(nounKeys(context.tree, token))]
    .filter((key) => key.includes('_') || key === token.lemma.toLowerCase())
    .flatMap((key) => lexicon.framesFor(key));
}

/** "an act of war", "prisoners of war": no war is told of. */
function isOnlyNamed(token: Token, { tree }: MatchContext): boolean {
  const head = token.deprel === 'nmod' && token.lemma.toLowerCase() === 'war' ? tree.head(token) : null;
  return head !== null && /^(?:act|declaration|prisoner|weapon|veteran|state|theatre|law)$/.test(head.lemma.toLowerCase());
}

/** The draft for a predicate read by one frame. */
function toDraft(match: FrameMatch, context: MatchContext): Draft {
  const { frame, predicate } = match;
  const actors = fillRole(predicate, frame.actor, context);
  return {
    predicate,
    top: predicate.token,
    trigger: [predicate.token],
    type: frame.type,
    modes: frame.modes,
    rule: frame.id,
    score: match.score,
    actors,
    recipients: fillRecipients(predicate, frame.recipient, context, actors),
    governed: null,
    governor: null,
  };
}
