import { expect, test } from 'vitest';
import { markedDocuments } from '../bench/accuracy/marked-coreference.ts';
import { loadEngine } from '../src/engine/index.ts';

const engine = await loadEngine();

/** Checks that phrases marked with one label are one party and phrases with two labels are two; a label that is an id must be it. */
test.each([
  {
    name: 'a title in front of an unlisted name',
    text: '[m Interior Minister Edda Brandt] resigned. [m Brandt] said [m she] was tired.',
  },
  {
    name: 'an office goes to whom it was told of',
    text: '[p President Olga Tamm] sent [g General Ivo Kask] to the front. [p The president] thanked [g the general].',
  },
  {
    name: "the people's own name",
    text: "[peoples-harvest-council The People's Harvest Council] met [miners-league the Miners' League].",
  },
  { name: 'a possessor outside the name', text: "[PER Peru]'s [red-path-front Red Path Front] killed two officers." },
  {
    name: 'a group noun and its of',
    text: '[brigade-of-the-seven-hills The Brigade of the Seven Hills] fought [army-of-mercy the Army of Mercy].',
  },
  { name: 'a state behind of', text: '[PER:MIL The Army of [PER Peru]] withdrew.' },
  {
    name: 'described between commas',
    text: '[shield-of-the-valley The Shield of the Valley, a pro-government militia,] attacked the town.',
  },
  {
    name: 'called by its last noun',
    text: '[f The Blue Coast Front] attacked Lima. [PER:MIL The Peruvian army] said [f the front] had lost twenty men.',
  },
  {
    name: 'the army is no group that calls itself one',
    text: '[a The Blue Coast Army] attacked Lima. [PER:MIL The Peruvian army] struck back. [PER:MIL The army] said the rebels fled.',
  },
  {
    name: 'two fronts are kept apart',
    text: '[f The Blue Coast Front] met [g the Red Path Front]. [x The front] left.',
  },
  { name: 'short name in capitals', text: '[k The Kivu Guardians] burnt a bus. [k The Guardians] denied any role.' },
  {
    name: 'another name the text gives',
    text: '[b The Blue Coast Brigades, formerly known as [b the Coast Committee],] took a port. [b The Coast Committee] had failed twice.',
  },
  {
    name: 'a name before a noun for groups',
    text: '[castellano-cartel The Castellano cartel] killed [harkat-al-noor a member of the Harkat al-Noor militia].',
  },
  { name: 'a belief is no name', text: 'Police arrested [islamist-rebels three Islamist rebels].' },
  {
    name: 'a splinter is not what it left',
    text: '[taliban The Taliban] signed a truce. [x The splinter group] bombed the market.',
  },
  {
    name: 'people of a cause',
    text: '[sons-of-the-coast The Sons of the Coast, a little-known movement,] freed two hostages.',
  },
  {
    name: 'an unlisted surname is its full name before a listed one',
    text: '[m Judge Selma Putin] opened the inquiry. [m Putin] said [m she] would call witnesses.',
  },
  {
    name: 'the end of a long name',
    text: '[n The National Renewal Forces] took Lima. [n The Renewal Forces] fled.',
  },
  {
    name: 'one army of a report stays one',
    text: '[MLI:MIL The Malian army] lost six men. Drums beat. [NER Niger] and [TCD Chad] protested. [NER Niger] sent a letter. [MLI:MIL The army] said nothing.',
  },
  {
    name: 'another front',
    text: '[f The Blue Coast Front] took Lima. [x The rival front] stayed in Peru.',
  },
  {
    name: 'former and latter',
    text: '[PER Peru] and [CHL Chile] signed. [PER The former] pledged to pay. [CHL The latter] refused.',
  },
  { name: 'not of three', text: '[PER Peru], [CHL Chile] and [BOL Bolivia] signed. The former pledged to pay.' },
  {
    name: 'a group noun prefers the name to its fighters',
    text: '[h Hezbollah] lost four fighters on Monday. [ISR:MIL The Israeli army] said [h the militants] had fled.',
  },
  {
    name: 'who speaks of a group is not the group',
    text: "[b The Blue Coast Brigade] shut the port. [PER:BUS [PER Peru]'s oil company] said [b the group] wanted wages.",
  },
  {
    name: 'both, where a participle follows',
    text: '[PER Peru] and [CHL Chile] quarrelled. [CHL+PER Both countries] sent police boats to the lake.',
  },
])('$name', ({ text }) => {
  const [marked] = markedDocuments(JSON.stringify({ id: 'test', text }));
  if (!marked) throw new RangeError(`no text: ${text}`);
  const none = { title: null, source: null, url: null, zones: [], givenEntities: null, published: null };
  const article = {
    ...none,
    id: 'test',
    externalId: null,
    text: marked.text,
    publishedBasis: 'unknown',
    language: 'en',
  } as const;
  const coded = engine.code(article);
  const found = new Map<string, Set<string>>();
  for (const { party, core } of marked.mentions) {
    const within = marked.mentions.filter(
      ({ core: other }) => other !== core && core.start <= other.start && other.end <= core.end,
    );
    const inner = (start: number) => within.every(({ core: other }) => start < other.start || other.end <= start);
    const at = coded.mentions.filter(({ head }) => {
      const start = coded.tokens[head]?.start ?? 0;
      return core.start <= start && start < core.end && inner(start);
    });
    const ids = found.get(party) ?? new Set<string>();
    for (const { entities } of at) ids.add([...entities].sort().join('+'));
    if (at.length === 0) ids.add(`nobody at "${marked.text.slice(core.start, core.end)}"`);
    found.set(party, ids);
  }
  expect(
    [...found.values()].every((ids) => ids.size === 1),
    JSON.stringify([...found].map(([label, ids]) => [label, ...ids])),
  ).toBe(true);
  expect(new Set([...found.values()].flatMap((ids) => [...ids])).size).toBe(found.size);
  for (const [label, ids] of found) if (label.length > 2) expect([...ids]).toEqual([label]);
});
