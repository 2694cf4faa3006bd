import { QUAD_OF } from '../../codebook/index.ts';
import type { Resolved } from '../../resolve/index.ts';
import { OBLIGATION_MODALS } from '../match/grammar.ts';
import type { MatchContext } from '../match/match-frames.ts';
import type { Normaliser } from '../match/normalise.ts';
import type { Predicate } from '../match/predicate.ts';
import { type Draft, partyIds } from './draft.ts';
import { fillRole } from './fill-roles.ts';

const SUBJECT = [['subj']];
/** Speech acts behind plain verbs of saying, read off what is said: "said Iran must leave" asks, "said Iran had attacked" accuses,
 * "said it would attack" threatens. They are drafts for choosing between events of a sentence; the record carries claims instead.
 * @param sayVerbs lemmas of plain verbs of saying */
export function sayDrafts(
  doc: Resolved,
  drafts: readonly Draft[],
  normaliser: Normaliser,
  context: MatchContext,
  sayVerbs: ReadonlySet<string>,
): readonly Draft[] {
  return doc.tokens
    .filter((token) => sayVerbs.has(token.lemma.toLowerCase()) && normaliser.isVerbal(token))
    .flatMap((token) => {
      const said = normaliser.predicate(token);
      const speaker = fillRole(said, SUBJECT, context);
      if (speaker.length === 0) return [];
      return said.arguments
        .filter((argument) => argument.role === 'ccomp')
        .flatMap((argument) => readContent(said, normaliser.predicate(argument.token), speaker, drafts, context));
    });
}

function readContent(
  said: Predicate,
  content: Predicate,
  speaker: Draft['actors'],
  drafts: readonly Draft[],
  context: MatchContext,
): readonly Draft[] {
  const subject = fillRole(content, SUBJECT, context);
  const inner = drafts.find((draft) => draft.top === content.token || draft.predicate.token === content.token);
  const make = (type: Draft['type'], recipients: Draft['recipients']): Draft => ({
    predicate: { ...said, negated: false, modal: null },
    top: said.token,
    trigger: [said.token],
    type,
    modes: [],
    rule: `say/${type.toLowerCase()}`,
    score: 1,
    actors: speaker,
    recipients,
    governed: null,
    governor: null,
  });
  const own = partyIds(subject).some((id) => partyIds(speaker).includes(id)) || subject.length === 0;
  if (content.modal !== null && OBLIGATION_MODALS.has(content.modal) && !own) return [make('REQUEST', subject)];
  if (!inner) return [];
  if (own) return ownAct(inner, content, speaker, make);
  if (QUAD_OF[inner.type] >= 3 && !content.negated && content.modal === null) return [make('ACCUSE', subject)];
  return [];
}

/** A speaker telling of its own act does that act: lend the speaker's name to it. */
function ownAct(
  inner: Draft,
  content: Predicate,
  speaker: Draft['actors'],
  make: (type: Draft['type'], recipients: Draft['recipients']) => Draft,
): readonly Draft[] {
  const merged = {
    ...make(inner.type, inner.recipients),
    predicate: { ...inner.predicate, negated: content.negated, modal: content.modal },
    rule: inner.rule,
    score: inner.score,
    modes: inner.modes,
    actors: speaker,
  };
  return [merged];
}
