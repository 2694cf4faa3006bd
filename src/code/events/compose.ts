import { type EventType, isModeOf, type Mode, QUAD_OF, type Status } from '../../codebook/index.ts';
import type { Token } from '../../document/index.ts';
import { POSSIBILITY_MODALS } from '../match/grammar.ts';
import type { MatchLexicon } from '../match/lexicon.ts';
import type { MatchContext } from '../match/match-frames.ts';
import type { Normaliser } from '../match/normalise.ts';
import { phraseHeads } from '../match/noun-phrase.ts';
import type { Composition, Operator } from '../match/operators.ts';
import type { Party } from '../match/parties.ts';
import type { Argument, Predicate } from '../match/predicate.ts';
import type { Draft } from './draft.ts';
import { fillRole, withoutParties } from './fill-roles.ts';

/** An operator found over a draft. */
interface Governed {
  readonly operator: Operator;
  readonly predicate: Predicate;
  readonly inner: Draft;
}

const SUBJECT = [['subj']];
const ADDRESSEE = [['iobj'], ['obj'], ['to'], ['on'], ['upon'], ['with'], ['against'], ['for']];

/** Operators that hold for the noun their relative or participial clause describes ("the attack they carried out"). "The shelling they had
 * planned" on the other hand says nothing against the shelling. */
const TAKES_INHERITED: ReadonlySet<string> = new Set(['do', 'stop', 'prevent', 'mention', 'deny']);

/** Verbs whose own frame names the event that their object only repeats ("held talks": one CONSULT). */
const KEEPS_CONTENT: ReadonlySet<EventType> = new Set(['ACCUSE', 'SUPPORT', 'REQUEST', 'THREATEN', 'PROTEST']);

/** Applies the operators of a sentence to its drafts, innermost first: light verbs lend their subject to the event noun, plans, refusals,
 * threats, requests and stops become events of their own by the composition table, and what they govern takes its status from them. */
export function composeEvents(
  tokens: readonly Token[],
  drafts: readonly Draft[],
  normaliser: Normaliser,
  lexicon: MatchLexicon,
  context: MatchContext,
): readonly Draft[] {
  let current = drafts;
  const operators = tokens
    .map((token) => ({
      token,
      found: lexicon.operatorsFor(token.lemma.toLowerCase()),
      depth: context.tree.pathToRoot(token).length,
    }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => b.depth - a.depth || b.token.index - a.token.index);
  for (const { token, found } of operators) {
    for (const governed of findGoverned(normaliser.predicate(token), found, current, context))
      current = applyOperator(governed, current, lexicon, context);
  }
  return dropEchoes(blamed(current, context), context);
}

function findGoverned(
  predicate: Predicate,
  operators: readonly Operator[],
  drafts: readonly Draft[],
  context: MatchContext,
): readonly Governed[] {
  const found: Governed[] = [];
  for (const operator of operators) {
    if (operator.particle !== predicate.particle) continue;
    for (const argument of predicate.arguments) {
      if (
        !operator.complement.includes(roleFor(operator, argument, context)) ||
        (argument.inherited && argument.role === 'obj' && !TAKES_INHERITED.has(operator.op)) ||
        (operator.op === 'plan' && argument.role === 'xcomp' && isOfOthers(predicate, argument.token))
      )
        continue;
      const heads = phraseHeads(context.tree, argument.token);
      const inner = drafts.find(
        (draft) => draft.governor === null && draft.top !== predicate.token && heads.includes(draft.top),
      );
      if (inner && !found.some((other) => other.inner.top === inner.top)) found.push({ operator, predicate, inner });
    }
  }
  return found;
}

/** Operators that have their object do something. */
const OF_OBJECT: ReadonlySet<string> = new Set(['request', 'force', 'allow']);

/** "forced the villagers to flee" with the infinitive hung on the villagers is the same as with it beside them. */
function roleFor(operator: Operator, { role, token, inherited }: Argument, context: MatchContext): string {
  const hung = inherited && role === 'to' && token.deprel === 'acl' && context.predicateOf(token).infinitive;
  return hung && OF_OBJECT.has(operator.op) ? 'xcomp' : role;
}

/** "expects the king to pardon them": what the subject has in mind is the doing of its object. */
function isOfOthers(predicate: Predicate, content: Token): boolean {
  return (
    !predicate.passive &&
    predicate.arguments.some(
      ({ role, token, inherited }) => role === 'obj' && !inherited && token !== content && token.index < content.index,
    )
  );
}

function applyOperator(
  governed: Governed,
  drafts: readonly Draft[],
  lexicon: MatchLexicon,
  context: MatchContext,
): readonly Draft[] {
  const { operator, inner } = governed;
  const composed = lexicon.compose(operator.op, inner.type, inner.modes);
  if (!composed) return drafts;
  const cell = operator.op === 'agree' && inner.predicate.negated ? promisedNot(inner, composed) : composed;
  if (cell.whole === 'same') return carryThrough(governed, cell, drafts, context);
  if (cell.whole === 'none' && cell.status === 'actual') return drafts;
  if (cell.whole === 'none')
    return drafts.map((draft) => (draft === inner ? govern(inner, cell.status, governed.predicate.token) : draft));
  return wholeAndContent(governed, cell, cell.whole, drafts, context);
}

/** "vowed not to attack" is no threat, "vowed not to talk" no offer. */
function promisedNot({ type }: Draft, cell: Composition): Composition {
  return { ...cell, whole: QUAD_OF[type] >= 3 ? 'AGREE' : 'REJECT', modes: [] };
}

/** The operator only carries the event: its subject is the actor where the event noun names none. */
function carryThrough(
  governed: Governed,
  cell: Composition,
  drafts: readonly Draft[],
  context: MatchContext,
): readonly Draft[] {
  const { operator, predicate, inner } = governed;
  const ownFrame = drafts.find((draft) => draft.predicate.token === predicate.token);
  if (ownFrame && operator.op === 'do' && ownFrame.score > 1) return drafts;
  const subject = fillRole(predicate, SUBJECT, context);
  const actors = inner.actors.length > 0 ? inner.actors : subject;
  const recipients =
    inner.recipients.length > 0
      ? inner.recipients
      : inner.predicate.kind === 'noun'
        ? fillRole(predicate, ADDRESSEE.slice(2), context, actors)
        : [];
  const merged: Draft = {
    ...inner,
    actors,
    recipients: recipients.filter((party) => !actors.includes(party)),
    top: predicate.token,
    predicate: withOperator(inner.predicate, predicate),
    trigger: joinTriggers(predicate.token, inner),
    rule: `${inner.rule}<${operator.id}`,
    governed: cell.status === 'actual' ? inner.governed : cell.status,
    governor: null,
  };
  return drafts.filter((draft) => draft !== ownFrame).map((draft) => (draft === inner ? merged : draft));
}

function joinTriggers(operator: Token, inner: Draft): Draft['trigger'] {
  const near = Math.abs(operator.index - inner.trigger[0].index) <= 3;
  if (!near || inner.predicate.kind !== 'noun') return inner.trigger;
  const joined = [operator, ...inner.trigger].sort((a, b) => a.index - b.index);
  const [first, ...rest] = joined;
  return first ? [first, ...rest] : inner.trigger;
}

/** Negation and modality on the operator hold for what it carries. */
function withOperator(inner: Predicate, operator: Predicate): Predicate {
  return {
    ...inner,
    negated: inner.negated !== operator.negated,
    modal: operator.modal ?? inner.modal,
    progressive: operator.progressive || inner.progressive,
    infinitive: operator.infinitive,
    conditional: operator.conditional || inner.conditional,
  };
}

/** Operator and event make an event of another type; the inner event stays as its content. */
function wholeAndContent(
  governed: Governed,
  cell: Composition,
  whole: EventType,
  drafts: readonly Draft[],
  context: MatchContext,
): readonly Draft[] {
  const { operator, predicate, inner } = governed;
  const ownFrame = drafts.find((draft) => draft.predicate.token === predicate.token);
  const subject = fillRole(predicate, SUBJECT, context);
  const actors = subject.length > 0 ? subject : (ownFrame?.actors ?? []);
  const made: Draft = {
    predicate,
    top: predicate.token,
    trigger: [predicate.token],
    type: whole,
    modes: cell.modes.length > 0 ? cell.modes : modesFor(ownFrame, whole),
    rule: `${inner.rule}<${operator.id}`,
    score: Math.max(ownFrame?.score ?? 0, inner.score) + 1,
    actors,
    recipients: addressees(governed, ownFrame, actors, context),
    governed: null,
    governor: null,
  };
  const content = govern(inner, contentStatus(cell.status, predicate), predicate.token);
  const kept = drafts.filter((draft) => draft !== ownFrame).map((draft) => (draft === inner ? content : draft));
  return [...kept, made];
}

/** What is only asked for, planned or threatened in possibility ("might seek sanctions", "if it asks them to leave") is itself no more than that. */
function contentStatus(status: Status, operator: Predicate): Status {
  const unreal =
    operator.conditional || operator.negated || (operator.modal !== null && POSSIBILITY_MODALS.has(operator.modal));
  return unreal && UNREALISED.has(status) ? 'hypothetical' : status;
}

const UNREALISED: ReadonlySet<Status> = new Set(['planned', 'demanded', 'threatened']);

function modesFor(frame: Draft | undefined, type: EventType): readonly Mode[] {
  return frame && frame.type === type ? frame.modes.filter((mode) => isModeOf(type, mode)) : [];
}

/** Whom a request, refusal or threat is addressed to: the operator's own object, else who takes part in its content. */
function addressees(
  governed: Governed,
  ownFrame: Draft | undefined,
  actors: readonly Party[],
  context: MatchContext,
): readonly Party[] {
  const { predicate, inner } = governed;
  if (ownFrame && ownFrame.recipients.length > 0) return ownFrame.recipients;
  const own = {
    ...predicate,
    arguments: predicate.arguments.filter((argument) => !argument.inherited && argument.token !== inner.predicate.token),
  };
  const direct = fillRole(own, ADDRESSEE, context, actors);
  if (direct.length > 0) return direct;
  const others = withoutParties(inner.actors, actors);
  return others.length > 0 ? others : withoutParties(inner.recipients, actors);
}

function govern(draft: Draft, status: Status, governor: Token): Draft {
  return { ...draft, governed: draft.governed ?? status, governor };
}

/** Types that are done to somebody for something. */
const BLAMING: ReadonlySet<EventType> = new Set(['ACCUSE', 'SANCTION', 'COERCE', 'REQUEST', 'THREATEN', 'PROTEST']);

/** What somebody is blamed or punished for ("sanctions on Mali for backing the coup") is only alleged; what a court
 * convicts of is established. */
function blamed(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  return drafts.map((draft) => {
    const { token } = draft.predicate;
    const mark = context.tree.childBy(token, 'mark')?.form.toLowerCase();
    if (draft.governor !== null || token.xpos !== 'VBG' || (mark !== 'for' && mark !== 'of' && mark !== 'over')) return draft;
    const above = context.tree.pathToRoot(token).slice(1);
    const cause = drafts.find((other) => BLAMING.has(other.type) && above.includes(other.predicate.token));
    return cause ? govern(draft, cause.modes.includes('convict') ? 'actual' : 'alleged', cause.predicate.token) : draft;
  });
}

/** Drops an event noun that its verb's frame has already coded ("held talks", "signed an agreement"), and a saying that only reports an
 * accusation. */
function dropEchoes(drafts: readonly Draft[], context: MatchContext): readonly Draft[] {
  return drafts.filter((draft) => {
    if (draft.predicate.kind !== 'noun') return !drafts.some((other) => other !== draft && retells(draft, other));
    return !drafts.some((other) => other !== draft && other.predicate.kind === 'verb' && echoes(other, draft, context));
  });
}

/** "Officials said Chad blamed Niger": who reports an accusation does not accuse the accuser. */
function retells(saying: Draft, told: Draft): boolean {
  if (saying.type !== 'ACCUSE' || told.type !== 'ACCUSE' || !saying.modes.includes('allege') || told.actors.length === 0)
    return false;
  return saying.predicate.arguments.some(({ role, token }) => role === 'ccomp' && token === told.predicate.token);
}

function echoes(verb: Draft, noun: Draft, context: MatchContext): boolean {
  if (KEEPS_CONTENT.has(verb.type) && verb.type !== noun.type) return false;
  const head = noun.predicate.token;
  return verb.predicate.arguments.some(
    (argument) =>
      ECHO_ROLES.has(argument.role) &&
      phraseHeads(context.tree, argument.token).includes(head) &&
      (argument.role === 'obj' || verb.type === noun.type),
  );
}

const ECHO_ROLES: ReadonlySet<string> = new Set(['obj', 'in', 'into', 'to', 'on', 'for']);
