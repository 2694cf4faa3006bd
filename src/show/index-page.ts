import type { CaseRecord } from '../api/index.ts';
import { QUAD_NAMES, QUAD_OF, type Quad } from '../codebook/index.ts';
import { counted, dayLabel, numeral, periodLabel } from '../wording/index.ts';
import { attribute, content, isolate } from './escape.ts';
import { leadingParties, recordFinding, unsureFinding } from './finding.ts';
import { SQUARES_KEY } from './key.ts';
import { renderPage } from './page.ts';

/** A coded report and where its page is. */
export interface IndexEntry {
  readonly href: string;
  readonly record: CaseRecord;
}

export interface IndexOptions {
  /** A line under the heading, plain text: what these reports are. */
  readonly note?: string;
}

/** The list of all coded reports, oldest first, with what was found in each. */
export function renderIndex(entries: readonly IndexEntry[], options: IndexOptions = {}): string {
  const sorted = [...entries].sort((a, b) => sortKey(a).localeCompare(sortKey(b), 'en'));
  const heading = indexFinding(sorted.map(({ record }) => record));
  const note = options.note === undefined ? '' : `<p class="line">${content(options.note)}</p>`;
  const table =
    sorted.length === 0
      ? '<p class="empty">Nothing is coded yet. Give files to <code>lapwing code</code> and they can be read here.</p>'
      : `${SQUARES_KEY}<table><thead><tr><th scope="col">Published</th><th scope="col">Outlet</th><th scope="col">Report, and its most active parties</th><th scope="col" class="n">Events</th><th scope="col" class="n">Claims</th><th scope="col" class="n">Figures</th></tr></thead>
<tbody>${sorted.map(renderRow).join('\n')}</tbody></table>`;
  return renderPage(heading, `<main class="index"><h1>${content(heading)}</h1>${note}${table}</main>`);
}

/** `12 reports by 6 outlets, 14 Feb – 20 Mar 2017: 143 events; 61 only alleged, denied or planned`. */
export function indexFinding(records: readonly CaseRecord[]): string {
  if (records.length === 0) return 'No report yet';
  const outlets = new Set(records.flatMap(({ document }) => document.source ?? []));
  const dates = records.flatMap(({ document }) => document.published ?? []).sort();
  const events = records.flatMap((record) => record.events);
  const unsure = unsureFinding(events);
  const by = outlets.size === 0 ? '' : ` by ${counted(outlets.size, 'outlet')}`;
  const when = dates.length === 0 ? '' : `, ${periodLabel(dates[0] ?? null, dates.at(-1) ?? null)}`;
  return `${counted(records.length, 'report')}${by}${when}: ${counted(events.length, 'event')}${unsure === null ? '' : `; ${unsure}`}`;
}

function sortKey({ record }: IndexEntry): string {
  const { published, source, title } = record.document;
  return [published ?? '9999', source ?? '', title ?? ''].join('\n');
}

/** Most parties named under a title. */
const PARTIES_MAX = 5;

function renderRow({ href, record }: IndexEntry): string {
  const { published, source, title, text } = record.document;
  const parties = leadingParties(record, PARTIES_MAX);
  const name = title ?? `${text.trim().slice(0, 80)}…`;
  return `<tr>
<td class="when">${published === null ? 'no date' : content(dayLabel(published))}</td>
<td class="outlet">${source === null ? 'not known' : isolate(source)}</td>
<td class="title"><a href="${attribute(href)}" title="${attribute(recordFinding(record))}">${isolate(name)}</a><span class="parties">${parties.map(isolate).join(' · ')}</span>${renderMix(record)}</td>
<td class="n">${numeral(record.events.length)}<span class="label"> events</span></td>
<td class="n">${numeral(record.claims.length)}<span class="label"> claims</span></td>
<td class="n">${numeral(record.figures.length)}<span class="label"> figures</span></td>
</tr>`;
}

const QUADS: readonly Quad[] = [2, 1, 3, 4];
/** Side of the square that stands for one event, and the room it takes, in pixels. */
const SQUARE = { side: 7, pitch: 9 } as const;
const SQUARES_MAX = 60;

/** One small square per event in the colour of its quad, cooperation to the left; hollow where it is not established. */
function renderMix(record: CaseRecord): string {
  if (record.events.length === 0) return '';
  const squares = QUADS.flatMap((quad) =>
    [true, false].flatMap((sure) =>
      record.events
        .filter(({ type, status }) => QUAD_OF[type] === quad && (status === 'actual' || status === 'ongoing') === sure)
        .map(() => `q${quad}${sure ? '' : ' unsure'}`),
    ),
  ).slice(0, SQUARES_MAX);
  const label = QUADS.map((quad) => [record.events.filter(({ type }) => QUAD_OF[type] === quad).length, quad] as const)
    .filter(([count]) => count > 0)
    .map(([count, quad]) => `${count} of ${QUAD_NAMES[quad]}`)
    .join(', ');
  const shapes = squares.map(
    (style, index) =>
      `<rect class="${style}" x="${index * SQUARE.pitch + 0.5}" y="0.5" width="${SQUARE.side}" height="${SQUARE.side}"/>`,
  );
  return `<svg class="mix" role="img" aria-label="${label}" width="${squares.length * SQUARE.pitch}" height="8">${shapes.join('')}</svg>`;
}
