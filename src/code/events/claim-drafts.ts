import { contains, overlaps, type Span } from '../../base/index.ts';
import { type EventType, type Mode, QUAD_OF, type Stance } from '../../codebook/index.ts';
import { type Tree, tokensInSpan } from '../../document/index.ts';
import type { EntityId, Mention, Resolved } from '../../resolve/index.ts';
import type { Claim } from '../coded.ts';
import { FUTURE_MODALS } from '../match/grammar.ts';
import type { MatchLexicon } from '../match/lexicon.ts';
import type { MatchContext } from '../match/match-frames.ts';
import type { Party } from '../match/parties.ts';
import { type Draft, partyIds } from './draft.ts';
import { withoutParties } from './fill-roles.ts';

/** What a stance does: the verbal event behind a statement, whatever verb reports it. Mere assertions, denials, predictions and
 * warnings stay claims alone (PLOVER has no type for them). */
const ACT_OF: Readonly<Partial<Record<Stance, EventType>>> = {
  demands: 'REQUEST',
  threatens: 'THREATEN',
  accuses: 'ACCUSE',
  rejects: 'REJECT',
  supports: 'SUPPORT',
  promises: 'AGREE',
};

/** Operator whose composition gives the mode of the act ("demands" of a withdrawal: REQUEST yield). */
const OPERATOR_OF: Readonly<Partial<Record<Stance, string>>> = { demands: 'request', threatens: 'threaten', rejects: 'refuse' };

/** What promised is threatened. */
const HARD: ReadonlySet<EventType> = new Set(['ACCUSE', 'SANCTION', 'COERCE', 'ASSAULT']);

/** Joins claims to drafts: a claim whose cue some draft already codes lends it speaker and addressee where it lacks them; any other
 * demand, threat, accusation, rejection, support or promise becomes a draft of its own. */
export function withSpeechActs(
  doc: Resolved,
  drafts: readonly Draft[],
  claims: readonly Claim[],
  lexicon: MatchLexicon,
  context: MatchContext,
): readonly Draft[] {
  let current = drafts;
  for (const claim of claims) {
    const type = actOf(claim, current);
    if (!type || !claim.cue) continue;
    const cue = claim.cue;
    const same = current.find((draft) => codesCue(draft, cue, type));
    if (same) current = current.map((draft) => (draft === same ? lendParties(doc, draft, claim, context) : draft));
    else {
      const made = draftOf(doc, claim, cue, type, current, lexicon, context);
      if (made) current = [...current, made];
    }
  }
  return current;
}

/** The act a claim does. Promised cooperation is told by its content already ("will send": AGREE); a warning of one's own force is a threat. */
function actOf(claim: Claim, drafts: readonly Draft[]): EventType | null {
  const inner = drafts.find(
    (draft) =>
      contains(claim.content, draft.trigger[0]) && draft.predicate.modal !== null && FUTURE_MODALS.has(draft.predicate.modal),
  );
  if (claim.stance === 'promises' && inner && QUAD_OF[inner.type] <= 2) return null;
  if (claim.stance === 'promises' && inner && HARD.has(inner.type) && !inner.predicate.negated) return 'THREATEN';
  const own = inner !== undefined && claim.speaker !== null && partyIds(inner.actors).includes(claim.speaker);
  if (claim.stance === 'warns' && own && QUAD_OF[inner.type] >= 3) return 'THREATEN';
  return ACT_OF[claim.stance] ?? null;
}

/** Whether a draft stands on the cue, or on the verb whose object the cue is ("issued an order"). */
function codesCue(draft: Draft, cue: Span, type: EventType): boolean {
  if (draft.trigger.some((token) => overlaps(token, cue)) || overlaps(draft.predicate.token, cue)) return true;
  return draft.type === type && draft.predicate.arguments.some(({ role, token }) => role === 'obj' && overlaps(token, cue));
}

function lendParties(doc: Resolved, draft: Draft, claim: Claim, { tree }: MatchContext): Draft {
  const actors = draft.actors.length > 0 ? draft.actors : partyOf(doc, claim.speaker, claim.speakerSpan);
  if (draft.recipients.length > 0) return { ...draft, actors };
  const addressed = partyOf(doc, claim.addressee, null);
  const recipients = addressed.length > 0 || draft.type !== 'REQUEST' ? addressed : askedIn(doc, claim, tree);
  return { ...draft, actors, recipients: withoutParties(recipients, actors) };
}

/** "his demand that the rebels leave": who is to do what is demanded. */
function askedIn(doc: Resolved, claim: Claim, tree: Tree): readonly Party[] {
  const mention = doc.mentions.find((each) => contains(claim.content, each.span));
  const head = mention && tree.token(mention.head);
  return mention && head?.deprel === 'nsubj' ? [{ entities: mention.entities, mention, within: false }] : [];
}

function draftOf(
  doc: Resolved,
  claim: Claim,
  cue: Span,
  type: EventType,
  drafts: readonly Draft[],
  lexicon: MatchLexicon,
  context: MatchContext,
): Draft | null {
  const range = tokensInSpan(doc.tokens, cue);
  const token =
    doc.tokens.slice(range.from, range.to).find((each) => context.tree.head(each) === null || !within(each.head, range)) ??
    doc.tokens[range.from];
  if (!token) return null;
  const actors = partyOf(doc, claim.speaker, claim.speakerSpan);
  const addressed = partyOf(doc, claim.addressee, null);
  return {
    predicate: { ...context.predicateOf(token), negated: false, modal: null },
    top: token,
    trigger: [token],
    type,
    modes: modeOf(claim, drafts, lexicon, type),
    rule: `claim/${claim.stance}<${claim.rule}`,
    score: 1,
    actors,
    recipients: addressed.length > 0 ? addressed : othersIn(doc, claim),
    governed: null,
    governor: null,
  };
}

function within(index: number, range: { readonly from: number; readonly to: number }): boolean {
  return index >= range.from && index < range.to;
}

/** The mode the demanded, threatened or refused event gives its act. */
function modeOf(claim: Claim, drafts: readonly Draft[], lexicon: MatchLexicon, type: EventType): readonly Mode[] {
  const operator = OPERATOR_OF[claim.stance];
  const inner = drafts.find((draft) => contains(claim.content, draft.trigger[0]));
  const cell = operator && inner ? lexicon.compose(operator, inner.type, inner.modes) : null;
  return cell?.whole === type ? cell.modes : [];
}

function partyOf(doc: Resolved, entity: EntityId | null, span: Span | null): readonly Party[] {
  if (entity === null) return [];
  const mentions = doc.mentions.filter((mention) => mention.entities.includes(entity));
  const mention = (span ? mentions.find((each) => overlaps(each.span, span)) : undefined) ?? mentions[0];
  return mention ? [{ entities: [entity], mention, within: false }] : [];
}

/** Whom a statement without addressee is about: the first other party named in it. */
function othersIn(doc: Resolved, claim: Claim): readonly Party[] {
  const mention = doc.mentions.find(
    (each: Mention) => contains(claim.content, each.span) && claim.speaker !== null && !each.entities.includes(claim.speaker),
  );
  return mention ? [{ entities: mention.entities, mention, within: true }] : [];
}
