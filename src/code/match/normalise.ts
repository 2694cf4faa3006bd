import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import {
  CHARGING,
  OBJECT_CONTROL,
  OBJECT_GERUND,
  OBJECT_MARKS,
  OBLIQUE_CONTROL,
  PARTICLE_WORDS,
  RELATIVE_TAGS,
  RELATIVE_WORDS,
  SUBJECT_CONTROL,
} from './grammar.ts';
import { phraseHeads } from './noun-phrase.ts';
import type { Argument, Predicate } from './predicate.ts';
import { isConditional, isNegated, isOpenInfinitive, isVerbal, modalOf } from './verb-group.ts';

/** How far control, coordination and relative clauses are followed. */
const MAX_DEPTH = 6;

/** Turns the dependency trees of a document into predicate records: logical subject and object through passives, relative,
 * participial and infinitive clauses, control and coordination; particle, negation, modality. */
export class Normaliser {
  readonly tree: Tree;
  readonly #predicates = new Map<number, Predicate>();

  readonly #isDate: (token: Token) => boolean;

  /** @param isDate words of date expressions, which never take part in what happens ("officials Sunday said") */
  constructor(tree: Tree, isDate: (token: Token) => boolean = () => false) {
    this.tree = tree;
    this.#isDate = isDate;
  }

  /** The predicate headed by a verb, noun or adjective. */
  predicate(token: Token): Predicate {
    const known = this.#predicates.get(token.index);
    if (known) return known;
    const made = this.#make(token);
    this.#predicates.set(token.index, made);
    return made;
  }

  /** Whether the token heads a verb phrase, also where a participle was tagged as adjective. */
  isVerbal(token: Token): boolean {
    return isVerbal(token);
  }

  /** A verb the parse made a participle before its object ("warplanes bombed camps" read as camps that are warplanes and bombed): the
   * noun below has a subject of its own but no copula. */
  hiddenClause(token: Token): { readonly subject: Token; readonly object: Token } | null {
    if (token.deprel !== 'amod' || (token.xpos !== 'VBN' && token.xpos !== 'VBD')) return null;
    const object = this.tree.head(token);
    if (!object || this.tree.childBy(object, 'cop')) return null;
    const subject = this.tree.childrenBy(object, 'nsubj').find((child) => child.index < token.index && isSubject(child));
    return subject ? { subject, object } : null;
  }

  /** "Militias clashed near the port." read as a noun with a participle: a full sentence without any other verb. */
  #isLostVerb(token: Token): boolean {
    const head = this.tree.head(token);
    if (token.deprel !== 'acl' || head?.deprel !== 'root' || this.tree.childBy(token, 'obl:agent')) return false;
    const sentence = this.tree.subtree(head);
    return sentence.at(-1)?.form === '.' && !sentence.some((each) => FINITE_TAGS.has(each.xpos));
  }

  #make(token: Token): Predicate {
    const kind = this.isVerbal(token) ? 'verb' : token.upos === 'ADJ' || token.xpos.startsWith('JJ') ? 'adjective' : 'noun';
    const passive = kind === 'verb' && this.#isPassive(token);
    const found = kind === 'noun' ? this.#nounArguments(token) : this.#verbArguments(token);
    return {
      token,
      kind,
      lemma: token.lemma.toLowerCase(),
      particle: this.#particle(token),
      possibleParticle: kind === 'verb' ? this.#possibleParticle(token) : null,
      passive,
      negated: isNegated(this.tree, token),
      modal: modalOf(this.tree, token),
      progressive: token.xpos === 'VBG' && this.tree.childBy(token, 'aux') !== null,
      conditional: isConditional(this.tree, token),
      relative: kind === 'verb' && token.deprel === 'acl:relcl',
      infinitive: kind === 'verb' && isOpenInfinitive(this.tree, token),
      arguments: found,
    };
  }

  #particle(token: Token): string | null {
    const particle = this.tree.childBy(token, 'compound:prt');
    if (particle) return particle.form.toLowerCase();
    const next = this.tree.children(token).find((child) => child.index === token.index + 1 && child.xpos === 'RP');
    return next ? next.form.toLowerCase() : null;
  }

  #possibleParticle(token: Token): Predicate['possibleParticle'] {
    if (this.tree.childBy(token, 'obj')) return null;
    for (const object of this.tree.childrenBy(token, 'obl')) {
      const marker = this.tree.childBy(object, 'case');
      const word = marker?.form.toLowerCase() ?? '';
      if (marker?.index === token.index + 1 && PARTICLE_WORDS.has(word)) return { word, object };
    }
    return null;
  }

  #isPassive(token: Token): boolean {
    if (this.tree.childBy(token, 'aux:pass', 'nsubj:pass', 'csubj:pass', 'obl:agent')) return true;
    if (token.xpos !== 'VBN' || this.hiddenClause(token) || this.#isLostVerb(token)) return false;
    if (this.tree.childBy(token, 'aux', 'nsubj', 'obj')) return false;
    const relation = baseRelation(token.deprel);
    if (relation === 'acl' || relation === 'amod') return true;
    if (relation === 'conj') {
      const head = this.tree.head(token);
      return head !== null && this.isVerbal(head) && this.#isPassive(head);
    }
    return relation === 'advcl' || relation === 'xcomp' || relation === 'root';
  }

  #verbArguments(token: Token): readonly Argument[] {
    const found: Argument[] = [];
    const add = (role: string, tokens: readonly Token[], inherited: boolean) => {
      for (const filler of tokens) found.push({ role, token: filler, inherited });
    };
    const subject = this.#subjects(token, 0);
    const object = this.#objects(token, 0);
    add('subj', subject.tokens, subject.inherited);
    add('obj', object.tokens, object.inherited);
    add('iobj', this.#expandAll(this.tree.childrenBy(token, 'iobj')), false);
    for (const child of this.tree.children(token)) this.#addComplement(token, child, add);
    const indirect = this.tree.childrenBy(token, 'iobj');
    for (const filler of [...object.tokens, ...indirect, ...this.#obliqueNouns(token)]) this.#addNounModifiers(filler, found);
    return found;
  }

  #addComplement(token: Token, child: Token, add: (role: string, tokens: readonly Token[], inherited: boolean) => void): void {
    if (this.#isDate(child)) return;
    const relation = baseRelation(child.deprel);
    if (relation === 'xcomp') {
      add(this.isVerbal(child) ? 'xcomp' : 'pred', this.#expand(child), false);
      if (this.tree.preposition(child) === 'as' || this.tree.childBy(child, 'mark')?.lemma === 'as')
        add('as', this.#expand(child), false);
    } else if (relation === 'ccomp') add('ccomp', this.#expand(child), false);
    else if (relation === 'obl' && child.deprel !== 'obl:agent') {
      const preposition = this.tree.preposition(child);
      if (preposition) add(preposition, this.#expand(child), false);
      else if (child.deprel === 'obl:unmarked' || child.deprel === 'obl') add('obl', this.#expand(child), false);
    } else if (relation === 'advcl') {
      const mark = this.tree.childBy(child, 'mark')?.form.toLowerCase();
      const gerund = child.xpos === 'VBG';
      if (mark && gerund) add(mark, [child], false);
      else if (mark === 'to') add('xcomp', [child], true);
    } else if (relation === 'nmod' && token.upos !== 'NOUN') {
      const preposition = this.tree.preposition(child);
      if (preposition) add(preposition, this.#expand(child), false);
    }
  }

  #obliqueNouns(token: Token): readonly Token[] {
    return this.tree.childrenBy(token, 'obl').filter((child) => child.deprel === 'obl' && child.upos === 'NOUN');
  }

  /** Prepositions that hang on the object or an oblique also serve the verb: "take action against the militia", "enter into talks with". */
  #addNounModifiers(noun: Token, found: Argument[]): void {
    for (const head of phraseHeads(this.tree, noun)) {
      for (const child of this.tree.childrenBy(head, 'nmod', 'acl')) {
        const preposition = this.tree.preposition(child) || this.tree.childBy(child, 'mark')?.form.toLowerCase() || '';
        if (!preposition || child.deprel === 'nmod:poss' || child.deprel === 'acl:relcl') continue;
        for (const filler of this.#expand(child)) found.push({ role: preposition, token: filler, inherited: true });
      }
    }
  }

  #nounArguments(token: Token): readonly Argument[] {
    const found: Argument[] = [];
    for (const child of this.tree.children(token)) {
      const relation = baseRelation(child.deprel);
      if (child.deprel === 'nmod:poss')
        for (const filler of this.#expand(child)) found.push({ role: 'poss', token: filler, inherited: false });
      else if (relation === 'amod' || relation === 'compound') {
        const role = this.#isOpposed(child) ? 'against' : 'mod';
        for (const filler of this.#expand(child)) found.push({ role, token: filler, inherited: false });
      } else if (relation === 'nmod' || relation === 'obl' || (relation === 'acl' && child.deprel !== 'acl:relcl')) {
        const preposition = this.tree.preposition(child) || this.tree.childBy(child, 'mark')?.form.toLowerCase() || '';
        if (preposition)
          for (const filler of this.#expand(child)) found.push({ role: preposition, token: filler, inherited: false });
        if (relation === 'acl' && preposition === 'to') found.push({ role: 'xcomp', token: child, inherited: false });
      }
    }
    for (const filler of this.#sharedOwner(token)) found.push({ role: 'poss', token: filler, inherited: true });
    found.push(...this.#nestedTargets(token));
    const subject = this.tree.childBy(token, 'nsubj');
    if (subject && this.tree.childBy(token, 'cop'))
      for (const filler of this.#expand(subject)) found.push({ role: 'subj', token: filler, inherited: false });
    return found;
  }

  /** "anti-Kurdish raids" are not done by Kurds. */
  #isOpposed(modifier: Token): boolean {
    if (/^anti-./i.test(modifier.form)) return true;
    const before = modifier.index > 0 ? this.tree.token(modifier.index - 1) : null;
    const mark = before && /^[-\u2010-\u2013]$/.test(before.form) ? this.tree.tokens[before.index - 1] : before;
    return mark !== null && mark !== undefined && /^anti[-\u2010-\u2013]?$/i.test(mark.form);
  }

  /** "their trade with China and talks with Japan": a bare second noun has the owner of the first. */
  #sharedOwner(token: Token): readonly Token[] {
    const first = this.tree.head(token);
    if (token.deprel !== 'conj' || !first || this.tree.childBy(token, 'det', 'nmod:poss', 'amod')) return [];
    const owner = this.tree.childBy(first, 'nmod:poss');
    return owner ? this.#expand(owner) : [];
  }

  /** "attacks by herders on farmers": the second phrase hung on the first belongs to the event. */
  #nestedTargets(token: Token): readonly Argument[] {
    const found: Argument[] = [];
    for (const agent of this.tree.childrenBy(token, 'nmod')) {
      if (!['by', 'of', 'from'].includes(this.tree.preposition(agent))) continue;
      for (const child of this.tree.childrenBy(agent, 'nmod')) {
        const preposition = this.tree.preposition(child);
        if (
          preposition !== 'on' &&
          preposition !== 'against' &&
          !(preposition === 'by' && this.tree.preposition(agent) === 'of')
        )
          continue;
        for (const filler of this.#expand(child)) found.push({ role: preposition, token: filler, inherited: true });
      }
    }
    return found;
  }

  #subjects(token: Token, depth: number): Fillers {
    if (depth > MAX_DEPTH) return NONE;
    const hidden = this.hiddenClause(token);
    if (hidden) return own(this.#expand(hidden.subject));
    if (this.#isPassive(token)) return own(this.#agents(token));
    const direct = this.tree.children(token).filter((child) => isSubject(child) && !this.#isDate(child));
    if (direct.length > 0) return own(this.#expandAll([nearestBefore(direct, token)]));
    return inherited(this.#sharedSubject(token, depth + 1));
  }

  #agents(token: Token): readonly Token[] {
    const agents = this.tree
      .children(token)
      .filter(
        (child) =>
          child.deprel === 'obl:agent' || (baseRelation(child.deprel) === 'obl' && this.tree.preposition(child) === 'by'),
      );
    if (agents.length > 0) return this.#expandAll(agents.slice(0, 1));
    const hands = this.#handsOf(token);
    const stranded = hands.length > 0 ? hands : this.#strandedAgents(token);
    return this.#expandAll(stranded.length > 0 ? stranded : this.#nestedAgents(token));
  }

  /** "driven from their homes by mobs", "killed in a raid by rebels": the agent hung on a phrase before it. */
  #nestedAgents(token: Token): readonly Token[] {
    return this.tree
      .childrenBy(token, 'obl')
      .filter((child) => child.index > token.index && NESTING.has(this.tree.preposition(child)))
      .flatMap((child) => this.tree.childrenBy(child, 'nmod'))
      .filter((child) => this.tree.preposition(child) === 'by')
      .slice(0, 1);
  }

  /** "tortured at the hands of the police". */
  #handsOf(token: Token): readonly Token[] {
    return this.tree
      .childrenBy(token, 'obl')
      .filter((child) => child.lemma.toLowerCase() === 'hand' && this.tree.preposition(child) === 'at')
      .flatMap((child) => this.tree.childrenBy(child, 'nmod'))
      .filter((child) => ['of', ''].includes(this.tree.preposition(child)))
      .slice(0, 1);
  }

  /** "was called on by Chad": the agent hangs on the preposition that is left behind. */
  #strandedAgents(token: Token): readonly Token[] {
    const left = this.tree.childrenBy(token, 'obl').filter((child) => child.upos === 'ADP' && child.index === token.index + 1);
    return left
      .flatMap((child) => this.tree.childrenBy(child, 'nmod', 'obl'))
      .filter((child) => this.tree.preposition(child) === 'by');
  }

  /** The subject a clause without one of its own takes from its surroundings. */
  #sharedSubject(token: Token, depth: number): readonly Token[] {
    const head = this.tree.head(token);
    if (!head || depth > MAX_DEPTH) return [];
    switch (baseRelation(token.deprel)) {
      case 'conj':
        return this.isVerbal(head) || head.upos === 'ADJ' || head.upos === 'AUX'
          ? this.#surfaceSubject(head, depth)
          : this.#sharedSubject(head, depth + 1);
      case 'xcomp':
        return this.#controller(token, head, depth);
      case 'advcl': {
        const mark = this.tree.childBy(token, 'mark')?.form.toLowerCase() ?? '';
        const isCharged =
          (mark === 'with' && CHARGING.has(head.lemma.toLowerCase())) ||
          (mark === 'against' && /^(?:warn|caution)$/.test(head.lemma));
        if ((OBJECT_MARKS.has(mark) || isCharged) && token.xpos === 'VBG') {
          const objects = this.#objects(head, depth).tokens;
          if (objects.length > 0) return mark === 'for' ? objects.flatMap((object) => this.#answerable(object)) : objects;
        }
        const asked = mark === 'to' && !this.#isPassive(head) ? this.#askedOblique(token, head) : null;
        if (asked) return this.#expand(asked);
        if (mark === 'to' && !SUBJECT_CONTROL.has(head.lemma)) {
          const objects = this.#objects(head, depth).tokens.filter(
            (object) => object.upos === 'PROPN' || object.upos === 'PRON' || OBJECT_CONTROL.has(head.lemma.toLowerCase()),
          );
          if (objects.length > 0 && !this.#isPassive(head)) return objects;
        }
        return this.#surfaceSubject(head, depth);
      }
      case 'acl':
        return this.#nounSubject(token, head, depth);
      case 'parataxis':
        if (token.xpos === 'VBD' && head.index < token.index && this.isVerbal(head)) return this.#surfaceSubject(head, depth);
        return token.xpos === 'VBG' || token.xpos === 'VB' ? this.#surfaceSubject(head, depth) : [];
      case 'ccomp':
        return token.xpos === 'VBG' || token.xpos === 'VB' ? this.#surfaceSubject(head, depth) : [];
      case 'obl':
      case 'nmod':
      case 'obj':
        return token.xpos === 'VBG' && this.isVerbal(head) ? this.#surfaceSubject(head, depth) : [];
      default:
        return [];
    }
  }

  /** "sanctions against Serbia for arming militias": of a measure, those it is taken against. */
  #answerable(noun: Token): readonly Token[] {
    const against = this.tree
      .childrenBy(noun, 'nmod')
      .find((child) => ['against', 'on', 'upon'].includes(this.tree.preposition(child)));
    return against && noun.upos === 'NOUN' ? this.#expand(against) : [noun];
  }

  #controller(token: Token, head: Token, depth: number): readonly Token[] {
    if (head.upos === 'ADJ' || head.upos === 'NOUN') return this.#surfaceSubject(head, depth);
    const before = this.#objects(head, depth).tokens.filter((object) => object.index !== token.index);
    const indirect = this.#expandAll(this.tree.childrenBy(head, 'iobj'));
    if (!SUBJECT_CONTROL.has(head.lemma.toLowerCase())) {
      if (indirect.length > 0) return indirect;
      if (before.length > 0) return before;
    }
    const asked = this.#askedOblique(token, head);
    return asked ? this.#expand(asked) : this.#surfaceSubject(head, depth);
  }

  /** "called on Chad to leave": whose doing the infinitive is. */
  #askedOblique(token: Token, head: Token): Token | null {
    if (!OBLIQUE_CONTROL.has(head.lemma.toLowerCase())) return null;
    const found = this.tree
      .childrenBy(head, 'obl')
      .find((child) => child.index < token.index && ['on', 'upon', 'for', 'to'].includes(this.tree.preposition(child)));
    return found ?? null;
  }

  /** Subject of a clause that hangs on a noun: the noun itself for participles and relative clauses, its owner for "a plan to attack". */
  #nounSubject(token: Token, noun: Token, depth: number): readonly Token[] {
    const infinitive = this.tree.childBy(token, 'mark')?.form.toLowerCase() === 'to' || token.xpos === 'VB';
    if (token.deprel === 'acl:relcl' || !infinitive) {
      const marked = this.tree.childBy(token, 'mark')?.form.toLowerCase() ?? '';
      if (token.deprel !== 'acl:relcl' && OBJECT_MARKS.has(marked) && marked !== 'for' && !this.#isAccused(noun))
        return this.#ownerOf(noun, depth);
      if (token.deprel !== 'acl:relcl' && marked === 'for' && token.xpos === 'VBG') return this.#answerable(noun);
      return this.#expand(this.#described(noun));
    }
    return this.#isAsked(noun) ? this.#expand(noun) : this.#ownerOf(noun, depth);
  }

  /** "accused Chad of arming rebels": the gerund hung on the object tells the object's own doing. */
  #isAccused(noun: Token): boolean {
    const verb = this.tree.head(noun);
    if (!verb || (baseRelation(noun.deprel) !== 'obj' && baseRelation(noun.deprel) !== 'iobj')) return false;
    return noun.upos === 'PROPN' || noun.upos === 'PRON' || OBJECT_GERUND.has(verb.lemma.toLowerCase());
  }

  /** "urged the army to leave": the infinitive hung on the object is for the object to do. */
  #isAsked(noun: Token): boolean {
    const verb = this.tree.head(noun);
    if (!verb || !OBJECT_CONTROL.has(verb.lemma.toLowerCase())) return false;
    return noun.deprel === 'iobj' || noun.deprel === 'obj' || noun.deprel === 'nsubj:pass';
  }

  /** What a predicate noun says something of ("the IRA was the force behind it": the IRA); any other noun itself. */
  #described(noun: Token): Token {
    if (!this.tree.childBy(noun, 'cop')) return noun;
    return this.tree.childrenBy(noun, 'nsubj').find((child) => isSubject(child) && !isRelative(child)) ?? noun;
  }

  #ownerOf(noun: Token, depth: number): readonly Token[] {
    const owner = this.tree.childBy(noun, 'nmod:poss');
    if (owner) return this.#expand(owner);
    const origin = this.tree
      .childrenBy(noun, 'nmod')
      .find((child) => ['by', 'of', 'from', 'for'].includes(this.tree.preposition(child)));
    if (origin) return this.#expand(origin);
    const governor = this.tree.head(noun);
    return governor && this.isVerbal(governor) ? this.#surfaceSubject(governor, depth + 1) : this.#expand(noun);
  }

  #surfaceSubject(token: Token, depth: number): readonly Token[] {
    if (depth > MAX_DEPTH) return [];
    if (this.#isPassive(token)) return this.#objects(token, depth + 1).tokens;
    return this.#subjects(token, depth + 1).tokens;
  }

  #objects(token: Token, depth: number): Fillers {
    if (depth > MAX_DEPTH) return NONE;
    const hidden = this.hiddenClause(token);
    if (hidden) return own([hidden.object]);
    const passive = this.#isPassive(token);
    const direct = this.tree
      .children(token)
      .filter(
        (child) =>
          (child.deprel === 'obj' || (passive && (child.deprel === 'nsubj:pass' || child.deprel === 'nsubj'))) &&
          !this.#isDate(child),
      );
    if (direct.length > 0) return own(this.#expandAll(direct));
    const bare = passive ? null : this.#bareOblique(token);
    if (bare) return inherited(this.#expand(bare));
    const head = this.tree.head(token);
    if (!head) return passive ? NONE : this.#sharedObject(token);
    const relation = baseRelation(token.deprel);
    if (passive) return inherited(this.#passiveObject(token, head, relation, depth + 1));
    if (token.deprel === 'acl:relcl' && this.#hasGap(token)) return inherited(this.#expand(head));
    if (token.deprel === 'acl' && token.xpos === 'VB' && this.tree.childBy(token, 'nsubj'))
      return inherited(this.#expand(head));
    return this.#sharedObject(token);
  }

  /** A noun without preposition right after the verb that the parse did not make its object ("threw out nine deputies"). */
  #bareOblique(token: Token): Token | null {
    const found = this.tree.children(token).find((child) => isBareNoun(child) && child.index > token.index);
    if (!found || this.#isDate(found) || this.tree.childBy(found, 'case', 'mark')) return null;
    return this.tree.subtreeRange(found).from - token.index <= 2 ? found : null;
  }

  #passiveObject(token: Token, head: Token, relation: string, depth: number): readonly Token[] {
    if (relation === 'acl' || relation === 'amod') return this.#expand(head);
    if (relation === 'conj') return this.#surfaceSubject(head, depth);
    return this.#sharedSubject(token, depth);
  }

  /** "the town they captured": a clause with its own subject, no object, on a noun. */
  #hasGap(token: Token): boolean {
    const subject = this.tree.childBy(token, 'nsubj');
    return subject !== null && !isRelative(subject) && !this.tree.childBy(token, 'ccomp', 'xcomp');
  }

  /** "shelled and destroyed the town": an object after the last verb serves the first. */
  #sharedObject(token: Token): Fillers {
    const next = this.tree.childrenBy(token, 'conj').find((child) => this.isVerbal(child) && child.xpos === token.xpos);
    if (!next || this.tree.childBy(next, 'nsubj') || this.tree.childBy(token, 'obl', 'ccomp', 'xcomp', 'advmod')) return NONE;
    if (next.index - token.index > 2) return NONE;
    return inherited(this.#expandAll(this.tree.childrenBy(next, 'obj')));
  }

  #expandAll(tokens: readonly Token[]): readonly Token[] {
    return tokens.flatMap((token) => this.#expand(token));
  }

  /** The token and its conjuncts, relative pronouns replaced by what they refer to. */
  #expand(token: Token): readonly Token[] {
    return this.tree
      .withConjuncts(this.#antecedent(token))
      .filter((each) => each === token || !this.isVerbal(each) || this.isVerbal(token));
  }

  #antecedent(token: Token): Token {
    if (!isRelative(token) && !this.#countsRelative(token)) return token;
    for (const above of this.tree.pathToRoot(token)) {
      const head = this.tree.head(above);
      if (above.deprel === 'acl:relcl' && head) return head;
    }
    return token;
  }

  /** "many of whom", "some of which". */
  #countsRelative(token: Token): boolean {
    return this.tree.childrenBy(token, 'nmod').some((child) => isRelative(child));
  }
}

interface Fillers {
  readonly tokens: readonly Token[];
  readonly inherited: boolean;
}

const NONE: Fillers = { tokens: [], inherited: false };

function own(tokens: readonly Token[]): Fillers {
  return { tokens, inherited: false };
}

function inherited(tokens: readonly Token[]): Fillers {
  return { tokens, inherited: true };
}

/** A subject that can be somebody or something; parsers make adverbs and adjectives subjects at times. */
function isSubject(token: Token): boolean {
  if (token.deprel === 'csubj') return true;
  return (token.deprel === 'nsubj' || token.deprel === 'nsubj:outer') && SUBJECT_TAGS.has(token.upos);
}

/** A noun that hangs on its verb as if it were an oblique or a complement. */
function isBareNoun(token: Token): boolean {
  return (token.deprel === 'obl' && SUBJECT_TAGS.has(token.upos)) || (token.deprel === 'xcomp' && token.upos === 'NOUN');
}

/** Prepositions of phrases an agent may be hung on; what came before or after was done by others. */
const NESTING: ReadonlySet<string> = new Set('from in at on during near with into to against for over out'.split(' '));

const FINITE_TAGS: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);

const SUBJECT_TAGS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'SYM', 'X', 'VERB']);

function isRelative(token: Token): boolean {
  return (
    RELATIVE_WORDS.has(token.form.toLowerCase()) &&
    (RELATIVE_TAGS.has(token.xpos) || token.xpos === 'IN') &&
    token.upos !== 'SCONJ'
  );
}

/** Where a parser gives two subjects, the one just before the verb is the real one. */
function nearestBefore(subjects: readonly Token[], verb: Token): Token {
  const before = subjects.filter((subject) => subject.index < verb.index);
  const found = before.at(-1) ?? subjects[0];
  if (!found) throw new RangeError('nearestBefore wants at least one subject');
  return found;
}
