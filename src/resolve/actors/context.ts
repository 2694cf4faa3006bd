import { baseRelation, inZone, type Token } from '../../document/index.ts';
import { isSubject } from './noun-phrase.ts';
import { countryOf, isStateCode } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** Where states come up in a document, for nouns nobody owns: "the army", "villagers". */
export interface StateContext {
  /** The one state the document is about, where it is clearly one. */
  readonly main: string | null;
  /** The state whose actors are spoken of round a token, places left aside; null where unsure. */
  byActors(token: number): string | null;
  /** The state a bare noun at a token most likely belongs to; null where unsure. `organ`: an organ of state, which acts and is
   * spoken of across sentences; else people, who belong where the sentence is. */
  near(token: number, organ: boolean): string | null;
}

/** How many times as often as the next the main state must come up. */
const CLEAR_LEAD = 2;
/** How many sentences back a lone state still counts for an organ, in a document about no one state. */
const REACH = 4;

interface Seen {
  readonly at: number;
  /** `group`: an armed group of that country; `place`: only something lies there. */
  readonly how: 'actor' | 'group' | 'place';
  readonly country: string;
  readonly subject: boolean;
}

/** Counts the states of a document by what was read without context. */
export function stateContext(scene: Scene, readings: readonly Reading[]): StateContext {
  const counts = new Map<string, number>();
  const bySentence: Seen[][] = scene.doc.sentences.map(() => []);
  const count = (at: number, country: string | null, how: 'actor' | 'group' | 'place') => {
    const token = scene.doc.tokens[at];
    if (!token || !isStateCode(country)) return;
    counts.set(country, (counts.get(country) ?? 0) + 1);
    bySentence[token.sentence]?.push({ at, country, subject: isSubject(token), how });
  };
  for (const { head, parties } of readings)
    for (const party of parties) count(head, countryOf(party), party.kind === 'armed-group' ? 'group' : 'actor');
  for (const [at, match] of scene.matchAt.entries()) {
    const capital = match?.from === at ? match.meanings.find(({ type }) => type === 'capital') : undefined;
    if (capital?.type === 'capital') count(at, capital.state, 'place');
  }
  for (const [at, place] of scene.placeAt.entries()) if (place?.from === at) count(at, place.country, 'place');
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const main = first && (!second || first[1] >= CLEAR_LEAD * second[1]) ? first[0] : null;
  const home = homeState(scene);
  const byActors = (token: number, organ: boolean) => {
    if (organ && home && counts.has(home) && isInstitution(scene, token)) return home;
    const others = organ ? statesDealtWith(scene, bySentence, token) : NONE;
    const isOther = ({ country }: Seen) => !others.has(country);
    const near = nearState(scene, bySentence, token, organ, 0, isOther);
    if (near) return near;
    if (others.size > 0 && home && !others.has(home)) return home;
    if (main && !others.has(main)) return main;
    return nearState(scene, bySentence, token, organ, REACH, isOther);
  };
  return {
    main,
    byActors: (token) => byActors(token, true),
    near: (token, organ) => {
      const state = byActors(token, organ);
      if (state || !organ) return state;
      const place = placeBefore(scene, bySentence, token);
      return place && statesDealtWith(scene, bySentence, token).has(place) ? null : place;
    },
  };
}

function nearState(
  scene: Scene,
  bySentence: readonly (readonly Seen[])[],
  token: number,
  organ: boolean,
  reach: number,
  counts: (seen: Seen) => boolean,
): string | null {
  const sentence = scene.doc.tokens[token]?.sentence ?? 0;
  if (!organ) return only((bySentence[sentence] ?? []).filter((seen) => seen.how !== 'group' && counts(seen)));
  for (let back = 0; back <= reach; back++) {
    const seen = (bySentence[sentence - back] ?? []).filter(counts);
    const actors = seen.filter(({ how }) => how === 'actor');
    if (actors.length > 0) return only(actors) ?? only(actors.filter(({ subject }) => subject));
    const groups = only(seen.filter(({ how }) => how === 'group'));
    if (groups) return groups;
  }
  return null;
}

const NONE: ReadonlySet<string> = new Set();

/** The state of the date line: where the report was written, and whose organs are named there without their country. */
function homeState({ doc, index, matchAt, forms }: Scene): string | null {
  for (const token of doc.tokens) {
    if (!inZone(doc, token, 'dateline')) continue;
    const capital = matchAt[token.index]?.meanings.find(({ type }) => type === 'capital' || type === 'state');
    if (capital?.type === 'capital' || capital?.type === 'state') return capital.state;
    const form = forms[token.index] ?? '';
    const country = /^\p{Lu}/u.test(form) ? index.countryOf(form.charAt(0) + form.slice(1).toLowerCase()) : null;
    if (country) return country;
  }
  return null;
}

/** "the Department of Foreign Affairs", all in capitals: who writes so without a country means the home state's own. */
function isInstitution({ tree, forms }: Scene, at: number): boolean {
  const head = tree.token(at);
  if (!isCapital(head.form) || !/^the$/i.test(forms[tree.subtreeRange(head).from] ?? '')) return false;
  const ofPhrase = tree.childrenBy(head, 'nmod').some((noun) => tree.preposition(noun) === 'of' && isCapital(noun.form));
  const before = forms[at - 1] ?? '';
  return ofPhrase || isCapital(before);
}

function isCapital(form: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(form) && !/^The$/.test(form);
}

/** Prepositions before whom one deals with. */
const DEALT_WITH = /^(?:with|to|on|against|from)$/;

/** States an organ deals with, and which are therefore not its own. */
function statesDealtWith(scene: Scene, bySentence: readonly (readonly Seen[])[], at: number): ReadonlySet<string> {
  const token = scene.doc.tokens[at];
  if (!token) return NONE;
  const seen = bySentence[token.sentence] ?? [];
  const within = (tokens: readonly Token[]) => {
    const ranges = tokens.map((each) => scene.tree.subtreeRange(each));
    const isIn = (other: number) => ranges.some(({ from, to }) => from <= other && other < to);
    return seen.filter(({ at: other, how }) => how !== 'group' && other !== at && isIn(other)).map(({ country }) => country);
  };
  return new Set([...within(dealtWith(scene, token)), ...within(helpers(scene, token)), ...actingStates(scene, seen, token)]);
}

/** "The ministry summoned Ruritania's envoy" is not Ruritania's own ministry. */
function dealtWith({ tree, index }: Scene, token: Token): readonly Token[] {
  const verb = isSubject(token) ? tree.head(token) : null;
  if (!verb || !index.envoyVerbs.has(verb.lemma)) return [];
  return tree.children(verb).filter((child) => {
    const relation = baseRelation(child.deprel);
    return /^(obj|iobj)$/.test(relation) || (relation === 'obl' && DEALT_WITH.test(tree.preposition(child)));
  });
}

/** "police backed by officers from Ruritania" are not Ruritania's. */
function helpers({ tree }: Scene, token: Token): readonly Token[] {
  return tree
    .childrenBy(token, 'acl')
    .filter(({ lemma, xpos }) => xpos === 'VBN' && HELPING.test(lemma))
    .flatMap((clause) => tree.childrenBy(clause, 'obl:agent', 'obl'));
}

const HELPING = /^(?:back|support|assist|help|aid|arm|train|fund|advise)$/;
/** What a state does to the forces of others, or between them and others. */
const MEDDLING =
  /^(?:back|support|arm|fund|finance|train|aid|assist|help|broker|mediate|accuse|blame|condemn|denounce|urge|pressure|warn|threaten|criticise|criticize|praise|recognise|recognize|supply|embolden|sanction|press)$/;

/** "Ruritania brokered a truce between the junta and the rebels": a state that meddles by its name has to do with another's army. */
function actingStates({ tree }: Scene, seen: readonly Seen[], token: Token): readonly string[] {
  for (const verb of tree.pathToRoot(token).slice(1)) {
    if (!MEDDLING.test(verb.lemma) || isSubject(token)) continue;
    const described = verb.deprel === 'acl:relcl' ? verb.head : -1;
    const acts = ({ at, subject }: Seen) => at === described || (subject && tree.token(at).head === verb.index);
    const named = seen.filter((each) => each.how === 'actor' && acts(each));
    if (named.length > 0) return named.map(({ country }) => country);
  }
  return [];
}

/** The lone state whose places are spoken of in the sentence of an organ or the one before. */
function placeBefore(scene: Scene, bySentence: readonly (readonly Seen[])[], token: number): string | null {
  const sentence = scene.doc.tokens[token]?.sentence ?? 0;
  return only(bySentence[sentence] ?? []) ?? only(bySentence[sentence - 1] ?? []);
}

function only(seen: readonly Seen[]): string | null {
  const countries = new Set(seen.map(({ country }) => country));
  const [first] = countries;
  return countries.size === 1 && first !== undefined ? first : null;
}
