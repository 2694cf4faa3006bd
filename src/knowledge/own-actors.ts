import { dateParts, kebabCase, type Problem } from '../base/index.ts';
import { ACTOR_KINDS, type ActorKind, INTERNATIONAL_CODES, isSector, type Sector } from '../codebook/index.ts';
import type { ActorRow, DatedRole, OrganNoun, PersonRow, StateRow } from './actor-rows.ts';
import { type DataFiles, readTable, splitList } from './data-files.ts';
import { type DatedCode, type DictionaryEntry, readDictionary } from './petrarch-lines.ts';

/** Where files of actors that a user brings stand among the data files, in order: `own-actors/001 NAME`. */
export const OWN_ACTORS_FOLDER = 'own-actors/';

/** Actors that a user brings. */
export interface OwnActors {
  readonly actors: readonly ActorRow[];
  /** Those with dated roles, whatever they are. */
  readonly persons: readonly PersonRow[];
  /** Names of towns and the like that stand for a state where they speak or act. */
  readonly seats: readonly { readonly name: string; readonly state: string }[];
  readonly nouns: readonly OrganNoun[];
}

/** Reads the actor files that a user brings: our own tables or PETRARCH's dictionaries, told apart by their first line. A line that cannot be
 * read is told with file and line and left out.
 * @throws RangeError where data/actors/cameo-roles.tsv is damaged */
export function loadOwnActors(
  files: DataFiles,
  states: readonly StateRow[],
): { readonly own: OwnActors; readonly problems: readonly Problem[] } {
  const own: OwnDraft = { actors: new Map(), persons: new Map(), seats: [], nouns: [] };
  const problems: Problem[] = [];
  const codes = new CodeReader(files, states);
  const paths = [...files.keys()].filter((path) => path.startsWith(OWN_ACTORS_FOLDER)).sort();
  for (const path of paths) {
    const name = path.slice(path.indexOf(' ') + 1);
    const text = files.get(path) ?? '';
    problems.push(...(isTable(text) ? addTable(own, text, name, codes) : addDictionary(own, text, name, codes)));
  }
  return {
    own: { actors: [...own.actors.values()], persons: [...own.persons.values()], seats: own.seats, nouns: own.nouns },
    problems,
  };
}

interface OwnDraft {
  readonly actors: Map<string, ActorRow>;
  readonly persons: Map<string, PersonRow & { readonly roles: DatedRole[] }>;
  readonly seats: { readonly name: string; readonly state: string }[];
  readonly nouns: OrganNoun[];
}

/** Our tables begin with column names parted by tabs. */
function isTable(text: string): boolean {
  const first = text.split('\n', 200).find((line) => line.trim() !== '' && !line.startsWith('#'));
  return first?.startsWith('id\t') ?? false;
}

/** Columns of a table of one's own: those of data/actors/groups.tsv, and days of a role where it has some. */
const COLUMNS = ['id', 'name', 'kind', 'country', 'sector', 'names', 'from', 'to'] as const;

function addTable(own: OwnDraft, text: string, name: string, codes: CodeReader): readonly Problem[] {
  const problems: Problem[] = [];
  for (const row of readOwnTable(text, name, problems)) {
    const tell = (detail: string) => problems.push({ code: 'actors/unreadable-line', subject: `${name}:${row.line}`, detail });
    const { id, country, sector, from, to } = row.cells;
    const kind = ACTOR_KINDS.find((each) => each === row.cells.kind);
    const wrongDay = [from, to].find((day) => day !== '' && dateParts(day) === null);
    if (kebabCase(id) !== id) tell(`id "${id}", expected a name in kebab case like "islamic-state"`);
    else if (row.cells.name === '') tell('no name');
    else if (!kind) tell(`kind "${row.cells.kind}", expected one of ${ACTOR_KINDS.join(', ')}`);
    else if (sector !== '' && !isSector(sector)) tell(`sector "${sector}", expected one of PLOVER's`);
    else if (country !== '' && !codes.isCountry(country))
      tell(`country "${country}", expected an ISO 3166-1 alpha-3 code or one of ${INTERNATIONAL_CODES.join(', ')}`);
    else if (wrongDay !== undefined) tell(`day "${wrongDay}", expected YYYY-MM-DD`);
    else if (from !== '' && to !== '' && to < from) tell(`ends on ${to}, before it begins on ${from}`);
    else {
      const names = splitList(row.cells.names);
      const held = { country: country || null, sector: isSector(sector) ? sector : null };
      if (kind !== 'person' && from === '' && to === '')
        addActor(own, { id, name: row.cells.name, kind, ...held, names, adjectives: [] });
      else addRole(own, id, [row.cells.name, ...names], { office: null, ...held, from: from || null, to: to || null });
    }
  }
  return problems;
}

interface OwnLine {
  readonly line: number;
  readonly cells: Readonly<Record<(typeof COLUMNS)[number], string>>;
}

function readOwnTable(text: string, name: string, problems: Problem[]): readonly OwnLine[] {
  try {
    return readTable(new Map([[name, text]]), name).map((row) => {
      const cell = (column: string) => (row.columns.includes(column) ? row.cell(column).trim() : '');
      return {
        line: row.line,
        cells: {
          id: cell('id'),
          name: cell('name'),
          kind: cell('kind'),
          country: cell('country'),
          sector: cell('sector'),
          names: cell('names'),
          from: cell('from'),
          to: cell('to'),
        },
      };
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push({ code: 'actors/unreadable-file', subject: name, detail: error.message });
    return [];
  }
}

/** The first file to name an actor wins. */
function addActor(own: OwnDraft, actor: ActorRow): void {
  if (!own.actors.has(actor.id)) own.actors.set(actor.id, actor);
}

function addRole(own: OwnDraft, id: string, [name = id, ...names]: readonly string[], role: DatedRole): void {
  const person = own.persons.get(id);
  if (person) person.roles.push(role);
  else own.persons.set(id, { id, name, names, roles: [role] });
}

function addDictionary(own: OwnDraft, text: string, name: string, codes: CodeReader): readonly Problem[] {
  const { entries, problems } = readDictionary(text, name);
  const unknown: Problem[] = [];
  for (const entry of entries) {
    const reason = entry.codes.some(({ code }) => code.startsWith('~'))
      ? addAgent(own, entry, codes)
      : addEntry(own, entry, codes);
    if (reason !== null) unknown.push({ code: 'actors/unknown-code', subject: `${name}:${entry.line}`, detail: reason });
  }
  return [...problems, ...unknown];
}

/** "POLICEMAN [~COP]": a noun that is an actor where a state owns it. @returns why it was left out, else null */
function addAgent(own: OwnDraft, { names, codes }: DictionaryEntry, reader: CodeReader): string | null {
  const code = codes[0]?.code.slice(1) ?? '';
  if (code === '---') return null;
  const { sector, kind } = reader.read(code);
  if (!sector) return `no PLOVER sector for the code "${code}"`;
  for (const noun of names) own.nouns.push({ noun: noun.toLowerCase(), sector, kind, bare: 'owned', number: 'any' });
  return null;
}

function addEntry(own: OwnDraft, { names: written, codes }: DictionaryEntry, reader: CodeReader): string | null {
  const held = codes.filter(({ code }) => code !== '---');
  const [first] = held;
  const names = written.map(asName);
  const id = kebabCase(names[0] ?? '');
  if (!first || id === '') return null;
  const known = held.map((code) => ({ code, ...reader.read(code.code) }));
  const strange = known.find(({ country, sector }) => country === null && sector === null);
  if (strange) return `neither a country nor a sector in the code "${strange.code.code}"`;
  const [only] = known;
  if (known.length === 1 && only && isUndated(only.code)) {
    if (only.state && only.sector === null) own.seats.push(...names.map((name) => ({ name, state: only.state ?? '' })));
    else
      addActor(own, {
        id,
        name: names[0] ?? id,
        kind: only.kind,
        country: only.country,
        sector: only.sector,
        names: names.slice(1),
        adjectives: [],
      });
    return null;
  }
  for (const { code, country, sector } of known)
    addRole(own, id, names, { office: null, country, sector, from: code.from, to: code.to });
  return null;
}

function isUndated({ from, to }: DatedCode): boolean {
  return from === null && to === null;
}

/** Dictionaries write capitals only; names are compared by their capitals, so each word gets one. */
function asName(name: string): string {
  return name.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** What a dictionary code says in PLOVER's terms. */
interface CodeMeaning {
  /** Set where the country is a state. */
  readonly state: string | null;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly kind: ActorKind;
}

/** Sectors that say what an office is; of several the last counts (`GOVMIL` is the military side of the government). */
const OFFICIAL: ReadonlySet<Sector> = new Set(['COP', 'GOV', 'JUD', 'LEG', 'MIL', 'SPY', 'REB', 'PRM', 'UAF', 'OPP', 'PTY']);

const KIND_OF: Partial<Readonly<Record<Sector, ActorKind>>> = {
  COP: 'police',
  GOV: 'government',
  JUD: 'government',
  LEG: 'government',
  SPY: 'government',
  MIL: 'military',
  REB: 'armed-group',
  PRM: 'armed-group',
  UAF: 'armed-group',
  JRN: 'media',
  CVL: 'people',
  REF: 'people',
};

/** Reads CAMEO's actor codes, three letters at a time. */
class CodeReader {
  readonly #states: ReadonlySet<string>;
  readonly #roles: ReadonlyMap<string, { readonly use: string; readonly value: string }>;

  constructor(files: DataFiles, states: readonly StateRow[]) {
    this.#states = new Set(states.map(({ id }) => id));
    this.#roles = new Map(
      readTable(files, 'actors/cameo-roles.tsv').map((row) => [
        row.cell('code'),
        { use: row.cell('use'), value: row.cell('value') },
      ]),
    );
  }

  isCountry(code: string): boolean {
    return this.#states.has(code) || (INTERNATIONAL_CODES as readonly string[]).includes(code);
  }

  read(code: string): CodeMeaning {
    let country: string | null = null;
    const sectors: Sector[] = [];
    for (const part of code.match(/.{3}/g) ?? []) {
      const role = this.#roles.get(part);
      const place = role?.use === 'country' ? role.value : this.isCountry(part) && !role ? part : null;
      if (place !== null) country = country === null || !this.#states.has(country) ? place : country;
      else if (role && isSector(role.value)) sectors.push(role.value);
    }
    const sector = sectors.findLast((each) => OFFICIAL.has(each)) ?? sectors[0] ?? null;
    const state = country !== null && this.#states.has(country) ? country : null;
    return { state, country, sector, kind: (sector && KIND_OF[sector]) ?? (sector === null ? 'unknown' : 'organisation') };
  }
}
