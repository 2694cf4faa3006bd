/** Reads CSV as RFC 4180 has it: cells parted by commas, lines by CR LF, quoted cells may hold both and doubled quotes.
 * @throws RangeError where the text is none */
export function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.value);
    at = cell.end;
    if (text[at] === ',') {
      at++;
      if (at === text.length) throw new RangeError('the last line does not end');
    } else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new RangeError(`a cell does not end at ${at}`);
  }
  if (row.length > 0) throw new RangeError('the last line does not end');
  return rows;
}

interface ReadCell {
  readonly value: string;
  readonly end: number;
}

function plainCell(text: string, start: number): ReadCell {
  const end = /[,\r\n"]/g;
  end.lastIndex = start;
  const found = end.exec(text);
  if (!found) throw new RangeError('the last line does not end');
  return { value: text.slice(start, found.index), end: found.index };
}

function quotedCell(text: string, start: number): ReadCell {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new RangeError(`the quote at ${start} does not end`);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

/** Rows of CSV with a line of names, each as an object. */
export function readCsvObjects(text: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = readCsv(text);
  return rows.map((row) => {
    if (row.length !== names.length) throw new RangeError(`${row.length} cells under ${names.length} names`);
    return Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell]));
  });
}
