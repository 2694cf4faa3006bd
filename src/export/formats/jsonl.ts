import type { CaseFilter } from '../../api/index.ts';
import { eachDocument, eachRecordJson, readRecordJson } from '../../store/index.ts';
import type { ExportFormat, ExportSource } from '../export-format.ts';

/** JSON Lines: the records as they were made, byte for byte; or an event or incident a line, with all that is known of it. */
export const JSONL: ExportFormat = {
  name: 'jsonl',
  title: 'JSON Lines',
  mediaType: () => 'application/jsonl',
  ending: () => 'jsonl',
  units: ['case', 'events', 'incidents'],
  says: 'status',
  write: (source) => (source.unit === 'case' ? records(source) : happenings(source)),
};

async function* records({ db, filter }: ExportSource): AsyncGenerator<string> {
  if (isWhole(filter)) for await (const json of eachRecordJson(db)) yield `${json}\n`;
  else
    for await (const { id } of eachDocument(db, filter)) {
      const json = await readRecordJson(db, id);
      if (json !== null) yield `${json}\n`;
    }
}

function isWhole(filter: CaseFilter): boolean {
  return Object.keys(filter).length === 0;
}

async function* happenings(source: ExportSource): AsyncGenerator<string> {
  for await (const happening of source.happenings()) yield `${JSON.stringify(happening)}\n`;
}
