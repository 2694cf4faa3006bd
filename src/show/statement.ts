import type { CaseSource, CaseStatement } from '../api/index.ts';
import { shortId } from '../base/index.ts';
import { codeWords, dayLabel } from '../wording/index.ts';
import { plain } from './escape.ts';
import { wrapToWidth } from './text-width.ts';

/** Narrowest width that is honoured. */
const WIDTH_MIN = 24;

/** A quote with the words around it and where it was printed, as plain text: the quote stands between marks. */
export function renderStatement(statement: CaseStatement, width: number): string {
  const cells = Math.max(WIDTH_MIN, Math.floor(width));
  const { document, before, quote, after } = statement;
  const passage = `${before === '' ? '' : '…'}${before}»${quote.text}«${after}${after === '' ? '' : '…'}`;
  const facts = factsOf(statement);
  const lines = [
    `${codeWords(statement.kind)} ${shortId(statement.id)}${facts === '' ? '' : `: ${facts}`}`,
    '',
    ...passage
      .split('\n')
      .filter((line) => line.trim() !== '')
      .flatMap((line) => wrapToWidth(plain(line), cells)),
    '',
    ...(document.title === null ? [] : [document.title]),
    ...document.sources.map(sayWhere),
    `characters ${quote.start} to ${quote.end} of document ${document.id}`,
  ];
  return `${lines.flatMap((line) => wrapToWidth(plain(line), cells)).join('\n')}\n`;
}

function sayWhere({ source, published, url }: CaseSource): string {
  const day = published === null ? 'no date' : dayLabel(published);
  return [source ?? 'outlet not known', day, ...(url === null ? [] : [url])].join(', ');
}

/** What the entry is taken to say, in the record's own words. */
function factsOf({ entry }: CaseStatement): string {
  if (entry === null) return '';
  if ('trigger' in entry)
    return `${entry.actors.join(', ') || 'somebody'} ${entry.type} ${entry.recipients.join(', ')} (${entry.status})`.trim();
  if ('stance' in entry) return `${entry.speaker ?? entry.speakerSpan?.text ?? 'somebody'} ${codeWords(entry.stance)}`;
  if ('kind' in entry) return `${entry.from} ${codeWords(entry.kind)} ${entry.to}`;
  if ('of' in entry) return codeWords(entry.of);
  return `${entry.start ?? ''} to ${entry.end ?? ''}`;
}
