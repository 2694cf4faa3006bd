import { contains, overlaps, type Span } from '../../base/index.ts';
import { sentenceSpan, type Token, type Trace, Tree } from '../../document/index.ts';
import type { Figure, Resolved } from '../../resolve/index.ts';
import type { SpeechLexicon } from '../claims/index.ts';
import type { Bounds, Claim, CodedEvent, Evidence } from '../coded.ts';
import type { MatchLexicon } from '../match/lexicon.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { Normaliser } from '../match/normalise.ts';
import { lemmasBelow } from '../match/noun-phrase.ts';
import { Parties } from '../match/parties.ts';
import { absorbHarm } from './absorb-harm.ts';
import { withoutAerial } from './aerial-mode.ts';
import { aimWords } from './aim-words.ts';
import { attachDetails, type Details } from './attach-details.ts';
import { borrowParties, lendDoers } from './borrow-parties.ts';
import { withSpeechActs } from './claim-drafts.ts';
import { giveClaimedDeeds } from './claimed-deeds.ts';
import { composeEvents } from './compose.ts';
import type { Confidence } from './confidence.ts';
import type { ContextWords } from './context-words.ts';
import { type Draft, partyIds } from './draft.ts';
import { draftEvents } from './draft-events.ts';
import { cluesOf } from './event-clues.ts';
import { withoutParties } from './fill-roles.ts';
import { joinHarmLater } from './harm-later.ts';
import { jointExercise } from './joint-exercise.ts';
import { judgeStatus } from './judge-status.ts';
import type { ModeWords } from './mode-words.ts';
import { aimAnswers, nameDoers } from './named-doers.ts';
import { ownForces } from './own-forces.ts';
import { linkRetellings } from './same-happening.ts';
import { isThingDoing } from './thing-doing.ts';

/** Events of a document, and for each of its figures the event it belongs to. */
export interface EventsAndFigures {
  readonly events: readonly CodedEvent[];
  readonly figureEvents: readonly (string | null)[];
}

/** What the coder turns on. */
export interface EventKnowledge {
  readonly match: MatchLexicon;
  readonly contexts: ContextWords;
  readonly modes: ModeWords;
  readonly speech: SpeechLexicon;
  readonly confidence: Confidence;
}

/** Every draft of a document in text order, after operators, before attribution; what `relate` chooses from. */
export interface DraftedDocument {
  readonly drafts: readonly Draft[];
  readonly context: MatchContext;
  readonly normaliser: Normaliser;
}

/** Finds the drafts of every sentence.
 * @param claims statements whose demands, threats, accusations are events too */
export function draftDocument(doc: Resolved, claims: readonly Claim[], lexicon: MatchLexicon): DraftedDocument {
  const tree = new Tree(doc.tokens);
  const dated = datedTokens(doc);
  const normaliser = new Normaliser(tree, (token) => dated.has(token.index));
  const predicateOf = (token: Token) => normaliser.predicate(token);
  const context: MatchContext = { tree, parties: new Parties(doc, tree), classes: lexicon.classes, predicateOf };
  const drafts = doc.sentences.flatMap((range) => {
    const tokens = doc.tokens.slice(range.from, range.to).filter((token) => token.upos === 'VERB' || !dated.has(token.index));
    return absorbHarm(
      composeEvents(tokens, draftEvents(tokens, normaliser, lexicon, context), normaliser, lexicon, context),
      context,
    );
  });
  const acts = withSpeechActs(doc, drafts, claims, lexicon, context).map((draft) =>
    jointExercise(ownForces(draft, context.parties), context),
  );
  const ordered = [...acts].sort((a, b) => a.trigger[0].index - b.trigger[0].index);
  return { drafts: ordered, context, normaliser };
}

function datedTokens(doc: Resolved): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { range } of doc.dates) for (let index = range.from; index < range.to; index++) found.add(index);
  return found;
}

/** Codes the events of a document.
 * @param claims its attributed statements: an event inside one takes its status from the speaker's stance */
export function codeEvents(
  doc: Resolved,
  claims: readonly Claim[],
  knowledge: EventKnowledge,
  trace?: Trace,
): EventsAndFigures {
  const { drafts, context } = draftDocument(doc, claims, knowledge.match);
  const named = giveClaimedDeeds(doc, nameDoers(drafts, context), claims);
  const ordered = aimWords(aimAnswers(joinHarmLater(lendDoers(borrowParties(named), context), context), context), context);
  const kept: { readonly draft: Draft; readonly event: CodedEvent }[] = [];
  const details = attachDetails(doc, ordered, claims, context.tree);
  for (const draft of ordered) {
    const coded = codeDraft(doc, draft, claims, details, context, knowledge, `e${kept.length + 1}`);
    if ('refused' in coded)
      trace?.({ stage: 'events', rule: draft.rule, outcome: 'refused', span: triggerSpan(draft), reason: coded.refused });
    else {
      trace?.({
        stage: 'events',
        rule: draft.rule,
        outcome: 'coded',
        span: coded.trigger,
        reason: `${coded.type}, ${coded.status}`,
      });
      kept.push({ draft, event: coded });
    }
  }
  const eventOf = new Map<Figure, string>();
  for (const { draft, event } of kept) for (const figure of details.figures.get(draft) ?? []) eventOf.set(figure, event.id);
  const figureEvents = doc.figures.map((figure) => eventOf.get(figure) ?? null);
  const told = kept.map(({ draft, event }) => ({ event, lemma: draft.predicate.lemma, noun: draft.predicate.kind === 'noun' }));
  return { events: linkRetellings(told, trace), figureEvents };
}

function codeDraft(
  doc: Resolved,
  draft: Draft,
  claims: readonly Claim[],
  details: Details,
  context: MatchContext,
  knowledge: EventKnowledge,
  id: string,
): CodedEvent | { readonly refused: string } {
  const trigger = triggerSpan(draft);
  const around = claims
    .filter((claim) => contains(claim.content, trigger) && !(claim.cue && overlaps(claim.cue, trigger)))
    .sort((a, b) => a.content.end - a.content.start - (b.content.end - b.content.start));
  if (isMereWarning(draft, claims, trigger)) return { refused: 'a warning of what others may do is no threat' };
  if (isThingDoing(draft, context)) return { refused: 'its subject is nobody' };
  const judged = judgeStatus(draft, { doc, context, hedges: knowledge.speech.hedges, around });
  if ('refused' in judged) return judged;
  const actors = partyIds(draft.actors);
  const recipients = partyIds(withoutParties(draft.recipients, draft.actors));
  const harm = harmOf(details.figures.get(draft) ?? []);
  if (actors.length === 0 && recipients.length === 0 && harm === null && !isBlast(draft))
    return { refused: 'nobody takes part' };
  const lemmas = lemmasBelow(context.tree, draft.predicate.token);
  const sentence = sentenceSpan(doc, draft.predicate.token.sentence);
  return {
    id,
    type: judged.type,
    modes: knowledge.modes.refine(judged.type, withoutAerial(draft, judged.modes, context), lemmas),
    contexts: knowledge.contexts.find(lemmas),
    actors,
    recipients,
    places: details.places.get(draft) ?? [],
    time: details.times.get(draft) ?? null,
    status: judged.status,
    harm,
    trigger,
    sentence,
    evidence: evidenceOf(draft, trigger),
    claims: around.map((claim) => claim.id),
    sameAs: [],
    confidence: knowledge.confidence(cluesOf(draft, judged, around.length, doc)),
  };
}

/** A bomb that goes off is a happening whoever laid it and whoever was near. */
function isBlast({ rule, predicate }: Draft): boolean {
  return rule === 'assault/bomb-goes-off' && !predicate.negated;
}

/** Whether a verb of threatening here only foretells: the claim it introduces is no threat by its speaker. */
function isMereWarning(draft: Draft, claims: readonly Claim[], trigger: Span): boolean {
  if (draft.type !== 'THREATEN' || draft.governor !== null) return false;
  const said = claims.find((claim) => claim.cue !== null && overlaps(claim.cue, trigger));
  return said !== undefined && said.stance === 'predicts';
}

function triggerSpan(draft: Draft): Span {
  return { start: draft.trigger[0].start, end: (draft.trigger.at(-1) ?? draft.trigger[0]).end };
}

const HARMS: ReadonlySet<string> = new Set(['killed', 'injured', 'displaced', 'arrested', 'kidnapped', 'missing']);

function harmOf(figures: readonly Figure[]): Readonly<Record<string, Bounds>> | null {
  const harm: Record<string, Bounds> = {};
  for (const figure of figures) if (HARMS.has(figure.of)) harm[figure.of] ??= { low: figure.low, high: figure.high };
  return Object.keys(harm).length > 0 ? harm : null;
}

function evidenceOf(draft: Draft, trigger: Span): readonly [Evidence, ...Evidence[]] {
  const party =
    (role: 'actor' | 'recipient') =>
    (found: Draft['actors'][number]): Evidence => ({ role, span: found.mention.span, rule: draft.rule });
  return [
    { role: 'trigger', span: trigger, rule: draft.rule },
    ...draft.actors.map(party('actor')),
    ...draft.recipients.map(party('recipient')),
  ];
}
