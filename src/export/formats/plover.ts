import { QUAD_OF } from '../../codebook/index.ts';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import type { Happening, Party, Place } from '../happening.ts';

/** Codebook that types, modes and contexts follow. */
const CODEBOOK = 'PLOVER manual, draft 2.0';

/** The auxiliary modes PLOVER has for what has not happened; the manual has none for the other statuses. */
const AUXILIARY: Readonly<Record<string, string>> = { planned: 'future', hypothetical: 'hypothetical', denied: 'negation' };

/** Kinds of harm by PLOVER's words for how many. */
const SIZES = { dead: 'killed', injured: 'injured', arrested: 'arrested' } as const;

/** JSON Lines with the fields of the PLOVER manual (draft 2.0, section 5): an event or incident a line. */
export const PLOVER: ExportFormat = {
  name: 'plover',
  title: 'PLOVER JSON Lines',
  mediaType: () => 'application/jsonl',
  ending: () => 'plover.jsonl',
  units: ['events', 'incidents'],
  says: 'nothing',
  needsDay: true,
  write: lines,
};

async function* lines(source: ExportSource): AsyncGenerator<string> {
  for await (const happening of source.happenings()) yield `${JSON.stringify(toPlover(happening))}\n`;
}

function toPlover(happening: Happening) {
  const { id, start, end, type, modes, contexts, status, evidence, reports } = happening;
  const [report] = reports;
  const auxiliary = AUXILIARY[status];
  const size = Object.entries(SIZES).flatMap(([word, kind]) => {
    const count = happening.harm[kind]?.best;
    return typeof count === 'number' ? [[word, count] as const] : [];
  });
  return {
    id,
    date: start,
    ...(end !== start && { enddate: end }),
    actor: happening.actors.map(toEntity),
    ...(happening.recipients.length > 0 && { recipient: happening.recipients.map(toEntity) }),
    event: type,
    ...(modes.length > 0 || auxiliary !== undefined
      ? { mode: [...modes, ...(auxiliary === undefined ? [] : [auxiliary])] }
      : {}),
    ...(contexts.length > 0 && { context: contexts }),
    quad_code: QUAD_OF[type],
    event_scale: happening.score,
    ...(happening.places.length > 0 && { event_loc: happening.places.map(toLocation) }),
    event_text: happening.trigger.text,
    text: evidence.text,
    text_info: happening.evidencePoints,
    ...(size.length > 0 && { size: Object.fromEntries(size) }),
    cite_info: {
      ...(report.source !== null && { publication: report.source }),
      ...(report.title !== null && { title: report.title }),
      ...(report.url !== null && { url: report.url }),
      ...{ citation: `sha256:${report.id}`, language: report.language, codebook: CODEBOOK },
    },
    coder: 'lapwing',
    comment: commentOn(happening),
  };
}

/** What PLOVER has no field for. */
function commentOn({ status, isPublicationDay, outlets, independent, confidence }: Happening): string {
  const parts = [`status ${status}`, `confidence ${confidence}`, `${independent} independent`];
  if (isPublicationDay) parts.push('date is that of publication');
  if (outlets.length > 0) parts.push(`printed by ${outlets.join(', ')}`);
  return parts.join('; ');
}

function toEntity({ id, name, country, sector, words }: Party) {
  return {
    code: country ?? '',
    sector: sector ?? 'UNK',
    entity_text: words ?? name,
    identifier_text: id,
  };
}

/** How exact PLOVER's "resolution" calls a place, 1 (a country) to 5 (a site). */
const RESOLUTION: Readonly<Record<string, number>> = { country: 1, region: 2, area: 3, city: 4, crossing: 5, facility: 5 };

function toLocation({ id, name, kind, country, latitude, longitude, words }: Place) {
  const geonames = /^geonames:(\d+)$/.exec(id)?.[1];
  const resolution = RESOLUTION[kind];
  return {
    extracted_place: words ?? name,
    resolved_place: name,
    ...(geonames !== undefined && { geonameid: geonames }),
    ...(latitude !== null && longitude !== null && { lat: latitude, lon: longitude }),
    ...(country !== null && { country_code: country }),
    ...(resolution !== undefined && { resolution }),
  };
}
