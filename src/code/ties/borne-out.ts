import type { TieDraft, TieReading } from './ends.ts';

/** Words for those who lead a state itself. */
const HEADS_OF_STATE =
  /^(?:president|vice_president|prime_minister|premier|chancellor|king|queen|emir|sultan|shah|monarch|ayatollah|supreme_leader|leader|ruler|strongman|dictator|presidency|administration|cabinet|government|junta|regime|rule|ruled|govern|lead|led|head|run|dominated|controlled|caliph)$/;
/** What somebody leads that is named after a state and is not it. */
const PARTS_OF_STATE =
  /^(?:side|team|delegation|effort|mission|talks|wing|contingent|attack|offensive|investigation|inquiry|group)$/;

/** Whether the words bear a tie out between such parties: a state is led by its head and not by a chief of its army, it is based nowhere, and
 * nobody is a member of a person. */
export function isBorneOut({ entities, tree }: TieReading, { from, to, pattern, tokens }: TieDraft): boolean {
  const [holder, other] = [entities.get(from), entities.get(to)];
  if (pattern.kind === 'based-in') return holder?.kind !== 'state' && holder?.kind !== 'government';
  if (pattern.kind === 'member' && holder?.kind === 'person') return other?.kind !== 'person';
  if (pattern.kind !== 'leads' || other?.kind !== 'state') return true;
  if (!HEADS_OF_STATE.test(pattern.word)) return false;
  const owner = tree.token(tokens[1] ?? 0);
  const led = owner.deprel === 'amod' || owner.deprel === 'compound' || owner.deprel === 'nmod:poss' ? tree.head(owner) : null;
  return !(pattern.shape === 'verb' && led && led.index !== tokens[0] && PARTS_OF_STATE.test(led.lemma.toLowerCase()));
}
