import { baseRelation, type Token } from '../../document/index.ts';
import type { EntityId } from '../../resolve/index.ts';
import { clauseContent } from './clause-content.ts';
import { splitCondition } from './condition.ts';
import { coverQuotations, startsForeign, trimContent } from './content.ts';
import type { Found } from './found.ts';
import {
  agentOf,
  isIntended,
  isNegated,
  isPassive,
  isUnreal,
  isVerbal,
  objectOf,
  prepositional,
  verbLemmas,
} from './grammar.ts';
import type { Cue } from './lexicon.ts';
import {
  addressedInfinitive,
  gerundContent,
  infinitiveContent,
  objectAs,
  objectContent,
  objectPredicate,
  objectPrepositional,
  prepositionalContent,
} from './other-content.ts';
import { findQuoted } from './quoted-content.ts';
import { type Draft, mentionOf, quotationAround, type Reading } from './reading.ts';
import { issuerOf, readSpeaker, type Speaker } from './speaker.ts';
import { refineStance } from './stance.ts';

/** Verbs that attribute: one claim (two with a quotation on either side) for each verb the lexicon knows. */
export function verbCues(reading: Reading): readonly Draft[] {
  return reading.doc.tokens.flatMap((token) => (isCueVerb(token) ? readVerb(reading, token) : []));
}

function isCueVerb(token: Token): boolean {
  return isVerbal(token) && !['amod', 'compound', 'aux', 'case', 'det'].includes(baseRelation(token.deprel));
}

function readVerb(reading: Reading, verb: Token): readonly Draft[] {
  for (const lemma of verbLemmas(reading.tree, verb)) {
    const cues = reading.lexicon.verbs.get(lemma);
    if (!cues) continue;
    const hit = bestHit(reading, verb, cues);
    if (hit) return draftsOf(reading, verb, hit.cue, hit.found, hit.rule, lemma.includes('+'));
    if (lemma.includes('+')) return [];
  }
  return [];
}

interface Hit {
  readonly cue: Cue;
  readonly found: Found;
  readonly rule: string;
}

/** The fullest construction wins: an addressed infinitive before an object, a clause before a prepositional phrase. */
const CONSTRUCTION_ORDER = [
  'obj-to',
  'on-to',
  'upon-to',
  'to-to',
  'with-to',
  'obj-pred',
  'obj-as',
  'clause',
  'to',
  'ing',
  'quote',
];

function rank(construction: string): number {
  const place = CONSTRUCTION_ORDER.indexOf(construction);
  if (place >= 0) return place;
  if (construction === 'obj') return 100;
  return construction.startsWith('obj-') ? 50 : 60;
}

function bestHit(reading: Reading, verb: Token, cues: readonly Cue[]): Hit | null {
  const options = cues.flatMap((cue) => cue.contents.map((construction) => ({ cue, construction })));
  options.sort((a, b) => rank(a.construction) - rank(b.construction) || b.cue.conditions.length - a.cue.conditions.length);
  for (const { cue, construction } of options) {
    if (!conditionsHold(reading, verb, cue)) continue;
    const found = readConstruction(reading, verb, construction);
    if (found) return { cue, found, rule: `${cue.lemma}/${construction}` };
  }
  return null;
}

function readConstruction(reading: Reading, verb: Token, construction: string): Found | null {
  switch (construction) {
    case 'clause':
      return clauseContent(reading, verb);
    case 'quote':
      return findQuoted(reading, verb);
    case 'to':
      return infinitiveContent(reading, verb);
    case 'ing':
      return gerundContent(reading, verb);
    case 'obj':
      return objectContent(reading, verb);
    case 'obj-to':
      return addressedInfinitive(reading, verb, '');
    case 'obj-as':
      return objectAs(reading, verb);
    case 'obj-pred':
      return objectPredicate(reading, verb);
    default:
      return readPreposition(reading, verb, construction);
  }
}

function readPreposition(reading: Reading, verb: Token, construction: string): Found | null {
  if (construction.startsWith('obj-')) return objectPrepositional(reading, verb, construction.slice(4));
  const [preposition = '', then] = construction.split('-');
  return then === 'to' ? addressedInfinitive(reading, verb, preposition) : prepositionalContent(reading, verb, preposition);
}

function conditionsHold(reading: Reading, verb: Token, cue: Cue): boolean {
  return cue.conditions.every((condition) => {
    const filler = fillerOf(reading, verb, condition.slot);
    if (condition.absent) return filler === null;
    if (!filler) return false;
    if (condition.actor) return mentionOf(reading, filler) !== null;
    if (condition.slot === 'pred') return reading.tree.subtree(filler).some((token) => isOneOf(token, condition.words));
    return condition.words.size === 0 || candidates(reading, filler).some((token) => isOneOf(token, condition.words));
  });
}

function isOneOf(token: Token, words: ReadonlySet<string>): boolean {
  return words.has(token.lemma.toLowerCase()) || words.has(token.form.toLowerCase());
}

function fillerOf(reading: Reading, verb: Token, slot: string): Token | null {
  if (slot === 'obj') return objectOf(reading.tree, verb);
  if (slot === 'subj') return agentOf(reading.tree, verb);
  if (slot === 'pred') return reading.tree.childrenBy(verb, 'xcomp', 'ccomp', 'obl', 'obj').at(-1) ?? null;
  return prepositional(reading.tree, verb, [slot]);
}

/** "most of the attacks": the noun counted stands for the quantity. */
function candidates(reading: Reading, filler: Token): readonly Token[] {
  const counted = reading.tree.childrenBy(filler, 'nmod').filter((child) => reading.tree.preposition(child) === 'of');
  const quantity = [
    'most',
    'all',
    'some',
    'many',
    'several',
    'both',
    'each',
    'one',
    'part',
    'series',
    'string',
    'number',
    'wave',
    'dozen',
    'few',
  ];
  const quantified = filler.upos !== 'NOUN' || quantity.includes(filler.lemma.toLowerCase());
  return quantified
    ? [filler, ...counted]
    : [filler, ...reading.tree.childrenBy(filler, 'conj', 'compound').filter((child) => child.upos === 'NOUN')];
}

function draftsOf(
  reading: Reading,
  verb: Token,
  cue: Cue,
  found: Found,
  rule: string,
  withParticle: boolean,
): readonly Draft[] {
  const refuse = (reason: string) => {
    reading.trace({ stage: 'claims', rule, outcome: 'refused', span: { start: verb.start, end: verb.end }, reason });
    return [];
  };
  if (isNegated(reading.tree, verb)) return refuse('the cue is negated');
  if (isIntended(reading.tree, verb)) return refuse('the cue is only intended');
  if (isUnreal(reading.tree, verb)) return refuse('the cue is only possible or conditional');
  const speaker = speakerOfVerb(reading, verb, cue, found, rule);
  if (!speaker) return refuse('nobody to attribute it to');
  const addressee = addresseeOf(reading, verb, cue, found);
  const ranges = found.second ? [found.range, found.second] : [found.range];
  return ranges.flatMap((range) => {
    const widened = rule.endsWith('/clause') ? coverQuotations(reading, range, verb) : range;
    const trimmed = trimContent(reading, widened);
    if (!trimmed) return refuse('nothing said');
    const { content, condition } = splitCondition(reading, trimmed, verb);
    const stance = refineStance(reading, cue.stance, content, found.head, speaker.id);
    return {
      cue: verb,
      cueRange: { from: verb.index, to: withParticle ? particleEnd(reading, verb) : verb.index + 1 },
      speakerToken: speaker.token,
      speaker: speaker.id,
      speakerSpan: speaker.carried ? null : speaker.span,
      stance,
      addressee,
      content: trimContent(reading, content) ?? content,
      condition,
      rule,
    };
  });
}

function particleEnd(reading: Reading, verb: Token): number {
  const next = reading.tree.tokens[verb.index + 1];
  return next && next.head === verb.index && next.upos !== 'PUNCT' ? verb.index + 2 : verb.index + 1;
}

function speakerOfVerb(reading: Reading, verb: Token, cue: Cue, found: Found, rule: string): Speaker | null {
  const own = reading.tree.childrenBy(verb, 'nsubj').find((subject) => !isIn(found, subject)) ?? null;
  const above = own ? null : reporterAbove(reading, verb);
  const beside = own
    ? null
    : (speakerBetween(reading, verb, found) ?? (cue.addressee.includes('obj') ? null : invertedSubject(reading, verb, found)));
  const agent = beside ?? agentOf(reading.tree, above ?? verb) ?? mentionBefore(reading, verb);
  if (!agent || isNobody(reading, agent)) return null;
  const lenient = rule.endsWith('/quote') || (rule.endsWith('/clause') && isQuoted(reading, found));
  const governing = reading.tree.head(verb);
  const isNounOfSpeech = agent === governing && verb.xpos === 'VBG' && agent.upos === 'NOUN';
  const issuer =
    isNounOfSpeech && reading.lexicon.words('document').has(agent.lemma.toLowerCase()) ? issuerOf(reading, agent) : null;
  return readSpeaker(reading, issuer ?? agent, lenient);
}

/** "X said S, adding that T": the finite verb of speech above, whose subject the participle shares. */
function reporterAbove(reading: Reading, verb: Token): Token | null {
  const { tree } = reading;
  if (!startsForeign(reading, verb, false)) return null;
  const isReporter = (step: Token) =>
    step.xpos !== 'VBG' && isVerbal(step) && verbLemmas(tree, step).some((lemma) => reading.lexicon.verbs.has(lemma));
  return tree.pathToRoot(verb).slice(1).find(isReporter) ?? null;
}

/** The noun between a quotation and its verb ('"...", the mayor of X, a farmer, said'), whatever the parser hung it on. */
function speakerBetween(reading: Reading, verb: Token, found: Found): Token | null {
  if (found.range.to > verb.index) return null;
  const quotation = quotationAround(reading, found.range.from) ?? quotationAround(reading, found.range.to - 1);
  const from = quotation ? Math.max(quotation.range.to, found.range.to) : verb.index;
  for (let index = from; index < verb.index; index++) {
    const token = reading.tree.token(index);
    if (isVerbal(token)) return null;
    const outside = token.head < from || token.head >= verb.index;
    if (outside && ['NOUN', 'PROPN', 'PRON'].includes(token.upos) && reading.tree.preposition(token) === '') return token;
  }
  return null;
}

/** "No group has claimed responsibility". */
function isNobody(reading: Reading, subject: Token): boolean {
  const words = [subject, ...reading.tree.childrenBy(subject, 'det')].map((token) => token.form.toLowerCase());
  return words.some((word) => ['no', 'neither', 'none', 'nobody'].includes(word));
}

/** The mention right before a finite verb, where the parser gave the verb no subject. */
function mentionBefore(reading: Reading, verb: Token): Token | null {
  if (verb.xpos === 'VBG' || verb.xpos === 'VB' || isPassive(reading.tree, verb)) return null;
  let end = verb.index;
  while (end > 0 && ['AUX', 'ADV'].includes(reading.tree.token(end - 1).upos)) end--;
  const mention = reading.doc.mentions.find(({ range, form }) => range.to === end && form !== 'adjective');
  const head = mention && reading.tree.token(mention.head);
  return head && head.sentence === verb.sentence ? head : null;
}

function isIn({ range }: Found, token: Token): boolean {
  return range.from <= token.index && token.index < range.to;
}

function isQuoted(reading: Reading, found: Found): boolean {
  const first =
    quotationAround(reading, found.range.from) ?? quotationAround(reading, Math.min(found.range.from + 1, found.range.to - 1));
  return first !== null && first.range.to + 2 >= found.range.to;
}

/** '"...", said the mayor' read with the mayor as object. */
function invertedSubject(reading: Reading, verb: Token, found: Found): Token | null {
  if (found.range.to > verb.index) return null;
  return (
    reading.tree
      .childrenBy(verb, 'obj', 'iobj', 'obl', 'dep')
      .find((child) => child.index > verb.index && reading.tree.preposition(child) === '') ?? null
  );
}

function addresseeOf(reading: Reading, verb: Token, cue: Cue, found: Found): EntityId | null {
  const named = found.addressee && cue.addressee.length > 0 ? found.addressee : addresseeToken(reading, verb, cue);
  const token = named ?? reading.tree.childBy(verb, 'iobj');
  return token ? (mentionOf(reading, token)?.entities[0] ?? null) : null;
}

function addresseeToken(reading: Reading, verb: Token, cue: Cue): Token | null {
  for (const place of cue.addressee) {
    const token =
      place === 'obj' || place === 'iobj'
        ? (reading.tree.childBy(verb, 'iobj') ?? objectOf(reading.tree, verb))
        : (prepositional(reading.tree, verb, [place]) ?? underObject(reading, verb, place));
    if (token) return token;
  }
  return null;
}

/** "demanded an apology from X". */
function underObject(reading: Reading, verb: Token, preposition: string): Token | null {
  const object = objectOf(reading.tree, verb);
  return object && object.index > verb.index ? prepositional(reading.tree, object, [preposition]) : null;
}
