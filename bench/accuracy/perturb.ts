import { textId } from '../../src/base/index.ts';
import type { CodedEvent } from '../../src/code/index.ts';
import type { EventType } from '../../src/codebook/index.ts';
import type { Article } from '../../src/document/index.ts';
import { type Engine, loadEngine } from '../../src/engine/index.ts';

/** Says one thing in several ways and counts how often the coding stays what it was: types, modes, actors and recipients of all events.
 * Both the plain sentence and its rewrite come from one template, so that no parser has a part in making them.
 * Usage: node bench/accuracy/perturb.ts [--misses] */

/** Somebody as the sentences name them. */
interface Party {
  readonly name: string;
  readonly id: string;
  readonly plural?: true;
  /** What may stand between commas behind the name. */
  readonly aside: string;
  /** What may stand behind "which". */
  readonly which: string;
}

/** A deed: past tense and participle of its verb, and what follows the recipient. */
interface Act {
  readonly past: string;
  readonly done: string;
  /** Follows the recipient in the active and the verb in the passive. */
  readonly rest: string;
  /** The same in American spelling, where it differs. */
  readonly american?: { readonly past: string; readonly done: string; readonly rest: string };
  readonly type: EventType;
}

/** One sentence to be said in several ways. */
export interface Base {
  readonly act: Act;
  readonly actor: Party;
  readonly recipient: Party;
}

/** Another way of saying it, and whom the parties' ids then stand for. */
interface Rewritten {
  readonly text: string;
  readonly ids?: Readonly<Record<string, string>>;
  /** Only events of the template's type are held to it: whose the forces and the prisoners are is another matter for a group. */
  readonly ownTypeOnly?: true;
}

const STATES: readonly Party[] = [
  ['Kenya', 'KEN', 'a country on the Indian Ocean', 'has a long coast'],
  ['Brazil', 'BRA', 'the largest country of its continent', 'grows a lot of coffee'],
  ['Japan', 'JPN', 'an island country', 'has many volcanoes'],
  ['Turkey', 'TUR', 'a country of 85 million people', 'lies on two continents'],
  ['Ethiopia', 'ETH', 'a landlocked country', 'has high mountains'],
  ['India', 'IND', 'a country of many languages', 'grows a lot of tea'],
  ['Egypt', 'EGY', 'a country on the Nile', 'has old temples'],
  ['Poland', 'POL', 'a country on the Baltic', 'has cold winters'],
  ['Peru', 'PER', 'a country in the Andes', 'has rich fisheries'],
  ['Algeria', 'DZA', 'a country in the Maghreb', 'is mostly desert'],
].map(([name, id, aside, which]) => ({ name, id, aside, which }) as Party);

const GROUPS: readonly Party[] = [
  { name: 'Hezbollah', id: 'hezbollah', aside: 'a Shia movement', which: 'has its own radio station' },
  { name: 'Hamas', id: 'hamas', aside: 'an Islamist movement', which: 'has several wings' },
  { name: 'Al-Shabaab', id: 'al-shabaab', aside: 'an Islamist group', which: 'has a few thousand members' },
  { name: 'Boko Haram', id: 'boko-haram', aside: 'a jihadist group', which: 'has several wings' },
  {
    name: 'The Houthis',
    id: 'houthis',
    plural: true,
    aside: 'a movement from the mountains',
    which: 'have a television channel',
  },
  { name: 'The PKK', id: 'pkk', aside: 'a Kurdish group', which: 'has a few thousand members' },
];

const ACTS: readonly Act[] = [
  { past: 'attacked', done: 'attacked', rest: 'at dawn on Monday', type: 'ASSAULT' },
  { past: 'shelled', done: 'shelled', rest: 'for a second day', type: 'ASSAULT' },
  { past: 'bombed', done: 'bombed', rest: 'on Friday night', type: 'ASSAULT' },
  { past: 'invaded', done: 'invaded', rest: 'in May', type: 'ASSAULT' },
  { past: 'accused', done: 'accused', rest: 'of breaking the truce', type: 'ACCUSE' },
  { past: 'condemned', done: 'condemned', rest: 'on Tuesday', type: 'ACCUSE' },
  {
    past: 'criticised',
    done: 'criticised',
    rest: 'over its labour laws',
    american: { past: 'criticized', done: 'criticized', rest: 'over its labor laws' },
    type: 'ACCUSE',
  },
  {
    past: 'denounced',
    done: 'denounced',
    rest: 'over its new defence programme',
    american: { past: 'denounced', done: 'denounced', rest: 'over its new defense program' },
    type: 'ACCUSE',
  },
  { past: 'blamed', done: 'blamed', rest: 'for the failure of the talks', type: 'ACCUSE' },
  { past: 'praised', done: 'praised', rest: 'on Wednesday', type: 'SUPPORT' },
  { past: 'thanked', done: 'thanked', rest: 'on Sunday', type: 'SUPPORT' },
  { past: 'backed', done: 'backed', rest: 'in the dispute', type: 'SUPPORT' },
  {
    past: 'honoured',
    done: 'honoured',
    rest: 'at a ceremony at the harbour',
    american: { past: 'honored', done: 'honored', rest: 'at a ceremony at the harbor' },
    type: 'SUPPORT',
  },
  { past: 'threatened', done: 'threatened', rest: 'with war', type: 'THREATEN' },
  { past: 'warned', done: 'warned', rest: 'of retaliation', type: 'THREATEN' },
  { past: 'urged', done: 'urged', rest: 'to reopen the border', type: 'REQUEST' },
  { past: 'asked', done: 'asked', rest: 'to release the prisoners', type: 'REQUEST' },
  {
    past: 'called on',
    done: 'called on',
    rest: 'to demobilise its forces',
    american: { past: 'called on', done: 'called on', rest: 'to demobilize its forces' },
    type: 'REQUEST',
  },
  { past: 'ordered', done: 'ordered', rest: 'to withdraw its troops', type: 'REQUEST' },
  { past: 'sanctioned', done: 'sanctioned', rest: 'on Thursday', type: 'SANCTION' },
  { past: 'rebuffed', done: 'rebuffed', rest: 'on Saturday', type: 'REJECT' },
  { past: 'blockaded', done: 'blockaded', rest: 'for three weeks', type: 'COERCE' },
];

/** What is put together: each deed between three pairs of states. */
export const BASES: readonly Base[] = ACTS.flatMap((act, row) =>
  [1, 3, 7].map((step, column) => ({
    act,
    actor: pick(STATES, row + column),
    recipient: pick(STATES, row + column + step),
  })),
);

function pick(parties: readonly Party[], at: number): Party {
  const party = parties[at % parties.length];
  if (!party) throw new RangeError('no parties to pick from');
  return party;
}

/** A name inside a sentence: only its article loses its capital. */
function inside({ name }: Party): string {
  return name.replace(/^The /, 'the ');
}

function active({ act, actor, recipient }: Base, { subject = actor.name, verb = act.past } = {}): string {
  return `${subject} ${verb} ${inside(recipient)} ${act.rest}.`;
}

function passive({ act, actor, recipient }: Base, past = act.done, rest = act.rest): string {
  return `${recipient.name} ${recipient.plural ? 'were' : 'was'} ${past} by ${inside(actor)} ${rest}.`;
}

function lowerFirst(base: Base): Base {
  return { ...base, actor: { ...base.actor, name: inside(base.actor) } };
}

function perfect({ act, actor }: Base): string {
  return `${actor.plural ? 'have' : 'has'} ${act.done}`;
}

function other(base: Base, parties: readonly Party[], index: number): Party {
  const rest = parties.filter((party) => party !== base.actor && party !== base.recipient);
  return pick(rest, index);
}

/** The ways of saying it; null where one does not apply. */
export const REWRITES: Readonly<Record<string, (base: Base, index: number) => Rewritten | null>> = {
  passive: (base) => ({ text: passive(base) }),
  'relative clause': (base) => ({ text: active(base, { subject: `${base.actor.name}, which ${base.actor.which},` }) }),
  appositive: (base) => ({ text: active(base, { subject: `${base.actor.name}, ${base.actor.aside},` }) }),
  'parties swapped': (base) => ({
    text: active({ ...base, actor: base.recipient, recipient: base.actor }),
    ids: { [base.actor.id]: base.recipient.id, [base.recipient.id]: base.actor.id },
  }),
  'parties swapped, passive': (base) => ({
    text: passive({ ...base, actor: base.recipient, recipient: base.actor }),
    ids: { [base.actor.id]: base.recipient.id, [base.recipient.id]: base.actor.id },
  }),
  'another state acts': (base, index) => {
    const actor = other(base, STATES, index);
    return { text: active({ ...base, actor }), ids: { [base.actor.id]: actor.id } };
  },
  'a group acts': (base, index) => {
    const actor = other(base, GROUPS, index);
    return { text: active({ ...base, actor }), ids: { [base.actor.id]: actor.id }, ownTypeOnly: true };
  },
  'a group is acted on': (base, index) => {
    const recipient = other(base, GROUPS, index);
    return { text: active({ ...base, recipient }), ids: { [base.recipient.id]: recipient.id }, ownTypeOnly: true };
  },
  perfect: (base) => ({ text: active(base, { verb: perfect(base) }) }),
  'past perfect': (base) => ({ text: active(base, { verb: `had ${base.act.done}` }) }),
  'American spelling': (base) => {
    const { american } = base.act;
    return american ? { text: active({ ...base, act: { ...base.act, ...american } }) } : null;
  },
  'officials said before it': (base) => ({ text: `Officials said ${active(lowerFirst(base))}` }),
  'officials said after it': (base) => ({ text: `${active(base).slice(0, -1)}, officials said.` }),
  'day before it': (base) => ({ text: `Last week ${active(lowerFirst(base))}` }),
  'unrelated sentence before it': (base) => ({ text: `The weather was fine all week. ${active(base)}` }),
};

/** How one rewrite did. */
export interface Outcome {
  readonly asked: number;
  readonly held: number;
  /** Sentence, coding wanted, coding given. */
  readonly misses: readonly (readonly [string, string, string])[];
}

/** What came of it all. */
export interface Perturbed {
  readonly bases: number;
  /** Plain sentences whose one event of the template's type has its very parties. */
  readonly right: number;
  readonly wrong: readonly (readonly [string, string])[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

function article(text: string): Article {
  const blank = { externalId: null, title: null, source: null, url: null, zones: [], givenEntities: null };
  return { ...blank, id: textId(text), published: '2019-05-10', publishedBasis: 'given', language: 'en', text };
}

/** "TYPE/mode A > B" of each event, sorted, ids renamed. */
function signature(events: readonly CodedEvent[], ids: Readonly<Record<string, string>> = {}): string {
  const rename = (id: string) => {
    const [whole = id, ...sector] = id.split(':');
    return [ids[whole] ?? whole, ...sector].join(':');
  };
  const party = (list: readonly string[]) => list.map(rename).sort().join('+') || '-';
  return events
    .map(({ type, modes, actors, recipients }) => `${[type, ...modes].join('/')} ${party(actors)} > ${party(recipients)}`)
    .sort()
    .join('; ');
}

/** Codes every sentence and every rewrite of it. A plain sentence without events asks nothing of its rewrites. */
export function perturb(engine: Engine): Perturbed {
  const plain = BASES.map((base) => engine.code(article(active(base))).events);
  const wrong = BASES.flatMap((base, index): (readonly [string, string])[] => {
    const events = plain[index] ?? [];
    const fits = events.some(
      ({ type, actors, recipients }) =>
        type === base.act.type && actors.join() === base.actor.id && recipients.join() === base.recipient.id,
    );
    return fits ? [] : [[active(base), signature(events)]];
  });
  const outcomes = Object.entries(REWRITES).map(([name, rewrite]): [string, Outcome] => {
    const misses: (readonly [string, string, string])[] = [];
    let asked = 0;
    for (const [index, base] of BASES.entries()) {
      const events = plain[index] ?? [];
      const rewritten = rewrite(base, index);
      if (!rewritten || events.length === 0) continue;
      asked++;
      const isAsked = ({ type }: CodedEvent) => !rewritten.ownTypeOnly || type === base.act.type;
      const wanted = signature(events.filter(isAsked), rewritten.ids);
      const given = signature(engine.code(article(rewritten.text)).events.filter(isAsked));
      if (given !== wanted) misses.push([rewritten.text, wanted, given]);
    }
    return [name, { asked, held: asked - misses.length, misses }];
  });
  return { bases: BASES.length, right: BASES.length - wrong.length, wrong, outcomes: Object.fromEntries(outcomes) };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

async function main(): Promise<void> {
  const { bases, right, wrong, outcomes } = perturb(await loadEngine());
  const isVerbose = process.argv.includes('--misses');
  console.log(`plain sentences as meant: ${right} of ${bases}, ${percent(right, bases)} %`);
  if (isVerbose) for (const [text, given] of wrong) console.log(`  ${text}\n    given ${given || 'nothing'}`);
  for (const [name, { asked, held, misses }] of Object.entries(outcomes)) {
    console.log(`| ${name} | ${asked} | ${percent(held, asked)} |`);
    if (isVerbose)
      for (const [text, wanted, given] of misses)
        console.log(`  ${text}\n    wanted ${wanted}\n    given  ${given || 'nothing'}`);
  }
}

if (import.meta.main) await main();
