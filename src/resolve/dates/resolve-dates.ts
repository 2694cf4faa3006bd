import { contains } from '../../base/index.ts';
import type { Parsed } from '../../document/index.ts';
import type { DateMention } from '../resolved.ts';
import { type Atom, atomTokens, readAtoms } from './atoms.ts';
import type { DateContext, Finder, Proposal } from './finder.ts';
import { DATE_FINDERS } from './finders/index.ts';
import type { Found } from './found.ts';
import { findHolidays, type Holidays, NO_HOLIDAYS } from './holidays.ts';
import { outlookAt } from './outlook.ts';
import { compilePattern, matchPattern, type Pattern, PatternStarts } from './patterns.ts';
import type { Period } from './periods.ts';
import { DATE_REFINERS } from './refiners/index.ts';
import { keepLongest } from './refiners/keep-longest.ts';

const STARTS = compileFinders();

/** Every pattern of a finder with the finder's place in the list, by how it may begin. */
function compileFinders(): PatternStarts<{ readonly order: number; readonly finder: Finder; readonly pattern: Pattern }> {
  const starts = new PatternStarts<{ readonly order: number; readonly finder: Finder; readonly pattern: Pattern }>();
  for (const [order, finder] of DATE_FINDERS.entries())
    for (const text of finder.patterns) {
      const pattern = compilePattern(text);
      starts.add(pattern, { order, finder, pattern });
    }
  return starts;
}

/** Finds the date expressions of a report and works out the days they stand for: absolute ones from themselves, the rest from
 * the publication date and from dates named before. Where the publication date is not known, relative dates have null bounds.
 * A bare weekday or month lies in the past unless its clause speaks of what is to come; the publication day's own name is that
 * day. The result is in text order and does not overlap.
 * @param holidays days known by name; none where left out */
export function resolveDates(parsed: Parsed, holidays: Holidays = NO_HOLIDAYS): readonly DateMention[] {
  const atoms = readAtoms(parsed);
  const context = makeContext(parsed, atoms);
  const found = readInOrder(keepLongest([...propose(context), ...findHolidays(context, holidays)]), context);
  return DATE_REFINERS.reduce((kept, refine) => refine(kept, atoms), found).map(({ mention }) => mention);
}

function makeContext(doc: Parsed, atoms: readonly Atom[]): DateContext {
  return {
    doc,
    atoms,
    published: doc.published,
    outlook(index) {
      const token = atoms[index]?.token;
      return token ? outlookAt(doc, token) : 'unclear';
    },
  };
}

function propose(context: DateContext): readonly Proposal[] {
  const proposals: (Proposal & { readonly order: number })[] = [];
  const people = personTokens(context.doc);
  for (const [at, atom] of context.atoms.entries()) {
    const best = new Map<number, Proposal>();
    for (const { order, finder, pattern } of STARTS.at(atom)) {
      const match = matchPattern(pattern, context.atoms, at);
      const known = best.get(order);
      if (!match || (known && match.to <= known.match.to)) continue;
      if (finder.accepts?.(match, context) ?? true) best.set(order, { finder, match });
    }
    for (const [order, proposal] of best)
      if (!isInPersonName(proposal, context, people)) proposals.push({ ...proposal, order });
  }
  return proposals.sort((a, b) => a.order - b.order);
}

function personTokens(doc: Parsed): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const { range, label } of doc.names) {
    if (label !== 'person') continue;
    for (let index = range.from; index < range.to; index++) tokens.add(index);
  }
  return tokens;
}

/** "Theresa May", "General March": a single date word inside a person's name. */
function isInPersonName({ match }: Proposal, { atoms }: DateContext, people: ReadonlySet<number>): boolean {
  return match.to - match.from === 1 && people.has(atoms[match.from]?.token.index ?? -1);
}

function readInOrder(proposals: readonly Proposal[], context: DateContext): readonly Found[] {
  const { atoms } = context;
  const found: Found[] = [];
  let previous: Period | null = null;
  for (const { finder, match } of proposals) {
    const reading = finder.read(match, context, previous);
    if (!reading) continue;
    if (reading.start || reading.end) previous = reading;
    const range = atomTokens(atoms, match.from, match.to);
    const span = { start: atoms[match.from]?.start ?? 0, end: endOf(atoms, match.to) };
    const { start, end, granularity, basis } = reading;
    found.push({ from: match.from, to: match.to, mention: { span, range, start, end, granularity, basis, rule: finder.id } });
  }
  return found;
}

/** End of the last atom, with the full stop of an abbreviation ("in Feb.") where it belongs to the same token. */
function endOf(atoms: readonly Atom[], to: number): number {
  const last = atoms[to - 1];
  const next = atoms[to];
  if (!last) return 0;
  return next?.text === '.' && next.token === last.token && contains(last.token, next) ? next.end : last.end;
}
