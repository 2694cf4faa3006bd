import { baseRelation, inZone, type Token } from '../../document/index.ts';
import type { ActorIndex, Meaning } from './actor-index.ts';
import { isDefinite, isPluralHead, isSubject } from './noun-phrase.ts';
import { partyOf } from './owners.ts';
import { type Party, personParty, stateParty } from './parties.ts';
import type { Scene } from './scene.ts';

/** What a known name that heads a noun phrase stands for; null where it is no party here (a capital that is only a place). */
export function readKnownName(scene: Scene, head: Token, meanings: readonly Meaning[]): { party: Party; basis: string } | null {
  for (const type of NAME_ORDER) {
    const meaning = type === 'person' ? inOffice(scene, meanings) : meanings.find((candidate) => candidate.type === type);
    const read = meaning ? readMeaning(scene, head, meaning) : null;
    if (read) return read;
  }
  return null;
}

/** Of several people of one name the one in office on the day of the report, else the one in office last. */
function inOffice({ published }: Scene, meanings: readonly Meaning[]): Meaning | undefined {
  const persons = meanings.filter((meaning) => meaning.type === 'person');
  if (persons.length < 2) return persons[0];
  const lastDay = (meaning: (typeof persons)[number]) => {
    const days = meaning.person.roles
      .filter(({ from }) => published === null || (from ?? '') <= published)
      .map(({ to }) => to ?? '9999-12-31');
    return days.sort().at(-1) ?? '';
  };
  return [...persons].sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1))[0];
}

const NAME_ORDER = [
  'state',
  'office',
  'organ',
  'actor',
  'person',
  'national',
  'people-adjective',
  'adjective',
  'capital',
] as const satisfies readonly Meaning['type'][];

function readMeaning(scene: Scene, head: Token, meaning: Meaning): { party: Party; basis: string } | null {
  switch (meaning.type) {
    case 'capital':
      return isMetonym(scene, head) ? { party: stateParty(scene.index, meaning.state), basis: 'capital' } : null;
    case 'national':
      return readNational(scene, head, meaning.state);
    case 'people-adjective':
    case 'adjective':
      return head.upos === 'ADJ' && head.deprel === 'amod' ? null : readAdjective(scene, head, meaning);
    case 'person':
      return { party: personParty(meaning.person, scene.published, isFormer(scene, head)), basis: 'person' };
    case 'state':
      return { party: partyOf(scene, meaning), basis: 'state' };
    case 'office':
      return { party: partyOf(scene, meaning), basis: 'office' };
    case 'organ':
      return { party: partyOf(scene, meaning), basis: 'named-organ' };
    case 'actor':
      return { party: partyOf(scene, meaning), basis: 'listed' };
  }
}

/** "the Americans" stands for the state, "Americans" for the people. */
function readNational(scene: Scene, head: Token, state: string): { party: Party; basis: string } | null {
  if (head.upos === 'ADJ' && (head.deprel === 'amod' || head.deprel === 'compound')) return null;
  const plural = isPluralHead(head) || PLURAL_BY_SOUND.test(head.form);
  const collective = isDefinite(scene.tree, head) && plural && scene.tree.childrenBy(head, 'amod', 'nummod').length === 0;
  if (collective) return { party: stateParty(scene.index, state), basis: 'the-nationals' };
  return { party: partyOf(scene, { type: 'national', state }), basis: 'nationals' };
}

/** Nouns for a people without a plural of their own: "the Swiss", "the Dutch". */
const PLURAL_BY_SOUND = /(ss|ch|sh|ese)$/;

/** "the French said": an adjective used as a noun. */
function readAdjective(
  scene: Scene,
  head: Token,
  meaning: Extract<Meaning, { type: 'adjective' | 'people-adjective' }>,
): { party: Party; basis: string } | null {
  const nominal = /^(nsubj|obj|iobj|obl|nmod|conj|root)/.test(head.deprel) && (isDefinite(scene.tree, head) || isSubject(head));
  if (!nominal) return null;
  return { party: partyOf(scene, meaning), basis: 'adjective-as-noun' };
}

function isFormer(scene: Scene, head: Token): boolean {
  const before = scene.forms.slice(Math.max(0, head.index - 6), head.index).join(' ');
  return /\bthen\b/i.test(before);
}

const RELATION_PREPOSITIONS = /^(with|between|against|toward|towards|by|from|to|on|for|of)$/;

function isActorNoun({ index, forms }: Scene, noun: Token): boolean {
  return index.nouns.findAt(forms, noun.index, Math.max(0, noun.index - 2), noun.index + 1) !== null;
}

/** "KABUL (Agency) -", "KABUL, May 3 -": a place name in front of the report. */
function isDateline({ doc }: Scene, head: Token): boolean {
  if (inZone(doc, head, 'dateline', 'byline', 'credit')) return true;
  return head.form === head.form.toUpperCase() && /^[(,—–-]/.test(doc.tokens[head.index + 1]?.form ?? '');
}

/** One deals "with" or "against" states, and gives "to" or demands "from" them; towns are where one goes "to" and comes "from". */
function isPartner(preposition: string, verb: string, index: ActorIndex): boolean {
  if (preposition === 'with' || preposition === 'against') return true;
  if (preposition === 'by' || preposition === 'between') return index.metonymVerbs.has(verb) || index.metonymObjects.has(verb);
  return /^(to|from|on|of|at)$/.test(preposition) && index.metonymObjects.has(verb);
}

/** Whether a capital stands for its state here: it speaks or acts, possesses a policy, or stands in a relation ("ties with X"). */
export function isMetonym(scene: Scene, head: Token): boolean {
  const { tree, index } = scene;
  const above = tree.head(head);
  if (!above || isDateline(scene, head)) return false;
  const preposition = tree.preposition(head);
  if (isSubject(head)) return preposition === '' && isDeed(scene, head, above);
  if (head.deprel === 'nmod:poss') return index.metonymNouns.has(above.lemma) || isActorNoun(scene, above);
  if (head.deprel === 'compound' && above.index > head.index) return false;
  if (head.deprel === 'conj') return isMetonym(scene, above);
  if (baseRelation(head.deprel) === 'nmod') return isRelation(scene, preposition, above);
  if (head.deprel === 'obl:agent') return true;
  if (baseRelation(head.deprel) === 'obl') return isPartner(preposition, above.lemma, index);
  return (head.deprel === 'obj' || head.deprel === 'iobj') && index.metonymObjects.has(above.lemma);
}

/** What a capital does that is nothing towns do; what is done to it only where it is done to states. */
function isDeed(scene: Scene, head: Token, above: Token): boolean {
  const { index, tree } = scene;
  const { lemma } = above;
  if (index.metonymVerbs.has(lemma)) return true;
  if (head.deprel === 'nsubj:pass') return index.metonymObjects.has(lemma);
  if (above.upos !== 'VERB') return false;
  return (
    !index.townVerbs.has(lemma) ||
    tree.childrenBy(above, 'conj').some((next) => !tree.childBy(next, 'nsubj') && isDeed(scene, head, next))
  );
}

/** What is done on the ground of a town or goes there and comes from there. */
const MOVES =
  /^(attack|raid|bombing|shelling|bombardment|offensive|invasion|occupation|airstrike|strike|march|arrest|visit|deployment|shipment|delivery|army|troop|soldier|plane|jet|tank|force|fleet|navy|missile|withdrawal|operation|campaign|incursion|conquest|seizure|clash|confrontation|deportation|expulsion|persecution)$/;

/** "ties with X", "an exchange between X and Y", "a protest by X". */
function isRelation({ index }: Scene, preposition: string, above: Token): boolean {
  if (!RELATION_PREPOSITIONS.test(preposition) || preposition === 'of') return false;
  if (preposition !== 'by' && preposition !== 'between' && MOVES.test(above.lemma)) return false;
  return index.metonymNouns.has(above.lemma);
}
