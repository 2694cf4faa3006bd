import type { ActorKind } from '../../codebook/index.ts';
import { eachTie, listActors, listPlaces } from '../../store/index.ts';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import type { Happening } from '../happening.ts';
import { stableUuid } from '../stable-uuid.ts';

/** A STIX 2.1 bundle (OASIS): identities, locations, incidents with what STIX has no field for in an extension, relationships and reports. */
export const STIX: ExportFormat = {
  name: 'stix',
  title: 'STIX 2.1 bundle',
  mediaType: () => 'application/stix+json;version=2.1',
  ending: () => 'stix.json',
  units: ['incidents', 'events'],
  says: 'nothing',
  write: bundle,
};

/** STIX wants a time on everything; ours are the data's own, and this where they give none: the same case gives the same bytes. */
const NO_TIME = '1970-01-01T00:00:00.000Z';

const CREATOR = `identity--${stableUuid('creator')}`;
const EXTENSION = `extension-definition--${stableUuid('happening')}`;

const CLASSES: Readonly<Partial<Record<ActorKind, string>>> = {
  person: 'individual',
  people: 'class',
  state: 'organization',
  government: 'organization',
  military: 'organization',
  police: 'organization',
  organisation: 'organization',
  media: 'organization',
  'armed-group': 'group',
};

interface StixObject {
  readonly type: string;
  readonly id: string;
}

async function* bundle(source: ExportSource): AsyncGenerator<string> {
  yield `{"type":"bundle","id":"bundle--${stableUuid('bundle')}","objects":[\n`;
  yield JSON.stringify(creator());
  yield `,\n${JSON.stringify(extension())}`;
  for await (const object of objects(source)) yield `,\n${JSON.stringify(object)}`;
  yield '\n]}\n';
}

async function* objects(source: ExportSource): AsyncGenerator<StixObject> {
  const { db } = source;
  for (const { id, name, kind } of await listActors(db))
    yield base('identity', `actor|${id}`, null, {
      ...{ name: named(name, id), identity_class: CLASSES[kind as ActorKind] ?? 'unknown' },
      external_references: [{ source_name: 'lapwing', external_id: id }],
    });
  for (const { id, name, country, latitude, longitude } of await listPlaces(db)) {
    const point = latitude !== null && longitude !== null ? { latitude, longitude } : null;
    // A location must say where it is.
    if (!point && !country) continue;
    yield base('location', `place|${id}`, null, { name: named(name, id), ...point, ...(country && { country }) });
  }
  for await (const happening of source.happenings()) yield* happeningObjects(happening);
  for await (const { id, tie, document } of eachTie(db)) {
    if (!source.withUnactual && (tie.attributedTo !== null || tie.deniedBy.length > 0)) continue;
    yield base('relationship', `tie|${id}`, document.published, {
      relationship_type: tie.kind,
      description: tie.evidence.text.toWellFormed(),
      ...{ source_ref: idOf('identity', `actor|${tie.from}`), target_ref: idOf('identity', `actor|${tie.to}`) },
    });
  }
}

function* happeningObjects(happening: Happening): Generator<StixObject> {
  const { id, type, modes, status, start, end, reports, evidence } = happening;
  const when = reports[0].published;
  const incident = idOf('incident', id);
  yield base('incident', id, when, {
    name: [type, ...modes].join(' '),
    description: evidence.text.toWellFormed(),
    confidence: Math.round(happening.confidence * 100),
    external_references: reports.map(({ id: document, source, url }) => ({
      source_name: source === null || source === '' ? 'unknown' : source.toWellFormed(),
      external_id: document,
      ...(url !== null && /^https?:/.test(url) && { url }),
    })),
    extensions: {
      [EXTENSION]: {
        extension_type: 'property-extension',
        ...{ id, event_type: type, modes, status, contested: happening.isContested, score: happening.score },
        ...(start !== null && { first_day: start }),
        ...(end !== null && { last_day: end }),
        ...{ harm: happening.harm, tellings: happening.tellings, independent: happening.independent },
      },
    },
  });
  const link = (kind: string, name: string, target: string) =>
    base('relationship', [id, kind, name].join('|'), when, {
      ...{ relationship_type: kind, source_ref: incident, target_ref: target },
    });
  for (const actor of happening.actors) yield link('attributed-to', actor.id, idOf('identity', `actor|${actor.id}`));
  for (const recipient of happening.recipients) yield link('targets', recipient.id, idOf('identity', `actor|${recipient.id}`));
  for (const place of happening.places)
    if (place.country !== null || (place.latitude !== null && place.longitude !== null))
      yield link('located-at', place.id, idOf('location', `place|${place.id}`));
  for (const { id: claim, claim: said, speaker } of happening.claims)
    if (said.stance === 'denies' && speaker)
      yield base('opinion', `${id}|${claim}`, when, {
        ...{ opinion: 'strongly-disagree', explanation: said.evidence.text.toWellFormed() },
        ...{ authors: [named(speaker.name, speaker.id)], object_refs: [incident] },
      });
}

function idOf(type: string, name: string): string {
  return `${type}--${stableUuid(`${type}|${name}`)}`;
}

/** An object with the properties all have. */
function base(type: string, name: string, day: string | null, properties: object): StixObject {
  const at = day === null ? NO_TIME : `${day}T00:00:00.000Z`;
  return {
    ...{ type, spec_version: '2.1', id: idOf(type, name), created_by_ref: CREATOR, created: at, modified: at },
    ...properties,
  };
}

function creator() {
  const at = { created: NO_TIME, modified: NO_TIME };
  return { type: 'identity', spec_version: '2.1', id: CREATOR, ...at, name: 'Lapwing', identity_class: 'system' };
}

function extension() {
  return {
    ...{ type: 'extension-definition', spec_version: '2.1', id: EXTENSION, created_by_ref: CREATOR },
    ...{ created: NO_TIME, modified: NO_TIME, name: 'Lapwing happening', version: '1.0.0' },
    description: 'What a report or many hold an incident to be: PLOVER type, modes, status, days, harm and tellings.',
    ...{ schema: 'docs/exports.md#stix-21', extension_types: ['property-extension'] },
  };
}

function named(name: string, id: string): string {
  return (name === '' ? id : name).toWellFormed();
}
