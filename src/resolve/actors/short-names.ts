import { isModifier } from './noun-phrase.ts';
import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** "the Guardians" after "the Kivu Guardians", "the Front" after "the Red Valley Front": a capitalised last word with an article stands
 * for the one group told before whose name ends in it. */
export function joinShortNames(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const endings = new Map<string, Map<string, Party>>();
  const byHead = new Map(readings.map((reading) => [reading.head, reading]));
  const joined: Reading[] = [];
  for (const token of scene.doc.tokens) {
    const own = byHead.get(token.index);
    const [party] = own?.parties ?? [];
    const short = (own?.form === 'name' && !isOneWord(own)) || isModifier(token) ? null : shortFor(scene, token.index, endings);
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

/** A name of one word, read by that word alone: "the Guardians". */
function isOneWord({ basis, parties }: Reading): boolean {
  return /^(name-noun|person-name)$/.test(basis) && !/[\s-]/.test(parties[0]?.name ?? '');
}

function addEnding(endings: Map<string, Map<string, Party>>, party: Party): void {
  if (!/^(armed-group|organisation|media)$/.test(party.kind)) return;
  for (const name of [party.name, ...party.names]) {
    const words = name.split(/[\s-]+/);
    const last = words.at(-1)?.toLowerCase();
    if (last && words.length > 1) endings.set(last, (endings.get(last) ?? new Map<string, Party>()).set(party.id, party));
  }
}

function shortFor(
  { forms, matchAt }: Scene,
  at: number,
  endings: ReadonlyMap<string, ReadonlyMap<string, Party>>,
): Party | null {
  const form = forms[at] ?? '';
  if (!/^\p{Lu}\p{Ll}/u.test(form) || matchAt[at] || !/^the$/i.test(forms[at - 1] ?? '')) return null;
  if (/^(\p{Lu}|of$|for$)/u.test(forms[at + 1] ?? '')) return null;
  const named = endings.get(form.toLowerCase());
  const [only] = named?.values() ?? [];
  return named?.size === 1 && only ? only : null;
}
