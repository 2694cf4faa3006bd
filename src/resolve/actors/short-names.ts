import { isModifier } from './noun-phrase.ts';
import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Longest short name, in words. */
const MAX_WORDS = 4;

/** "the Guardians" after "the Kivu Guardians", "the Front" after "the Red Valley Front": a capitalised last word with an article stands
 * for the one group told before whose name ends in it. */
export function joinShortNames(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const endings = new Map<string, Map<string, Party>>();
  const byHead = new Map(readings.map((reading) => [reading.head, reading]));
  const joined: Reading[] = [];
  for (const token of scene.doc.tokens) {
    const own = byHead.get(token.index);
    const [party] = own?.parties ?? [];
    const short = (own?.form === 'name' && !isOwnName(own)) || isModifier(token) ? null : shortFor(scene, token.index, endings);
    if (short) {
      const range = own?.range ?? { from: token.index - 1, to: token.index + 1 };
      joined.push({ head: token.index, range, form: 'name', parties: [short], basis: 'name/short', noun: null, human: false });
      continue;
    }
    if (!own) continue;
    joined.push(own);
    if (party && own.form === 'name' && own.parties.length === 1) addEnding(endings, party);
  }
  return joined;
}

/** A name no table knows. */
function isOwnName({ basis }: Reading): boolean {
  return /^(name-noun|person-name)$/.test(basis);
}

function addEnding(endings: Map<string, Map<string, Party>>, party: Party): void {
  if (!/^(armed-group|organisation|media)$/.test(party.kind)) return;
  for (const name of [party.name, ...party.names]) {
    const words = wordsOf(name);
    for (let from = 1; from < words.length; from++) {
      if (LINK.test(words[from - 1] ?? '') || LINK.test(words[from] ?? '')) continue;
      const ending = words.slice(from).join(' ');
      endings.set(ending, (endings.get(ending) ?? new Map<string, Party>()).set(party.id, party));
    }
  }
}

/** "the Two Rivers" is no short name of "the Brigade of the Two Rivers". */
const LINK = /^(of|for|the|and|in)$/;

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().split(/[\s-]+/);
}

/** The one group told before whose name ends in the words from behind an article up to a token. */
function shortFor(
  { forms, matchAt }: Scene,
  at: number,
  endings: ReadonlyMap<string, ReadonlyMap<string, Party>>,
): Party | null {
  if (/^(\p{Lu}|of$|for$)/u.test(forms[at + 1] ?? '')) return null;
  let from = at;
  while (
    from > at - MAX_WORDS &&
    /^\p{Lu}\p{Ll}/u.test(forms[from] ?? '') &&
    !matchAt[from] &&
    !/^The$/.test(forms[from] ?? '')
  )
    from--;
  if (from === at || !/^the$/i.test(forms[from] ?? '')) return null;
  const named = endings.get(
    forms
      .slice(from + 1, at + 1)
      .join(' ')
      .toLowerCase(),
  );
  const [only] = named?.values() ?? [];
  return named?.size === 1 && only ? only : null;
}
