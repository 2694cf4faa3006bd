import { QUAD_OF } from '../../codebook/index.ts';
import { eachTie, listActors } from '../../store/index.ts';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import type { Happening } from '../happening.ts';
import { xmlText } from '../xml-text.ts';

/** GraphML: actors as nodes; happenings and ties as edges that say what they are, when, of what status, and from where. */
export const GRAPHML: ExportFormat = {
  name: 'graphml',
  title: 'GraphML',
  mediaType: () => 'application/graphml+xml',
  ending: () => 'graphml',
  units: ['events', 'incidents'],
  says: 'status',
  write: graph,
};

const KEYS = {
  name: ['node', 'string'],
  kind: ['node', 'string'],
  country: ['node', 'string'],
  sector: ['node', 'string'],
  edge: ['edge', 'string'],
  type: ['edge', 'string'],
  modes: ['edge', 'string'],
  status: ['edge', 'string'],
  quad: ['edge', 'int'],
  score: ['edge', 'double'],
  start: ['edge', 'string'],
  end: ['edge', 'string'],
  source_ids: ['edge', 'string'],
  said_by: ['edge', 'string'],
  evidence: ['edge', 'string'],
} as const;

type Key = keyof typeof KEYS;
type Data = Readonly<Partial<Record<Key, string | number | null>>>;

async function* graph(source: ExportSource): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  for (const [name, [of, type]] of Object.entries(KEYS))
    yield `  <key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
  yield '  <graph id="case" edgedefault="directed">\n';
  for (const { id, name, kind, country, sector } of await listActors(source.db))
    yield `    <node id="${xmlText(id)}">${data({ name, kind, country, sector })}</node>\n`;
  for await (const happening of source.happenings()) yield* happeningEdges(happening);
  yield* tieEdges(source);
  yield '  </graph>\n</graphml>\n';
}

function* happeningEdges(happening: Happening): Generator<string> {
  const { id, type, modes, status, score, start, end, tellings, claims, evidence } = happening;
  const saidBy = [...new Set(claims.map(({ speaker, claim }) => speaker?.id ?? claim.speakerSpan?.text ?? ''))];
  const said = data({
    ...{ edge: happening.unit === 'events' ? 'event' : 'incident', type, modes: modes.join('; '), status },
    ...{ quad: QUAD_OF[type], score, start, end, source_ids: tellings.join('; '), said_by: saidBy.join('; ') },
    evidence: evidence.text,
  });
  for (const actor of happening.actors)
    for (const recipient of happening.recipients)
      if (actor.id !== recipient.id) yield edge([id, actor.id, recipient.id].join('|'), actor.id, recipient.id, said);
}

/** Ties are claimed or denied as events are; those of the documents and days that the filter wants. */
async function* tieEdges({ db, filter }: ExportSource): AsyncGenerator<string> {
  const { type: _type, status: _status, place: _place, limit: _limit, offset: _offset, ...narrow } = filter;
  for await (const { id, tie, document } of eachTie(db, narrow)) {
    const status = tie.deniedBy.length > 0 ? 'denied' : tie.attributedTo === null ? 'stated' : 'claimed';
    const said = data({
      ...{ edge: 'tie', type: tie.kind, status, start: document.published, source_ids: id },
      ...{ said_by: tie.attributedTo ?? '', evidence: tie.evidence.text },
    });
    yield edge(id, tie.from, tie.to, said);
  }
}

function edge(id: string, from: string, to: string, inside: string): string {
  return `    <edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}">${inside}</edge>\n`;
}

function data(values: Data): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([key, value]) => `<data key="${key}">${xmlText(String(value))}</data>`)
    .join('');
}
