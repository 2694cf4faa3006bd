import type { Token } from '../document/index.ts';
import type { Party } from './actors/parties.ts';
import type { Scene } from './actors/scene.ts';
import type { Story } from './coreference-story.ts';

/** How far back the two may have been named, in sentences. */
const REACH = 2;

/** "The former ... the latter ...": the first and the second of exactly two parties named in one sentence; null for the adjective
 * ("the former minister") and where there are not two. */
export function formerOrLatter(scene: Scene, token: Token, story: Story): Party | null {
  const word = token.form.toLowerCase();
  if ((word !== 'former' && word !== 'latter') || !/^the$/i.test(scene.forms[token.index - 1] ?? '')) return null;
  const next = scene.doc.tokens[token.index + 1];
  if (next && /^(NOUN|PROPN|ADJ|NUM)$/.test(next.upos) && next.sentence === token.sentence) return null;
  for (let back = 0; back <= REACH; back++) {
    const there = story
      .recent(token.sentence - back, 0)
      .filter(({ sentence, form }) => sentence === token.sentence - back && (form === 'name' || form === 'description'));
    const parties = new Map(
      [...there].reverse().flatMap(({ parties: told }) => told.map((party) => [party.id, party] as const)),
    );
    const [first, second] = parties.values();
    if (first && second) return parties.size === 2 ? (word === 'former' ? first : second) : null;
  }
  return null;
}
