import type { TokenRange } from '../../base/index.ts';
import { coreRange } from './noun-phrase.ts';
import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Longest other name, in tokens. */
const MAX_NAME = 8;

/** Other names the text gives somebody itself: "X, also known as Y", "X (formerly called Y)", "X, or Y,", "a group that calls itself
 * X". Both are one party, the one named first, wherever either name comes again. */
export function joinAliases(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const same = new Map<string, Party>();
  const words = new Map<string, Party>();
  const replaced = new Map<number, Reading>();
  for (const reading of readings) {
    const other = otherName(scene, reading.range.to);
    if (!other || !isNameable(reading)) continue;
    const named = readings.find(({ head, form }) => form === 'name' && other.from <= head && head < other.to);
    const [party] = reading.parties;
    if (reading.form !== 'name') {
      if (named) replaced.set(reading.head, { ...reading, parties: named.parties, basis: 'alias', noun: null });
    } else if (party) {
      const [twin] = named?.parties ?? [];
      if (!twin) words.set(textOf(scene, other), party);
      else if (twin.id !== party.id && twin.kind !== 'state' && twin.names.length === 0) same.set(twin.id, party);
    }
  }
  if (same.size + words.size + replaced.size === 0) return readings;
  const joined = readings.map((reading) => {
    const party = reading.parties.length === 1 ? same.get(reading.parties[0]?.id ?? '') : undefined;
    return replaced.get(reading.head) ?? (party ? { ...reading, parties: [party], basis: 'alias' } : reading);
  });
  return [...joined, ...unread(scene, readings, words)].sort((a, b) => a.head - b.head);
}

/** Names of parties and nouns for groups; "a man known as X" is read elsewhere. */
function isNameable({ form, parties, noun }: Reading): boolean {
  const [party] = parties;
  if (form === 'name') return party !== undefined && /^(armed-group|organisation|media|person|unknown)$/.test(party.kind);
  return form === 'description' && noun?.organ != null && !noun.plural;
}

const CALLED =
  /^,? ?(?:(?:(?:also|formerly|previously|better|once|now|commonly|locally|widely|sometimes|formally|until recently|hitherto) )*(?:known|called|named|dubbed)(?: as| by the name)?|(?:that|which|who) (?:calls?|called|styles?) (?:itself|themselves)|calling (?:itself|themselves)|formerly) (?:the )?$/i;
/** Longest run of words between the two names, in tokens. */
const MAX_BETWEEN = 6;

/** The capitalised name behind words of calling that follow a phrase. */
function otherName(scene: Scene, end: number): TokenRange | null {
  const start = scene.forms[end] === '(' ? end + 1 : end;
  for (let from = start; from <= start + MAX_BETWEEN; from++) {
    const form = scene.forms[from] ?? '';
    if (/^[.;:)]$/.test(form)) return null;
    if (!/^\p{Lu}/u.test(form)) continue;
    const between = `${scene.forms.slice(start, from).join(' ')} `;
    const to = nameEnd(scene, from);
    if (CALLED.test(between)) return { from, to };
    return /^, or (the )?$/.test(between) && /^[,.]$/.test(scene.forms[to] ?? '') ? { from, to } : null;
  }
  return null;
}

function nameEnd(scene: Scene, from: number): number {
  let to = from + 1;
  while (to < from + MAX_NAME) {
    const form = scene.forms[to] ?? '';
    const next = scene.forms[to + 1] ?? '';
    if (!/^\p{Lu}/u.test(form) && !(/^(of|the|for|al|-|ul|e)$/.test(form) && /^(\p{Lu}|the$|al$|-$)/u.test(next))) break;
    to++;
  }
  return to;
}

function textOf(scene: Scene, { from, to }: TokenRange): string {
  return scene.forms.slice(from, to).join(' ');
}

/** Mentions by another name nobody could read. */
function unread(scene: Scene, readings: readonly Reading[], words: ReadonlyMap<string, Party>): readonly Reading[] {
  const known = new Set(readings.map(({ head }) => head));
  const found: Reading[] = [];
  for (const [text, party] of words) {
    const length = text.split(' ').length;
    for (let from = 0; from + length <= scene.forms.length; from++) {
      if (textOf(scene, { from, to: from + length }) !== text) continue;
      const head = scene.doc.tokens
        .slice(from, from + length)
        .findLast((token) => token.head < from || token.head >= from + length);
      if (!head || known.has(head.index) || /^(compound|amod|flat)/.test(head.deprel)) continue;
      known.add(head.index);
      const core = coreRange(scene.tree, head);
      const range = { from: Math.min(core.from, from), to: Math.max(core.to, from + length) };
      found.push({
        head: head.index,
        range,
        form: 'name',
        parties: [party],
        basis: 'alias',
        noun: null,
        human: party.kind === 'person',
      });
    }
  }
  return found;
}
