import type { CaseRecord } from '../api/index.ts';
import { STATUSES } from '../codebook/index.ts';
import { dayLabel, listed } from '../wording/index.ts';
import { listEntries } from './entries.ts';
import { attribute, content, isolate } from './escape.ts';
import { recordFinding } from './finding.ts';
import { MARKS_KEY } from './key.ts';
import { renderContents, renderLists } from './lists.ts';
import { renderPage } from './page.ts';
import { renderText } from './report-text.ts';

export interface ReportOptions {
  /** Where `All reports` leads; left out where the page stands alone. */
  readonly indexHref?: string;
}

/** One record as one self-contained HTML file: the report with its marks beside the entries, linked both ways. */
export function renderReport(record: CaseRecord, options: ReportOptions = {}): string {
  const entries = listEntries(record);
  const { title, text, source } = record.document;
  const repeatsTitle = title !== null && text.trimStart().startsWith(title.trim());
  const heading = title === null || repeatsTitle ? '' : `<h2 dir="auto">${content(title)}</h2>`;
  const back =
    options.indexHref === undefined ? '' : `<a class="back" href="${attribute(options.indexHref)}">← All reports</a>`;
  const body = `<div class="page">
<div class="left">
<header class="top">
<p class="line">${back}${renderOrigin(record)}</p>
<h1>${content(recordFinding(record))}</h1>
${MARKS_KEY}
</header>
<article class="report" lang="en" aria-label="The report">${heading}
${renderText(record, entries)}
</article>
<footer class="foot">${renderVersions(record)}</footer>
</div>
<main class="lists" aria-label="What was found" tabindex="-1">
<nav class="contents" aria-label="Kinds of entry">${renderContents(entries)}<span class="keys"><kbd>j</kbd> <kbd>k</kbd> <kbd>?</kbd></span></nav>
${renderLists(record, entries)}
</main>
</div>
<div class="card" id="card" hidden></div>
${HELP}`;
  return renderPage([title ?? 'Report', source].filter((part) => part !== null).join(' · '), body);
}

const BASIS: Readonly<Record<CaseRecord['document']['publishedBasis'], string>> = {
  given: 'date given',
  metadata: 'date from the page’s metadata',
  dateline: 'date from the dateline',
  inferred: 'date inferred',
  unknown: 'date not known',
};

function renderOrigin({ document }: CaseRecord): string {
  const { source, published, publishedBasis, url } = document;
  const date = published === null ? BASIS.unknown : `${dayLabel(published)}, ${BASIS[publishedBasis]}`;
  const reasons = publishedBasis === 'inferred' ? ` from ${quotedEvidence(document)}` : '';
  const parts = [source === null ? 'outlet not known' : isolate(source), content(date) + reasons];
  if (url !== null) parts.push(isolate(url));
  return parts.map((part) => `<span>${part}</span>`).join('');
}

/** The words a day of publication was inferred from, each once. */
function quotedEvidence({ publishedEvidence }: CaseRecord['document']): string {
  return listed([...new Set(publishedEvidence.map(({ span }) => span.text))].map((text) => `“${isolate(text)}”`));
}

function renderVersions({ versions, document }: CaseRecord): string {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return content(`Coded with ${named.join(', ')}. Document ${document.id.slice(0, 12)}.`);
}

const HELP = `<dialog class="help" id="help" aria-label="Keys"><p><kbd>j</kbd> <kbd>k</kbd> next and previous statement in the text</p><p><kbd>e</kbd> its evidence in the text</p><p><kbd>Tab</kbd> through acts and entries, <kbd>Enter</kbd> to go there</p><p><kbd>Esc</kbd> let go</p><p>${STATUSES.length} kinds of status: ${STATUSES.join(', ')}.</p></dialog>`;
