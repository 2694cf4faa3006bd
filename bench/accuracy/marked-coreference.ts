import type { GoldDocument, GoldMention } from './coref.ts';

/** Reads texts with their parties marked: "[a The Kestrel Front] said [a it] left [b Ruritania]'s capital". Marks may be nested; the
 * label before the first space names the party, `a+b` both together.
 * @throws RangeError where a mark is not closed */
export function markedDocuments(lines: string): readonly GoldDocument[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, text }: { readonly id: string; readonly text: string } = JSON.parse(line);
      return { id, genre: 'own', ...withoutMarks(id, text) };
    });
}

function withoutMarks(id: string, marked: string): { readonly text: string; readonly mentions: readonly GoldMention[] } {
  const open: { readonly party: string; readonly from: number }[] = [];
  const mentions: GoldMention[] = [];
  let text = '';
  for (const [part, party] of marked.matchAll(/\[(\S+) |\]|[^[\]]+/g)) {
    if (party !== undefined) open.push({ party, from: text.length });
    else if (part === ']') {
      const opened = open.pop();
      if (!opened) throw new RangeError(`${id}: a mark is closed that was not opened, after "${text.slice(-20)}"`);
      mentions.push({ ...opened, to: text.length, core: { start: opened.from, end: text.length } });
    } else text += part;
  }
  if (open.length > 0) throw new RangeError(`${id}: a mark is not closed`);
  return { text, mentions };
}
