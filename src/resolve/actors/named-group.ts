import { kebabCase } from '../../base/index.ts';
import type { ActorKind, Sector } from '../../codebook/index.ts';
import { rangeSpan, type Token } from '../../document/index.ts';
import { isModifier } from './noun-phrase.ts';
import { ownersIn } from './owners.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Longest name before the noun, in tokens. */
const MAX_NAME = 8;
/** Sectors of nouns for groups that bear names. */
const GROUP_SECTORS = /^(REB|PRM|CRM|PTY|OPP)$/;
/** Nouns that only say what the name is of; others are part of it ("the Castellano cartel"). */
const ADDED = /(group|militia|movement|faction|organi[sz]ation|outfit)$/;

/** "the Castellano cartel", "the Jabhat al-X group": a noun for groups behind a name no table knows is a party of that name, and
 * nobody else's. Beliefs and origins are no names: "the Maoist rebels". */
export function readNamedGroup(
  scene: Scene,
  head: Token,
  range: { readonly from: number; readonly to: number },
): Reading | null {
  if (head.upos !== 'NOUN' || /^\p{Lu}/u.test(head.form) || isModifier(head)) return null;
  const match = scene.index.nouns.findAt(scene.forms, head.index, range.from, head.index + 1);
  const to = match?.from ?? head.index;
  const what = nounOf(scene, head, match?.meanings ?? []);
  const from = what ? nameStart(scene, range.from, to) : to;
  if (!what || from === to) return null;
  const noun = scene.forms.slice(to, head.index + 1).join(' ');
  const isPlace = scene.labelAt[from] === 'place';
  const { start, end } = rangeSpan(scene.doc.tokens, { from, to });
  const words = scene.doc.text.slice(start, end).replace(/\s+/g, ' ');
  const name = ADDED.test(noun) && !isPlace ? words : `${words} ${noun}`;
  const country = ownersIn(scene, range.from, from).findLast(({ party }) => party.kind === 'state')?.party.country ?? null;
  const party = { id: kebabCase(name), name, kind: what.kind, country, sector: what.sector, names: [] };
  if (party.id === '') return null;
  return { head: head.index, range, form: 'name', parties: [party], basis: 'named-group', noun: null, human: false };
}

interface Kinds {
  readonly kind: ActorKind;
  readonly sector: Sector | null;
}

function nounOf(
  { index }: Scene,
  head: Token,
  meanings: readonly ({ readonly type: 'organ'; readonly organ: Kinds } | { readonly type: 'role' })[],
): Kinds | null {
  for (const meaning of meanings)
    if (meaning.type === 'organ' && meaning.organ.sector && GROUP_SECTORS.test(meaning.organ.sector)) return meaning.organ;
  const refers = index.anaphors.get(head.form.toLowerCase())?.refers;
  if (refers === 'armed') return { kind: 'armed-group', sector: 'REB' };
  return refers === 'group' ? { kind: 'organisation', sector: null } : null;
}

/** Where the name that ends at `to` begins; `to` where there is none. */
function nameStart({ doc, forms, matchAt, placeAt }: Scene, first: number, to: number): number {
  let from = to;
  while (from > first && to - from < MAX_NAME) {
    const token = doc.tokens[from - 1];
    if (!token || matchAt[token.index] || placeAt[token.index]) break;
    const isName = /^\p{Lu}/u.test(token.form) && /^NNPS?$/.test(token.xpos) && !/^The$/.test(token.form);
    if (!isName && !(from < to && /^(al|el|ul|e|[-–])$/i.test(token.form))) break;
    from--;
  }
  while (from < to && !/^\p{Lu}/u.test(forms[from] ?? '')) from++;
  if (matchAt[from - 1] && /^[-–]$/.test(forms[from] ?? '')) return to;
  return to - from === 1 && /(ist|ite|ian|ish|ese|ic|an)$/.test(forms[from] ?? '') ? to : from;
}
