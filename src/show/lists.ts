import type {
  CaseRecord,
  RecordActor,
  RecordClaim,
  RecordEvent,
  RecordFigure,
  RecordPlace,
  RecordSpan,
  RecordTie,
  RecordTime,
} from '../api/index.ts';
import { QUAD_OF } from '../codebook/index.ts';
import { boundsLabel, codeWords, counted, listed, numeral, periodLabel, quadLabel } from '../wording/index.ts';
import type { Entries, Entry } from './entries.ts';
import { attribute, isolate } from './escape.ts';
import { isMutual } from './finding.ts';
import { renderSpeaker } from './report-text.ts';

/** The record's entries as lists, each under a heading that says how many were found. */
export function renderLists(record: CaseRecord, entries: Entries): string {
  return [
    section('events', eventsHeading(entries), entries.events, (entry) => eventEntry(entry, entries, record), NO_EVENTS),
    section('claims', claimsHeading(entries), entries.claims, (entry) => claimEntry(entry, entries), NO_CLAIMS),
    section('parties', actorsHeading(entries), entries.actors, (entry) => actorEntry(entry), 'No party is named.'),
    section('ties', counted(entries.ties.length, 'tie'), entries.ties, (entry) => tieEntry(entry, entries), NO_TIES),
    section(
      'figures',
      counted(entries.figures.length, 'figure'),
      entries.figures,
      (e) => figureEntry(e, entries),
      'Nothing is counted.',
    ),
    section('times', counted(entries.times.length, 'time'), entries.times, timeEntry, 'No date or time is given.'),
    section('places', counted(entries.places.length, 'place'), entries.places, placeEntry, 'No place is named.'),
  ].join('\n');
}

const NO_EVENTS = 'Nobody is said to have done anything to anybody: no event of the codebook was found.';
const NO_CLAIMS = 'Everything is told in the report’s own voice: no statement is attributed to anybody.';
const NO_TIES = 'No lasting relation, such as membership or allegiance, is stated.';

/** Which sections the page has, with how much is in each, for the list's own contents line. */
export function renderContents(entries: Entries): string {
  const parts = [
    ['events', entries.events],
    ['claims', entries.claims],
    ['parties', entries.actors],
    ['ties', entries.ties],
    ['figures', entries.figures],
    ['times', entries.times],
    ['places', entries.places],
  ] as const;
  return parts.map(([name, list]) => `<a href="#${name}">${name} <b>${numeral(list.length)}</b></a>`).join('');
}

function section<Value>(
  id: string,
  heading: string,
  entries: readonly Entry<Value>[],
  render: (entry: Entry<Value>) => string,
  empty: string,
): string {
  const body = entries.length === 0 ? `<p class="empty">${empty}</p>` : `<ol>${entries.map(render).join('\n')}</ol>`;
  return `<section id="${id}"><h3>${heading}</h3>${body}</section>`;
}

function item(entry: Entry, head: string, rest: string): string {
  const at = entry.anchor ? ` data-at="${entry.anchor.start}"` : '';
  const number = entry.anchor
    ? `<a class="go" href="#t-${entry.key}" title="Show in the text">${entry.number}</a>`
    : `<span class="go">${entry.number}</span>`;
  return `<li id="${entry.key}" class="${entry.kind}" data-key="${entry.key}"${at}>${number}<div class="body"><p class="head">${head}</p>${rest}</div></li>`;
}

function facts(parts: readonly (string | null)[]): string {
  const shown = parts.filter((part) => part !== null);
  return shown.length === 0 ? '' : `<ul class="facts">${shown.map((part) => `<li>${part}</li>`).join('')}</ul>`;
}

function quote(span: RecordSpan, key: string): string {
  return `<p class="quote"><a href="#t-${key}" tabindex="-1">${isolate(span.text)}</a></p>`;
}

function actorsHeading({ actors }: Entries): string {
  return actors.length === 1 ? '1 party' : `${numeral(actors.length)} parties`;
}

/** `14 events, 3 alleged, 1 denied`. */
export function eventsHeading({ events }: Pick<Entries, 'events'>): string {
  const counts = new Map<string, number>();
  for (const { value } of events) counts.set(value.status, (counts.get(value.status) ?? 0) + 1);
  const unsure = [...counts].filter(([status]) => status !== 'actual' && status !== 'ongoing');
  unsure.sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en'));
  return [counted(events.length, 'event'), ...unsure.map(([status, count]) => `${numeral(count)} ${status}`)].join(', ');
}

function claimsHeading({ claims }: Entries): string {
  const speakers = new Set(claims.map(({ value }) => value.speaker ?? value.speakerSpan?.text.toLowerCase() ?? ''));
  speakers.delete('');
  const by = speakers.size === 0 ? '' : ` by ${counted(speakers.size, 'speaker')}`;
  return `${counted(claims.length, 'claim')}${by}`;
}

function actorLink(id: string, entries: Entries): string {
  const entry = entries.actorById.get(id);
  return entry ? `<a href="#${entry.key}">${isolate(entry.value.name)}</a>` : isolate(id);
}

function actorLinks(ids: readonly string[], entries: Entries): string {
  return ids.length === 0 ? '<i class="nobody">nobody named</i>' : listed(ids.map((id) => actorLink(id, entries)));
}

function actorEntry(entry: Entry<RecordActor>): string {
  const { name, kind, id, aliases, mentions } = entry.value;
  const others = aliases.filter((alias) => alias !== name);
  return item(
    entry,
    `<b>${isolate(name)}</b>`,
    facts([
      codeWords(kind),
      `<code>${isolate(id)}</code>`,
      others.length === 0 ? null : `also ${others.map((alias) => isolate(alias)).join(', ')}`,
      `<a href="#t-${entry.key}">${counted(mentions.length, 'mention')}</a>`,
    ]),
  );
}

function eventEntry(entry: Entry<RecordEvent>, entries: Entries, record: CaseRecord): string {
  const event = entry.value;
  const quad = QUAD_OF[event.type];
  const badge = `<a class="badge act q${quad} s-${event.status} begins ends" href="#t-${entry.key}" title="${quadLabel(quad)}, ${event.status}">${codeWords(event.type)}</a>`;
  const who = `<span class="who">${dyad(event, entries)}</span>`;
  const speakers = event.claims.flatMap((id) => entries.claimById.get(id) ?? []);
  const harm = Object.entries(event.harm ?? {}).map(([kind, bounds]) => `${codeWords(kind)} <b>${boundsLabel(bounds)}</b>`);
  return item(
    entry,
    `${badge} ${who}`,
    eventQuote(event, entry.key, record.document.text) +
      facts([
        `<b class="status">${event.status}</b>`,
        event.modes.length === 0 ? null : event.modes.map(codeWords).join(', '),
        event.contexts.length === 0 ? null : event.contexts.map(codeWords).join(', '),
        event.time ? whenFact(event.time) : null,
        event.places.length === 0 ? null : listed(event.places.map((id) => placeLink(id, entries))),
        ...harm,
        `score ${numeral(event.score)}`,
        `confidence ${event.confidence.toFixed(2)}`,
      ]) +
      restsOn(speakers, entries),
  );
}

function dyad({ actors, recipients }: RecordEvent, entries: Entries): string {
  if (isMutual(actors, recipients)) return actors.map((id) => actorLink(id, entries)).join(arrow('↔', 'and'));
  return actorLinks(actors, entries) + arrow('→', 'to') + actorLinks(recipients, entries);
}

function arrow(sign: string, spoken: string): string {
  return ` <span class="arrow" role="img" aria-label="${spoken}">${sign}</span> `;
}

function whenFact({ start, end, span }: NonNullable<RecordEvent['time']>): string {
  const said = span ? ` <i>“${isolate(span.text)}”</i>` : '';
  return `${periodLabel(start, end)}${said}`;
}

function restsOn(claims: readonly Entry<RecordClaim>[], entries: Entries): string {
  if (claims.length === 0) return '';
  const links = claims.map(
    (claim) => `<a href="#${claim.key}">${renderSpeaker(claim, entries)}</a> ${codeWords(claim.value.stance)}`,
  );
  return `<p class="rests"><span class="sign" aria-hidden="true">❝</span> ${links.join('; ')}</p>`;
}

/** Characters of context kept on each side of a trigger that stands in a long clause. */
const QUOTE_CONTEXT = 110;

function eventQuote({ trigger, evidence }: RecordEvent, key: string, text: string): string {
  const from = Math.max(evidence.start, trigger.start - QUOTE_CONTEXT);
  const to = Math.min(evidence.end, trigger.end + QUOTE_CONTEXT);
  const start = from > evidence.start ? wordStart(text, from, trigger.start) : Math.min(from, trigger.start);
  const end = to < evidence.end ? wordEnd(text, to, trigger.end) : Math.max(to, trigger.end);
  const before = `${from > evidence.start ? '… ' : ''}${text.slice(start, trigger.start)}`;
  const after = `${text.slice(trigger.end, end)}${to < evidence.end ? ' …' : ''}`;
  return `<p class="quote"><a href="#t-${key}" tabindex="-1"><bdi>${isolate(before)}<b>${isolate(trigger.text)}</b>${isolate(after)}</bdi></a></p>`;
}

function wordStart(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 || space >= limit ? from : space + 1;
}

function wordEnd(text: string, to: number, limit: number): number {
  const space = text.lastIndexOf(' ', to);
  return space <= limit ? to : space;
}

function claimEntry(entry: Entry<RecordClaim>, entries: Entries): string {
  const claim = entry.value;
  const to = claim.addressee === null ? '' : arrow('→', 'to') + actorLink(claim.addressee, entries);
  const speaker = entries.actorById.get(claim.speaker ?? '');
  const who = speaker ? `<a href="#${speaker.key}">${renderSpeaker(entry, entries)}</a>` : renderSpeaker(entry, entries);
  const about = claim.events.flatMap((id) => entries.eventById.get(id) ?? []);
  return item(
    entry,
    `<span class="sign" aria-hidden="true">❝</span> <span class="who">${who}${to}</span> <b class="stance">${codeWords(claim.stance)}</b>`,
    quote(claim.content, entry.key) +
      facts([
        claim.quoted ? 'in quotation marks' : 'reported',
        claim.condition ? `on condition: <i>${isolate(claim.condition.text)}</i>` : null,
        about.length === 0 ? null : `about ${listed(about.map(eventLink))}`,
      ]),
  );
}

function eventLink(entry: Entry<RecordEvent>): string {
  return `<a href="#${entry.key}">event ${entry.number}, ${codeWords(entry.value.type)}</a>`;
}

function tieEntry(entry: Entry<RecordTie>, entries: Entries): string {
  const { from, to, kind, evidence, attributedTo, deniedBy } = entry.value;
  return item(
    entry,
    `<span class="who">${actorLink(from, entries)} <b class="stance">${codeWords(kind)}</b> ${actorLink(to, entries)}</span>`,
    quote(evidence, entry.key) +
      facts([
        attributedTo === null
          ? null
          : `<span class="sign" aria-hidden="true">❝</span> says ${actorLink(attributedTo, entries)}`,
        deniedBy.length === 0 ? null : `denied by ${actorLinks(deniedBy, entries)}`,
      ]),
  );
}

function figureEntry(entry: Entry<RecordFigure>, entries: Entries): string {
  const figure = entry.value;
  const event = entries.eventById.get(figure.event ?? '');
  return item(
    entry,
    `<b class="amount">${figure.approximate ? 'about ' : ''}${boundsLabel(figure)}</b> ${isolate(codeWords(figure.of))}`,
    facts([
      `<i>“<a href="#t-${entry.key}" tabindex="-1">${isolate(figure.span.text)}</a>”</i>`,
      event ? eventLink(event) : null,
    ]),
  );
}

function timeEntry(entry: Entry<RecordTime>): string {
  const { start, end, span } = entry.value;
  return item(
    entry,
    `<b>${isolate(periodLabel(start, end))}</b>`,
    facts([`<i>“<a href="#t-${entry.key}" tabindex="-1">${isolate(span.text)}</a>”</i>`]),
  );
}

function placeLink(id: string, entries: Entries): string {
  const entry = entries.placeById.get(id);
  return entry ? `<a href="#${entry.key}">${isolate(entry.value.name)}</a>` : isolate(id);
}

/** Decimals of a degree shown: about a kilometre, which is as near as a gazetteer's town is known. */
const DEGREE_DECIMALS = 2;

function placeEntry(entry: Entry<RecordPlace>): string {
  const { name, kind, country, latitude, longitude, mentions } = entry.value;
  return item(
    entry,
    `<b>${isolate(name)}</b>`,
    facts([
      isolate(codeWords(kind)),
      country === null ? null : `<code>${attribute(country)}</code>`,
      latitude === null || longitude === null
        ? 'position not known'
        : `${degrees(latitude, 'N', 'S')} ${degrees(longitude, 'E', 'W')}`,
      `<a href="#t-${entry.key}">${counted(mentions.length, 'mention')}</a>`,
    ]),
  );
}

function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(DEGREE_DECIMALS)}°\u202f${value < 0 ? negative : positive}`;
}
