import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ConlluSentence, readConllu } from '../src/document/index.ts';

/** A surface token: one multiword token or one word, with the lengths in words and characters. */
export interface Surface {
  readonly form: string;
  readonly words: number;
  readonly spaceAfter: boolean;
}

/** A treebank sentence as training wants it. */
export interface GoldSentence {
  readonly document: string;
  /** Whether a paragraph (or document) starts here. */
  readonly opensParagraph: boolean;
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  /** Index of the head within the sentence, -1 at the root. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  readonly misc: readonly string[];
  readonly surfaces: readonly Surface[];
}

/** Folder of the treebanks: environment variable LAPWING_TREEBANKS, else `../shared/treebanks`. */
export function treebankFolder(): string {
  return process.env.LAPWING_TREEBANKS ?? '../shared/treebanks';
}

/** Sentences of one file. @param name such as `ewt-train` */
export function readTreebank(name: string): GoldSentence[] {
  const text = gunzipSync(readFileSync(join(treebankFolder(), `${name}.conllu.gz`))).toString('utf8');
  let document = '';
  return readConllu(text).map((sentence) => {
    const opened = comment(sentence, 'newdoc id');
    if (opened) document = opened;
    return toGold(sentence, document, opened !== null);
  });
}

function comment(sentence: ConlluSentence, name: string): string | null {
  const found = sentence.comments.find((line) => line.startsWith(`# ${name}`));
  return found ? found.slice(found.indexOf('=') + 1).trim() : null;
}

function toGold(sentence: ConlluSentence, document: string, opened: boolean): GoldSentence {
  const { words } = sentence;
  return {
    document,
    opensParagraph: opened || sentence.comments.some((line) => line.startsWith('# newpar')),
    forms: words.map((word) => word.form),
    lemmas: words.map((word) => word.lemma),
    xpos: words.map((word) => word.xpos),
    upos: words.map((word) => word.upos),
    heads: words.map((word) => word.head - 1),
    deprels: words.map((word) => word.deprel),
    misc: words.map((word) => word.misc),
    surfaces: words.flatMap((word) => (word.surface ? [word.surface] : [])),
  };
}

/** Raw text of a document rebuilt from its surface tokens: a blank line between paragraphs, a space between sentences. */
export interface RawDocument {
  readonly name: string;
  readonly text: string;
  readonly sentences: readonly GoldSentence[];
  /** Start and end of each surface token, as pairs, by sentence. */
  readonly offsets: readonly (readonly number[])[];
  /** Numbers of the sentences that open a paragraph. */
  readonly paragraphs: readonly number[];
}

export function rawDocuments(sentences: readonly GoldSentence[]): readonly RawDocument[] {
  const documents: RawDocument[] = [];
  for (let from = 0; from < sentences.length; ) {
    const name = sentences[from]?.document ?? '';
    let to = from + 1;
    while (to < sentences.length && sentences[to]?.document === name) to++;
    documents.push(rawDocument(name, sentences.slice(from, to)));
    from = to;
  }
  return documents;
}

function rawDocument(name: string, sentences: readonly GoldSentence[]): RawDocument {
  let text = '';
  const paragraphs: number[] = [];
  const offsets = sentences.map((sentence, number) => {
    if (number === 0 || sentence.opensParagraph) {
      text = number === 0 ? '' : `${text.trimEnd()}\n\n`;
      paragraphs.push(number);
    }
    const own: number[] = [];
    for (const surface of sentence.surfaces) {
      own.push(text.length, text.length + surface.form.length);
      text += surface.spaceAfter ? `${surface.form} ` : surface.form;
    }
    return own;
  });
  return { name, text, sentences, offsets, paragraphs };
}
