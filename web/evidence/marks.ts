import { type CaseRecord, QUAD_OF, type Quad, type Status } from '../../src/api/index.ts';
import type { Entries } from './entries.ts';

/** Half-open, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a stretch of a report's text is to an entry. */
export interface Mark {
  readonly span: Stretch;
  readonly role: 'trigger' | 'cue' | 'content' | 'name' | 'place' | 'number' | 'condition';
  /** Entry that is selected by it; null for what is only told apart. */
  readonly entry: string | null;
  /** Of triggers: the kind of act and how sure it is. */
  readonly act?: { readonly quad: Quad; readonly status: Status };
}

/** All marks of a report, in no order. Stretches outside the text are left out. */
export function marksOf(record: CaseRecord, entries: Entries): readonly Mark[] {
  const marks: Mark[] = [];
  const add = (span: Stretch | null, role: Mark['role'], entry: string | null, act?: Mark['act']) => {
    if (span !== null) marks.push({ span, role, entry, ...(act ? { act } : {}) });
  };
  for (const entry of entries.all) {
    if (entry.kind === 'event')
      add(entry.at, 'trigger', entry.id, { quad: QUAD_OF[entry.value.type], status: entry.value.status });
    if (entry.kind === 'figure') add(entry.at, 'number', entry.id);
    if (entry.kind !== 'claim') continue;
    add(entry.value.cue, 'cue', entry.id);
    add(entry.value.content, 'content', entry.id);
    add(entry.value.condition, 'condition', entry.id);
  }
  for (const { mentions } of record.actors) for (const span of mentions) add(span, 'name', null);
  for (const { mentions } of record.places) for (const span of mentions) add(span, 'place', null);
  for (const { span } of record.times) add(span, 'number', null);
  return marks.filter(({ span: { start, end } }) => 0 <= start && start < end && end <= record.document.text.length);
}
