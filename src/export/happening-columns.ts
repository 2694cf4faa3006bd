import { QUAD_OF } from '../codebook/index.ts';
import type { Happening } from './happening.ts';
import type { Columns } from './native-tables.ts';

/** Kinds of harm in the order of their columns. */
const HARMS = ['killed', 'injured', 'displaced', 'arrested', 'kidnapped', 'missing'] as const;

function harmColumns(): Columns<Happening> {
  const columns: Record<string, Columns<Happening>[string]> = {};
  for (const kind of HARMS)
    for (const bound of ['low', 'best', 'high'] as const)
      columns[`${kind}_${bound}`] = ['whole', ({ harm }) => harm[kind]?.[bound] ?? null];
  return columns;
}

/** One flat table of events or incidents: what a spreadsheet wants. */
export const HAPPENING_COLUMNS: Columns<Happening> = {
  id: ['text', ({ id }) => id],
  type: ['text', ({ type }) => type],
  quad: ['whole', ({ type }) => QUAD_OF[type]],
  modes: ['list', ({ modes }) => modes],
  contexts: ['list', ({ contexts }) => contexts],
  status: ['text', ({ status }) => status],
  contested: ['truth', ({ isContested }) => isContested],
  score: ['number', ({ score }) => score],
  start: ['date', ({ start }) => start],
  end: ['date', ({ end }) => end],
  day_of_publication: ['truth', ({ isPublicationDay }) => isPublicationDay],
  actors: ['list', ({ actors }) => actors.map(({ id }) => id)],
  actor_names: ['list', ({ actors }) => actors.map(({ name }) => name)],
  actor_countries: ['list', ({ actors }) => actors.map(({ country }) => country ?? '')],
  recipients: ['list', ({ recipients }) => recipients.map(({ id }) => id)],
  recipient_names: ['list', ({ recipients }) => recipients.map(({ name }) => name)],
  recipient_countries: ['list', ({ recipients }) => recipients.map(({ country }) => country ?? '')],
  places: ['list', ({ places }) => places.map(({ id }) => id)],
  place_names: ['list', ({ places }) => places.map(({ name }) => name)],
  latitude: ['number', ({ places }) => places.find(({ latitude }) => latitude !== null)?.latitude ?? null],
  longitude: ['number', ({ places }) => places.find(({ latitude }) => latitude !== null)?.longitude ?? null],
  ...harmColumns(),
  speakers: [
    'list',
    ({ claims }) => [...new Set(claims.map(({ speaker, claim }) => speaker?.name ?? claim.speakerSpan?.text ?? 'not named'))],
  ],
  outlets: ['list', ({ outlets }) => outlets],
  independent: ['whole', ({ independent }) => independent],
  document: ['text', ({ reports }) => reports[0].id],
  published: ['date', ({ reports }) => reports[0].published],
  url: ['text', ({ reports }) => reports[0].url],
  trigger_start: ['whole', ({ trigger }) => trigger.start],
  trigger_end: ['whole', ({ trigger }) => trigger.end],
  trigger: ['text', ({ trigger }) => trigger.text],
  evidence: ['text', ({ evidence }) => evidence.text],
  tellings: ['list', ({ tellings }) => tellings],
  confidence: ['number', ({ confidence }) => confidence],
};
