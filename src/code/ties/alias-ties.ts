import type { Token } from '../../document/index.ts';
import { mentionOf } from '../claims/reading.ts';
import type { TieDraft, TieReading } from './ends.ts';
import type { TiePattern } from './lexicon.ts';

const OPENING = new Set(['(', '[', '-LRB-']);
const CLOSING = new Set([')', ']', '-RRB-']);
/** Words of a name in brackets. */
const BRACKET_LENGTH = 4;

/** "X, also known as Y", "X (XYZ)": two names of one actor. Both ends are the same where both names were resolved to it. */
export function aliasTies(reading: TieReading): readonly TieDraft[] {
  return [...knownAs(reading), ...inBrackets(reading)];
}

function knownAs(reading: TieReading): readonly TieDraft[] {
  const found: TieDraft[] = [];
  const phrases = [...(reading.lexicon.patterns.get('phrase')?.values() ?? [])].flat();
  const longestFirst = phrases
    .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1))
    .map((pattern) => ({ pattern, parts: pattern.word.split('_') }));
  let free = 0;
  for (const token of reading.doc.tokens) {
    if (token.index < free) continue;
    const known = longestFirst.find(({ parts }) =>
      parts.every((part, offset) => reading.tree.tokens[token.index + offset]?.form.toLowerCase() === part),
    );
    if (!known) continue;
    const after = token.index + known.parts.length;
    const draft = aliasAround(reading, token, after, known.pattern);
    if (draft) found.push(draft);
    free = after;
  }
  return found;
}

function aliasAround(reading: TieReading, opener: Token, after: number, pattern: TiePattern): TieDraft | null {
  const next = reading.doc.mentions.find(({ range }) => range.from >= after && range.from <= after + 2);
  const previous = reading.doc.mentions
    .filter(({ range, head }) => range.to <= opener.index && reading.tree.token(head).sentence === opener.sentence)
    .at(-1);
  const [from, to] = [previous?.entities[0], next?.entities[0]];
  if (!previous || !next || from === undefined || to === undefined || opener.index - previous.range.to > 2) return null;
  if (next.form === 'pronoun' || reading.tree.token(next.head).sentence !== opener.sentence) return null;
  return { from, to, pattern, tokens: [previous.head, opener.index, next.range.from, next.range.to - 1] };
}

function inBrackets(reading: TieReading): readonly TieDraft[] {
  const found: TieDraft[] = [];
  const pattern = { kind: 'alias', word: 'brackets', shape: 'brackets' } as const;
  for (const open of reading.doc.tokens) {
    if (!OPENING.has(open.form)) continue;
    const close = reading.tree.tokens
      .slice(open.index + 1, open.index + 2 + BRACKET_LENGTH)
      .find((token) => CLOSING.has(token.form));
    const named = reading.doc.mentions
      .filter(({ range, form }) => range.to <= open.index && range.to >= open.index - 1 && form === 'name')
      .at(-1);
    const id = named?.entities[0];
    if (!close || !named || id === undefined) continue;
    const inner = reading.tree.tokens.slice(open.index + 1, close.index);
    if (inner.length === 0 || !inner.every((token) => token.upos === 'PROPN' || /^\p{Lu}+$/u.test(token.form))) continue;
    const first = inner[0];
    const other = first && mentionOf(reading, first)?.entities[0];
    if (other !== undefined && other !== null && other !== id) continue;
    if (other !== id && !isAcronym(inner, reading, named.range)) continue;
    found.push({ from: id, to: id, pattern, tokens: [named.range.from, close.index] });
  }
  return found;
}

/** Whether the letters in brackets are first letters of the name before them, in order. */
function isAcronym(inner: readonly Token[], reading: TieReading, range: { from: number; to: number }): boolean {
  const letters = inner
    .map((token) => token.form)
    .join('')
    .replace(/\P{L}/gu, '')
    .toUpperCase();
  const initials = reading.tree.tokens.slice(range.from, range.to).map((token) => token.form[0]?.toUpperCase() ?? '');
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  return letters.length >= 2 && at === letters.length;
}
