import { addDays, type Span } from '../../base/index.ts';
import type { Parsed } from '../../document/index.ts';
import type { DatedRole } from '../../knowledge/index.ts';
import type { ActorIndex } from '../actors/index.ts';
import { FIRST_DAY, united } from './candidates.ts';
import type { Clue } from './clues.ts';
import type { Constraint } from './evidence.ts';
import { leadingRoles, nameOf, type OfficeHolder, type OfficeHolders, rolesOfTitle } from './offices.ts';

/** Longest name after a title, in words, and longest title. */
const [MAX_NAME, MAX_TITLE] = [5, 6];
/** For how many days after they lost it reports still give people their title: "soldiers detained President X". */
const STILL_TITLED = 7;
/** Who was, or is not yet: the office says nothing of now. */
const NOT_NOW =
  /^(?:former|then|ex|late|previous|onetime|one-time|ousted|deposed|past|future|would-be|self-declared|self-proclaimed)$/i;
const NOT_YET = /-(?:elect|designate|candidate)$/;
/** Ranks that stand between an office and a name. */
const RANK = /^(?:Gen|Lt|Maj|Col|Adm|General|Colonel|Admiral|Mr|Mrs|Dr|Sheikh|Sir)\.?$/;
/** What is named after its head: "the Obama administration". */
const GOVERNMENT = /^(?:administration|government|cabinet|presidency|regime)$/;

/** "President X", "Prime Minister Y", "the X administration": published while they were in office. Sentences that look back to a year
 * or count back from now are left out; so is a bare surname where nothing else speaks of its country. */
export function officeEvidence(
  doc: Parsed,
  clues: readonly Clue[],
  holders: OfficeHolders,
  index: ActorIndex,
): readonly Constraint[] {
  const back = new Set(clues.filter(looksBack).map(({ token }) => token.sentence));
  const forms = doc.tokens.map(({ form }) => form);
  let states: ReadonlySet<string> | null = null;
  const isAbout = (role: DatedRole) => {
    states ??= statesNamed(forms, index);
    return role.country !== null && states.has(role.country);
  };
  const found: Constraint[] = [];
  for (let at = 0; at < doc.tokens.length; at++) {
    const office = titleBefore(forms, at, holders, index) ?? governmentOf(forms, at, holders);
    const token = doc.tokens[at];
    if (!office || !token || back.has(token.sentence)) continue;
    const roles = office.roles.filter((role) => !office.short || isAbout(role));
    if (roles.length === 0) continue;
    const leaves = united(
      roles.map(({ from, to }) => ({
        from: from ?? FIRST_DAY,
        to: to === null ? holders.openUntil : addDays(to, STILL_TITLED),
      })),
    );
    found.push({ span: spanOf(doc, office.from, office.to), rule: 'published/office-held', leaves });
  }
  return found;
}

function looksBack(clue: Clue): boolean {
  if (clue.kind === 'stated') return clue.outlook !== 'future';
  return clue.mention.rule === 'dates/ago' || clue.kind === 'years-from-now';
}

interface Office {
  readonly from: number;
  readonly to: number;
  readonly roles: readonly DatedRole[];
  readonly short: boolean;
}

/** A title that ends right before a name that begins here, past a comma or a rank: "army chief, Gen. X". */
function titleBefore(forms: readonly string[], at: number, holders: OfficeHolders, index: ActorIndex): Office | null {
  if (!/^\p{Lu}/u.test(forms[at] ?? '')) return null;
  const rank = RANK.test(forms[at - 1] ?? '') ? at - 1 : at;
  const last = forms[rank - 1] === ',' ? rank - 2 : rank - 1;
  if (!/^\p{L}/u.test(forms[last] ?? '')) return null;
  const named = nameAt(forms, at, holders);
  if (!named) return null;
  const title = index.nouns.findAt(forms, last, Math.max(0, last - MAX_TITLE), last + 1);
  const role = title?.meanings.find((meaning) => meaning.type === 'role');
  if (!title || role?.type !== 'role' || title.to !== last + 1 || NOT_YET.test(role.role.noun)) return null;
  if (isNotNow(forms, title.from)) return null;
  const roles = named.holders.flatMap(({ person }) => rolesOfTitle(person, role.role.noun, role.role.sector === 'GOV'));
  return { from: title.from, to: named.to, roles, short: named.short };
}

/** "former President X", "then-President X", also where a word of origin stands between. */
function isNotNow(forms: readonly string[], from: number): boolean {
  return [1, 2, 3].some(
    (back) => NOT_NOW.test(forms[from - back] ?? '') || /^(?:ex|then|former)-/i.test(forms[from - back + 1] ?? ''),
  );
}

/** "the X administration", read where X stands. Administrations named after a surname are American where one such president is known. */
function governmentOf(forms: readonly string[], at: number, holders: OfficeHolders): Office | null {
  const named = /^\p{Lu}/u.test(forms[at] ?? '') ? nameAt(forms, at, holders) : null;
  const head = forms[named?.to ?? -1] ?? '';
  if (!named || !GOVERNMENT.test(head) || !/^(?:the|a|new)$/i.test(forms[at - 1] ?? '') || isNotNow(forms, at)) return null;
  const roles = named.holders.flatMap(({ person }) => leadingRoles(person));
  const american = roles.filter(({ country }) => country === 'USA');
  const isAmerican = head === 'administration' && american.length > 0;
  return { from: at, to: named.to + 1, roles: isAmerican ? american : roles, short: named.short && !isAmerican };
}

interface Named {
  readonly to: number;
  readonly holders: readonly OfficeHolder[];
  readonly short: boolean;
}

/** The longest name of office-holders that begins here and is not part of a longer name. */
function nameAt(forms: readonly string[], at: number, holders: OfficeHolders): Named | null {
  if (!holders.firstWords.has(nameOf(forms[at] ?? '').split(' ', 1)[0] ?? '')) return null;
  for (let length = Math.min(MAX_NAME, forms.length - at); length >= 1; length--) {
    if (!/\p{L}/u.test(forms[at + length - 1] ?? '')) continue;
    const found = holders.byName.get(nameOf(forms.slice(at, at + length).join(' ')));
    if (!found) continue;
    if (goesOn(forms[at + length] ?? '')) return null;
    return { to: at + length, holders: found, short: found.every(({ short }) => short) };
  }
  return null;
}

const DAY_OR_MONTH = /^(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

function goesOn(next: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(next) && !DAY_OR_MONTH.test(next);
}

function statesNamed(forms: readonly string[], { names }: ActorIndex): ReadonlySet<string> {
  const states = new Set<string>();
  for (const { meanings } of names.findAll(forms))
    for (const meaning of meanings) {
      if ('state' in meaning) states.add(meaning.state);
      else if (meaning.type === 'organ') states.add(meaning.organ.country);
    }
  return states;
}

function spanOf(doc: Parsed, from: number, to: number): Span {
  return { start: doc.tokens[from]?.start ?? 0, end: doc.tokens[to - 1]?.end ?? 0 };
}
