import type { Parsed, Token } from '../../document/index.ts';
import type { FigureWords } from './words.ts';

/** The noun a number counts, with the words between. */
export interface CountedNoun {
  readonly head: Token;
  /** An adjective between number and noun that is an outcome ("displaced"), if any. */
  readonly modifiers: readonly Token[];
  /** Words stand between that make it definite ("of the", "of their"). */
  readonly partitive: boolean;
}

/** Most tokens between a number and its noun. */
const REACH = 7;

/** The noun after a number: past "of", "more" and adjectives to the last noun of the run. Null where none follows. */
export function countedNoun(doc: Parsed, after: number, group: boolean, words: FigureWords): CountedNoun | null {
  let index = after;
  let partitive = false;
  const sentence = doc.tokens[after - 1]?.sentence;
  const at = (position: number) => (doc.tokens[position]?.sentence === sentence ? doc.tokens[position] : undefined);
  if (at(index)?.form.toLowerCase() === 'more' && group) index++;
  if (at(index)?.form.toLowerCase() === 'of') {
    index++;
    partitive = /^(?:DT|PRP\$)$/.test(at(index)?.xpos ?? '');
    if (partitive) index++;
    else if (!group) return null;
  }
  const run: Token[] = [];
  for (let token = at(index); token && run.length < REACH && isRunPart(token, at(index + 1)); token = at(++index)) {
    if (isPlural(token) && !isNounNext(at(index + 1))) {
      run.push(token);
      break;
    }
    run.push(token);
  }
  while (run.length > 0 && !isNoun(run.at(-1), words)) run.pop();
  const head = run.at(-1);
  return head ? { head, modifiers: run.slice(0, -1), partitive } : null;
}

const DATE_NAME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)s?$/;

/** A past tense right before a plural is a participle the tagger missed ("40 alleged smugglers"). */
function isRunPart(token: Token, next: Token | undefined): boolean {
  if (DATE_NAME.test(token.form)) return false;
  if (token.xpos === 'VBD' && /ed$/.test(token.form) && next && isPlural(next)) return true;
  if (/^(?:JJ|JJR|JJS|NN|NNS|NNP|NNPS|VBN|VBG|POS|HYPH|AFX)$/.test(token.xpos)) return true;
  return /^[-–]$/.test(token.form) || /^(?:more|other|others|additional|further)$/i.test(token.form);
}

function isPlural(token: Token): boolean {
  return /^(?:NNS|NNPS)$/.test(token.xpos);
}

function isNounNext(token: Token | undefined): boolean {
  return token !== undefined && /^NNS?$/.test(token.xpos);
}

function isNoun(token: Token | undefined, words: FigureWords): boolean {
  if (!token) return false;
  return /^NN/.test(token.xpos) || (words.persons.has(token.form.toLowerCase()) && !/^(?:VB|JJ)/.test(token.xpos));
}

/** Whether a noun counts people; names of peoples and groups do ("Rohingya", "Taliban"). */
export function isPerson(noun: Token, words: FigureWords): boolean {
  const lemma = lemmaOf(noun);
  return (
    words.persons.has(lemma) || words.persons.has(noun.form.toLowerCase()) || /(?:[^p]ers|ists|men|women)$/i.test(noun.form)
  );
}

/** Plural of the counted noun, lower case: what a figure is of where nothing happened to it. */
export function pluralOf(noun: Token, words: FigureWords): string {
  const form = noun.form.toLowerCase();
  if (isPlural(noun)) return form;
  const known = words.plurals.get(form);
  if (known) return known;
  if (/[^aeiou]y$/.test(form)) return `${form.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(form) ? `${form}es` : `${form}s`;
}

/** Lower-case lemma, or the form where there is none. */
export function lemmaOf(token: Token): string {
  return (token.lemma && token.lemma !== '_' ? token.lemma : token.form).toLowerCase();
}
