export { compareText } from './compare-text.ts';
export { CONTROLS, withoutControls } from './controls.ts';
export { type CsvValue, csvLine, safeCell, tsvLine } from './csv.ts';
export { foldName, kebabCase, shortId, textId } from './ids.ts';
export { inOrder } from './in-order.ts';
export { addDays, dateParts, daysBetween, daysInMonth, type PlainDate, plainDate, weekday } from './plain-date.ts';
export { fail, ok, type Problem, type Result } from './result.ts';
export { assertSpan, contains, cover, overlaps, type Span, spanIou, type TokenRange } from './span.ts';
