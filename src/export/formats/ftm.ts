import type { ActorKind } from '../../codebook/index.ts';
import { eachDocument, eachTie, listActors } from '../../store/index.ts';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import type { Happening } from '../happening.ts';

/** FollowTheMoney entities, one a line: actors, documents, happenings, and ties as links between actors. */
export const FTM: ExportFormat = {
  name: 'ftm',
  title: 'FollowTheMoney entities',
  mediaType: () => 'application/jsonl',
  ending: () => 'ftm.jsonl',
  units: ['incidents', 'events'],
  says: 'nothing',
  write: entities,
};

type Properties = Readonly<Record<string, readonly (string | null | undefined)[]>>;

const SCHEMATA: Readonly<Partial<Record<ActorKind, string>>> = {
  state: 'PublicBody',
  government: 'PublicBody',
  military: 'PublicBody',
  police: 'PublicBody',
  'armed-group': 'Organization',
  organisation: 'Organization',
  media: 'Organization',
  person: 'Person',
};

async function* entities(source: ExportSource): AsyncGenerator<string> {
  const { db } = source;
  for (const { id, name, kind, country } of await listActors(db))
    yield entity(actorId(id), SCHEMATA[kind as ActorKind] ?? 'LegalEntity', {
      name: [name],
      country: [country],
      summary: [`${kind}, ${id}`],
    });
  for await (const { id, title, source: publisher, url, published, language } of eachDocument(db))
    yield entity(documentId(id), 'Article', {
      title: [title ?? id],
      publisher: [publisher],
      sourceUrl: [url !== null && /^https?:/.test(url) ? url : null],
      publishedAt: [published],
      language: [language === 'en' ? 'eng' : null],
      contentHash: [id],
    });
  for await (const happening of source.happenings()) yield event(happening);
  for await (const { id, tie, document } of eachTie(db)) {
    // What is only claimed or denied is no link.
    if (!source.withUnactual && (tie.attributedTo !== null || tie.deniedBy.length > 0)) continue;
    yield tieEntity(id, tie, document);
  }
}

function event({ id, type, modes, status, start, end, actors, recipients, places, reports, evidence }: Happening): string {
  return entity(`lapwing-event-${id}`, 'Event', {
    name: [`${type}${modes.length > 0 ? ` (${modes.join(', ')})` : ''}: ${evidence.text}`],
    summary: [`status ${status}`],
    startDate: [start],
    endDate: [end],
    country: places.map(({ country }) => country),
    location: places.map(({ name }) => name),
    organizer: actors.map((actor) => actorId(actor.id)),
    involved: recipients.map((recipient) => actorId(recipient.id)),
    proof: reports.map((report) => documentId(report.id)),
  });
}

function tieEntity(
  id: string,
  { from, to, kind, evidence }: { from: string; to: string; kind: string; evidence: { text: string } },
  document: { id: string; published: string | null },
): string {
  const proof = { proof: [documentId(document.id)], date: [document.published], summary: [evidence.text] };
  return kind === 'member' || kind === 'leads'
    ? entity(`lapwing-tie-${id}`, 'Membership', {
        ...{ member: [actorId(from)], organization: [actorId(to)], role: [kind] },
        ...proof,
      })
    : entity(`lapwing-tie-${id}`, 'UnknownLink', { subject: [actorId(from)], object: [actorId(to)], role: [kind], ...proof });
}

function actorId(id: string): string {
  return `lapwing-actor-${id}`;
}

function documentId(id: string): string {
  return `lapwing-document-${id}`;
}

/** An entity: every property is a list of texts; empty ones are left out. */
function entity(id: string, schema: string, properties: Properties): string {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const texts = [...new Set(values.flatMap((value) => (value ? [value.toWellFormed()] : [])))];
    return texts.length === 0 ? [] : [[name, texts] as const];
  });
  return `${JSON.stringify({ id, schema, properties: Object.fromEntries(kept) })}\n`;
}
