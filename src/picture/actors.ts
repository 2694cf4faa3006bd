import type { CaseActor } from '../api/index.ts';
import { type ActorFilter, listActors, listVariants } from '../store/index.ts';
import { asksNothing } from './asks-nothing.ts';
import type { CasePicture, Work } from './case-picture.ts';
import { type Part, partOf } from './part.ts';

/** The actors of a case, those with most reports first: ids that stand for one actor are one line, under its fullest name. Reports that
 * use two of them count for each. A filter that fits one of the ids finds the actor. */
export async function listCaseActors(picture: CasePicture, filter: ActorFilter = {}): Promise<Part<CaseActor>> {
  const { limit: _, offset: __, ...asked } = filter;
  const { actors, called } = await picture.once(mergedActors);
  if (asksNothing(asked)) return partOf(actors, filter);
  const wanted = new Set((await listActors(picture.db, asked)).map(({ id }) => called.get(id) ?? id));
  return partOf(
    actors.filter(({ id }) => wanted.has(id)),
    filter,
  );
}

interface MergedActors {
  readonly actors: readonly CaseActor[];
  /** The id that stands for an id. */
  readonly called: ReadonlyMap<string, string>;
}

const mergedActors: Work<MergedActors> = async ({ db }) => {
  const [all, variants] = await Promise.all([listActors(db), listVariants(db)]);
  const called = new Map(variants.map((variant) => [variant.actor, variant.called]));
  const byId = new Map(all.map((actor) => [actor.id, actor]));
  const variantsOf = new Map<string, CaseActor[]>();
  for (const { actor, called: standing } of variants) {
    const variant = byId.get(actor);
    if (variant && byId.has(standing)) variantsOf.set(standing, [...(variantsOf.get(standing) ?? []), variant]);
  }
  const actors = all
    .filter(({ id }) => !byId.has(called.get(id) ?? '') || called.get(id) === id)
    .map((actor) => merge(actor, variantsOf.get(actor.id) ?? []));
  actors.sort((a, b) => b.documents - a.documents || b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
  return { actors, called };
};

function merge(actor: CaseActor, same: readonly CaseActor[]): CaseActor {
  if (same.length === 0) return actor;
  const sum = (count: (each: CaseActor) => number) => [actor, ...same].reduce((total, each) => total + count(each), 0);
  return {
    ...actor,
    documents: sum(({ documents }) => documents),
    mentions: sum(({ mentions }) => mentions),
    acts: sum(({ acts }) => acts),
    receives: sum(({ receives }) => receives),
    says: sum(({ says }) => says),
    variants: same.map(({ id }) => id),
  };
}
