import { baseRelation, type Token } from '../../document/index.ts';

const FINITE_TAGS: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

/** Lemma of a form under a Penn tag. */
export type LemmaOf = (form: string, xpos: string) => string;

/** The tree of one sentence while it is being mended. Words are counted from the start of the sentence; the text never changes. */
export class ClauseTree {
  readonly words: readonly Token[];
  /** Index of the head in the sentence, -1 at the root. */
  readonly heads: number[];
  readonly relations: string[];
  readonly tags: string[];
  readonly #lemmaOf: LemmaOf;

  /** @param lemmaOf for words that get another tag */
  constructor(sentence: readonly Token[], lemmaOf: LemmaOf) {
    this.#lemmaOf = lemmaOf;
    const from = sentence[0]?.index ?? 0;
    this.words = sentence;
    this.heads = sentence.map(({ head }) => (head < 0 ? -1 : head - from));
    this.relations = sentence.map(({ deprel }) => deprel);
    this.tags = sentence.map(({ xpos }) => xpos);
  }

  get size(): number {
    return this.words.length;
  }

  get root(): number {
    return this.heads.indexOf(-1);
  }

  /** Lower-case form; empty outside the sentence. */
  form(at: number): string {
    return this.words[at]?.form.toLowerCase() ?? '';
  }

  tag(at: number): string {
    return this.tags[at] ?? '';
  }

  head(at: number): number {
    return this.heads[at] ?? -1;
  }

  /** Relation without its subtype; empty outside the sentence. */
  relation(at: number): string {
    return baseRelation(this.relations[at] ?? '');
  }

  children(at: number): readonly number[] {
    const found: number[] = [];
    for (let child = 0; child < this.heads.length; child++) if (this.heads[child] === at) found.push(child);
    return found;
  }

  /** First dependent with one of the relations (without subtypes), -1 where there is none. */
  child(at: number, ...relations: readonly string[]): number {
    for (let child = 0; child < this.heads.length; child++)
      if (this.heads[child] === at && relations.includes(this.relation(child))) return child;
    return -1;
  }

  isNominal(at: number): boolean {
    const word = this.words[at];
    if (word && word.xpos !== this.tag(at)) return this.tag(at).startsWith('NN');
    return /^(?:NOUN|PROPN|PRON|NUM)$/.test(word?.upos ?? '');
  }

  isVerb(at: number): boolean {
    const word = this.words[at];
    return word !== undefined && (word.xpos === this.tag(at) ? word.upos === 'VERB' : this.tag(at).startsWith('VB'));
  }

  hasSubject(at: number): boolean {
    return this.child(at, 'nsubj', 'csubj', 'expl') >= 0;
  }

  /** Whether a verb or its auxiliary is inflected for tense. */
  isFinite(at: number): boolean {
    const auxiliaries = this.children(at).filter((child) => this.relation(child) === 'aux');
    if (auxiliaries.length > 0) return auxiliaries.some((child) => FINITE_TAGS.has(this.tag(child)));
    return FINITE_TAGS.has(this.tag(at)) && !this.children(at).some((child) => this.form(child) === 'to' && child < at);
  }

  /** First word of a verb with the auxiliaries and adverbs right before it. */
  groupStart(at: number): number {
    let start = at;
    while (start > 0 && this.head(start - 1) === at && /^(?:aux|advmod)$/.test(this.relation(start - 1))) start--;
    return start;
  }

  isBelow(at: number, ancestor: number): boolean {
    let steps = 0;
    for (let next = at; next >= 0 && steps <= this.size; next = this.head(next), steps++) if (next === ancestor) return true;
    return false;
  }

  attach(at: number, head: number, relation: string): void {
    this.heads[at] = head;
    this.relations[at] = relation;
  }

  /** Puts a word where another one hangs; the other is left for the caller to attach. */
  takePlace(at: number, of: number): void {
    this.attach(at, this.head(of), this.relations[of] ?? 'dep');
  }

  lemma(at: number): string {
    return this.words[at]?.lemma.toLowerCase() ?? '';
  }

  /** One root, and every word leads up to it. */
  isWhole(): boolean {
    const { root } = this;
    return root >= 0 && this.heads.lastIndexOf(-1) === root && this.heads.every((_, at) => this.isBelow(at, root));
  }

  /** The words with the mended heads, relations and tags. */
  tokens(): readonly Token[] {
    const from = this.words[0]?.index ?? 0;
    return this.words.map((word, at) => {
      const [head, deprel, xpos] = [this.head(at) < 0 ? -1 : from + this.head(at), this.relations[at] ?? '', this.tag(at)];
      if (head === word.head && deprel === word.deprel && xpos === word.xpos) return word;
      if (xpos === word.xpos) return { ...word, head, deprel };
      const lemma = /^VB[DN]$/.test(word.xpos) && xpos.startsWith('VB') ? word.lemma : this.#lemmaOf(word.form, xpos);
      return { ...word, head, deprel, xpos, upos: xpos.startsWith('NN') ? 'NOUN' : xpos === 'RB' ? 'ADV' : 'VERB', lemma };
    });
  }
}
