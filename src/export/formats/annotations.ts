import type { CaseRecord, RecordSpan } from '../../api/index.ts';
import { eachDocument } from '../../store/index.ts';
import { codePointRange } from '../code-points.ts';
import type { ExportFormat, ExportSource } from '../export-format.ts';
import { ReportShelf } from '../report-shelf.ts';

/** W3C Web Annotation (JSON-LD), an annotation a line: every event, claim, tie, figure, time and mention with the words it rests on. */
export const ANNOTATIONS: ExportFormat = {
  name: 'annotations',
  title: 'W3C Web Annotations',
  mediaType: () => 'application/jsonl',
  ending: () => 'annotations.jsonl',
  units: ['case'],
  says: 'status',
  write: annotations,
};

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** Characters of context given before and after a quote, so that it can be found again in a changed text. */
const AROUND = 32;

async function* annotations({ db, filter }: ExportSource): AsyncGenerator<string> {
  const shelf = new ReportShelf(db);
  for await (const { id } of eachDocument(db, filter)) {
    const { record } = await shelf.get(id);
    for (const { local, span, body } of entriesOf(record)) yield `${JSON.stringify(annotation(record, local, span, body))}\n`;
  }
}

interface Entry {
  /** Id within the record. */
  readonly local: string;
  readonly span: RecordSpan;
  readonly body: Readonly<Record<string, unknown>>;
}

function* entriesOf({ actors, places, events, claims, ties, figures, times }: CaseRecord): Generator<Entry> {
  for (const { id, trigger, type, modes, status, actors, recipients, score, confidence } of events)
    yield { local: id, span: trigger, body: { kind: 'event', type, modes, status, actors, recipients, score, confidence } };
  for (const { id, content, speaker, stance, addressee, events } of claims)
    yield { local: id, span: content, body: { kind: 'claim', speaker, stance, addressee, events } };
  for (const [at, { evidence, ...tie }] of ties.entries())
    yield { local: `t${at + 1}`, span: evidence, body: { ...tie, kind: 'tie', tie: tie.kind } };
  for (const [at, { span, ...figure }] of figures.entries())
    yield { local: `f${at + 1}`, span, body: { kind: 'figure', ...figure } };
  for (const [at, { span, ...time }] of times.entries()) yield { local: `d${at + 1}`, span, body: { kind: 'time', ...time } };
  for (const [at, { id, name, mentions }] of actors.entries())
    for (const [nth, span] of mentions.entries())
      yield { local: `a${at + 1}.${nth + 1}`, span, body: { kind: 'mention', actor: id, name } };
  for (const [at, { id, name, latitude, longitude, mentions }] of places.entries())
    for (const [nth, span] of mentions.entries())
      yield { local: `p${at + 1}.${nth + 1}`, span, body: { kind: 'mention', place: id, name, latitude, longitude } };
}

/** An annotation (Web Annotation Data Model, 2017). Its body is our entry, as text that JSON-LD leaves alone. */
function annotation({ document }: CaseRecord, local: string, span: RecordSpan, body: Entry['body']) {
  const source = `urn:sha256:${document.id}`;
  const { start, end } = codePointRange(document.text, span);
  return {
    '@context': CONTEXT,
    id: `${source}#${local}`,
    type: 'Annotation',
    motivation: 'tagging',
    body: { type: 'TextualBody', purpose: 'tagging', format: 'application/json', value: JSON.stringify(body) },
    target: {
      source,
      selector: [
        { type: 'TextPositionSelector', start, end },
        {
          type: 'TextQuoteSelector',
          exact: span.text,
          prefix: document.text.slice(Math.max(0, span.start - AROUND), span.start).toWellFormed(),
          suffix: document.text.slice(span.end, span.end + AROUND).toWellFormed(),
        },
      ],
    },
  };
}
