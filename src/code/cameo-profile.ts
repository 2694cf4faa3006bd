import { type EventType, isEventType, type Mode } from '../codebook/index.ts';
import { type DataFiles, readTable, splitList } from '../knowledge/index.ts';

/** The type CAMEO-style data give an event, or null where they agree with PLOVER. */
export type CameoProfile = (event: CameoQuestion) => EventType | null;

/** What the rules look at. */
export interface CameoQuestion {
  readonly type: EventType;
  readonly modes: readonly Mode[];
  /** Frame and operators that coded it: `retreat/free<agree/promise`. */
  readonly rule: string;
  /** Lemmas of the trigger. */
  readonly trigger: readonly string[];
  /** Lemmas below the trigger. */
  readonly words: ReadonlySet<string>;
}

const FILE = 'frames/profile-cameo.tsv';

/** Reads `frames/profile-cameo.tsv`. @throws RangeError naming file and line for an unknown type */
export function loadCameoProfile(files: DataFiles): CameoProfile {
  const rules = readTable(files, FILE).map((row) => {
    const [type, result] = [row.cell('type'), row.cell('result')];
    if (!isEventType(type) || !isEventType(result))
      throw new RangeError(`${row.file}:${row.line}: "${type}" -> "${result}", expected PLOVER event types`);
    return {
      type,
      mode: row.cell('mode'),
      lemmas: splitList(row.cell('lemmas')),
      words: splitList(row.cell('words')),
      rule: row.cell('rule'),
      result,
    };
  });
  return ({ type, modes, rule: codedBy, trigger, words }) => {
    const found = rules.find(
      (rule) =>
        rule.type === type &&
        codedBy.includes(rule.rule) &&
        (rule.mode === '' || modes.some((mode) => mode === rule.mode)) &&
        (rule.lemmas.length === 0 || trigger.some((lemma) => rule.lemmas.includes(lemma))) &&
        (rule.words.length === 0 || rule.words.some((word) => words.has(word))),
    );
    return found?.result ?? null;
  };
}
