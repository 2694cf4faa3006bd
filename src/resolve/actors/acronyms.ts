import { coreRange } from './noun-phrase.ts';
import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Acronyms the text declares itself, "the Free Valley Movement (FVM)", and "X, also known as Y", for names no table knows:
 * later uses of the short form are the same party. */
export function joinAcronyms(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const declared = new Map<string, Party>();
  const known = new Set(readings.map(({ head }) => head));
  for (const reading of readings) {
    const [party] = reading.parties;
    const short = party && reading.form === 'name' ? shortFormAfter(scene, reading.range.to) : null;
    if (short && party && isAcronymOf(short, party.name)) declared.set(short, party);
    const initials = party && reading.form === 'name' ? initialsOf(party) : null;
    if (initials && party && !declared.has(initials)) declared.set(initials, party);
  }
  if (declared.size === 0) return readings;
  const added = scene.doc.tokens.flatMap((token): Reading[] => {
    const party = declared.get(token.form);
    if (!party || known.has(token.index) || /^(compound|amod|flat)/.test(token.deprel)) return [];
    const range = coreRange(scene.tree, token);
    return [{ head: token.index, range, form: 'name', parties: [party], basis: 'name/acronym', noun: null, human: false }];
  });
  return [...readings, ...added].sort((a, b) => a.head - b.head);
}

function shortFormAfter(scene: Scene, at: number): string | null {
  const [open, word, close] = scene.forms.slice(at, at + 3);
  return /^[([]$/.test(open ?? '') && /^[)\]]$/.test(close ?? '') && /^[\p{Lu}\p{N}-]{2,10}$/u.test(word ?? '')
    ? (word ?? null)
    : null;
}

/** Shortest initials taken for a name the text does not declare them for. */
const MIN_INITIALS = 3;

/** Initials of an organisation's or group's name of several words: "Free Valley Movement" is FVM in the same report. */
function initialsOf({ name, kind }: Party): string | null {
  if (kind !== 'organisation' && kind !== 'armed-group' && kind !== 'media') return null;
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  return words.length >= MIN_INITIALS ? words.map((word) => word.charAt(0)).join('') : null;
}

/** Whether the letters of a short form come in order as initials or letters of the name. */
function isAcronymOf(short: string, name: string): boolean {
  const letters = name.toUpperCase();
  let at = 0;
  for (const letter of short.replace(/[^\p{L}]/gu, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
