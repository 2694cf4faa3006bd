import { readDataFiles, withActors } from '../../../src/engine/index.ts';
import { loadActorKnowledge, loadOwnActors, loadStates } from '../../../src/knowledge/index.ts';
import { indexActors } from '../../../src/resolve/actors/index.ts';
import { Chance } from '../chance.ts';
import { damage } from '../make/damage.ts';
import { makeWords } from '../make/text.ts';
import type { Check, Target } from '../target.ts';

/** Share of files that an index is built with: it takes all our tables too. */
const INDEXED = 0.01;

const CODES = ['PAK', 'AFGGOVMIL', '~COP', '---', 'IGOUNO', 'USAGOV', 'XXX', 'P', '', 'PAKMIL~', 'constructor'];
const DAYS = ['', ' 010101-050505', ' <20140303', ' >990229', ' 20150101-20140101', ' 1-2', ' <', ' 010101-'];
const HEADS = ['id\tname\tkind\tcountry\tsector\tnames\tfrom\tto', 'id\tname\tkind', 'id\tid', 'id\t', 'name\tid'];
const KINDS = ['state', 'person', 'armed-group', 'nobody', ''];
const CELLS = ['PAK', 'MIL', '2014-01-01', '2013-02-30', 'a,b', ''];

/** What of an actor file cannot be read is told with its line, and the rest stands; the engine's index takes whatever was read. */
async function open(): Promise<Check> {
  const data = await readDataFiles();
  const states = loadStates(data);
  return async (input) => {
    const text = Buffer.from(input).toString('utf8');
    const files = withActors(data, [{ name: 'own.txt', text }]);
    const { own, problems } = loadOwnActors(files, states);
    const lines = text.split('\n').length;
    const found = problems
      .filter(({ subject, detail }) => detail === '' || !(subject === 'own.txt' || Number(subject.split(':')[1]) <= lines))
      .map(({ subject, detail }) => `problem at ${subject}: ${detail}`);
    for (const { id, name } of own.actors) if (id === '' || name === '') found.push(`actor "${id}" called "${name}"`);
    if (new Chance(text).is(INDEXED)) indexActors(loadActorKnowledge(files));
    return found;
  };
}

/** Actor files of a user: tables of our own, or dictionaries in PETRARCH's format. */
export const ACTOR_FILES: Target = {
  ...{ name: 'actor-files', cases: 150, open },
  make: (chance) => {
    const made = Buffer.from(chance.is(0.4) ? makeTable(chance) : makeDictionary(chance), 'utf8');
    return chance.is(0.4) ? damage(chance, made) : made;
  },
};

function makeTable(chance: Chance): string {
  const cell = () => chance.pick([makeWords(chance), chance.pick(KINDS), chance.pick(CELLS)]);
  const row = () => [
    chance.pick(['rebels', 'Rebels!', 'pak', makeWords(chance)]),
    makeWords(chance),
    chance.pick(KINDS),
    cell(),
    cell(),
    cell(),
  ];
  return [chance.pick(HEADS), ...chance.some(0, 8, () => row().join('\t'))].join(chance.pick(['\n', '\r\n']));
}

function makeDictionary(chance: Chance): string {
  const code = () => `[${chance.pick(CODES)}${chance.pick(DAYS)}${chance.is(0.95) ? ']' : ''}`;
  const name = () => makeWords(chance).toUpperCase().replaceAll(' ', '_');
  return chance
    .some(1, 20, () => {
      const kind = chance.below(8);
      if (kind < 3) return `${name()}_ ${code()} ; note`;
      if (kind < 4) return `+${name()}_`;
      if (kind < 5) return `\t${code()}${code()}`;
      if (kind < 6) return `!${chance.pick(['PERSON', 'X', ''])}! = ${name()}, ${name()}`;
      return kind < 7
        ? `FISHER!PERSON! {${name()}, ${name()}} ${code()}`
        : chance.pick(['# note', '', name(), `${'['.repeat(chance.size(1, 300))}`]);
    })
    .join('\n');
}
