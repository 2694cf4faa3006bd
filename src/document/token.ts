import type { Span } from '../base/index.ts';

/** A syntactic word with its Universal Dependencies annotation. */
export interface Token extends Span {
  /** Position in `Parsed.tokens`. */
  readonly index: number;
  /** `text.slice(start, end)`. Parts of a multiword token ("don't" = "do" + "n't") share out its characters. */
  readonly form: string;
  readonly lemma: string;
  /** Universal tag: `NOUN`, `VERB`, ... */
  readonly upos: string;
  /** Penn Treebank tag: `NN`, `VBD`, ... */
  readonly xpos: string;
  /** Index of the head in `Parsed.tokens`, -1 at a root. */
  readonly head: number;
  /** `nsubj`, `nsubj:pass`, `obl`, ..., `root`. */
  readonly deprel: string;
  /** Index into `Parsed.sentences`. */
  readonly sentence: number;
}
