import type { Token, Tree } from '../../document/index.ts';
import type { MatchLexicon } from '../match/lexicon.ts';
import { nounKeys } from '../match/noun-phrase.ts';

/** What the lexicon knows of a word wherever it stands: the types its frames can give, and what it does as an operator. It tells the
 * model what to expect of words that no training sentence has. */
export interface WordSenses {
  /** Types and operators, sorted, without repeats. */
  readonly all: readonly string[];
  /** The same as one text. */
  readonly signature: string;
}

const NONE: WordSenses = { all: [], signature: '' };

/** Senses of a verb, adjective or event noun; with a particle those of the two together, if there are any. */
export function sensesOf(lemma: string, particle: string | null, lexicon: MatchLexicon): WordSenses {
  const together = particle === null ? NONE : read(lemma, particle, lexicon);
  return together.all.length > 0 ? together : read(lemma, null, lexicon);
}

/** Senses of a word where it stands: of a noun its compounds too. */
export function sensesAt(token: Token, tree: Tree, lexicon: MatchLexicon): WordSenses {
  const keys = token.upos === 'NOUN' ? nounKeys(tree, token) : [token.lemma.toLowerCase()];
  const found = keys.map((key) => read(key, null, lexicon)).filter(({ all }) => all.length > 0);
  return found.at(-1) ?? NONE;
}

function read(lemma: string, particle: string | null, lexicon: MatchLexicon): WordSenses {
  const frames = lexicon.framesFor(lemma).filter((frame) => frame.particle === particle);
  const operators = lexicon.operatorsFor(lemma).filter((operator) => operator.particle === particle);
  if (frames.length === 0 && operators.length === 0) return NONE;
  const all = [...new Set([...frames.map(({ type }) => type), ...operators.map(({ op }) => op)])].sort();
  return { all, signature: all.join(' ') };
}
