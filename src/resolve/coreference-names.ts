import type { Token } from '../document/index.ts';
import { isDefinite } from './actors/noun-phrase.ts';
import type { Party } from './actors/parties.ts';
import { singular } from './actors/pieces.ts';
import type { Scene } from './actors/scene.ts';
import { isNarrowed } from './coreference-descriptions.ts';
import type { Story } from './coreference-story.ts';

/** How far back a name may be called by its last noun, in sentences. */
const REACH = 12;
/** How near one of several names of the same noun must be to be the one meant, in sentences. */
const NEAR = 1;

/** Nouns that fit any group, and nouns a state has one of: "the army" is the state's, whatever groups call themselves one. */
const TOO_WIDE =
  /^(group|organi[sz]ation|army|guard|congress|parliament|police|force|command|authority|navy|news|time|post|mosque|hospital|school|project|initiative)$/;

/** "the front" after "the Red Valley Front", "the brigades" after "the Orange Brigades": the group told before whose name holds the
 * noun; nobody where two of them do. */
export function namedByNoun(scene: Scene, token: Token, story: Story): readonly Party[] {
  if (
    token.upos !== 'NOUN' ||
    /^\p{Lu}/u.test(token.form) ||
    !isDefinite(scene.tree, token) ||
    scene.tree.childBy(token, 'nmod:poss')
  )
    return [];
  const noun = singular(token.form.toLowerCase());
  if (TOO_WIDE.test(noun) || isNarrowed(scene.tree, token) || isOtherOne(scene, token)) return [];
  if (!scene.index.nameNouns.has(noun) && !scene.index.nameNouns.has(token.form.toLowerCase())) return [];
  const found = story.recent(token.sentence, REACH).filter(({ form, parties }) => form === 'name' && isCalled(parties, noun));
  const near = found.filter(({ sentence }) => sentence >= token.sentence - NEAR);
  return onlyParty(found) ?? onlyParty(near) ?? [];
}

/** "the rival front", "the Legislative council": told apart by what stands before the noun. */
function isOtherOne({ tree }: Scene, token: Token): boolean {
  return tree
    .childrenBy(token, 'amod', 'compound')
    .some(({ form }) => /^(\p{Lu}|(?:other|rival|new|second|third|former|smaller|larger|opposing|local)$)/u.test(form));
}

function isCalled([party, second]: readonly Party[], noun: string): boolean {
  if (!party || second || !/^(armed-group|organisation|media)$/.test(party.kind)) return false;
  const words = party.name.split(/[\s-]+/);
  return words.length > 1 && words.some((word) => singular(word.toLowerCase()) === noun);
}

function onlyParty(told: readonly { readonly parties: readonly Party[] }[]): readonly Party[] | null {
  const [first] = told;
  return first && told.every(({ parties }) => parties[0]?.id === first.parties[0]?.id) ? first.parties : null;
}
