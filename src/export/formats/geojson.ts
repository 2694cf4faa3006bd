import type { ExportFormat, ExportSource } from '../export-format.ts';
import type { Happening, Place } from '../happening.ts';

/** GeoJSON (RFC 7946): a feature for each incident or event. Those without a located place have no geometry. */
export const GEOJSON: ExportFormat = {
  name: 'geojson',
  title: 'GeoJSON',
  mediaType: () => 'application/geo+json',
  ending: () => 'geojson',
  units: ['incidents', 'events'],
  says: 'status',
  write: features,
};

async function* features(source: ExportSource): AsyncGenerator<string> {
  let before = '{"type":"FeatureCollection","features":[\n';
  for await (const happening of source.happenings()) {
    yield `${before}${JSON.stringify(feature(happening))}`;
    before = ',\n';
  }
  yield before === ',\n' ? '\n]}\n' : `${before}]}\n`;
}

/** How near the truth a point is: the kind of place it stands for. A region's or country's is a central point, nothing happened just there. */
const PRECISION: Readonly<Record<string, string>> = {
  country: 'country',
  region: 'region',
  area: 'area',
  city: 'place',
  crossing: 'place',
  facility: 'place',
};

function feature(happening: Happening) {
  const located = happening.places.filter((place) => place.latitude !== null && place.longitude !== null);
  const nearest = located.find(({ kind }) => PRECISION[kind] === 'place') ?? located[0];
  const { id, type, modes, contexts, status, isContested, score, start, end, isPublicationDay } = happening;
  return {
    type: 'Feature',
    id,
    geometry: geometryOf(located),
    properties: {
      ...{ type, modes, contexts, status, contested: isContested, score },
      ...{ start, end, dayOfPublication: isPublicationDay },
      precision: nearest ? (PRECISION[nearest.kind] ?? 'unknown') : null,
      places: happening.places.map(({ id, name, kind, country }) => ({ id, name, kind, country })),
      actors: happening.actors.map(({ id, name }) => ({ id, name })),
      recipients: happening.recipients.map(({ id, name }) => ({ id, name })),
      harm: happening.harm,
      saidBy: happening.claims.map(({ speaker, claim }) => ({
        ...{ speaker: speaker?.name ?? claim.speakerSpan?.text ?? null, stance: claim.stance },
      })),
      ...{ outlets: happening.outlets, independent: happening.independent, tellings: happening.tellings },
      sources: happening.reports.map(({ id, source, published, url }) => ({ document: id, source, published, url })),
      evidence: happening.evidence.text,
      confidence: happening.confidence,
    },
  };
}

/** The point of the one place, or the points of all; positions are longitude, latitude. */
function geometryOf(places: readonly Place[]) {
  const points = places.map(({ longitude, latitude }) => [longitude, latitude]);
  if (points.length === 0) return null;
  return points.length === 1 ? { type: 'Point', coordinates: points[0] } : { type: 'MultiPoint', coordinates: points };
}
