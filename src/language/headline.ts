/** What a line without a full stop is read by. */
export interface HeadlineWords {
  /** Words as they would stand inside a sentence. */
  readonly forms: readonly string[];
  /** Penn tags of a first reading. */
  readonly tags: readonly string[];
  /** Lemmas of the verbs that news is told with. */
  readonly verbs: ReadonlySet<string>;
  /** Lemma of a form read as a verb of the third person. */
  readonly lemmaOf: (form: string) => string;
}

/** Longest headline looked at, in words. */
const LONGEST = 26;

/** Names and nouns that are many without an "s". */
const MANY: ReadonlySet<string> = new Set(['police', 'people', 'taliban', 'troops', 'children', 'houthis', 'thousands']);
/** Deeds that headlines are full of as nouns ("air strikes on", "peace talks in"). */
const DEEDS: ReadonlySet<string> = new Set(
  (
    'aids arms attacks battles blasts bombs calls charges claims clashes crimes cuts deals deaths demands drills fears fires fights flights ' +
    'forces gains hopes killings killers leads leaders links losses marches moves names needs orders plans plots polls posts powers probes ' +
    'protests raids ranks reports rights riots sanctions shells shots sides signs sites states strikes supplies talks tests threats ties ' +
    'trials votes wars works wounds'
  ).split(' '),
);
const NOUN = /^(?:NN|NNS|NNP|NNPS|CD)$/;
const BEFORE_OBJECT = /^(?:DT|CD|NN|NNS|NNP|NNPS|JJ|JJR|VBN|PRP|PRP\$|VBG|TO|RP)$/;
/** Participles that say what people are held to be. */
const DESCRIBING = /^(?:alleged|suspected|accused|wanted|convicted|exiled|jailed|ousted|disputed)$/i;
const FINITE = /^(?:VBZ|VBP|VBD|MD)$/;

/** Penn tags for the verbs of a headline which the tagger, trained on sentences, takes for nouns: "Police arrest bomb maker", "Army shells
 * town, kills six". Empty where the line is none or has its verb.
 * @returns tags by place in the line */
export function headlineTags(words: HeadlineWords): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const { forms, tags } = words;
  if (forms.length < 3 || forms.length > LONGEST) return found;
  let from = 0;
  for (let at = 1; at < forms.length; at++) {
    if (from < 0) {
      if (opensClause(forms[at] ?? '')) from = at + 1;
      else if (forms[at - 1] === ',' && isThirdPerson(words, at) && takesObject(words, at)) found.set(at, 'VBZ');
      continue;
    }
    if (at <= from) continue;
    if (FINITE.test(tags[at] ?? '') && !isFinalPassive(words, at)) from = -1;
    else {
      const tag = verbTag(words, at);
      if (tag === null) continue;
      found.set(at, tag);
      if (DESCRIBING.test(forms[at + 1] ?? '')) found.set(at + 1, 'JJ');
      from = -1;
    }
  }
  return found;
}

/** "… as talks stall": a clause of its own begins. */
function opensClause(form: string): boolean {
  return /^(?:as|while|after|because)$/i.test(form);
}

function verbTag(words: HeadlineWords, at: number): string | null {
  const before = words.tags[at - 1] ?? '';
  const form = words.forms[at] ?? '';
  if (!NOUN.test(before) || !/^\p{L}+$/u.test(form)) return null;
  const many = isMany(words, at - 1);
  if (/^(?:shot|hacked|stabbed|beaten|burned|found)$/i.test(form) && /^dead$/i.test(words.forms[at + 1] ?? '')) return 'VBN';
  if (isPast(words, at)) return isFinalPassive(words, at) ? 'VBN' : takesObject(words, at) ? 'VBD' : null;
  if (many !== false && words.verbs.has(form.toLowerCase()) && !isPlural(form) && fitsBase(words, at)) return 'VBP';
  if (many !== true && isThirdPerson(words, at) && fitsThird(words, at)) return 'VBZ';
  return null;
}

/** Whether the noun at a place is many; null where its form leaves it open. */
function isMany({ forms, tags }: HeadlineWords, at: number): boolean | null {
  const form = (forms[at] ?? '').toLowerCase();
  const tag = tags[at] ?? '';
  if (MANY.has(form) || /men$/.test(form) || tag === 'NNS' || tag === 'NNPS') return true;
  if (tag === 'CD') return form !== 'one' && form !== '1';
  if (/^(?:and|,)$/.test(forms[at - 1] ?? '') && at > 1) return null;
  return tag === 'NNP' && isPlural(form) ? null : false;
}

function isPlural(form: string): boolean {
  return /[^su]s$/i.test(form);
}

function isThirdPerson({ forms, verbs, lemmaOf }: HeadlineWords, at: number): boolean {
  const form = (forms[at] ?? '').toLowerCase();
  return /s$/.test(form) && !/ss$/.test(form) && verbs.has(lemmaOf(form));
}

function isPast({ tags }: HeadlineWords, at: number): boolean {
  return /^(?:VBN|VBD)$/.test(tags[at] ?? '');
}

/** "Four soldiers killed in ambush": a participle with nothing behind it that it could be done to. */
function isFinalPassive({ forms, tags }: HeadlineWords, at: number): boolean {
  const next = tags[at + 1] ?? '';
  if (/^dead$/i.test(forms[at + 1] ?? '')) return isPastTag(tags[at]);
  return isPastTag(tags[at]) && (next === 'IN' || next === '' || next === 'CC' || next === ',');
}

function isPastTag(tag: string | undefined): boolean {
  return tag === 'VBN' || tag === 'VBD';
}

function takesObject({ forms, tags }: HeadlineWords, at: number): boolean {
  return BEFORE_OBJECT.test(tags[at + 1] ?? '') || DESCRIBING.test(forms[at + 1] ?? '');
}

/** "Rebels attack base", "Troops fire on crowd": not before another verb. */
function fitsBase(words: HeadlineWords, at: number): boolean {
  const next = words.tags[at + 1] ?? '';
  return takesObject(words, at) || /^(?:IN|RB|VBZ|)$/.test(next);
}

/** "Army shells town"; a noun for deeds is one before a preposition ("strikes on"), before another verb ("strikes kill") and at the end. */
function fitsThird(words: HeadlineWords, at: number): boolean {
  const form = (words.forms[at] ?? '').toLowerCase();
  const next = (words.forms[at + 1] ?? '').toLowerCase();
  const isDeed = DEEDS.has(form);
  if (!takesObject(words, at)) return !isDeed && /^(?:IN|RB)$/.test(words.tags[at + 1] ?? '');
  const verbNext = words.verbs.has(next) && BEFORE_OBJECT.test(words.tags[at + 2] ?? '') && !isPlural(next);
  return !(verbNext && isDeed && !/^(?:DT|PRP\$)$/.test(words.tags[at + 1] ?? '') && isBaseOnly(words, at + 1));
}

/** A word that stands as a verb where no noun would: before an article, number or name. */
function isBaseOnly({ tags }: HeadlineWords, at: number): boolean {
  return /^(?:VB|VBP)$/.test(tags[at] ?? '') || /^(?:DT|CD|PRP\$)$/.test(tags[at + 1] ?? '');
}
