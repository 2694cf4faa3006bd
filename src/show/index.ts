export {
  ACTOR_LIST,
  type CaseList,
  CLAIM_LIST,
  DOCUMENT_LIST,
  EVENT_LIST,
  FIGURE_LIST,
  PLACE_LIST,
  renderCaseTable,
  TIE_LIST,
} from './case-lists.ts';
export { type Column, section } from './columns.ts';
export { recordFinding } from './finding.ts';
export { type IndexEntry, type IndexOptions, indexFinding, renderIndex } from './index-page.ts';
export {
  AGREEMENT_LIST,
  CASE_TIE_LIST,
  type DisputeLine,
  DYAD_LIST,
  type DyadLine,
  disputeFields,
  dyadFields,
  INCIDENT_LIST,
  MOVE_LIST,
} from './linked-lists.ts';
export { renderDisputes, renderIncident } from './linked-text.ts';
export { type CsvFields, fieldsOf, type ListFormat, listText } from './list-text.ts';
export { PAGE_POLICY } from './policy.ts';
export { type ReportOptions, renderReport } from './report.ts';
export { renderStatement } from './statement.ts';
export { renderTable } from './table.ts';
export { textWidth } from './text-width.ts';
