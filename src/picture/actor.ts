import type { CaseActorDetail, CaseClaim } from '../api/index.ts';
import { compareText } from '../base/index.ts';
import { collect, eachClaim, eachTie, listActors, listNamings, type Naming } from '../store/index.ts';
import type { CasePicture } from './case-picture.ts';
import { listCaseIncidents } from './incidents.ts';

/** Most entries of each list of an actor's page; the lists of the case, filtered by the actor, have the rest. */
const LISTED = 200;

/** What the case knows of an actor: names, roles, ties, moves, claims by and about it. Null where it has no such actor. */
export async function readCaseActor(picture: CasePicture, id: string): Promise<CaseActorDetail | null> {
  const { db } = picture;
  const limit = LISTED;
  const [[actor], namings, ties, moves, claimsBy, about, addressed, documents] = await Promise.all([
    listActors(db, { actor: [id] }),
    listNamings(db, id),
    collect(eachTie(db, { actor: [id], limit })),
    listCaseIncidents(picture, { party: [id], withActs: true, isNewestFirst: true, limit }),
    collect(eachClaim(db, { speaker: [id], limit })),
    collect(eachClaim(db, { about: [id], limit })),
    collect(eachClaim(db, { recipient: [id], limit })),
    picture.documents(),
  ]);
  if (!actor) return null;
  return {
    ...actor,
    aliases: aliasesOf(actor.name, namings),
    roles: rolesOf(namings),
    ...{ ties, claimsBy },
    moves: [...moves].reverse(),
    claimsAbout: joinClaims(about, addressed),
    documentList: [...new Set(namings.map(({ document }) => document))].sort().flatMap((id) => documents.get(id) ?? []),
  };
}

/** Claims of two lists, each once, in the order of lists of claims. */
function joinClaims(about: readonly CaseClaim[], addressed: readonly CaseClaim[]): readonly CaseClaim[] {
  const claims = new Map([...about, ...addressed].map((claim) => [claim.id, claim]));
  const keyOf = ({ day, document, claim }: CaseClaim) => `${day ?? ''}|${document.id}|${claim.id.padStart(8)}`;
  return [...claims.values()].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

function aliasesOf(name: string, namings: readonly Naming[]): readonly string[] {
  const names = namings.flatMap((naming) => [naming.name, ...naming.aliases]);
  return [...new Set(names)].filter((each) => each !== name).sort();
}

/** What reports hold an actor to be, with the days of publication of the first and last that do. */
function rolesOf(namings: readonly Naming[]): CaseActorDetail['roles'] {
  const roles = new Map<string, { role: string; from: string | null; to: string | null }>();
  for (const { kind, country, sector, published } of namings) {
    const role = [kind, [country, sector].filter((part) => part !== null).join(':')].filter((part) => part !== '').join(' ');
    const known = roles.get(role) ?? { role, from: published, to: published };
    roles.set(role, { role, from: earlier(known.from, published), to: later(known.to, published) });
  }
  return [...roles.values()].sort((a, b) => compareText(a.from ?? '', b.from ?? ''));
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}
