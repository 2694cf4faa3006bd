import type { CaseActor } from '../api/index.ts';
import { type ActorFilter, type CaseDb, listActors, listVariants } from '../store/index.ts';

/** The actors of a case, those with most reports first: ids that stand for one actor are one line, under its fullest name. Reports that
 * use two of them count for each. A filter that fits one of the ids finds the actor. */
export async function listCaseActors(db: CaseDb, { limit, ...filter }: ActorFilter = {}): Promise<readonly CaseActor[]> {
  const [wanted, variants] = await Promise.all([listActors(db, filter), listVariants(db)]);
  const called = new Map(variants.map((variant) => [variant.actor, variant.called]));
  const standing = new Set(wanted.map(({ id }) => called.get(id) ?? id));
  const missing = [...standing].filter((id) => wanted.every((actor) => actor.id !== id));
  const others = missing.length === 0 ? [] : await listActors(db, { actor: missing });
  const byId = new Map([...wanted, ...others].map((actor) => [actor.id, actor]));
  const merged = [...standing].flatMap((id) => {
    const actor = byId.get(id);
    if (!actor) return [];
    const same = variants.flatMap((variant) => (variant.called === id ? (byId.get(variant.actor) ?? []) : []));
    return [same.length === 0 ? actor : merge(actor, same)];
  });
  merged.sort((a, b) => b.documents - a.documents || b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
  return limit === undefined ? merged : merged.slice(0, limit);
}

function merge(actor: CaseActor, same: readonly CaseActor[]): CaseActor {
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
