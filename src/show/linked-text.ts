import type { CaseDispute, CaseDocumentName, CaseIncidentDetail, RecordSpan, TellingLine } from '../api/index.ts';
import { boundsLabel, codeWords, counted, dayLabel, listed, numeral, periodLabel } from '../wording/index.ts';
import { plain } from './escape.ts';
import { textWidth, wrapToWidth } from './text-width.ts';

/** Narrowest width that is honoured. */
const WIDTH_MIN = 24;

/** An incident as plain text: what it is held to be, who gives which number, every telling with its words, and why it belongs here. */
export function renderIncident(incident: CaseIncidentDetail, width: number): string {
  const { id, type, modes, status, contested, sources, tellings, joins } = incident;
  const { documents, independent, outlets } = sources;
  const lines = [
    `incident ${id}: ${codeWords([type, ...modes].join(', '))}`,
    `who: ${names(incident.actors) || 'not told'}; to whom: ${names(incident.recipients) || 'not told'}`,
    `where: ${names(incident.places) || 'not told'}; when: ${whenOf(incident)}`,
    `status: ${status}${contested ? ', contested' : ''}`,
    ...harmLines(incident),
    `${counted(documents, 'report')} of ${outlets.length === 0 ? 'unknown outlets' : listed(outlets)}, ${counted(independent, 'independent origin')}`,
    ...tellings.flatMap((telling, at) => [
      '',
      `${at + 1}. ${sayWhere(telling.document)} · ${telling.id.slice(0, 12)}#${telling.id.split('#')[1] ?? ''} · ${telling.status}${voicesOf(telling)}`,
      ...quoted(telling.quote, '   '),
      ...joins
        .filter(
          ({ b, a }) =>
            (tellings.findIndex((each) => each.id === a) > tellings.findIndex((each) => each.id === b) ? a : b) === telling.id,
        )
        .flatMap(({ a, b, points, reasons }) => {
          const other = tellings.findIndex((each) => each.id === (a === telling.id ? b : a));
          return [
            `   joined to ${other + 1} with ${numeral(points)} points: ${reasons.map(({ about, says, points: each }) => `${about}: ${says} (${each > 0 ? '+' : ''}${numeral(each)})`).join('; ')}`,
          ];
        }),
    ]),
  ];
  return toText(lines, width);
}

function harmLines({ harm, tellings }: CaseIncidentDetail): readonly string[] {
  const number = new Map(tellings.map(({ id }, at) => [id, at + 1]));
  return Object.entries(harm).map(([kind, { low, best, high, told }]) => {
    const said = told.map((each) => `${boundsLabel(each)} (${number.get(each.telling) ?? '?'})`).join(', ');
    return `${codeWords(kind)}: low ${low ?? '?'}, best ${best ?? '?'}, high ${high ?? 'open'}; told: ${said}`;
  });
}

/** Disputes as plain text: for each what it is about, and every side with who holds it and in what words. */
export function renderDisputes(disputes: readonly CaseDispute[], heading: string, width: number): string {
  const lines = disputes.flatMap(({ id, kind, about, day, sides }) => [
    '',
    `${id} · ${QUESTIONS[kind]}${about === '' ? '' : ` · ${about}`}${day === null ? '' : ` · ${dayLabel(day)}`}`,
    ...sides.flatMap(({ position, voices, statements, tellings }) => [
      `  ${position}: ${listed(voices.map(({ name }) => name))}`,
      ...statements.flatMap(({ document, speaker, stance, quote }) => [
        ...quoted(quote, '    '),
        `      ${speaker.name} ${codeWords(stance)}, ${sayWhere(document)}`,
      ]),
      ...tellings.flatMap(({ document, quote }) => [...quoted(quote, '    '), `      ${sayWhere(document)}`]),
    ]),
  ]);
  return toText([heading.toUpperCase(), ...lines], width);
}

const QUESTIONS: Readonly<Record<CaseDispute['kind'], string>> = {
  happened: 'whether it happened',
  who: 'who did it',
  blame: 'who is to blame',
  figure: 'how many',
  tie: 'whether they are tied',
};

function quoted({ text }: RecordSpan, indent: string): readonly string[] {
  return [`${indent}“${text.replaceAll(/\s+/g, ' ')}”`];
}

function voicesOf({ voices }: TellingLine): string {
  return voices.length === 0 ? '' : `, says ${listed(voices.map(({ name }) => name))}`;
}

function sayWhere({ source, published }: CaseDocumentName): string {
  return `${source ?? 'outlet not known'}, ${published === null ? 'no date' : dayLabel(published)}`;
}

function whenOf({ day, lastDay, isPublicationDay }: CaseIncidentDetail): string {
  if (day === null) return 'not told';
  return isPublicationDay ? `by ${dayLabel(day)}` : periodLabel(day, lastDay);
}

function names(named: readonly { readonly name: string }[]): string {
  return listed(named.map(({ name }) => name));
}

/** Lines broken at the width, what follows indented as the first. */
function toText(lines: readonly string[], width: number): string {
  const cells = Math.max(WIDTH_MIN, Math.floor(width));
  const wrapped = lines.flatMap((line) => {
    const indent = /^ */.exec(line)?.[0] ?? '';
    const text = plain(line);
    if (indent.length + textWidth(text) <= cells) return [indent + text];
    return wrapToWidth(text, cells - indent.length).map((part) => indent + part);
  });
  return `${wrapped.join('\n')}\n`;
}
