export { recordFinding } from './finding.ts';
export { type IndexEntry, type IndexOptions, indexFinding, renderIndex } from './index-page.ts';
export { PAGE_POLICY } from './policy.ts';
export { type ReportOptions, renderReport } from './report.ts';
export { renderTable } from './table.ts';
export { textWidth } from './text-width.ts';
