import type { Token } from '../../document/index.ts';
import type { Party } from './parties.ts';
import type { Reading } from './reading.ts';
import type { Scene } from './scene.ts';

/** How many readings away a title or an apposition may stand from its name. */
const REACH = 6;

/** A description in apposition to a name is that name: "X, a spokesman for the ministry", "the group's leader, Y". */
export function joinAppositions(scene: Scene, readings: readonly Reading[]): readonly Reading[] {
  const byHead = new Map(readings.map((reading) => [reading.head, reading]));
  return readings.map((reading, index) => {
    const near = readings.slice(Math.max(0, index - REACH), index + REACH + 1);
    const token = scene.doc.tokens[reading.head];
    if (!token || reading.form !== 'description') return reading;
    const titled = near.find((other) => isTitleOf(reading, other));
    if (titled) return { ...reading, parties: titled.parties, basis: 'title', noun: null };
    const above = token.deprel === 'appos' ? byHead.get(token.head) : undefined;
    const below = scene.tree.childrenBy(token, 'appos').map((child) => byHead.get(child.index));
    const beside = near.filter((other) => isBeside(scene, token, reading, other));
    const name = [above, ...below, ...beside].find((other) => other?.form === 'name' && canBe(other.parties[0], reading));
    return name ? { ...reading, parties: name.parties, basis: 'apposition', noun: null } : reading;
  });
}

/** A role noun inside the span of a person's name is that person's title. */
function isTitleOf({ head, noun }: Reading, name: Reading): boolean {
  if (noun?.role == null || name.form !== 'name' || name.parties[0]?.kind !== 'person' || name.head === head) return false;
  return name.range.from <= head && head < name.range.to;
}

/** Longest "for the ministry" between a role and the comma behind it, in tokens. */
const PHRASE_REACH = 8;

function isCommaBetween(scene: Scene, from: number, to: number): boolean {
  if (to <= from || to - from > PHRASE_REACH || scene.forms[to - 1] !== ',') return false;
  return scene.doc.tokens.slice(from, to - 1).every(({ upos }) => /^(ADP|DET|NOUN|PROPN|ADJ)$/.test(upos));
}

/** A name and a description with nothing but a comma between them, which the tree took for two parts of one clause; a role
 * beside a person's name between commas whatever the tree says. */
function isBeside(scene: Scene, token: Token, reading: Reading, other: Reading): boolean {
  const name = scene.doc.tokens[other.head];
  const [first, second] = reading.head < other.head ? [reading, other] : [other, reading];
  if (name && first === reading && second.range.from === first.range.to) return reading.noun?.organ != null;
  if (!name || !isCommaBetween(scene, first.range.to, second.range.from)) return false;
  if (name.head === token.head && name.deprel === token.deprel) return true;
  const isPerson = other.parties[0]?.kind === 'person' && reading.noun?.role != null;
  return isPerson && (first === other || scene.forms[second.range.to] === ',');
}

/** A person is described by a role, a group by a group noun; a state is not described by either. */
function canBe(party: Party | undefined, { noun }: Reading): boolean {
  if (!party || !noun || noun.plural) return false;
  if (party.kind === 'person') return noun.role !== null || noun.organ !== null;
  if (party.kind === 'state') return false;
  return noun.organ !== null && noun.role === null;
}
