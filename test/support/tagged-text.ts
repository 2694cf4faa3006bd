import { type Article, documentFromConllu, type Parsed } from '../../src/document/index.ts';

/** A parsed document from plain text with a few tags written in (`may/MD march/VB`), for rules that look at words and tags
 * only: every other word gets a guessed tag, and there are no trees. One line is one sentence. */
export function taggedText(text: string, overrides: Partial<Article> = {}): Parsed {
  const blocks = text.split('\n').map((line) => {
    const words = line.split(' ').flatMap(splitWord);
    return words
      .map(({ form, tag, glued }, index) => conlluLine(index + 1, form, tag || guessTag(form, index), glued))
      .join('\n');
  });
  return documentFromConllu(`${blocks.join('\n\n')}\n`, overrides);
}

interface Word {
  readonly form: string;
  readonly tag: string;
  /** No space after it. */
  readonly glued: boolean;
}

const LEADING = /^["“'(‘]+/;
const TRAILING = /(?:'s|’s|["”’'),;:?!]|\.)+$/;

function splitWord(raw: string): readonly Word[] {
  const lead = LEADING.exec(raw)?.[0] ?? '';
  let body = raw.slice(lead.length);
  const slash = /\/([A-Z]{2,4}\$?)(?=$|[^A-Za-z])/.exec(body);
  const tag = slash?.[1] ?? '';
  if (slash) body = body.slice(0, slash.index) + body.slice(slash.index + slash[0].length);
  const trail =
    /^(?:[A-Z][a-z]{2,3}|[ap]\.m|U\.S)\.$/.test(body) && isAbbreviation(body) ? '' : (TRAILING.exec(body)?.[0] ?? '');
  const core = body.slice(0, body.length - trail.length);
  const marks = trail.match(/'s|’s|./g) ?? [];
  const parts = [...lead].map((form) => ({ form, tag: '' }));
  if (core) parts.push({ form: core, tag });
  parts.push(...marks.map((form) => ({ form, tag: '' })));
  return parts.map((part, index) => ({ ...part, glued: index < parts.length - 1 }));
}

function isAbbreviation(word: string): boolean {
  return /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Gen|Col|Mr|Dr|St|U\.S)\.$/.test(
    word,
  );
}

const TAGS: Readonly<Record<string, string>> = {
  ...Object.fromEntries('will would shall may might could must can should'.split(' ').map((word) => [word, 'MD'])),
  ...Object.fromEntries('the a an this that these those no some any all'.split(' ').map((word) => [word, 'DT'])),
  ...Object.fromEntries(
    'in on at by for from of with since until after before during over about between near into against under through'
      .split(' ')
      .map((word) => [word, 'IN']),
  ),
  ...Object.fromEntries('he she it they we i you'.split(' ').map((word) => [word, 'PRP'])),
  ...Object.fromEntries('his her its their our my'.split(' ').map((word) => [word, 'PRP$'])),
  ...Object.fromEntries('and or but'.split(' ').map((word) => [word, 'CC'])),
  ...Object.fromEntries(
    'said was were had did told met began fled fell rose left hit went took came held struck sent got broke lost shot'
      .split(' ')
      .map((word) => [word, 'VBD']),
  ),
  ...Object.fromEntries('is has does says'.split(' ').map((word) => [word, 'VBZ'])),
  ...Object.fromEntries('are have do'.split(' ').map((word) => [word, 'VBP'])),
  ...Object.fromEntries('be'.split(' ').map((word) => [word, 'VB'])),
  ...Object.fromEntries('not also still again later earlier ago nearly almost only now'.split(' ').map((word) => [word, 'RB'])),
  ...Object.fromEntries('people men women children troops police'.split(' ').map((word) => [word, 'NNS'])),
  ...Object.fromEntries('dead new last next more other recent early late past same'.split(' ').map((word) => [word, 'JJ'])),
  to: 'TO',
  "'s": 'POS',
  '’s': 'POS',
  ...Object.fromEntries(
    'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand million'
      .split(' ')
      .map((word) => [word, 'CD']),
  ),
};

function guessTag(form: string, index: number): string {
  const known = TAGS[form.toLowerCase()];
  if (known) return known;
  if (/^\d/.test(form)) return 'CD';
  if (!/^\p{L}/u.test(form)) return form;
  if (/^\p{Lu}/u.test(form) && index > 0) return 'NNP';
  if (/ly$/.test(form)) return 'RB';
  if (/ed$/.test(form)) return 'VBD';
  if (/ing$/.test(form)) return 'VBG';
  if (/[^s]s$/.test(form)) return 'NNS';
  return 'NN';
}

const UPOS: readonly (readonly [RegExp, string])[] = [
  [/^NNP/, 'PROPN'],
  [/^NN/, 'NOUN'],
  [/^MD/, 'AUX'],
  [/^VB/, 'VERB'],
  [/^JJ/, 'ADJ'],
  [/^RB/, 'ADV'],
  [/^CD/, 'NUM'],
  [/^IN/, 'ADP'],
  [/^PRP/, 'PRON'],
  [/^DT/, 'DET'],
  [/^TO|POS/, 'PART'],
  [/^CC/, 'CCONJ'],
];

function conlluLine(id: number, form: string, xpos: string, glued: boolean): string {
  const upos = UPOS.find(([pattern]) => pattern.test(xpos))?.[1] ?? 'PUNCT';
  return [id, form, lemmaOf(form, xpos), upos, xpos, '_', 0, '_', '_', glued ? 'SpaceAfter=No' : '_'].join('\t');
}

function lemmaOf(form: string, xpos: string): string {
  const lower = form.toLowerCase();
  if (xpos === 'NNS') return lower.replace(/ies$/, 'y').replace(/s$/, '');
  if (/^VB[DN]$/.test(xpos)) return IRREGULAR[lower] ?? lower.replace(/([^aeiou])\1ed$/, '$1').replace(/ed$/, '');
  if (xpos === 'VBZ') return lower.replace(/s$/, '');
  if (xpos === 'VBG') return IRREGULAR[lower] ?? lower.replace(/ing$/, '');
  return lower;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  said: 'say',
  died: 'die',
  captured: 'capture',
  injured: 'injure',
  released: 'release',
  told: 'tell',
  left: 'leave',
  fled: 'flee',
  killed: 'kill',
  scheduled: 'schedule',
  wounded: 'wound',
  evacuated: 'evacuate',
  displaced: 'displace',
  seized: 'seize',
  freed: 'free',
  leaving: 'leave',
  wounding: 'wound',
  took: 'take',
  lost: 'lose',
  shot: 'shoot',
};
