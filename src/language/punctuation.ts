const OPENERS = '([{\u201c\u00ab\u2018';
const CLOSERS = ')]}\u201d\u00bb\u2019';

/** Hangs punctuation into a tree of the other words, after the rules of Universal Dependencies: a pair of brackets or quotation
 * marks below the head of what it encloses, a final mark below the root, any other below the lower of the two phrases
 * it separates.
 * @param heads by word: index of the head, -1 at the root; filled in for the marks, whose entries are not read
 * @param isMark 1 for the words to hang; at least one word must not be one */
export function attachPunctuation(heads: Int32Array, isMark: Uint8Array, forms: readonly string[]): void {
  const size = heads.length;
  const root = rootOf(heads, isMark);
  const marks = forms.flatMap((_, at) => (isMark[at] === 1 ? [at] : []));
  const attached = new Int32Array(size).fill(-1);
  for (const [open, close] of findPairs(marks, forms)) {
    const inner = headWithin(heads, isMark, open, close);
    if (inner < 0) continue;
    attached[open] = inner;
    attached[close] = inner;
  }
  for (const mark of marks) if (attached[mark] === -1) attached[mark] = separatorHead(heads, isMark, mark, root, forms);
  for (const mark of marks) heads[mark] = attached[mark] as number;
}

function rootOf(heads: Int32Array, isMark: Uint8Array): number {
  for (let at = 0; at < heads.length; at++) if (isMark[at] === 0 && heads[at] === -1) return at;
  return 0;
}

/** Opening and closing marks that belong together; a straight quotation mark closes the one before it. */
function findPairs(marks: readonly number[], forms: readonly string[]): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = [];
  const open: number[] = [];
  for (const mark of marks) {
    const form = forms[mark] ?? '';
    const partner = partnerOf(form);
    const last = partner === '' ? -1 : open.findLastIndex((other) => partner.includes(forms[other] ?? '?'));
    if (last >= 0) {
      pairs.push([open[last] as number, mark]);
      open.length = last;
    } else if (OPENERS.includes(form) || form === '"' || form === "'" || form === '``') open.push(mark);
    if (open.length > 8) open.shift();
  }
  return pairs;
}

/** The opening marks a form may close. */
function partnerOf(form: string): string {
  if (form === '"' || form === "'") return form;
  if (form === "''") return '``';
  const at = form.length === 1 ? CLOSERS.indexOf(form) : -1;
  return at < 0 ? '' : (OPENERS[at] ?? '');
}

/** The one word between two places whose head lies outside them; -1 where there are several. */
function headWithin(heads: Int32Array, isMark: Uint8Array, open: number, close: number): number {
  let found = -1;
  for (let at = open + 1; at < close; at++) {
    if (isMark[at] === 1) continue;
    const head = heads[at] as number;
    if (head > open && head < close) continue;
    if (found >= 0) return -1;
    found = at;
  }
  return found;
}

/** Head of a mark that stands alone. */
function separatorHead(heads: Int32Array, isMark: Uint8Array, mark: number, root: number, forms: readonly string[]): number {
  const left = climb(heads, isMark, mark, -1);
  const right = climb(heads, isMark, mark, 1);
  if (right < 0 && /^[.?!\u2026]/.test(forms[mark] ?? '')) return root;
  if (left < 0) return right < 0 ? root : right;
  if (right < 0) return left;
  return isBelow(heads, right, left) ? right : left;
}

/** From the nearest word on one side up to the highest word that still lies on that side; -1 where there is none. */
function climb(heads: Int32Array, isMark: Uint8Array, mark: number, step: 1 | -1): number {
  let at = mark + step;
  while (at >= 0 && at < heads.length && isMark[at] === 1) at += step;
  if (at < 0 || at >= heads.length) return -1;
  for (let head = heads[at] as number; head >= 0 && (head - mark) * step > 0; head = heads[at] as number) at = head;
  return at;
}

function isBelow(heads: Int32Array, word: number, ancestor: number): boolean {
  for (let at = word; at >= 0; at = heads[at] as number) if (at === ancestor) return true;
  return false;
}
