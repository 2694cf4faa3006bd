import { foldName } from '../../base/index.ts';
import type { Parsed, Token } from '../../document/index.ts';
import type { ActorIndex, Meaning } from './actor-index.ts';
import type { AliasMatch } from './alias-index.ts';

/** Parts of a name between given name and surname. */
const PARTICLE = /^(al|el|bin|ibn|ben|de|da|di|van|von|der|[-–.])$/i;
/** Words that stand before a surname without being a given name. */
const DAY_OR_MONTH =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/i;
/** Longest given name, in tokens. */
const MAX_GIVEN = 3;

/** Where the name of somebody else begins who only shares a listed person's surname: "Mark Karzai" is not Hamid Karzai. Null where
 * the surname stands alone, behind a title, or behind a spelling or initial of the listed person's own given name. */
export function otherPersonAt(
  doc: Parsed,
  index: ActorIndex,
  match: AliasMatch<Meaning>,
  isKnown: (token: number) => boolean,
): number | null {
  const persons = match.meanings.filter((meaning) => meaning.type === 'person');
  if (persons.length === 0 || persons.length < match.meanings.length || match.to - match.from > 1) return null;
  const sentence = doc.sentences[doc.tokens[match.from]?.sentence ?? 0];
  let from = match.from;
  for (let at = match.from - 1; at >= (sentence?.from ?? 0) && match.from - at <= MAX_GIVEN; at--) {
    const token = doc.tokens[at];
    if (!token) break;
    if (PARTICLE.test(token.form)) continue;
    if (isKnown(at) || !isGivenName(index, token)) break;
    from = at;
  }
  if (from === match.from) return null;
  const given = doc.tokens.slice(from, match.from).map(({ form }) => form);
  return persons.some(({ person }) => [person.name, ...person.names].some((name) => shares(given, name))) ? null : from;
}

function isGivenName(index: ActorIndex, { form, upos }: Token): boolean {
  if (upos !== 'PROPN' || !/^\p{Lu}[\p{Ll}’'.]/u.test(form) || DAY_OR_MONTH.test(form)) return false;
  return index.nouns.findAt([form], 0, 0, 1) === null && index.humanNoun(form.toLowerCase()) === null;
}

/** Whether a word before the surname is one of a listed name, its initial, or the same but for vowels and doubled letters. */
function shares(given: readonly string[], name: string): boolean {
  const words = name.split(/[\s-]+/).slice(0, -1);
  return given.some((word) =>
    words.some((own) => {
      if (word.replace('.', '').length === 1) return foldName(own).startsWith(foldName(word.replace('.', '')));
      return skeleton(own) === skeleton(word);
    }),
  );
}

function skeleton(word: string): string {
  return foldName(word)
    .replace(/[^a-z]/g, '')
    .replace(/(?!^)[aeiouyw]/g, '')
    .replace(/(.)\1+/g, '$1');
}
