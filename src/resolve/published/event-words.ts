import type { TokenRange } from '../../base/index.ts';
import type { Parsed, Token } from '../../document/index.ts';

/** Verbs that many sentences of any report share and that name no happening. */
const EMPTY = new Set([
  'say',
  'tell',
  'add',
  'be',
  'have',
  'do',
  'make',
  'take',
  'call',
  'go',
  'come',
  'report',
  'official',
  'people',
]);

/** How far above a date its happening is looked for: "the Feb. 16 | bombing", "were | killed on Feb. 16 in a | bombing". */
const MAX_UP = 3;

/** Stems of what a date expression dates: of the nouns and verbs it hangs on. */
export function datedWords(doc: Parsed, { from, to }: TokenRange): ReadonlySet<string> {
  const stems = new Set<string>();
  const top = doc.tokens.slice(from, to).find(({ head }) => head < from || head >= to);
  let next = top && doc.tokens[top.head];
  for (let up = 0; next && up < MAX_UP; up++, next = doc.tokens[next.head]) {
    addStem(next, stems);
    for (const child of argumentsOf(doc, next)) addStem(child, stems);
    if (next.upos === 'VERB') break;
  }
  return stems;
}

/** Subjects and objects of a verb: "a | blast killed nine on Friday". */
function argumentsOf(doc: Parsed, verb: Token): readonly Token[] {
  if (verb.upos !== 'VERB') return [];
  const sentence = doc.sentences[verb.sentence];
  const words = sentence ? doc.tokens.slice(sentence.from, sentence.to) : [];
  return words.filter(({ head, deprel }) => head === verb.index && /^(?:nsubj|obj|obl)/.test(deprel));
}

function addStem({ upos, lemma, form }: Token, stems: Set<string>): void {
  if (upos !== 'NOUN' && upos !== 'VERB') return;
  const word = (lemma || form).toLowerCase();
  if (EMPTY.has(word)) return;
  stems.add(stemOf(word));
}

/** Verb and noun of one act alike: "bombing", "bomb"; "shelling", "shell"; "attacker" stays apart. */
function stemOf(word: string): string {
  const bare = word.length > 5 && word.endsWith('ing') ? word.slice(0, -3) : word;
  return bare.replace(/e$/, '').replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

/** Whether two sets share a stem. */
export function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const stem of a) if (b.has(stem)) return true;
  return false;
}
