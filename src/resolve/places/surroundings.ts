import type { Parsed, Token } from '../../document/index.ts';
import { inZone, rangeSpan } from '../../document/index.ts';
import type { Gazetteer } from '../../knowledge/index.ts';
import type { Candidate, CandidateIndex } from './candidates.ts';

/** What stands round a name and speaks for or against a place. */
export interface Surroundings {
  /** Somebody or something is said to be there, come from or go there. */
  readonly locative: boolean;
  /** "X province": a division is meant; "the city of X": a town. */
  readonly wants: 'region' | 'city' | null;
  /** Keys of the larger places it is said to lie in ("Springfield, Illinois"). */
  readonly within: readonly string[];
  /** Key of the smaller place named before it ("Springfield, Illinois" seen from Illinois). */
  readonly holds: string | null;
  /** Part of a longer name: a person's, an organisation's, a newspaper's. */
  readonly inLongerName: boolean;
  /** First word of its sentence. */
  readonly first: boolean;
}

const COMPASS =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|old|greater|upper|lower|downtown|northeastern|northwestern|southeastern|southwestern|northeast|northwest|southeast|southwest)$/i;
const DATE_WORD =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|January|February|March|April|May|June|July|August|September|October|November|December)\.?$/;

/** Looks round a name. */
export function lookRound(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex): Surroundings {
  const { range } = candidate;
  const first = doc.tokens[range.from];
  const sentence = doc.sentences[first?.sentence ?? -1];
  const within = namesRound(doc, candidate, gazetteer, all);
  const holds = nameBefore(doc, candidate, gazetteer, all);
  const wants = wantedKind(doc, candidate, gazetteer);
  const locative =
    within.length > 0 ||
    wants !== null ||
    isLocative(doc, candidate, gazetteer, all) ||
    inZone(doc, rangeSpan(doc.tokens, range), 'dateline');
  return {
    locative,
    wants,
    within,
    holds,
    inLongerName: isInLongerName(doc, candidate, gazetteer, all),
    first: sentence?.from === range.from,
  };
}

function near(doc: Parsed, candidate: Candidate, offset: number): Token | undefined {
  const { from, to } = candidate.range;
  const token = doc.tokens[offset < 0 ? from + offset : to - 1 + offset];
  return token?.sentence === doc.tokens[from]?.sentence ? token : undefined;
}

function lower(token: Token | undefined): string {
  return token?.form.toLowerCase() ?? '';
}

/** Most words between a place and the larger one it is said to lie in ("Beni, a market town in the east of the country"). */
const REACH = 9;
/** What may stand between them. */
const BETWEEN =
  /^(?:in|of|on|the|a|an|its|capital|city|town|village|port|district|province|state|region|governorate|county|territory|part|centre|center|edge|coast|tip|corner|'s|’s)$/;

/** Larger places it is said to lie in: "Springfield, Illinois," "Dera, in Syria's south", "Beni, a town in eastern Congo", "Hyderabad in
 * Pakistan"; and the owner before it, "Pakistan's Hyderabad". */
function namesRound(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex): readonly string[] {
  const after = largerAfter(doc, candidate, gazetteer, all);
  const owner = /^['’]s$/.test(near(doc, candidate, -1)?.form ?? '') ? all.endingAt(candidate.range.from - 1) : null;
  return [after, owner].flatMap((found) => (found && isLarger(found) && found.key !== candidate.key ? [found.key] : []));
}

function largerAfter(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex): Candidate | null {
  let offset = 1;
  if (/^(?:city|region)$/.test(gazetteer.cues.get(lower(near(doc, candidate, offset))) ?? '')) offset++;
  const comma = near(doc, candidate, offset)?.form === ',';
  if (!comma && !(lower(near(doc, candidate, offset)) === 'in' && isSmall(candidate))) return null;
  for (offset++; offset <= REACH; offset++) {
    const token = near(doc, candidate, offset);
    const next = token ? all.startingAt(token.index) : null;
    if (next) return isLarger(next) && !(comma && isListMember(doc, candidate, next, all)) ? next : null;
    if (!token || !(BETWEEN.test(lower(token)) || COMPASS.test(token.form) || /^JJ/.test(token.xpos))) return null;
  }
  return null;
}

/** No country, and no wider area. */
function isSmall({ entries }: Candidate): boolean {
  return entries.length > 0 && entries.every(({ kind }) => kind !== 'country' && kind !== 'area');
}

function isLarger({ entries }: Candidate): boolean {
  return entries.some(({ kind }) => kind === 'country' || kind === 'region' || kind === 'area');
}

/** "in Iraq, Syria and Yemen": a list, and not a town in its country. */
function isListMember(doc: Parsed, candidate: Candidate, next: Candidate, all: CandidateIndex): boolean {
  if (candidate.entries.some(({ kind }) => kind === 'country')) return true;
  const after = doc.tokens[next.range.to];
  if (/^(?:and|or)$/.test(after?.form ?? '')) return all.startingAt(next.range.to + 1) !== null;
  return false;
}

function nameBefore(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex): string | null {
  if (near(doc, candidate, -1)?.form !== ',') return null;
  const noun = /^(?:city|region|site)$/.test(gazetteer.cues.get(lower(near(doc, candidate, -2))) ?? '') ? 1 : 0;
  return all.endingAt(candidate.range.from - 1 - noun)?.key ?? null;
}

/** Most words of an unknown town's name. */
const TOWN_NAME = 4;

/** "in Kurtunya, Mozambique": a country or division after a comma and a name that stands after a locative word. */
function closesAddress(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer): boolean {
  if (near(doc, candidate, -1)?.form !== ',' || !isLarger(candidate)) return false;
  for (let offset = -2; offset >= -2 - TOWN_NAME; offset--) {
    const token = near(doc, candidate, offset);
    if (!token) return false;
    if (offset < -2 && gazetteer.cues.get(lower(token)) === 'locative') return true;
    if (offset < -2 && /^VB/.test(token.xpos)) return isVerbOfPlaces(token, gazetteer);
    if (!/^\p{Lu}/u.test(token.form) && !/^(?:de|al|el|la|the|-|[a-z]+)$/.test(token.form)) return false;
  }
  return false;
}

function wantedKind(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer): 'region' | 'city' | null {
  const after = near(doc, candidate, 1);
  const cueAfter = gazetteer.cues.get(lower(after));
  if (cueAfter === 'region' && /^(?:NN|NNS|NNP|NNPS)$/.test(after?.xpos ?? '')) return 'region';
  if (cueAfter === 'city' && /^NNP?$/.test(after?.xpos ?? '')) return 'city';
  if (lower(near(doc, candidate, -1)) === 'of') {
    const cue = gazetteer.cues.get(lower(near(doc, candidate, -2)));
    if (cue === 'region' || cue === 'city') return cue;
  }
  return null;
}

function isLocative(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex, depth = 0): boolean {
  if (follows(doc, candidate, gazetteer)) return true;
  const after = near(doc, candidate, 1);
  if (/^(?:site|deed)$/.test(gazetteer.cues.get(lower(after)) ?? '') && /^NN/.test(after?.xpos ?? '')) return true;
  if (endsInSite(doc, candidate, gazetteer)) return true;
  if (/^[-–]$/.test(after?.form ?? '') && gazetteer.cues.get(lower(near(doc, candidate, 2))) === 'based') return true;
  if (/-based$/.test(doc.tokens[candidate.range.to - 1]?.form ?? '')) return true;
  if (closesAddress(doc, candidate, gazetteer)) return true;
  return isCapitalApposition(doc, candidate) || isLaterInList(doc, candidate, gazetteer, all, depth);
}

/** "seized", "attacked": what such a verb takes is a place where places are spoken of. */
function isVerbOfPlaces({ xpos, lemma }: Token, gazetteer: Gazetteer): boolean {
  return /^VB/.test(xpos) && /^(?:verb|deed)$/.test(gazetteer.cues.get(lemma.toLowerCase()) ?? '');
}

/** After a locative preposition, past "the" and words such as "northern"; not after "ties to", "talks with". */
function follows(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer): boolean {
  let offset = -1;
  while (
    offset > -4 &&
    /^(?:the|nearby|neighboring|neighbouring|war-torn|today|both)$/.test(lower(near(doc, candidate, offset)))
  )
    offset--;
  if (COMPASS.test(near(doc, candidate, offset)?.form ?? '')) offset--;
  const before = near(doc, candidate, offset);
  const word = lower(before);
  if (before && isVerbOfPlaces(before, gazetteer)) return true;
  if (word === 'of')
    return /^(?:north|south|east|west|outside|outskirts|border|borders|frontier|streets?|capital|centre|center|suburbs?|city|town|part|parts|edge|coast|siege|battle|control|capture|fall|bombing|bombardment|shelling|liberation|mayor|people|residents|citizens|governor)$/.test(
      lower(near(doc, candidate, offset - 1)),
    );
  if (gazetteer.cues.get(word) !== 'locative' || !/^(?:IN|TO|RB|VBG|RP)$/.test(before?.xpos ?? 'IN')) return false;
  return !/^(?:ties|links|loyal|loyalty|close|closer|opposed|opposition|pressure|according|relations|allegiance|message|threat|response|similar|support|due|relation|regard)$/.test(
    lower(near(doc, candidate, offset - 1)),
  );
}

/** "Kabul, the Afghan capital", "the capital, Kabul", "the capital Kabul". */
function isCapitalApposition(doc: Parsed, candidate: Candidate): boolean {
  if (near(doc, candidate, 1)?.form === ',')
    for (let offset = 2; offset <= 5; offset++)
      if (/^(?:capital|city|town|village)$/.test(lower(near(doc, candidate, offset)))) return true;
  const before = near(doc, candidate, -1)?.form === ',' ? -2 : -1;
  return /^(?:capital|city|town|village)$/.test(lower(near(doc, candidate, before)));
}

/** Most places of a list that share a preposition. */
const LIST = 8;

/** "in Aleppo, Homs and Hama": Homs and Hama share the preposition. */
function isLaterInList(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex, depth: number): boolean {
  const gap = /^(?:and|or|,)$/.test(lower(near(doc, candidate, -1))) ? (near(doc, candidate, -2)?.form === ',' ? 2 : 1) : 0;
  const before = gap > 0 && depth < LIST ? all.endingAt(candidate.range.from - gap) : null;
  return (
    before !== null &&
    doc.tokens[before.range.from]?.sentence === doc.tokens[candidate.range.from]?.sentence &&
    isLocative(doc, before, gazetteer, all, depth + 1)
  );
}

function isInLongerName(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex): boolean {
  const { label } = candidate;
  if (label === 'place') return false;
  const holder = label === null ? all.holder(candidate) : null;
  if (holder && (holder.label === 'person' || holder.label === 'organisation')) return true;
  return isJoinedBefore(doc, candidate) || isJoinedAfter(doc, candidate, gazetteer, all);
}

function isJoinedBefore(doc: Parsed, candidate: Candidate): boolean {
  const before = near(doc, candidate, -1);
  if (!before || !/^\p{Lu}/u.test(before.form) || !/^NNPS?$/.test(before.xpos)) return false;
  return !DATE_WORD.test(before.form) && !COMPASS.test(before.form);
}

/** Most words of a facility's name after its town's. */
const SITE_NAME = 4;

/** "Baghdad International Airport", "Aleppo Central Prison", "Helmand Province": capitals that end in a word for a place. */
function endsInSite(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer): boolean {
  let last: Token | undefined;
  for (let offset = 1; offset <= SITE_NAME; offset++) {
    const token = near(doc, candidate, offset);
    if (!token || !/^\p{Lu}/u.test(token.form) || !/^(?:NN|JJ)/.test(token.xpos)) break;
    last = token;
  }
  return /^(?:site|city|region)$/.test(gazetteer.cues.get(lower(last)) ?? '');
}

function isJoinedAfter(doc: Parsed, candidate: Candidate, gazetteer: Gazetteer, all: CandidateIndex): boolean {
  const after = near(doc, candidate, 1);
  if (!after || !/^\p{Lu}/u.test(after.form) || !/^NNPS?$/.test(after.xpos) || DATE_WORD.test(after.form)) return false;
  if (endsInSite(doc, candidate, gazetteer)) return false;
  const next = all.startingAt(candidate.range.to);
  return !next?.entries.some(({ kind }) => kind === 'country');
}
