import { baseRelation, type Token, type Tree } from '../../document/index.ts';
import type { NounClasses } from '../../knowledge/index.ts';
import { nounKeys } from '../match/noun-phrase.ts';
import type { Predicate } from '../match/predicate.ts';
import { FeatureList } from './feature-list.ts';
import { frameFeatures } from './frame-features.ts';
import { type PairView, type PartyView, viewPair } from './pair-view.ts';
import type { PairQuestion } from './question.ts';
import { sensesAt, sensesOf, type WordSenses } from './word-senses.ts';

/** Words on a path that are spelled out; longer paths keep their ends. */
const MAX_PATH = 8;
/** How far complements of complements are followed. */
const COMPLEMENT_DEPTH = 3;
/** How many predicates above the lowest are named. */
const GOVERNORS = 4;

/** What the model knows of a question: words and relations between the parties, the predicates they hang on, the words around, and
 * what the frames make of it. Training and inference call this same function. */
export function pairFeatures(question: PairQuestion): FeatureList {
  const list = new FeatureList();
  const view = viewPair(question);
  list.add('bias');
  const reader = new PairReader(question, view, list);
  reader.parties();
  reader.path();
  reader.predicates();
  reader.windows();
  reader.bag();
  list.frames(() => {
    frameFeatures(question, list);
    reader.senses();
  });
  return list;
}

/** Reads one question into a list. */
class PairReader {
  readonly #view: PairView;
  readonly #list: FeatureList;
  readonly #tree: Tree;
  readonly #classes: NounClasses;
  readonly #question: PairQuestion;

  constructor(question: PairQuestion, view: PairView, list: FeatureList) {
    this.#question = question;
    this.#view = view;
    this.#list = list;
    this.#tree = question.drafted.context.tree;
    this.#classes = question.drafted.context.classes;
  }

  /** Who they are, and the nouns that stand for them ("the court's decision"). */
  parties(): void {
    const { source, target } = this.#view;
    const kinds = [source, target].map((party) => party?.entity?.kind ?? 'none');
    this.#list.add('kinds', ...kinds);
    for (const [name, party] of Object.entries({ s: source, t: target })) {
      if (!party) {
        this.#list.add(name, 'missing');
        continue;
      }
      const { entity, head, tokens } = party;
      if (entity) this.#list.add(name, 'kind', entity.kind, entity.sector ?? '');
      if (isName(head)) this.#list.add(name, 'name');
      else {
        this.#list.add(name, 'head', wordOf(head));
        for (const key of nounKeys(this.#tree, head)) {
          if (key.includes('_')) this.#list.add(name, 'head', key);
          for (const name2 of this.#classes.classesOf(key)) this.#list.add(name, 'class', name2);
        }
      }
      for (const index of tokens) {
        const token = this.#tree.token(index);
        if (index !== head.index && !isName(token) && isContent(token)) this.#list.add(name, 'inside', wordOf(token));
      }
    }
  }

  /** The way through the tree from one to the other. */
  path(): void {
    const { source, target } = this.#view;
    if (!source || !target || source.head.sentence !== target.head.sentence) return;
    const up = this.#tree.pathToRoot(source.head);
    const down = this.#tree.pathToRoot(target.head);
    const below = new Set(down.map(({ index }) => index));
    const meet = up.findIndex(({ index }) => below.has(index));
    const top = up[meet];
    if (!top) return;
    const climb = up.slice(0, meet);
    const descent = down
      .slice(
        0,
        down.findIndex(({ index }) => index === top.index),
      )
      .reverse();
    this.#pathSteps(climb, top, descent);
  }

  #pathSteps(climb: readonly Token[], top: Token, descent: readonly Token[]): void {
    const list = this.#list;
    const word = (token: Token) => this.#nameOf(token);
    const relations = [
      ...climb.map((token) => `^${baseRelation(token.deprel)}`),
      ...descent.map((token) => `v${token.deprel}${this.#caseOf(token)}`),
    ];
    list.add('path', ...relations.slice(0, MAX_PATH));
    list.add('top', word(top));
    list.add('top', word(top), relations[0] ?? '', relations.at(-1) ?? '');
    list.add('top', word(top), relations.at(-1) ?? '');
    const between = [...climb.slice(1), top, ...descent.slice(0, -1)];
    list.add('pathwords', ...between.slice(0, MAX_PATH).map(word));
    list.add('pathfull', ...between.slice(0, MAX_PATH).map(word), ...relations.slice(0, MAX_PATH));
    for (const token of between) {
      list.add('on', word(token));
      for (const name of this.#classesOf(token)) list.add('onclass', name);
    }
    for (const token of climb.slice(1)) list.add('climb', word(token), baseRelation(token.deprel));
    for (const token of descent) list.add('descend', word(token), token.deprel, this.#caseOf(token));
    for (const [index, token] of between.entries()) {
      const next = between[index + 1];
      if (next) list.add('on2', word(token), word(next));
    }
  }

  /** The predicates either party hangs on. */
  predicates(): void {
    const { source, target, sentence } = this.#view;
    const ofSource = source && this.#predicateAbove(source.head, source);
    const ofTarget = target && this.#predicateAbove(target.head, target);
    const root = sentence.find((token) => token.head < 0) ?? null;
    if (ofSource) this.#predicate('ps', ofSource, COMPLEMENT_DEPTH);
    if (ofTarget) this.#predicate('pt', ofTarget, COMPLEMENT_DEPTH);
    if (root && root !== ofSource && root !== ofTarget) this.#predicate('pr', root, 1);
    if (ofSource && ofTarget)
      this.#list.add('ps-pt', this.#nameOf(ofSource), ofSource === ofTarget ? '=' : this.#nameOf(ofTarget));
    if (ofSource) this.#governors('gs', ofSource);
    if (ofTarget) this.#governors('gt', ofTarget);
  }

  /** The lowest verb (else predicate) above a party, and outside it. */
  #predicateAbove(head: Token, party: PartyView): Token | null {
    for (const token of this.#tree.pathToRoot(head)) {
      if (party.tokens.has(token.index)) continue;
      if (this.#question.drafted.normaliser.isVerbal(token) || token.head < 0) return token;
    }
    return null;
  }

  #governors(name: string, predicate: Token): void {
    const above = this.#tree.pathToRoot(predicate).slice(1, 1 + GOVERNORS);
    for (const [index, token] of above.entries()) {
      this.#list.add(name, this.#nameOf(token));
      if (index === 0) this.#list.add(name, 'next', this.#nameOf(token), predicate.deprel, this.#nameOf(predicate));
    }
  }

  #predicate(name: string, token: Token, depth: number): void {
    const predicate = this.#question.drafted.normaliser.predicate(token);
    const key = predicate.particle ? `${predicate.lemma}+${predicate.particle}` : predicate.lemma;
    const names = name === 'ps' || name === 'pt' ? [name, 'p'] : [name];
    for (const each of names) this.#predicateWords(each, key, predicate);
    this.#roles(name, key, predicate);
    if (depth > 0) this.#complements(name, key, predicate, depth);
  }

  #predicateWords(name: string, key: string, predicate: Predicate): void {
    const list = this.#list;
    list.add(name, key);
    const mood = [predicate.negated ? 'not' : '', predicate.modal ?? '', predicate.conditional ? 'if' : ''].join(' ');
    if (mood !== '  ') {
      list.add(name, 'mood', mood);
      list.add(name, 'mood', mood, key);
    }
    if (predicate.negated) list.add(name, 'negated');
    if (predicate.modal) list.add(name, 'modal', predicate.modal);
    if (predicate.passive) list.add(name, 'passive', key);
    for (const { role, token } of predicate.arguments) {
      list.add(name, 'has', key, role);
      if (this.#isParty(token) !== null) continue;
      const word = this.#nameOf(token);
      list.add(name, role, word);
      list.add(name, key, role, word);
      for (const noun of nounKeys(this.#tree, token)) {
        if (noun.includes('_')) list.add(name, role, noun);
        for (const each of this.#classes.classesOf(noun)) {
          list.add(name, role, '@', each);
          list.add(name, key, role, '@', each);
        }
      }
    }
  }

  /** Where the parties stand among what a predicate takes. */
  #roles(name: string, key: string, predicate: Predicate): void {
    const roles = predicate.arguments.flatMap(({ role, token }) => {
      const party = this.#isParty(token);
      return party ? [`${party}=${role}`] : [];
    });
    this.#list.add(name, 'roles', ...roles);
    this.#list.add(name, 'roles', key, ...roles);
    for (const role of roles) this.#list.add(name, 'role', key, role);
    const target = this.#view.target?.entity?.kind;
    if (target) this.#list.add(name, 'targetkind', key, target);
    const source = this.#view.source?.entity?.kind;
    if (source) this.#list.add(name, 'sourcekind', key, source);
  }

  #complements(name: string, key: string, predicate: Predicate, depth: number): void {
    for (const { role, token } of predicate.arguments) {
      if (role !== 'xcomp' && role !== 'ccomp') continue;
      const inner = this.#question.drafted.normaliser.predicate(token);
      const innerKey = inner.particle ? `${inner.lemma}+${inner.particle}` : inner.lemma;
      this.#list.add(name, role, key, '>', innerKey);
      if (inner.modal) this.#list.add(name, role, key, 'modal', inner.modal);
      if (inner.negated) this.#list.add(name, role, key, 'not');
      this.#list.add('x', key, ...inner.arguments.map((each) => this.#isParty(each.token) ?? '').filter(Boolean));
      if (inner.modal) this.#list.add('x', 'modal', inner.modal, ...inner.arguments.flatMap((each) => this.#partyRole(each)));
      this.#predicateWords('x', innerKey, inner);
      if (depth > 1) this.#complements('xx', innerKey, inner, depth - 1);
    }
  }

  #partyRole({ role, token }: Predicate['arguments'][number]): readonly string[] {
    const party = this.#isParty(token);
    return party ? [`${party}=${role}`] : [];
  }

  /** What the lexicon says of the words the parties hang on, whether or not a frame fits here. */
  senses(): void {
    const { source, target, sentence } = this.#view;
    const ofSource = source && this.#predicateAbove(source.head, source);
    const ofTarget = target && this.#predicateAbove(target.head, target);
    if (ofSource) this.#predicateSenses('ps', ofSource);
    if (ofTarget) this.#predicateSenses('pt', ofTarget);
    if (source && target && source.head.sentence === target.head.sentence) this.#pathSenses(source, target);
    for (const token of sentence)
      if (this.#isParty(token) === null && isContent(token))
        this.#addSenses(sensesAt(token, this.#tree, this.#question.lexicon), 'sense', 'anywhere');
  }

  #predicateSenses(name: string, token: Token): void {
    const predicate = this.#question.drafted.normaliser.predicate(token);
    const senses = sensesOf(predicate.lemma, predicate.particle, this.#question.lexicon);
    const roles = predicate.arguments.flatMap((each) => this.#partyRole(each));
    const mood = [predicate.negated ? 'not' : '', predicate.modal ?? '', predicate.conditional ? 'if' : ''].join(' ');
    this.#addSenses(senses, 'sense', name);
    this.#addSenses(senses, 'sense', name, 'mood', mood);
    this.#addSenses(senses, 'sense', name, 'roles', ...roles);
    for (const { role, token: filler } of predicate.arguments) {
      if (this.#isParty(filler) !== null) continue;
      const inner = sensesAt(filler, this.#tree, this.#question.lexicon);
      this.#addSenses(inner, 'sense', name, role);
      this.#list.add('sense', name, role, senses.signature, '>', inner.signature);
    }
  }

  #pathSenses(source: PartyView, target: PartyView): void {
    const up = this.#tree.pathToRoot(source.head);
    const down = this.#tree.pathToRoot(target.head);
    const shared = new Set(up.filter((token) => down.includes(token)).slice(1));
    const between = [...up, ...down].filter((token) => !shared.has(token) && this.#isParty(token) === null);
    for (const token of new Set(between)) this.#addSenses(sensesAt(token, this.#tree, this.#question.lexicon), 'sense', 'on');
  }

  #addSenses({ all, signature }: WordSenses, ...where: readonly string[]): void {
    if (all.length === 0) return;
    this.#list.add(...where, 'all', signature);
    for (const sense of all) this.#list.add(...where, sense);
  }

  /** Words right before and after the parties. */
  windows(): void {
    const { source, target } = this.#view;
    for (const [name, party] of Object.entries({ s: source, t: target })) {
      if (!party) continue;
      const indices = [...party.tokens];
      const [first, last] = [Math.min(...indices), Math.max(...indices)];
      const after = [1, 2, 3].map((step) => this.#wordAt(last + step, party));
      const before = [1, 2, 3].map((step) => this.#wordAt(first - step, party));
      for (const [side, words] of Object.entries({ after, before })) {
        for (const [index, word] of words.entries()) {
          this.#list.add(name, side, word);
          this.#list.add(name, side, String(index), word);
        }
        this.#list.add(name, side, '2', words[0] ?? '', words[1] ?? '');
        this.#list.add(name, side, '3', ...words);
      }
    }
  }

  #wordAt(index: number, party: PartyView): string {
    const token = this.#question.doc.tokens[index];
    if (!token || token.sentence !== party.head.sentence) return '-';
    return this.#nameOf(token);
  }

  /** Words between the parties and elsewhere in the sentence. */
  bag(): void {
    const { source, target, sentence } = this.#view;
    if (!source) return;
    const ends = [source.head.index, target?.head.index ?? source.head.index];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    this.#list.add('order', String((target?.head.index ?? 0) > source.head.index), String(Math.min((to - from) >> 2, 6)));
    let last = '';
    for (const token of sentence) {
      const party = this.#isParty(token);
      const keep = party === null && !isName(token) && token.upos !== 'PUNCT' && token.upos !== 'DET' && token.upos !== 'NUM';
      if (!keep) continue;
      const word = wordOf(token);
      const between = token.index > from && token.index < to;
      this.#list.add(between ? 'between' : token.index < from ? 'left' : 'right', word);
      if (isContent(token)) this.#list.add('word', word);
      if (last !== '') this.#list.add('pair', last, word);
      last = word;
    }
  }

  #isParty(token: Token): 's' | 't' | null {
    if (this.#view.source?.tokens.has(token.index)) return 's';
    if (this.#view.target?.tokens.has(token.index)) return 't';
    return null;
  }

  #nameOf(token: Token): string {
    return this.#isParty(token) ?? (isName(token) ? `name:${this.#kindOf(token)}` : wordOf(token));
  }

  #kindOf(token: Token): string {
    const { parties } = this.#question.drafted.context;
    const id = parties.mentionAt(token)?.entities[0];
    return (id !== undefined && parties.entity(id)?.kind) || '';
  }

  #classesOf(token: Token): readonly string[] {
    return isName(token) ? [] : nounKeys(this.#tree, token).flatMap((key) => this.#classes.classesOf(key));
  }

  #caseOf(token: Token): string {
    const preposition = this.#tree.preposition(token);
    return preposition === '' ? '' : `:${preposition}`;
  }
}

function isName(token: Token): boolean {
  return token.upos === 'PROPN';
}

function isContent(token: Token): boolean {
  return token.upos === 'VERB' || token.upos === 'NOUN' || token.upos === 'ADJ' || token.upos === 'ADV';
}

function wordOf(token: Token): string {
  return token.upos === 'NUM' ? '#' : token.lemma.toLowerCase();
}
