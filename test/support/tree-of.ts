import { documentFromConllu, type Parsed } from '../../src/document/index.ts';

const UPOS_OF: Readonly<Record<string, string>> = {
  N: 'NOUN',
  V: 'VERB',
  J: 'ADJ',
  R: 'ADV',
  I: 'ADP',
  D: 'DET',
  P: 'PRON',
  C: 'CCONJ',
  T: 'PART',
  M: 'AUX',
  W: 'PRON',
};

/** A document from one compact sentence a line, for tests that must not depend on a trained model: words as
 * `form/lemma/XPOS/head/deprel` (head 0 at the root), universal tags read off the Penn tag (`VERB` or `AUX` by the relation). */
export function treeOf(...sentences: readonly string[]): Parsed {
  const conllu = sentences.map((sentence) => sentence.trim().split(/\s+/).map(toRow).join('\n')).join('\n\n');
  return documentFromConllu(`${conllu}\n`);
}

function toRow(word: string, index: number): string {
  const [form = '', lemma = '', xpos = '', head = '', deprel = ''] = word.split('/');
  if (deprel === '') throw new RangeError(`"${word}": expected form/lemma/XPOS/head/deprel`);
  return [index + 1, form, lemma, uposOf(xpos, deprel), xpos, '_', head, deprel, '_', '_'].join('\t');
}

function uposOf(xpos: string, deprel: string): string {
  if (xpos.startsWith('NNP')) return 'PROPN';
  if (xpos === 'IN' && deprel === 'mark') return 'SCONJ';
  if (xpos.startsWith('VB') && (deprel.startsWith('aux') || deprel === 'cop')) return 'AUX';
  if (xpos === 'MD') return 'AUX';
  return UPOS_OF[xpos[0] ?? ''] ?? 'PUNCT';
}
