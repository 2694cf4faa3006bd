import type { CaseActorDetail } from '../../api/index.ts';
import { collect, eachClaim, eachTie, listActors, listNamings, type Naming } from '../../store/index.ts';
import { incidentViews } from '../linked/incident-view.ts';
import { nameDocument } from '../linked/lines.ts';
import type { LinkedCase } from '../linked/linked-case.ts';
import { RequestError } from '../problems.ts';
import { noQuery } from '../query-schema.ts';
import { type Route, reading } from '../route.ts';
import type { ServedCase } from '../served-case.ts';

/** Most entries of each list of an actor's page; the lists of the API, filtered by the actor, have the rest. */
const LISTED = 200;

async function readActor({ db, view }: ServedCase, { id }: { readonly id: string }): Promise<CaseActorDetail> {
  const [linked, [actor], namings, claimsBy, ties] = await Promise.all([
    view.linked(),
    listActors(db, { actor: [id] }),
    listNamings(db, id),
    collect(eachClaim(db, { speaker: [id], limit: LISTED })),
    collect(eachTie(db, { actor: [id], limit: LISTED })),
  ]);
  if (!actor) throw new RequestError('no-entry', 'The case has no such actor.');
  const moves = [...linked.incidents.values()].filter(
    ({ actors, recipients }) => actors.includes(id) || recipients.includes(id),
  );
  const about = claimsAbout(linked, id);
  const told = await collect(eachClaim(db, { document: [...about.documents] }));
  return {
    ...actor,
    aliases: aliasesOf(actor.name, namings),
    roles: rolesOf(namings),
    ties,
    moves: incidentViews(
      linked,
      moves.slice(-LISTED).map((incident) => incident.id),
    ),
    claimsBy,
    claimsAbout: told.filter((claim) => about.claims.has(claim.id)),
    documentList: [...new Set(namings.map(({ document }) => document))].map((document) => nameDocument(linked, document)),
  };
}

/** Claims of others in whose events the actor acts, the last ones of a long list. */
function claimsAbout(
  linked: LinkedCase,
  id: string,
): { readonly claims: ReadonlySet<string>; readonly documents: ReadonlySet<string> } {
  const found = [...linked.claims]
    .filter(([, { claim, statement }]) => {
      if (claim.speaker === id) return false;
      return claim.addressee === id || statement.tellings.some((event) => linked.events.get(event)?.event.actors.includes(id));
    })
    .slice(-LISTED);
  return {
    claims: new Set(found.map(([claim]) => claim)),
    documents: new Set(found.map(([, { statement }]) => statement.document)),
  };
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
  return [...roles.values()].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
}

function earlier(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b < a) ? b : a;
}

function later(a: string | null, b: string | null): string | null {
  return a === null || (b !== null && b > a) ? b : a;
}

/** What the case knows of an actor. */
export const ACTOR_ROUTES: readonly Route[] = [
  reading('/api/actors/:id', 'An actor: names, roles, ties, moves, claims by and about it', noQuery, readActor),
];
