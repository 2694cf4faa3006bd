import type { CaseRecord, RecordClaim } from '../api/index.ts';
import { codeWords, cutText, deal, type Segment } from '../wording/index.ts';
import { type Entries, type Entry, type EntryKind, listEntries, type Mark, type MarkRole } from './entries.ts';
import { content, isolate } from './escape.ts';

/** The report's text as HTML paragraphs, marked wherever an entry rests on it, with the claims of each paragraph named in
 *  its margin. Every mark is a link to its entry; every entry finds its place under the id `t-<key>`. */
export function renderText(record: CaseRecord, entries: Entries = listEntries(record)): string {
  const { text, title } = record.document;
  const anchors = anchorsByStart(entries);
  const paragraphs = cutText(text, entries.marks);
  const claims = deal(paragraphs, entries.claims, ({ value }) => ({
    start: value.content.start,
    end: value.content.start + 1,
  }));
  return paragraphs
    .map((paragraph, index) => {
      const isHeadline = index === 0 && title !== null && text.slice(paragraph.start, paragraph.end).trim() === title.trim();
      const tag = isHeadline ? 'h2' : 'p';
      const inner = paragraph.segments.map((segment) => renderSegment(segment, text, anchors));
      return `<div class="para"><${tag} dir="auto">${inner.join('')}</${tag}>${renderNotes(claims[index] ?? [], entries)}</div>`;
    })
    .join('\n');
}

/** Which of several marks a reader means by pointing at a stretch of text: the most telling kind first. */
const POINTING_ORDER: readonly MarkRole[] = ['trigger', 'mention', 'cue', 'speaker', 'condition', 'content', 'quoted'];

function pointed(marks: readonly Mark[]): Mark | undefined {
  for (const role of POINTING_ORDER) {
    const found = marks.findLast((mark) => mark.role === role);
    if (found) return found;
  }
  return undefined;
}

function renderSegment(segment: Segment<Mark>, text: string, anchors: ReadonlyMap<number, readonly string[]>): string {
  const shown = content(text.slice(segment.start, segment.end));
  const here = (anchors.get(segment.start) ?? []).map((key) => `<span id="t-${key}"></span>`).join('');
  if (segment.marks.length === 0) return here + shown;
  const keys = [...new Set(segment.marks.map((mark) => mark.key))].join(' ');
  const visible = segment.marks.filter((mark) => mark.role !== 'evidence');
  const primary = pointed(visible);
  if (!primary) return `${here}<span data-k="${keys}">${shown}</span>`;
  // Where two triggers share words, the inner one is drawn and both are shown when pointed at.
  const act = visible.findLast((mark) => mark.act);
  const drawn = visible.filter((mark) => !mark.act || mark === act);
  const classes = [...new Set(drawn.flatMap((mark) => markClasses(mark, segment)))].join(' ');
  const isStop = primary.role === 'trigger' && primary.span.start === segment.start;
  const tab = isStop ? '' : ' tabindex="-1"';
  return `${here}<a class="${classes}" href="#${primary.key}" data-k="${keys}" data-p="${primary.key}"${tab}>${shown}</a>`;
}

const KIND_CLASS: Readonly<Record<EntryKind, string>> = {
  event: '',
  claim: '',
  tie: '',
  actor: 'm-name',
  place: 'm-place',
  figure: 'm-number',
  time: 'm-number',
};

function markClasses(mark: Mark, segment: Segment<Mark>): string[] {
  const begins = mark.span.start === segment.start;
  const ends = mark.span.end === segment.end;
  if (mark.act)
    return ['act', `q${mark.act.quad}`, `s-${mark.act.status}`, ...(begins ? ['begins'] : []), ...(ends ? ['ends'] : [])];
  if (mark.role === 'mention') return [KIND_CLASS[mark.kind]];
  if (mark.role === 'quoted') return ['said'];
  if (mark.role === 'content') return ['said', ...(begins ? ['opens'] : [])];
  return mark.role === 'condition' ? ['condition'] : ['cue'];
}

function anchorsByStart(entries: Entries): ReadonlyMap<number, readonly string[]> {
  const anchors = new Map<number, string[]>();
  const { events, claims, ties, figures, actors, times, places } = entries;
  for (const { key, anchor } of [...events, ...claims, ...ties, ...figures, ...actors, ...times, ...places]) {
    if (!anchor) continue;
    const keys = anchors.get(anchor.start) ?? [];
    anchors.set(anchor.start, [...keys, key]);
  }
  return anchors;
}

/** Most notes a margin can hold beside a paragraph before it grows past it. */
const NOTES_MAX = 8;

function renderNotes(claims: readonly Entry<RecordClaim>[], entries: Entries): string {
  const notes = new Map<string, string[]>();
  for (const claim of claims) {
    const note = `${renderSpeaker(claim, entries)}</a> <span>${codeWords(claim.value.stance)}`;
    notes.set(note, [...(notes.get(note) ?? []), claim.key]);
  }
  if (notes.size === 0) return '';
  const shown = [...notes].slice(0, NOTES_MAX).map(([note, keys]) => {
    const times = keys.length > 1 ? ` ×${keys.length}` : '';
    return `<li data-k="${keys.join(' ')}"><a href="#${keys[0]}" tabindex="-1">${note}${times}</span></li>`;
  });
  return `<ul class="notes" aria-label="Who says so">${shown.join('')}</ul>`;
}

/** Who a claim rests on: the named actor, else the words that name the speaker, else that nobody is named. */
export function renderSpeaker({ value }: Entry<RecordClaim>, entries: Entries): string {
  const actor = value.speaker === null ? undefined : entries.actorById.get(value.speaker);
  if (actor) return isolate(actor.value.name);
  return value.speakerSpan ? `<i>${isolate(value.speakerSpan.text)}</i>` : '<i>speaker not named</i>';
}
