import type { Span } from '../../src/base/index.ts';

/** A sentence with its marks taken out: `[actor Rebels] >shelled< [recipient the garrison].` */
export interface Marked {
  readonly text: string;
  readonly trigger: Span | null;
  readonly parts: readonly { readonly role: string; readonly span: Span }[];
}

/** Reads a marked sentence: `[role words]` names a phrase, `>words<` the trigger.
 * @throws RangeError where a mark is not closed */
export function readMarked(source: string): Marked {
  const parts: { role: string; span: Span }[] = [];
  const open: { role: string; start: number }[] = [];
  let text = '';
  let triggerStart = -1;
  let trigger: Span | null = null;
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? '';
    const role = char === '[' ? /^\[([a-z]+) /.exec(source.slice(at)) : null;
    if (role?.[1]) {
      open.push({ role: role[1], start: text.length });
      at += role[0].length - 1;
    } else if (char === ']' && open.length > 0) {
      const part = open.pop();
      if (part) parts.push({ role: part.role, span: { start: part.start, end: text.length } });
    } else if (char === '>') triggerStart = text.length;
    else if (char === '<') {
      if (triggerStart < 0) throw new RangeError(`">" is missing before "<" in "${source}"`);
      trigger = { start: triggerStart, end: text.length };
      triggerStart = -1;
    } else text += char;
  }
  if (open.length > 0 || triggerStart >= 0) throw new RangeError(`a mark is not closed in "${source}"`);
  return { text, trigger, parts };
}
