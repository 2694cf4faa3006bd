import type { ActorKind, Sector } from '../../codebook/index.ts';
import type { NounClasses } from '../../knowledge/index.ts';
import type { HumanNoun } from './actor-index.ts';

/** Noun classes whose words name people or bodies, the telling ones first, with kind and sector. */
const HUMAN_CLASSES: readonly (readonly [name: string, kind: ActorKind, sector: Sector | null])[] = [
  ['police', 'police', 'COP'],
  ['troops', 'military', 'MIL'],
  ['armed_group', 'armed-group', 'REB'],
  ['court', 'government', 'JUD'],
  ['legislature', 'government', 'LEG'],
  ['ministry', 'government', 'GOV'],
  ['government', 'government', 'GOV'],
  ['journalist', 'people', 'JRN'],
  ['media', 'media', 'JRN'],
  ['refugee', 'people', 'REF'],
  ['student', 'people', 'EDU'],
  ['worker', 'people', 'LAB'],
  ['company', 'organisation', 'BUS'],
  ['diplomat', 'people', 'GOV'],
  ['official', 'people', 'GOV'],
  ['protester', 'people', 'CVL'],
  ['hostage', 'people', 'CVL'],
  ['prisoner', 'people', 'CVL'],
  ['needy_people', 'people', 'CVL'],
  ['civilian', 'people', 'CVL'],
  ['leader', 'people', null],
  ['person', 'people', null],
];

const NAMES_PEOPLE: ReadonlySet<string> = new Set([
  ...HUMAN_CLASSES.map(([name]) => name),
  'name_bad',
  'name_good',
  'inspector',
  'office_post',
]);

/** Looks nouns up in the noun classes; words that also name something else ("front", "state") are left out. */
export function humanNounsOf(classes: NounClasses): (lemma: string) => HumanNoun | null {
  const known = HUMAN_CLASSES.filter(([name]) => classes.has(name));
  return (lemma) => {
    const found = classes.classesOf(lemma);
    if (found.some((name) => !NAMES_PEOPLE.has(name))) return null;
    const fitting = known.find(([name]) => found.includes(name));
    return fitting ? { kind: fitting[1], sector: fitting[2] } : null;
  };
}
