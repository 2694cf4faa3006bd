import type { RecordActor } from '../api/index.ts';
import { type Span, spanIou } from '../base/index.ts';
import type { GoldActor } from './gold.ts';
import { isSameActor } from './parties.ts';
import type { Share } from './tally.ts';

/** Least overlap at which a predicted mention is the gold one. */
const SAME_MENTION_IOU = 0.5;
/** Most occurrences of one name looked at. */
const MAX_OCCURRENCES = 1000;

interface Named extends Span {
  /** Gold actors that bear the name. */
  readonly ids: readonly string[];
}

/** Scores who is meant where a gold actor is called by name: of the occurrences of a gold name that the record mentions as well, how
 * many it resolves to the actor's id, or country and sector. Gold lists names, not places of mention, so names without a capital
 * ("the group"), which may mean others elsewhere, are left out.
 * @returns the share and, for each miss, the name and the actors given for it */
export function scoreActorMentions(
  text: string,
  gold: readonly GoldActor[],
  predicted: readonly RecordActor[],
): { readonly share: Share; readonly misses: readonly string[] } {
  const golds = new Map(gold.map((actor) => [actor.id, actor]));
  const records = new Map(predicted.map((actor) => [actor.id, actor]));
  const isRight = (ids: readonly string[], id: string) => ids.some((wanted) => isSameActor(golds.get(wanted), records.get(id)));
  const mentions = predicted.flatMap(({ id, mentions: spans }) =>
    spans.map((span) => ({ id, span: withoutArticle(text, span) })),
  );
  const misses: string[] = [];
  let of = 0;
  for (const named of occurrences(text, gold)) {
    const best = Math.max(0, ...mentions.map(({ span }) => spanIou(span, named)));
    if (best < SAME_MENTION_IOU) continue;
    of++;
    const given = mentions.filter(({ span }) => spanIou(span, named) === best).map(({ id }) => id);
    if (!given.some((id) => isRight(named.ids, id)))
      misses.push(
        `"${text.slice(named.start, named.end)}" at ${named.start}: ${given.join(', ')}, not ${named.ids.join(' or ')}`,
      );
  }
  return { share: { right: of - misses.length, of }, misses };
}

/** Occurrences of gold names as whole words, longer names first, none inside another. */
function occurrences(text: string, gold: readonly GoldActor[]): readonly Named[] {
  const owners = new Map<string, string[]>();
  for (const { id, name, aliases } of gold)
    for (const alias of new Set([name, ...aliases].map((own) => own.replace(/^the\s+/i, ''))))
      if (/\p{Lu}/u.test(alias)) owners.set(alias, [...(owners.get(alias) ?? []), id]);
  const found: Named[] = [];
  for (const [alias, ids] of [...owners].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1)))
    for (
      let at = text.indexOf(alias), count = 0;
      at >= 0 && count < MAX_OCCURRENCES;
      at = text.indexOf(alias, at + 1), count++
    ) {
      const span = { start: at, end: at + alias.length };
      if (isWhole(text, span) && found.every(({ start, end }) => span.end <= start || end <= span.start))
        found.push({ ...span, ids });
    }
  return found.sort((a, b) => a.start - b.start);
}

function isWhole(text: string, { start, end }: Span): boolean {
  return !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
}

function withoutArticle(text: string, { start, end }: Span): Span {
  const article = /^(the|a|an)\s+/i.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + article, end };
}
