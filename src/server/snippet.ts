import { foldName } from '../base/index.ts';
import { type CaseDb, readText } from '../store/index.ts';

/** Characters shown around the first word found, in UTF-16 code units. */
const AROUND = 90;
/** Letters that a word and its inflections share. */
const STEM = 4;

/** The words of a document around the first one that was searched for; its opening where none stands there as such. */
export async function snippetOf(db: CaseDb, id: string, query: string): Promise<string> {
  const text = (await readText(db, id)) ?? '';
  const stems = foldName(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => word.slice(0, Math.max(STEM, word.length - 3)));
  const lower = text.toLowerCase();
  const found = stems.map((stem) => lower.indexOf(stem)).filter((at) => at >= 0);
  const at = found.length === 0 ? 0 : Math.min(...found);
  const [start, end] = [Math.max(0, at - AROUND), Math.min(text.length, at + AROUND)];
  const words = text.slice(start, end).toWellFormed().replace(/\s+/g, ' ').trim();
  return `${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}`;
}
