import { kebabCase } from '../../base/index.ts';
import { type Parsed, rangeSpan } from '../../document/index.ts';
import type { Gazetteer, GazetteerEntry } from '../../knowledge/index.ts';
import type { Mention, Place, PlaceMention } from '../resolved.ts';
import { type Candidate, CandidateIndex, findCandidates } from './candidates.ts';
import { type CountryEvidence, chooseSense } from './choose.ts';
import { lookRound, type Surroundings } from './surroundings.ts';

/** Places of a report and where it names them. */
export interface ResolvedPlaces {
  /** In text order; each has its head token, so that a coder can find it below a verb. */
  readonly placeMentions: readonly PlaceMention[];
  /** In order of first mention. */
  readonly places: readonly Place[];
}

interface Seen {
  readonly candidate: Candidate;
  readonly around: Surroundings;
}

/** Finds the places a report names and tells namesakes apart by size, by the countries the report is about and by places named
 * beside them. Where that leaves doubt the place has no coordinates; where it is doubtful that a place is meant at all, nothing
 * is given. A capital is a place only where something is located there: "Kabul said" names a government. Country names count
 * wherever they stand. */
export function resolvePlaces(parsed: Parsed, mentions: readonly Mention[], gazetteer: Gazetteer): ResolvedPlaces {
  const candidates = findCandidates(parsed, gazetteer);
  const index = new CandidateIndex(parsed, candidates);
  const seen = candidates
    .map((candidate) => ({ candidate, around: lookRound(parsed, candidate, gazetteer, index) }))
    .filter(({ around }) => !around.inLongerName);
  const knowledge = { evidence: countryEvidence(seen, mentions), gazetteer };
  const kin = kinOf(seen, knowledge);
  const places = new Map<string, Place>();
  const placeMentions: PlaceMention[] = [];
  for (const each of seen) {
    const place = placeOf(each, kin, knowledge, parsed);
    if (!place) continue;
    if (!places.has(place.id)) places.set(place.id, place);
    placeMentions.push(mentionOf(parsed, each.candidate, place.id));
  }
  return { placeMentions, places: [...places.values()] };
}

/** What senses are weighed with. */
interface Weighing {
  readonly evidence: CountryEvidence;
  readonly gazetteer: Gazetteer;
}

/** What a report tells of a name anywhere, by key. */
interface Kin {
  /** Names that stand in a place's place at least once. */
  readonly located: ReadonlySet<string>;
  /** Senses settled by a larger place beside the name ("Springfield, Illinois ... in Springfield"). */
  readonly senses: ReadonlyMap<string, GazetteerEntry>;
}

function kinOf(seen: readonly Seen[], { evidence, gazetteer }: Weighing): Kin {
  const located = new Set<string>();
  const senses = new Map<string, GazetteerEntry>();
  for (const { candidate, around } of seen) {
    if (around.locative || candidate.label === 'place') located.add(candidate.key);
    if (around.within.length === 0 || senses.has(candidate.key)) continue;
    const sense = chooseSense(candidate, around, evidence, gazetteer);
    if (sense) senses.set(candidate.key, sense);
  }
  return { located, senses };
}

function countryEvidence(seen: readonly Seen[], mentions: readonly Mention[]): CountryEvidence {
  const counts = new Map<string, number>();
  const add = (code: string) => counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { candidate } of seen) {
    const countries = new Set(candidate.entries.map(({ country }) => country));
    const [only] = countries;
    if (
      candidate.entries.some(({ kind }) => kind === 'country') ||
      (countries.size === 1 && candidate.entries.some(isWellKnown))
    )
      if (only) add(only);
  }
  for (const { entities } of mentions) for (const id of entities) if (/^[A-Z]{3}(?::|$)/.test(id)) add(id.slice(0, 3));
  return counts;
}

function isWellKnown({ supplement, capital }: GazetteerEntry): boolean {
  return supplement || capital;
}

function placeOf({ candidate, around }: Seen, kin: Kin, { evidence, gazetteer }: Weighing, doc: Parsed): Place | null {
  const isPlace = candidate.label === 'place' || around.locative;
  const settled = around.within.length === 0 ? kin.senses.get(candidate.key) : undefined;
  const sense = settled ?? chooseSense(candidate, around, evidence, gazetteer);
  if (!sense) return around.locative && isNameLike(candidate, gazetteer, doc) ? unlocated(candidate, doc) : null;
  if (sense.kind === 'country') return around.locative && !isAdjectival(candidate, doc) ? locatedPlace(sense) : null;
  if (sense.kind === 'area') return locatedPlace(sense);
  if (isSeat(candidate)) return around.locative ? locatedPlace(sense) : null;
  if (candidate.label === 'person' && !around.locative && !(sense.supplement && isPlacelike(candidate, doc))) return null;
  const needsCue = !sense.supplement || gazetteer.unsure.has(candidate.key);
  return isPlace || !needsCue || kin.located.has(candidate.key) ? locatedPlace(sense) : null;
}

/** "U.S. troops", "UK officials": abbreviations that stand for the adjective their country lacks. */
function isAdjectival({ range, key }: Candidate, doc: Parsed): boolean {
  if (!/^(?:u ?s|usa|u ?k|uae|u a e|u s a|drc)$/.test(key)) return false;
  const [own, next] = [doc.tokens[range.from], doc.tokens[range.to]];
  return next !== undefined && next.sentence === own?.sentence && /^(?:NN|JJ|HYPH|VBG)/.test(next.xpos) && next.form !== '-';
}

/** The capital of a country, or a city spoken of as its government. */
function isSeat({ entries }: Candidate): boolean {
  return entries.some(({ capital }) => capital);
}

/** Whether a name of our own list may be a place though the name finder took it for a person's: it has several words, or it does
 * not act. */
function isPlacelike(candidate: Candidate, doc: Parsed): boolean {
  const { from, to } = candidate.range;
  return to - from > 1 || /^(?:obj|obl|nmod|conj|appos)/.test(doc.tokens[headOf(doc, candidate.range)]?.deprel ?? '');
}

/** Whether an unlocated name is worth giving: not a common word, not a person, not before a noun ("Peruvian rice"), and held a
 * place by the name finder or the gazetteer. */
function isNameLike({ key, label, entries, range }: Candidate, gazetteer: Gazetteer, doc: Parsed): boolean {
  if (label === 'person' || label === 'organisation' || gazetteer.unsure.has(key)) return false;
  if (entries.length > 0) return entries.length > 1;
  const next = doc.tokens[range.to];
  return label === 'place' && !(next && /^NN/.test(next.xpos) && !gazetteer.cues.has(next.form.toLowerCase()));
}

function locatedPlace({ id, name, kind, precision, country, latitude, longitude }: GazetteerEntry): Place {
  return { id, name, kind, precision, country, latitude, longitude };
}

function unlocated(candidate: Candidate, doc: Parsed): Place {
  const { start, end } = rangeSpan(doc.tokens, candidate.range);
  const name = doc.text.slice(start, end);
  return {
    id: `text:${kebabCase(name)}`,
    name,
    kind: 'unknown',
    precision: null,
    country: null,
    latitude: null,
    longitude: null,
  };
}

function mentionOf(doc: Parsed, { range }: Candidate, place: string): PlaceMention {
  return { span: rangeSpan(doc.tokens, range), range, head: headOf(doc, range), place };
}

/** The token of a name whose head lies outside it, else its last. */
function headOf(doc: Parsed, { from, to }: { from: number; to: number }): number {
  for (let index = from; index < to; index++) {
    const token = doc.tokens[index];
    if (token && token.deprel !== '_' && token.deprel !== '' && (token.head < from || token.head >= to)) return index;
  }
  return to - 1;
}
