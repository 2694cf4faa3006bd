import { type EventType, isEventType, isModeOf, type Mode } from '../../codebook/index.ts';
import { type DataFiles, type Row, readTable, splitList } from '../../knowledge/index.ts';

/** `weak` is a default sense of a verb, beaten by almost any other reading. */
export type FrameKind = 'verb' | 'weak' | 'noun' | 'adjective';

/** One condition on a predicate's arguments. */
export interface Slot {
  /** `subj`, `obj`, `iobj`, `xcomp`, `ccomp`, `pred`, `mod`, `any`, or a preposition. */
  readonly role: string;
  /** Lemmas and `@class` names, any of which satisfies; empty: any filler does. */
  readonly values: readonly string[];
  /** The role must not be filled (`-obj`). */
  readonly absent: boolean;
}

/** Where an actor or recipient is found: alternatives in order of preference, each a list of roles that are joined. */
export type RoleSource = readonly (readonly string[])[];

/** What a verb, noun or adjective with certain arguments means. */
export interface Frame {
  readonly id: string;
  readonly kind: FrameKind;
  /** Lower case, compounds joined by `_`. */
  readonly lemma: string;
  readonly particle: string | null;
  readonly slots: readonly Slot[];
  readonly actor: RoleSource;
  readonly recipient: RoleSource;
  readonly type: EventType;
  readonly modes: readonly Mode[];
  /** Marked sentences it codes. */
  readonly codes: readonly string[];
  /** Sentences with the lemma that it must not code. */
  readonly refuses: readonly string[];
  readonly file: string;
  readonly line: number;
}

const VERB_ACTOR = 'subj';
const VERB_RECIPIENT = 'obj|against|with|to|on|at|toward|towards|into|onto|across|over|of|in';
const NOUN_ACTOR = 'subj|poss|by|mod|of|from|between';
const NOUN_RECIPIENT = 'against|on|with|to|at|upon|toward|towards|over|of|for|in|across|throughout';

/** Reads every `frames/<type>.tsv` of the sixteen types; a line with several lemmas gives one frame each.
 * @throws RangeError naming file and line for an unknown kind, type, mode, or a repeated id */
export function loadFrames(files: DataFiles, types: readonly EventType[]): readonly Frame[] {
  const seen = new Set<string>();
  return types
    .map((type) => `frames/${type.toLowerCase()}.tsv`)
    .flatMap((file) => readTable(files, file))
    .flatMap((row) => {
      const id = row.cell('id');
      if (seen.has(id)) throw new RangeError(`${row.file}:${row.line}: frame "${id}" is given twice`);
      seen.add(id);
      return readFrame(row);
    });
}

function readFrame(row: Row): readonly Frame[] {
  const kind = readKind(row);
  const { type, modes } = readResult(row);
  const slots = row.cell('slots').split(' ').filter(Boolean).map(readSlot);
  const [actor, recipient] = readRoles(row, kind);
  const shared = { id: row.cell('id'), kind, slots, actor, recipient, type, modes, file: row.file, line: row.line };
  const examples = { codes: splitList(row.cell('codes'), '||'), refuses: splitList(row.cell('refuses'), '||') };
  return splitList(row.cell('lemmas')).map((lemma) => {
    const [head = '', particle = null] = lemma.split('+');
    return { ...shared, ...examples, lemma: head.toLowerCase(), particle };
  });
}

function readKind(row: Row): FrameKind {
  const kind = row.cell('kind');
  if (kind !== 'verb' && kind !== 'weak' && kind !== 'noun' && kind !== 'adjective')
    throw new RangeError(`${row.file}:${row.line}: kind "${kind}", expected verb, weak, noun or adjective`);
  return kind;
}

function readResult(row: Row): { readonly type: EventType; readonly modes: readonly Mode[] } {
  const [type = '', modeList = ''] = row.cell('result').split('/');
  if (!isEventType(type)) throw new RangeError(`${row.file}:${row.line}: "${type}" is no PLOVER event type`);
  const modes: Mode[] = [];
  for (const mode of splitList(modeList)) {
    if (!isModeOf(type, mode)) throw new RangeError(`${row.file}:${row.line}: "${mode}" is no mode of ${type}`);
    modes.push(mode);
  }
  return { type, modes };
}

/** Reads one slot: `obj=talks,@agreement`, `against`, `-obj`. */
export function readSlot(text: string): Slot {
  const absent = text.startsWith('-');
  const [role = '', values = ''] = (absent ? text.slice(1) : text).split('=');
  return { role, values: splitList(values), absent };
}

function readRoles(row: Row, kind: FrameKind): readonly [RoleSource, RoleSource] {
  const isNoun = kind === 'noun';
  let actor = isNoun ? NOUN_ACTOR : VERB_ACTOR;
  let recipient = isNoun ? NOUN_RECIPIENT : VERB_RECIPIENT;
  for (const part of row.cell('roles').split(' ').filter(Boolean)) {
    const [name, source = ''] = part.split('=');
    if (name === 'actor') actor = source;
    else if (name === 'recipient') recipient = source;
    else if (name !== 'content')
      throw new RangeError(`${row.file}:${row.line}: role "${part}", expected actor=… or recipient=…`);
  }
  return [readSource(actor), readSource(recipient)];
}

function readSource(text: string): RoleSource {
  if (text === '-') return [];
  return text.split('|').map((alternative) => alternative.split('+'));
}
