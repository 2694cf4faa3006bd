import type { Mode } from '../../codebook/index.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { nounKeys, phraseHeads } from '../match/noun-phrase.ts';
import { type Draft, partyIds } from './draft.ts';

/** Lemmas that say by themselves that something came from the air. */
const FROM_THE_AIR =
  /^(?:air|aerial|airstrike|air_?raid|drone|jet|warplane|plane|aircraft|helicopter|gunship|strafe|carpet-bomb|dive-bomb)/;

/** Without what only an air force can do, where those who act are bands without aircraft or nobody is named: "a strike on the court", "the band
 * that bombed the port". Suicide bombers fly no bombers. */
export function withoutAerial(draft: Draft, modes: readonly Mode[], { tree, parties, classes }: MatchContext): readonly Mode[] {
  if (!modes.includes('aerial')) return modes;
  const { token, lemma } = draft.predicate;
  const beside = tree.children(token).map((child) => child.lemma.toLowerCase());
  if ([lemma, ...beside].some((word) => FROM_THE_AIR.test(word))) return modes;
  const actors = partyIds(draft.actors).map((id) => parties.entity(id));
  const isBand = actors.length > 0 && actors.every((actor) => actor !== null && BANDS.has(actor.sector ?? actor.kind));
  const isUnknown = actors.length === 0 && draft.predicate.kind === 'noun' && !flies(draft, { tree, classes });
  if (!isBand && !isUnknown) return modes;
  if (isBand && flies(draft, { tree, classes }) && !isBomber(draft)) return modes;
  const rest = modes.filter((mode) => mode !== 'aerial');
  return /^bomb/.test(lemma) && rest.length === 0 ? ['explosives'] : rest;
}

const BANDS: ReadonlySet<string> = new Set(['REB', 'UAF', 'PRM', 'CRM', 'armed-group']);

/** Whether one who acts is an aircraft. */
function flies(draft: Draft, { tree, classes }: Pick<MatchContext, 'tree' | 'classes'>): boolean {
  return draft.predicate.arguments
    .filter(({ role }) => role === 'subj' || role === 'by' || role === 'mod')
    .flatMap(({ token }) => phraseHeads(tree, token))
    .some((head) => nounKeys(tree, head).some((key) => classes.classesOf(key).includes('aircraft')));
}

function isBomber({ predicate }: Draft): boolean {
  return predicate.arguments.some(({ role, token }) => role === 'subj' && token.lemma.toLowerCase() === 'bomber');
}
