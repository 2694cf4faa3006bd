/** East Asian wide and fullwidth blocks and emoji, which take two cells of a terminal (Unicode Standard Annex 11, by block). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Cells a text takes in a terminal. */
export function textWidth(text: string): number {
  let cells = 0;
  for (const character of text) cells += characterWidth(character);
  return cells;
}

/** The text cut to at most `cells` cells, with an ellipsis where something is lost. */
export function cutToWidth(text: string, cells: number): string {
  if (cells <= 0) return '';
  if (textWidth(text) <= cells) return text;
  return `${takeCells(text, cells - 1).trimEnd()}…`;
}

/** The text filled with spaces to at least `cells` cells. */
export function padToWidth(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - textWidth(text)));
}

/** The text in lines of at most `cells` cells, broken at spaces where there are any. */
export function wrapToWidth(text: string, cells: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer) <= cells) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (textWidth(line) > cells) {
      const head = takeCells(line, cells);
      if (head === '') return [...lines, cutToWidth(line, cells)];
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function takeCells(text: string, cells: number): string {
  let used = 0;
  let taken = '';
  for (const character of text) {
    used += characterWidth(character);
    if (used > cells) break;
    taken += character;
  }
  return taken;
}

function characterWidth(character: string): number {
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
