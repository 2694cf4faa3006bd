import { contains, overlaps, type Span } from '../../base/index.ts';
import { baseRelation, rangeSpan, type Trace, Tree } from '../../document/index.ts';
import type { EntityId, Mention, Resolved } from '../../resolve/index.ts';
import type { Claim, Tie } from '../coded.ts';
import { aliasTies } from './alias-ties.ts';
import { isBorneOut } from './borne-out.ts';
import type { TieDraft, TieReading } from './ends.ts';
import type { TieLexicon } from './lexicon.ts';
import { adjectiveTies, compoundTies } from './modifier-ties.ts';
import { nounTies } from './noun-ties.ts';
import { titleTies } from './title-ties.ts';
import { verbTies } from './verb-ties.ts';

/** The constructions; of two that give the same tie the earlier one keeps it. */
const CONSTRUCTIONS: readonly ((reading: TieReading) => readonly TieDraft[])[] = [
  verbTies,
  nounTies,
  titleTies,
  adjectiveTies,
  compoundTies,
  aliasTies,
];

/** Stances whose content has not come about, so that a tie in it does not hold. */
const UNREAL_STANCES = new Set(['demands', 'threatens', 'promises', 'predicts', 'warns']);

/** Finds lasting relations between actors, with who asserts and who denies them. In text order, one for each pair and kind. */
export function findTies(
  doc: Resolved,
  claims: readonly Claim[],
  lexicon: TieLexicon,
  trace: Trace = () => {},
): readonly Tie[] {
  const reading: TieReading = {
    doc,
    tree: new Tree(doc.tokens),
    lexicon,
    mentions: new Map(doc.mentions.map((mention) => [mention.head, mention])),
    entities: new Map(doc.entities.map((entity) => [entity.id, entity])),
  };
  const ties = CONSTRUCTIONS.flatMap((find) => find(reading))
    .filter((draft) => isNamed(reading, draft.from) && isNamed(reading, draft.to) && isReal(reading, claims, draft))
    .filter((draft) => isBorneOut(reading, draft))
    .map((draft) => toTie(doc, claims, draft));
  return withoutRepeats(ties.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)).map((tie) => {
    trace({ stage: 'ties', rule: tie.rule, outcome: 'coded', span: tie.span, reason: `${tie.from} ${tie.kind} ${tie.to}` });
    return tie;
  });
}

function toTie(doc: Resolved, claims: readonly Claim[], draft: TieDraft): Tie {
  const span = rangeSpan(doc.tokens, { from: Math.min(...draft.tokens), to: Math.max(...draft.tokens) + 1 });
  const { kind, word, shape } = draft.pattern;
  return {
    from: draft.from,
    to: draft.to,
    kind,
    span,
    attributedTo: assertedBy(claims, doc.tokens[draft.tokens[0] ?? 0] ?? span),
    deniedBy: deniedBy(claims, span),
    rule: `${shape}/${word}`,
  };
}

/** A tie needs actors with a name: "the militants" alone are nobody to draw on a map of ties. */
function isNamed(reading: TieReading, id: EntityId): boolean {
  const entity = reading.entities.get(id);
  if (!entity || entity.kind === 'state' || id.includes(':')) return true;
  return reading.doc.mentions.some(
    (mention) => mention.entities.includes(id) && mention.form !== 'pronoun' && holdsName(reading, mention),
  );
}

/** A description may hold a name itself: "the Nukhba faction". */
function holdsName(reading: TieReading, { form, range }: Mention): boolean {
  return (
    form !== 'description' ||
    reading.doc.tokens.slice(range.from, range.to).some((token) => token.upos === 'PROPN' && !/ists?$/.test(token.form))
  );
}

/** The speaker of the narrowest claim that holds the tie word and does not deny it. */
function assertedBy(claims: readonly Claim[], span: Span): EntityId | null {
  let best: Claim | null = null;
  for (const claim of claims) {
    if (claim.stance === 'denies' || claim.stance === 'rejects' || !contains(claim.content, span)) continue;
    if (!best || claim.content.end - claim.content.start < best.content.end - best.content.start) best = claim;
  }
  return best?.speaker ?? null;
}

function deniedBy(claims: readonly Claim[], span: Span): readonly EntityId[] {
  const speakers = claims.flatMap((claim) =>
    claim.stance === 'denies' && claim.speaker !== null && mostly(claim.content, span) ? [claim.speaker] : [],
  );
  return [...new Set(speakers)];
}

/** Whether a content holds more than half of a span. */
function mostly(content: Span, span: Span): boolean {
  if (!overlaps(content, span)) return false;
  const shared = Math.min(content.end, span.end) - Math.max(content.start, span.start);
  return shared * 2 > span.end - span.start;
}

/** What is demanded or threatened does not hold yet; what a relative clause or a modifier in it says of somebody does. */
function isReal(reading: TieReading, claims: readonly Claim[], draft: TieDraft): boolean {
  const word = reading.tree.token(draft.tokens[0] ?? 0);
  if (draft.pattern.shape !== 'verb') return true;
  const holder = claims.find((claim) => UNREAL_STANCES.has(claim.stance) && contains(claim.content, word));
  if (!holder) return true;
  return reading.tree
    .pathToRoot(word)
    .some((step) => contains(holder.content, step) && ['acl', 'appos'].includes(baseRelation(step.deprel)));
}

function withoutRepeats(ties: readonly Tie[]): readonly Tie[] {
  const seen = new Set<string>();
  return ties.filter((tie) => {
    const key = `${tie.from} ${tie.kind} ${tie.to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
