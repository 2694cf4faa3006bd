import type { TokenRange } from '../../base/index.ts';
import type { Scene } from './scene.ts';

/** Longest stretch of titles before a name, in tokens. */
const MAX_TITLE = 12;

/** A name's range with the titles right before it, whatever the tree says of them: "State Department spokeswoman | Jane Doe".
 * Titles are role nouns; what they belong to is taken in as well. */
export function withTitle(scene: Scene, range: TokenRange): TokenRange {
  const sentence = scene.doc.tokens[range.from]?.sentence;
  const start = Math.max(0, range.from - MAX_TITLE);
  let from = range.from;
  let hasRole = false;
  while (from > start) {
    const before = scene.doc.tokens[from - 1];
    if (!before || before.sentence !== sentence) break;
    const next = hasRole ? ownerStart(scene, from, start) : roleStart(scene, from, start);
    if (next === null) break;
    hasRole = true;
    from = next;
  }
  if (hasRole && /^(the|a|an)$/i.test(scene.forms[from - 1] ?? '')) from--;
  return { from, to: range.to };
}

function roleStart(scene: Scene, end: number, start: number): number | null {
  const found = scene.index.nouns.findAt(scene.forms, end - 1, start, end);
  const isRole = found?.meanings.some((meaning) => meaning.type === 'role' || meaning.organ.kind === 'people') ?? false;
  return found && isRole && !/s$/.test(scene.forms[end - 1] ?? '') ? found.from : null;
}

function ownerStart(scene: Scene, end: number, start: number): number | null {
  const possessive = /^['’]s?$/.test(scene.forms[end - 1] ?? '') ? end - 1 : end;
  const match = scene.matchAt[possessive - 1];
  if (match && match.to === possessive && match.from >= start) return match.from;
  const noun = scene.index.nouns.findAt(scene.forms, possessive - 1, start, possessive);
  if (noun && noun.from < possessive) return noun.from;
  return /^(former|then|ex|late|senior|top|-|deputy|acting|new|outgoing)$/i.test(scene.forms[end - 1] ?? '') ? end - 1 : null;
}
