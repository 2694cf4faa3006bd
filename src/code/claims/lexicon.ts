import { isStance, type Stance } from '../../codebook/index.ts';
import { type DataFiles, type Row, readTable, splitList } from '../../knowledge/index.ts';

/** A slot a cue asks for: `obj=@attack`, `-obj` (must be absent), `light` (governed by a light verb). */
export interface CueCondition {
  readonly slot: string;
  readonly absent: boolean;
  /** Lower-case lemmas; empty where any filler will do. */
  readonly words: ReadonlySet<string>;
  /** Whether the filler must be one of the mentioned actors (`obj=@actor`). */
  readonly actor: boolean;
}

/** One way in which a word attributes a statement to somebody (a line of data/speech/verbs.tsv). */
export interface Cue {
  /** Lemma, with its particle where it has one: `point+out`. */
  readonly lemma: string;
  /** How the content is given, tried in this order: `clause quote to obj obj-to obj-of for` ... */
  readonly contents: readonly string[];
  readonly conditions: readonly CueCondition[];
  readonly stance: Stance;
  /** Where the addressee stands: `obj`, or prepositions. */
  readonly addressee: readonly string[];
}

/** Words of speech, read from data/speech. */
export interface SpeechLexicon {
  readonly verbs: ReadonlyMap<string, readonly Cue[]>;
  readonly nouns: ReadonlyMap<string, readonly Cue[]>;
  readonly adjectives: ReadonlyMap<string, readonly Cue[]>;
  /** Attributing phrases in lower case with single spaces: `according to`. */
  readonly phrases: ReadonlySet<string>;
  /** Adverbs and adjectives that hedge without naming who says so, with the stance of whoever does: `allegedly`. */
  readonly hedges: ReadonlyMap<string, Stance>;
  /** Lower-case words that open a condition: `if`, `as long as`. */
  readonly conditionMarkers: readonly string[];
  /** Lemmas of a class of data/speech/words.tsv; empty where there is no such class. */
  words(name: string): ReadonlySet<string>;
}

/** Reads the speech tables. @throws RangeError naming file and line where a stance, kind or class is unknown */
export function loadSpeech(files: DataFiles): SpeechLexicon {
  const classes = new Map<string, ReadonlySet<string>>();
  for (const row of readTable(files, 'speech/words.tsv')) classes.set(row.cell('class'), new Set(splitList(row.cell('words'))));
  const tables = { verb: new Map<string, Cue[]>(), noun: new Map<string, Cue[]>(), adjective: new Map<string, Cue[]>() };
  const phrases = new Set<string>();
  const hedges = new Map<string, Stance>();
  for (const row of readTable(files, 'speech/verbs.tsv')) {
    const kind = row.cell('kind');
    const cue = readCue(row, classes);
    if (kind === 'phrase') phrases.add(cue.lemma.replaceAll('_', ' '));
    else if (kind === 'adverb') hedges.set(cue.lemma, cue.stance);
    else if (kind === 'verb' || kind === 'noun' || kind === 'adjective') {
      const known = tables[kind].get(cue.lemma);
      if (known) known.push(cue);
      else tables[kind].set(cue.lemma, [cue]);
    } else throw new RangeError(`${row.file}:${row.line}: unknown kind "${kind}"`);
  }
  const empty: ReadonlySet<string> = new Set();
  return {
    verbs: tables.verb,
    nouns: tables.noun,
    adjectives: tables.adjective,
    phrases,
    hedges,
    conditionMarkers: readTable(files, 'speech/conditions.tsv').map((row) => row.cell('marker')),
    words: (name) => classes.get(name) ?? empty,
  };
}

function readCue(row: Row, classes: ReadonlyMap<string, ReadonlySet<string>>): Cue {
  const stance = row.cell('stance');
  if (!isStance(stance)) throw new RangeError(`${row.file}:${row.line}: unknown stance "${stance}"`);
  return {
    lemma: row.cell('lemma'),
    contents: splitList(row.cell('content'), ' '),
    conditions: splitList(row.cell('if'), ' ').map((text) => readCondition(text, row, classes)),
    stance,
    addressee: splitList(row.cell('addressee'), '|'),
  };
}

function readCondition(text: string, row: Row, classes: ReadonlyMap<string, ReadonlySet<string>>): CueCondition {
  const absent = text.startsWith('-');
  const [slot = '', values = ''] = (absent ? text.slice(1) : text).split('=');
  const words = new Set<string>();
  for (const value of splitList(values)) {
    if (!value.startsWith('@')) words.add(value);
    else if (value !== '@actor') {
      const members = classes.get(value.slice(1));
      if (!members) throw new RangeError(`${row.file}:${row.line}: unknown class "${value}"`);
      for (const member of members) words.add(member);
    }
  }
  return { slot, absent, words, actor: values === '@actor' };
}
