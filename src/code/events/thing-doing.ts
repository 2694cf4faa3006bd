import type { Token } from '../../document/index.ts';
import type { MatchContext } from '../match/match-frames.ts';
import { nounKeys } from '../match/noun-phrase.ts';
import type { Draft } from './draft.ts';

/** Classes of things through which somebody acts: "rockets hit the port", "the offensive destroyed the town". */
const INSTRUMENTS: ReadonlySet<string> = new Set([
  'weapon',
  'heavy_weapon',
  'explosive',
  'aircraft',
  'vehicle',
  'ship',
  'attack',
  'violence',
  'war',
  'fighting',
  'operation',
  'exercise',
  'resolution',
  'law',
  'decision',
  'policy',
  'protest_noun',
  'strike_labour',
  'money',
  'meeting',
  'agreement',
  'restriction',
  'sanctions_noun',
]);

/** Classes of people and bodies: doers even where nobody could say who they are. */
const DOERS: ReadonlySet<string> = new Set([
  'person',
  'official',
  'leader',
  'diplomat',
  'troops',
  'police',
  'armed_group',
  'protester',
  'worker',
  'student',
  'journalist',
  'prisoner',
  'hostage',
  'refugee',
  'court',
  'legislature',
  'government',
  'ministry',
  'company',
  'media',
  'civilian',
  'country',
  'needy_people',
  'peacekeeping',
]);

/** What people write or show: it hits nobody, whoever's it is. */
const WRITINGS =
  /^(?:memoir|book|novel|article|editorial|column|essay|film|documentary|play|poem|song|speech|report|letter|study|paper|cartoon|exhibition)s?$/;

/** Whether a verb of force has a thing for its subject that nobody acts through: storms kill, ivy invades, prices hit. */
export function isThingDoing(draft: Draft, context: MatchContext): boolean {
  if (draft.predicate.kind !== 'verb' || draft.predicate.passive || draft.actors.some(({ within }) => !within)) return false;
  const subjects = draft.predicate.arguments.filter((argument) => argument.role === 'subj').map((argument) => argument.token);
  if (draft.actors.length > 0)
    return draft.type === 'ASSAULT' && subjects.length > 0 && subjects.every(({ lemma }) => WRITINGS.test(lemma.toLowerCase()));
  return subjects.length > 0 && subjects.every((subject) => isThing(subject, context));
}

function isThing(subject: Token, context: MatchContext): boolean {
  if (subject.upos !== 'NOUN') return false;
  return !nounKeys(context.tree, subject).some((key) =>
    context.classes.classesOf(key).some((name) => INSTRUMENTS.has(name) || DOERS.has(name)),
  );
}
