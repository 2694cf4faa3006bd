import { type Article, bareArticle } from './article.ts';
import type { Parsed } from './parsed.ts';
import type { Token } from './token.ts';

/** One syntactic word of a CoNLL-U file. */
export interface ConlluWord {
  readonly id: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  /** 0 at the root, as in the file. */
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
  /** Length of the multiword token that starts here, in words; 1 for an ordinary word, 0 inside one. */
  readonly surface: { readonly form: string; readonly words: number; readonly spaceAfter: boolean } | null;
}

/** A sentence of a CoNLL-U file. */
export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
}

/** Reads CoNLL-U; empty nodes are left out.
 * @throws RangeError naming the line where a row has not ten columns */
export function readConllu(text: string): readonly ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let surface: { form: string; words: number; spaceAfter: boolean } | null = null;
  let covered = 0;
  const flush = () => {
    if (words.length > 0) sentences.push({ comments, words });
    comments = [];
    words = [];
    covered = 0;
  };
  for (const [number, raw] of text.split('\n').entries()) {
    const line = raw.replace(/\r$/, '');
    if (line === '') flush();
    else if (line.startsWith('#')) comments.push(line);
    else {
      const columns = line.split('\t');
      if (columns.length !== 10) throw new RangeError(`line ${number + 1}: ${columns.length} columns, expected 10: "${line}"`);
      const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '', deprel = '', , misc = ''] = columns;
      const spaceAfter = !misc.split('|').includes('SpaceAfter=No');
      if (id.includes('.')) continue;
      if (id.includes('-')) {
        const [from = 0, to = 0] = id.split('-').map(Number);
        surface = { form, words: to - from + 1, spaceAfter };
        covered = surface.words;
        continue;
      }
      const own = covered > 0 ? surface : { form, words: 1, spaceAfter };
      words.push({ id: Number(id), form, lemma, upos, xpos, head: Number(head), deprel, misc, surface: own });
      surface = null;
      if (covered > 0) covered--;
    }
  }
  flush();
  return sentences;
}

/** Prints a parsed document as CoNLL-U, one block a sentence, with `# text` and `SpaceAfter`. */
export function toConllu(doc: Parsed): string {
  const lines: string[] = [];
  for (const [number, range] of doc.sentences.entries()) {
    const tokens = doc.tokens.slice(range.from, range.to);
    const text = doc.text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0).replace(/\s+/g, ' ');
    lines.push(`# sent_id = ${number + 1}`, `# text = ${text}`);
    for (const [position, token] of tokens.entries()) {
      const next = doc.tokens[token.index + 1];
      const misc = next && next.start === token.end ? 'SpaceAfter=No' : '_';
      const head = token.head < 0 ? 0 : token.head - range.from + 1;
      const form = token.form.replace(/\s+/g, ' ');
      lines.push(
        [
          position + 1,
          form,
          token.lemma || '_',
          token.upos || '_',
          token.xpos || '_',
          '_',
          head,
          token.deprel || '_',
          '_',
          misc,
        ].join('\t'),
      );
    }
    lines.push('');
  }
  return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}

/** A parsed document from CoNLL-U, for tests that must not depend on a trained model: words are joined by single spaces
 * (none where `SpaceAfter=No`), sentences by a space. Multiword tokens share out their characters over their words. */
export function documentFromConllu(conllu: string, overrides: Partial<Article> = {}): Parsed {
  const tokens: Token[] = [];
  const sentences: { from: number; to: number }[] = [];
  let text = '';
  for (const [sentence, { words }] of readConllu(conllu).entries()) {
    const from = tokens.length;
    for (const word of words) {
      const start = text.length;
      text += word.form;
      tokens.push({
        index: tokens.length,
        start,
        end: text.length,
        form: word.form,
        lemma: word.lemma,
        upos: word.upos,
        xpos: word.xpos,
        head: word.head === 0 ? -1 : from + word.head - 1,
        deprel: word.deprel,
        sentence,
      });
      if (!word.misc.split('|').includes('SpaceAfter=No')) text += ' ';
    }
    if (!text.endsWith(' ')) text += ' ';
    sentences.push({ from, to: tokens.length });
  }
  text = text.trimEnd();
  return {
    ...bareArticle(text),
    ...overrides,
    tokens,
    sentences,
    quotations: [],
    names: [],
  };
}
